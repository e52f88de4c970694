package org.hashmatch.bank.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.hash.HashAlgorithm;

/** Everything that a reader handed over. */
record Taken(
    List<ListItem> items,
    List<RowProblem> invalid,
    List<RowProblem> unsupported,
    List<RowProblem> partly)
    implements ListSink {

  static final Instant AT = Instant.parse("2026-03-05T12:00:00Z");

  Taken() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  static ListOptions options(Map<String, String> columns) {
    return new ListOptions("list", HashAlgorithm.PDQ, Set.of(), "", AT, columns);
  }

  static ListOptions options() {
    return options(Map.of());
  }

  static Taken read(ListFormat format, String text) throws IOException {
    return read(format, text.getBytes(StandardCharsets.UTF_8));
  }

  static Taken read(ListFormat format, byte[] bytes) throws IOException {
    return read(format, options(), bytes);
  }

  static Taken read(ListFormat format, ListOptions options, byte[] bytes) throws IOException {
    Taken taken = new Taken();
    format.reader(options).read(new ByteArrayInputStream(bytes), taken);
    return taken;
  }

  static byte[] written(ListFormat format, List<? extends Change> changes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ListWriter writer = format.writer(out, options())) {
      for (Change change : changes) {
        writer.write(change);
      }
    }
    return out.toByteArray();
  }

  static Change held(BankEntry entry) {
    return new Change.Held(1, 1, entry);
  }

  @Override
  public void item(ListItem item) {
    items.add(item);
  }

  @Override
  public void invalid(RowProblem problem) {
    invalid.add(problem);
  }

  @Override
  public void unsupported(RowProblem problem) {
    unsupported.add(problem);
  }

  @Override
  public void partlyUnsupported(RowProblem problem) {
    partly.add(problem);
  }

  int rows() {
    return items.size() + invalid.size() + unsupported.size();
  }

  List<BankEntry> entries() {
    List<BankEntry> entries = new ArrayList<>();
    for (ListItem item : items) {
      if (item instanceof ListItem.Known known) {
        entries.add(known.entry());
      }
    }
    return entries;
  }

  BankEntry entry() {
    if (entries().size() != 1 || rows() != 1) {
      throw new AssertionError("not one entry: " + this);
    }
    return entries().get(0);
  }

  List<String> withdrawn() {
    return items.stream().filter(ListItem.Withdrawn.class::isInstance).map(ListItem::id).toList();
  }

  /** All that was said of bad rows, as one text. */
  String messages() {
    return "" + invalid + unsupported + partly;
  }
}
