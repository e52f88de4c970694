package org.hashmatch.eval.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What each hasher finds, and what it costs in false alarms, at each point. */
record ResultsSection(Findings findings) implements Section {

  private static final List<String> HEADINGS =
      List.of(
          "Hasher",
          "Copies found, with 95 % interval",
          "Mean over groups",
          "Measured FPR, with 95 % interval",
          "Radius",
          "False alarms a day");

  @Override
  public String id() {
    return "found";
  }

  @Override
  public String title() {
    return "What it found";
  }

  @Override
  public boolean isEmpty() {
    return findings.points().isEmpty();
  }

  @Override
  public void writeTo(HtmlWriter page) {
    writeSentences(page);
    writeTables(page);
    writeRadii(page);
    writeTails(page);
  }

  private void writeSentences(HtmlWriter page) {
    page.open("ul", "class", "lead");
    for (String hasher : findings.hashers()) {
      findings.points().stream()
          .filter(OperatingPoint::isDeployed)
          .forEach(point -> writeDeployed(page, hasher, point));
    }
    findings.strictest().ifPresent(point -> writeBest(page, point));
    page.close("ul");
  }

  private void writeDeployed(HtmlWriter page, String hasher, OperatingPoint point) {
    Optional<Row> all = findings.recalls().find(hasher, point, Subject.ALL);
    all.ifPresent(
        row -> {
          page.open("li").element("bdi", hasher).text(" as deployed finds ");
          writeShare(page, row);
          page.text(" of all edited copies.").close("li");
        });
  }

  private void writeBest(HtmlWriter page, OperatingPoint point) {
    List<Row> ranked = new ArrayList<>();
    for (String hasher : findings.hashers()) {
      findings.recalls().find(hasher, point, Subject.ALL).ifPresent(ranked::add);
    }
    ranked.removeIf(row -> row.number("recall").isEmpty());
    ranked.sort(Comparator.comparing(row -> row.number("recall").orElse(BigDecimal.ZERO).negate()));
    if (ranked.isEmpty()) {
      return;
    }
    page.open("li").text("At " + point.label() + ", ");
    page.element("bdi", ranked.get(0).cell("hasher")).text(" finds ");
    writeShare(page, ranked.get(0));
    if (ranked.size() > 1) {
      Row last = ranked.get(ranked.size() - 1);
      page.text(", the most; ").element("bdi", last.cell("hasher")).text(" finds ");
      writeShare(page, last);
      page.text(", the least");
    }
    page.text(".").close("li");
  }

  private static void writeShare(HtmlWriter page, Row row) {
    String recall = row.cell("recall");
    page.open("strong").figure(recall, CellFormat.PERCENT.show(recall)).close("strong");
    String interval = interval(row, "bootstrap", CellFormat.BARE_PERCENT);
    page.text(interval.isEmpty() ? "" : " (" + interval + ")");
  }

  private void writeTables(HtmlWriter page) {
    List<OperatingPoint> first = findings.mainPoints();
    List<OperatingPoint> others = new ArrayList<>(findings.points());
    others.removeAll(first);
    if (!first.isEmpty()) {
      writeTable(page, "Each hasher", first);
    }
    if (!others.isEmpty()) {
      page.open("details").element("summary", "The same at other points");
      writeTable(page, "Each hasher at other points", others);
      page.close("details");
    }
    page.element(
        "p",
        "The interval of the FPR knows that pairs that share a picture are not independent.",
        "class",
        "note");
  }

  private void writeTable(HtmlWriter page, String caption, List<OperatingPoint> points) {
    DataTable.openBox(page, caption + burden());
    page.open("thead").open("tr");
    DataTable.writeHeadings(page, HEADINGS);
    page.close("tr").close("thead");
    points.forEach(point -> writePoint(page, point));
    DataTable.closeBox(page);
  }

  private void writePoint(HtmlWriter page, OperatingPoint point) {
    page.open("tbody").open("tr").open("th", "scope", "rowgroup", "colspan", "6", "class", "point");
    page.element("span", point.label()).close("th").close("tr");
    for (String hasher : findings.hashers()) {
      Optional<Row> all = findings.recalls().find(hasher, point, Subject.ALL);
      Optional<Row> radius = findings.row("radii", hasher, point);
      if (all.isPresent() || radius.isPresent()) {
        page.open("tr").open("th", "scope", "row").element("bdi", hasher).close("th");
        writeRecall(page, all, true);
        writeRecall(page, findings.recalls().find(hasher, point, Subject.MACRO), false);
        writeRadius(page, radius);
        page.close("tr");
      }
    }
    page.close("tbody");
  }

  private static void writeRecall(HtmlWriter page, Optional<Row> row, boolean withBar) {
    page.open("td", "class", withBar ? "n found" : "n");
    if (row.isEmpty()) {
      page.text(CellFormat.UNKNOWN);
    } else {
      String recall = row.get().cell("recall");
      page.figure(recall, CellFormat.PERCENT.show(recall));
      writeInterval(page, row.get(), "bootstrap", CellFormat.BARE_PERCENT);
      if (withBar) {
        IntervalBar.write(page, row.get());
      }
    }
    page.close("td");
  }

