package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The formats of hash lists, by the names people type. Each is read and written; what of it is used
 * is said in {@code docs/lists.md}.
 */
public enum ListFormat {
  /** NCMEC's Hash Sharing answers, version 2, XML. */
  NCMEC("ncmec"),
  /** StopNCII's pages of hash records, version 1, JSON. */
  STOPNCII("stopncii"),
  /** ThreatExchange's {@code threat_updates}, JSON. */
  THREATEXCHANGE("threatexchange"),
  /** What {@code tx dataset --csv} of python-threatexchange prints. */
  TX_CSV("tx-csv"),
  /** Project VIC's media, 1.3 and 2.0, JSON. */
  VICS("vics"),
  /** What Interpol's ICSE database exports, CSV with semicolons. */
  ICSE("icse"),
  /** The hash list of Tech Against Terrorism, version 2, JSON. */
  TAT("tat"),
  /** PDQ text: a hash a line, and its name. */
  PDQ("pdq"),
  /** PDQ text with quality: {@code hash,quality,name}. */
  PDQ_QUALITY("pdq-quality"),
  /** CSV with commas and a header, whose columns {@link ListOptions#columns} names. */
  CSV("csv"),
  /** Our own: one JSON object a line, with all that a bank holds. */
  NDJSON("ndjson");

  private final String label;

  ListFormat(String label) {
    this.label = label;
  }

  /**
   * The name that people type.
   *
   * @return for example {@code pdq-quality}
   */
  public String label() {
    return label;
  }

  /**
   * Finds a format by the name that people type.
   *
   * @param label for example {@code pdq-quality}
   * @return the format
   * @throws IllegalArgumentException if there is none of that name; the message has all names
   */
  public static ListFormat parse(String label) {
    for (ListFormat format : values()) {
      if (format.label.equals(label)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "a list's format must be one of "
            + Arrays.stream(values()).map(ListFormat::label).collect(Collectors.joining(", ")));
  }

  /**
   * A reader of lists of this format. What is no list at all, a Python pickle or a packed file, is
   * refused before a byte of it is parsed.
   *
   * @param options what the lists do not say of themselves
   * @return the reader, good for any number of lists
   * @throws IllegalArgumentException if {@link ListOptions#columns} names a field that is none of
   *     ours
   */
  public ListReader reader(ListOptions options) {
    ListReader reader = unguarded(options);
    return (in, sink) -> reader.read(ListStart.check(in), sink);
  }

  private ListReader unguarded(ListOptions options) {
    return switch (this) {
      case NCMEC -> new NcmecReader(options);
      case STOPNCII -> new JsonRowsReader(StopNciiRows::new, options);
      case THREATEXCHANGE -> new JsonRowsReader(ThreatExchangeRows::new, options);
      case TX_CSV -> new TxCsvReader(options);
      case VICS -> new JsonRowsReader(VicsRows::new, options);
      case ICSE -> new IcseReader(options);
      case TAT -> new JsonRowsReader(TatRows::new, options);
      case PDQ -> new PdqReader(options, true, PdqLine::read);
      case PDQ_QUALITY -> new PdqReader(options, false, PdqLine::withQuality);
      case CSV -> new CsvListReader(options);
      case NDJSON -> new NdjsonReader(options);
    };
  }

  /**
   * Begins a list of this format. All formats but {@link #NDJSON} have no word for canaries, and
   * all but that and {@link #CSV} none for entries that are disabled or expire: canaries, disabled
   * entries and those over by {@link ListOptions#at} are not written there.
   *
   * @param out where to; not closed
   * @param options whose list it is: its source is taken off ids and origins again; its algorithm
   *     is the one of the hashes in formats that do not name it
   * @return the writer; closing it ends the list
   * @throws IOException if the beginning cannot be written
   */
  public ListWriter writer(OutputStream out, ListOptions options) throws IOException {
    return switch (this) {
      case NDJSON -> new NdjsonWriter(out);
      case CSV -> new CsvListWriter(out, options);
      default -> new MatchingOnly(rows(out, options), options);
    };
  }

  private RowWriter rows(OutputStream out, ListOptions options) throws IOException {
    Names names = new Names(options);
    return switch (this) {
      case NCMEC -> new NcmecWriter(out, options);
      case STOPNCII ->
          new JsonPageWriter(out, StopNciiRows.CONTAINER, new StopNciiRowsWriter(options));
      case THREATEXCHANGE ->
          new JsonPageWriter(
              out, ThreatExchangeRows.CONTAINER, new ThreatExchangeRowsWriter(names));
      case TX_CSV -> new TxCsvWriter(out, options);
      case VICS -> new JsonPageWriter(out, VicsRows.CONTAINER, new VicsRowsWriter(names));
      case ICSE -> new IcseWriter(out, options);
      case TAT -> new JsonPageWriter(out, TatRows.CONTAINER, new TatRowsWriter(names));
      case PDQ -> new PdqWriter(out, options, false);
      case PDQ_QUALITY -> new PdqWriter(out, options, true);
      case CSV, NDJSON -> throw new IllegalStateException(label + " has a writer of its own");
    };
  }

  @Override
  public String toString() {
    return label;
  }
}
