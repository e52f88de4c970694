package org.hashmatch.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hashmatch.eval.study.StudyTable;

/**
 * A robustness study as one HTML page: self-contained (no script, no font, no picture from
 * elsewhere), well-formed as XML, made to be read on a screen, a phone or paper.
 *
 * <p>It is made from the study's tables by their names ({@code summary}, {@code recall}, {@code
 * radii}, {@code tails}, {@code comparisons}, {@code templates}, {@code nearest}, {@code roc},
 * {@code distances}, {@code pictures}) and shows their cells, rounded; the cell itself is the value
 * of a {@code data} element beside it. A table that is missing or has no rows leaves its part of
 * the page out, and the page says so; one of another name is not shown. A cell that ought to be a
 * number and is none is shown as it stands, and left out of the charts.
 *
 * <p>All text is escaped, so that pictures and edits may have any name. The same tables, facts and
 * thumbnails give the same bytes on every machine. Immutable, for all threads; a page is about as
 * large as its thumbnails, a third more, and some hundred kilobytes for the tables.
 */
public final class ReportPage {

  private static final String STYLE_SHEET = "report.css";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final Findings findings;
  private final List<Section> sections;

  private ReportPage(Findings findings, List<Section> sections) {
    this.findings = findings;
    this.sections = sections;
  }

  /**
   * The page of a study.
   *
   * @param tables the study's tables, each name once, in any order
   * @param facts how to repeat the study
   * @param sheet what the edits look like, in the order of the page; may be empty
   * @return the page
   * @throws IllegalArgumentException if a table is there twice, lacks a column that the page needs,
   *     or has two recalls of the same hasher, point and subject
   */
  public static ReportPage of(List<StudyTable> tables, ReportFacts facts, List<Thumbnail> sheet) {
    Objects.requireNonNull(facts, "facts");
    Findings findings = new Findings(List.copyOf(tables));
    return new ReportPage(
        findings,
        List.of(
            new ResultsSection(findings),
            new GroupSection(findings),
            new RocSection(findings),
            new DistanceSection(findings),
            new ComparisonSection(findings),
            new BitSection(findings),
            new TemplateSection(findings),
            new NearestSection(findings),
            new PictureSection(findings),
            new EditSection(findings),
            new ContactSheet(List.copyOf(sheet)),
            new FactsSection(facts),
            new ReadingGuide()));
  }

  /**
   * Writes the page.
   *
   * @return the whole document, to be stored as UTF-8
   */
  public String toHtml() {
    HtmlWriter page = new HtmlWriter();
    page.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
    writeHead(page);
    page.open("body");
    writeIntroduction(page);
    page.open("main");
    sections.stream().filter(section -> !section.isEmpty()).forEach(part -> write(page, part));
    page.close("main").close("body").close("html");
    return page.finish();
  }

  private String title() {
    List<String> hashers = findings.hashers();
    return "Robustness of " + (hashers.size() == 1 ? hashers.get(0) : hashers.size() + " hashers");
  }

  private void writeHead(HtmlWriter page) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.element("title", title());
    page.style(styleSheet()).close("head");
  }

  private void writeIntroduction(HtmlWriter page) {
    page.open("header").element("h1", title());
    page.element("p", new StudySentence(findings).text(), "class", "sentence");
    page.open("nav", "aria-label", "Contents").open("ul");
    for (Section section : sections) {
      if (!section.isEmpty()) {
        page.open("li").element("a", section.title(), "href", "#" + section.id()).close("li");
      }
    }
    page.close("ul").close("nav");
    String missing =
        sections.stream()
            .filter(Section::isEmpty)
            .map(Section::title)
            .collect(Collectors.joining("; "));
    if (!missing.isEmpty()) {
      page.element(
          "p", "Left out, as the study has no figures for it: " + missing + ".", "class", "note");
    }
    page.close("header");
  }

  private static void write(HtmlWriter page, Section section) {
    page.open("section", "id", section.id()).element("h2", section.title());
    section.writeTo(page);
    page.close("section");
  }

  private static String styleSheet() {
    try (InputStream sheet = ReportPage.class.getResourceAsStream(STYLE_SHEET)) {
      byte[] bytes = Objects.requireNonNull(sheet, STYLE_SHEET).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE_SHEET + " cannot be read from the class path", e);
    }
  }
}
