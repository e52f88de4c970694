package org.hashmatch.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hashmatch.eval.study.StudyTable;
import org.junit.jupiter.api.Test;

final class ReportPageTest {

  private static final String RECALL = "hasher,point,level,pack,group,name,trials,recall";

  @Test
  void page_ofAllTables_isWellFormedWithUniqueIds() throws Exception {
    PageText page = PageText.parse(full(12, 500));

    List<String> ids = new ArrayList<>(page.attributes("*", "id"));
    ids.removeIf(String::isEmpty);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(page.attributes("a", "href"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
  }

  @Test
  void page_ofAllTables_hasItsPartsInOrder() throws Exception {
    assertThat(PageText.parse(full(3, 500)).texts("h2"))
        .containsExactly(
            "What it found",
            "Which edits are survived",
            "Recall against false positives",
            "Distances",
            "Which hasher is better",
            "Use of the bits",
            "Template collisions",
            "Nearest different pictures",
            "Pictures that fare worst",
            "Every edit",
            "What the edits look like",
            "How to repeat it",
            "How to read it");
  }

  @Test
  void page_needs_nothingFromElsewhere() throws Exception {
    PageText page = PageText.parse(full(3, 500));

    assertThat(page.elements("script")).isEmpty();
    assertThat(page.elements("link")).isEmpty();
    assertThat(page.attributes("img", "src")).allMatch(uri -> uri.startsWith("data:image/jpeg;"));
    assertThat(page.texts("style"))
        .allMatch(css -> !css.contains("url(") && !css.contains("@import"));
  }

  @Test
  void page_tablesAndPictures_areNamedForAll() throws Exception {
    PageText page = PageText.parse(full(3, 500));

    assertThat(page.elements("table")).hasSameSizeAs(page.elements("caption"));
    assertThat(page.attributes("th", "scope")).doesNotContain("");
    assertThat(page.attributes("img", "alt")).doesNotContain("");
    assertThat(page.attributes("img", "loading")).containsOnly("lazy");
    assertThat(page.elements("svg"))
        .allMatch(svg -> svg.hasAttribute("aria-hidden") || svg.hasAttribute("aria-labelledby"));
  }

  @Test
  void page_ofTheSame_isTheSameInAnyLocale() {
    Locale before = Locale.getDefault();
    String first = full(5, 500);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(full(5, 500)).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void page_ofTwelveHashersAndAllThumbnails_isBelowThreeMegabytes() {
    SyntheticStudy study = new SyntheticStudy(12);
    List<Thumbnail> sheet = new ArrayList<>(study.sheet(6144));
    while (sheet.size() < 160) {
      sheet.add(sheet.get(0));
    }
    String html = ReportPage.of(study.tables(), SyntheticStudy.facts(), sheet).toHtml();

    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_000_000);
  }

  @Test
  void page_hasEachFigureOfItsTables() throws Exception {
    SyntheticStudy study = new SyntheticStudy(3);
    PageText page = page(study.tables());
    Set<String> shown = new HashSet<>(page.attributes("data", "value"));
    shown.addAll(page.texts("td"));
    shown.addAll(page.texts("bdi"));

    for (StudyTable table : study.tables()) {
      switch (table.name()) {
        case "summary", "tails", "radii" ->
            assertThat(shown).containsAll(cells(table, table.header()));
        case "comparisons" ->
            assertThat(shown).containsAll(cells(table, List.of("difference", "p", "p_holm")));
        default -> assertThat(table.name()).isNotEmpty();
      }
    }
  }

  @Test
  void page_recalls_standWithTheirIntervalAndFalseAlarms() throws Exception {
    String text =
        page(List.of(
                SyntheticStudy.table(
                    "recall",
                    "hasher,point,level,pack,group,name,trials,recall,bootstrap_lower,bootstrap_upper",
                    List.of(
                        SyntheticStudy.row(
                            "pdq",
                            "deployed",
                            "all",
                            "",
                            "",
                            "",
                            3960,
                            "0.436111",
                            "0.424",
                            "0.446"),
                        SyntheticStudy.row(
                            "pdq", "deployed", "macro", "", "", "", 3960, "0.519", "", ""))),
                SyntheticStudy.table(
                    "radii",
                    "hasher,point,radius_first_half,radius_second_half,fpr,exact_lower,exact_upper,"
                        + "clustered_lower,clustered_upper,bank,uploads_a_day,alarms_a_day,alarms_a_day_at_most",
                    List.of(
                        SyntheticStudy.row(
                            "pdq",
                            "deployed",
                            31,
                            31,
                            0,
                            0,
                            "2.2E-6",
                            0,
                            "2.3E-6",
                            1000000,
                            50000,
                            0,
                            137000)))))
            .text();

    assertThat(text)
        .contains("1 hasher was tried on 3,960 edited copies to be found again.")
        .contains("pdq as deployed finds 43.6\u00A0% (42.4 to 44.6) of all edited copies.")
        .contains("51.9\u00A0%")
        .contains("00 to 2.3\u00A0×\u00A010⁻⁶31")
        .contains("at most 137,000")
        .contains("a bank of 1,000,000 entries and 50,000 uploads a day");
  }

  @Test
  void page_comparison_isWorded() throws Exception {
    StudyTable comparisons =
        SyntheticStudy.table(
            "comparisons",
            "point,hasher,other,difference,lower,upper,p,p_holm",
            List.of(
                SyntheticStudy.row(
                    "deployed", "A", "B", "0.031", "0.01", "0.05", "0.0001", "0.001"),
                SyntheticStudy.row("deployed", "A", "C", "-0.002", "-0.01", "0.01", "0.5", "0.9"),
                SyntheticStudy.row("deployed", "B", "C", "0", "0", "0", "1", "1")));

    assertThat(page(List.of(comparisons)).text())
        .contains("A finds 3.1 points more than B")
        .contains("A finds 0.2 points less than Cwhich may be chance")
        .contains("B finds as much as C");
  }

  @Test
  void page_ofHostileNames_holdsThemAsTextOnly() throws Exception {
    String hostile = "</td><script>alert(1)</script>'\" onload=\"x\" &amp; \u0000\uD800]]>";
    StudyTable recall =
        SyntheticStudy.table(
            "recall",
            RECALL,
            List.of(
                SyntheticStudy.row(hostile, hostile, "picture", "", "", hostile, 1, "1"),
                SyntheticStudy.row(hostile, "fpr 0.1 held out", "picture", "", "", hostile, 1, "1"),
                SyntheticStudy.row(
                    hostile, "deployed", "edit", hostile, hostile, hostile, 1, "<b>")));
    StudyTable roc =
        SyntheticStudy.table(
            "roc", "hasher,fpr,recall", List.of(SyntheticStudy.row(hostile, "0.1", "1")));
    StudyTable distances =
        SyntheticStudy.table(
            "distances",
            "hasher,distance,mates,non_mates",
            List.of(SyntheticStudy.row(hostile, 1, 1, 1)));
    StudyTable nearest =
        SyntheticStudy.table(
            "nearest",
            "hasher,distance,query,bank",
            List.of(SyntheticStudy.row(hostile, hostile, hostile, hostile)));
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    String html =
        ReportPage.of(
                List.of(recall, roc, distances, nearest),
                ReportFacts.none().with(hostile, hostile),
                List.of(new Thumbnail(hostile, hostile, hostile, 1, 1, jpeg)))
            .toHtml();

    PageText page = PageText.parse(html);
    assertThat(html).doesNotContain("<script").doesNotContain("onload=\"");
    assertThat(page.elements("script")).isEmpty();
    assertThat(page.texts("bdi"))
        .contains(hostile.replace('\u0000', '\uFFFD').replace('\uD800', '\uFFFD'));
  }

  @Test
  void page_withoutTables_saysWhatIsLeftOut() throws Exception {
    PageText page = page(List.of());

    assertThat(page.texts("h2")).containsExactly("How to read it");
    assertThat(page.text())
        .contains("0 hashers.")
        .contains("Left out, as the study has no figures for it: What it found; ")
        .contains("Template collisions");
  }

  @Test
  void page_ofEmptyTables_isThatWithoutTables() {
    List<StudyTable> empty = new ArrayList<>();
    for (StudyTable table : new SyntheticStudy(1).tables()) {
      empty.add(new StudyTable(table.name(), List.of(), List.of()));
    }

    assertThat(ReportPage.of(empty, ReportFacts.none(), List.of()).toHtml())
        .isEqualTo(ReportPage.of(List.of(), ReportFacts.none(), List.of()).toHtml());
  }

  @Test
  void page_withOneTableMissing_isStillWhole() throws Exception {
    SyntheticStudy study = new SyntheticStudy(2);
    for (StudyTable missing : study.tables()) {
      List<StudyTable> rest = new ArrayList<>(study.tables());
      rest.removeIf(table -> table.name().equals(missing.name()));
      assertThat(page(rest).texts("h2")).contains("How to read it");
    }
  }

  @Test
  void page_ofOneHasher_isNamedAfterIt() throws Exception {
    assertThat(page(new SyntheticStudy(1).tables()).texts("h1"))
        .containsExactly("Robustness of pdq-256");
  }

  @Test
  void page_ofRadiusThatNoneIsStrictEnoughFor_saysSo() throws Exception {
    StudyTable radii =
        SyntheticStudy.table(
            "radii",
            "hasher,point,radius_first_half,radius_second_half,fpr",
            List.of(
                SyntheticStudy.row("a", "fpr 0.1 held out", "", "", ""),
                SyntheticStudy.row("b", "fpr 0.1 held out", "", 3, "")));

    assertThat(page(List.of(radii)).text()).contains("none so strict").contains("none and 3");
  }

  @Test
  void page_ofCellsThatAreNoFigures_showsThemAsTheyStand() throws Exception {
    StudyTable summary =
        SyntheticStudy.table(
            "summary",
            "hasher,levels,auc,effective_bits",
            List.of(SyntheticStudy.row("a", "many", "1E999999999", "NaN")));
    StudyTable distances =
        SyntheticStudy.table(
            "distances",
            "hasher,distance,mates,non_mates",
            List.of(
                SyntheticStudy.row("a", "1E30", "-5", "x"), SyntheticStudy.row("a", "", "", "")));

    assertThat(page(List.of(summary, distances)).text())
        .contains("many")
        .contains("1E999999999")
        .contains("NaN");
  }

  @Test
  void firstMap_takesDeployedWhereThereIsOne_secondTheStrictest() throws Exception {
    StudyTable recall =
        SyntheticStudy.table(
            "recall",
            RECALL,
            List.of(
                SyntheticStudy.row("a", "deployed", "all", "", "", "", 10, "0.11"),
                SyntheticStudy.row("a", "deployed", "group", "p", "crop", "", 10, "0.12"),
                SyntheticStudy.row("a", "fpr 0.01 held out", "group", "p", "crop", "", 10, "0.13"),
                SyntheticStudy.row(
                    "a", "fpr 0.0001 held out", "group", "p", "crop", "", 10, "0.14"),
                SyntheticStudy.row(
                    "a", "fpr 0.000001 in sample", "group", "p", "crop", "", 10, "0.15"),
                SyntheticStudy.row(
                    "b", "fpr 0.0001 held out", "group", "p", "crop", "", 10, "0.16")));

    List<String> rows = page(List.of(recall)).texts("tr").stream().map(String::strip).toList();
    assertThat(rows).contains("cropof 10\n12.0\n16.0".replace("\n", ""));
    assertThat(rows).contains("cropof 1014.016.0");
  }

  @Test
  void maps_takePointsThatHashersHave() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    List<String> points =
        List.of(
            "a,fpr 0.01 held out",
            "a,fpr 0.0001 held out",
            "b,fpr 0.01 held out",
            "b,fpr 0.0001 in sample");
    for (String point : points) {
      String[] at = point.split(",", -1);
      String recall = "0." + rows.size() + "7";
      rows.add(SyntheticStudy.row(at[0], at[1], "all", "", "", "", 10, recall));
      rows.add(SyntheticStudy.row(at[0], at[1], "group", "p", "crop", "", 10, recall));
    }
    rows.add(SyntheticStudy.row("c", "fpr 0.0001 in sample", "all", "", "", "", 10, "0.99"));
    rows.add(SyntheticStudy.row("c", "fpr 0.0001 in sample", "group", "p", "crop", "", 10, "0.99"));
    StudyTable all = SyntheticStudy.table("recall", RECALL, rows);
    // No point is everybody's: each has its own strictest, held out where there is one.
    assertThat(rowsOf(all)).contains("cropof 1027.047.099.0");
    // Of two, one has a stricter point, but both have this.
    StudyTable two = SyntheticStudy.table("recall", RECALL, rows.subList(0, 8));
    assertThat(rowsOf(two)).contains("cropof 107.047.0");
  }

  private List<String> rowsOf(StudyTable recall) throws Exception {
    return page(List.of(recall)).texts("tr").stream().map(String::strip).toList();
  }

  @Test
  void tables_thatLackAColumn_areRefused() {
    StudyTable roc = SyntheticStudy.table("roc", "hasher,fpr", List.of(List.of("a", "0.1")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportPage.of(List.of(roc), ReportFacts.none(), List.of()))
        .withMessage("table roc must have a column recall (got [hasher, fpr])");
  }

  @Test
  void tables_givenTwice_areRefused() {
    StudyTable roc = SyntheticStudy.table("roc", "hasher", List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportPage.of(List.of(roc, roc), ReportFacts.none(), List.of()))
        .withMessageContaining("got two: roc");
  }

  @Test
  void recalls_givenTwice_areRefused() {
    List<String> row = SyntheticStudy.row("a", "deployed", "all", "", "", "", 10, "0.1");
    StudyTable recall = SyntheticStudy.table("recall", RECALL, List.of(row, row));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportPage.of(List.of(recall), ReportFacts.none(), List.of()))
        .withMessageContaining("two rows");
  }

  private static PageText page(List<StudyTable> tables) throws Exception {
    return PageText.parse(ReportPage.of(tables, ReportFacts.none(), List.of()).toHtml());
  }

  private static String full(int hashers, int thumbnailBytes) {
    SyntheticStudy study = new SyntheticStudy(hashers);
    return ReportPage.of(study.tables(), SyntheticStudy.facts(), study.sheet(thumbnailBytes))
        .toHtml();
  }

  private static List<String> cells(StudyTable table, List<String> columns) {
    List<String> cells = new ArrayList<>();
    for (List<String> row : table.rows()) {
      columns.forEach(column -> cells.add(row.get(table.header().indexOf(column))));
    }
    cells.removeIf(String::isEmpty);
    return cells;
  }
}
