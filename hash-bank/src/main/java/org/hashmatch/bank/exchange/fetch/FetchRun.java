package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.exchange.ImportReport;
import org.hashmatch.bank.exchange.ListImport;
import org.hashmatch.bank.exchange.ListItem;
import org.hashmatch.bank.exchange.ListReader;
import org.hashmatch.bank.exchange.ListSink;
import org.hashmatch.bank.exchange.RowProblem;

/** The pages of one fetch on their way into one bank. */
final class FetchRun {

  /** From so many on an import has to know how many entries there were; one pass is enough. */
  private static final int WORTH_COUNTING = 5;

  private final String name;
  private final Bank bank;
  private final ListImport list;
  private final ListReader reader;
  private final Walk walk;
  private final Set<String> named = new HashSet<>();
  private OptionalLong held = OptionalLong.empty();
  private Optional<String> position;
  private ImportReport total = ImportReport.NONE;
  private int pages;

  FetchRun(String name, Bank bank, ListImport list, ListReader reader, Walk walk)
      throws IOException {
    this.name = name;
    this.bank = bank;
    this.list = list;
    this.reader = reader;
    this.walk = walk;
    this.position = bank.checkpoint(name);
  }

  FetchReport take(InputStream page, Optional<String> checkpoint) throws IOException {
    ListImport.Builder wish =
        list.toBuilder()
            .whole(walk.isWhole() && isLast())
            .after(new ListImport.Earlier(withdrawn(), held, named));
    checkpoint.ifPresent(at -> wish.checkpoint(name, at));
    ImportReport report = wish.build().into(bank, page, walk.isWhole() ? this::readNoting : reader);
    pages++;
    total = total.plus(report);
    if (report.status().isGood()) {
      position = checkpoint.or(() -> position);
      count();
    }
    return report();
  }

  private boolean isLast() {
    return walk.next().isEmpty();
  }

  private long withdrawn() {
    return total.withdrawn() + total.missing();
  }

  private void count() throws IOException {
    if (held.isEmpty() && withdrawn() >= WORTH_COUNTING && !isLast()) {
      held = OptionalLong.of(list.held(bank) + withdrawn());
    }
  }

  /** Of a whole list it must be known at its end what its pages named. */
  private void readNoting(InputStream in, ListSink sink) throws IOException {
    reader.read(in, new Noting(sink));
  }

  private final class Noting implements ListSink {

    private final ListSink sink;

    Noting(ListSink sink) {
      this.sink = sink;
    }

    @Override
    public void item(ListItem item) throws IOException {
      named.add(item.id());
      sink.item(item);
    }

    @Override
    public void invalid(RowProblem problem) {
      sink.invalid(problem);
    }

    @Override
    public void unsupported(RowProblem problem) {
      sink.unsupported(problem);
    }

    @Override
    public void partlyUnsupported(RowProblem problem) {
      sink.partlyUnsupported(problem);
    }
  }

  FetchReport report() {
    return new FetchReport(pages, total, isLast() && total.status().isGood(), position);
  }
}