  private void writeRadius(HtmlWriter page, Optional<Row> row) {
    if (row.isEmpty()) {
      page.element("td", CellFormat.UNKNOWN, "class", "n");
      page.element("td", CellFormat.UNKNOWN, "class", "n");
      page.element("td", CellFormat.UNKNOWN, "class", "n");
      return;
    }
    String fpr = row.get().cell("fpr");
    page.open("td", "class", "n").figure(fpr, CellFormat.RATE.show(fpr));
    writeInterval(page, row.get(), "clustered", CellFormat.RATE);
    page.close("td");
    page.element("td", radius(row.get()), "class", "n");
    writeAlarms(page, row.get());
  }

  private void writeAlarms(HtmlWriter page, Row row) {
    String alarms = row.cell("alarms_a_day");
    String most = row.cell("alarms_a_day_at_most");
    page.open("td", "class", "n").figure(alarms, CellFormat.COUNT.show(alarms));
    if (!most.isEmpty()) {
      page.open("small").text("at most ").figure(most, CellFormat.COUNT.show(most)).close("small");
    }
    if (burden().isEmpty() && !row.cell("bank").isEmpty()) {
      page.element("small", burden(row));
    }
    page.close("td");
  }

  private static void writeInterval(HtmlWriter page, Row row, String kind, CellFormat format) {
    String interval = interval(row, kind, format);
    if (!interval.isEmpty()) {
      page.element("small", interval);
    }
  }

  private static String interval(Row row, String kind, CellFormat format) {
    return format.showInterval(row.cell(kind + "_lower"), row.cell(kind + "_upper"));
  }

  /** The radius of a point: one, or that of each half of the pictures. */
  static String radius(Row row) {
    String first = row.cell("radius_first_half");
    String second = row.cell("radius_second_half");
    if (first.isEmpty() && second.isEmpty()) {
      return "none so strict";
    }
    return first.equals(second) ? first : orNone(first) + " and " + orNone(second);
  }

  private static String orNone(String radius) {
    return radius.isEmpty() ? "none" : radius;
  }

  /** The bank and the uploads, if they are the same for all; empty if not, or not known. */
  private String burden() {
    Set<String> burdens = new LinkedHashSet<>();
    findings.rows("radii").stream()
        .filter(row -> !row.cell("bank").isEmpty())
        .forEach(row -> burdens.add(burden(row)));
    return burdens.size() == 1 ? "; false alarms for " + burdens.iterator().next() : "";
  }

  private static String burden(Row row) {
    return "a bank of "
        + CellFormat.COUNT.show(row.cell("bank"))
        + " entries and "
        + CellFormat.COUNT.show(row.cell("uploads_a_day"))
        + " uploads a day";
  }

  private void writeRadii(HtmlWriter page) {
    if (findings.rows("radii").isEmpty()) {
      return;
    }
    page.open("details").element("summary", "False positives in full");
    new DataTable(
            "False positives of each hasher and point",
            List.of(
                DataTable.text("Hasher", "hasher"),
                DataTable.text("Point", "point"),
                DataTable.column("Radius, first half", "radius_first_half", CellFormat.COUNT),
                DataTable.column("Radius, second half", "radius_second_half", CellFormat.COUNT),
                DataTable.column("False positives", "false_positives", CellFormat.COUNT),
                DataTable.column("Pairs", "pairs", CellFormat.COUNT),
                DataTable.column("FPR", "fpr", CellFormat.RATE),
                DataTable.column("Exact, from", "exact_lower", CellFormat.RATE),
                DataTable.column("to", "exact_upper", CellFormat.RATE),
                DataTable.column("Clustered, from", "clustered_lower", CellFormat.RATE),
                DataTable.column("to ", "clustered_upper", CellFormat.RATE),
                DataTable.column("Design effect", "design_effect", CellFormat.FIGURE),
                DataTable.column("Bank", "bank", CellFormat.COUNT),
                DataTable.column("Uploads a day", "uploads_a_day", CellFormat.COUNT),
                DataTable.column("Alarms a day", "alarms_a_day", CellFormat.COUNT),
                DataTable.column("at most", "alarms_a_day_at_most", CellFormat.COUNT),
                DataTable.column("Share of uploads", "share_of_uploads", CellFormat.PERCENT)))
        .writeTo(page, findings.rows("radii"));
    page.close("details");
  }

  private void writeTails(HtmlWriter page) {
    if (findings.rows("tails").isEmpty()) {
      return;
    }
    page.element("h3", "Beyond what was measured");
    page.element(
        "p",
        "A large bank needs rates that no study of this size can measure. These radii follow from"
            + " an exponential tail fitted to the nearest different pictures; they are a guess. The"
            + " misfit is the greatest gap between the fitted and the measured tail, 0 to 1: above"
            + " some hundredths it is a bad guess.");
    new DataTable(
            "Recall at extrapolated false-positive rates",
            List.of(
                DataTable.text("Hasher", "hasher"),
                DataTable.column("FPR", "fpr", CellFormat.RATE),
                DataTable.column("Radius", "radius", CellFormat.COUNT),
                DataTable.column("Recall", "recall", CellFormat.PERCENT),
                DataTable.column("Fitted from", "fitted_from", CellFormat.FIGURE),
                DataTable.column("to", "fitted_to", CellFormat.FIGURE),
                DataTable.column("Misfit", "misfit", CellFormat.FIGURE)))
        .writeTo(page, findings.rows("tails"));
  }
}
