package org.hashmatch.bank.exchange.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.exchange.ListException;
import org.hashmatch.bank.exchange.ListImport;
import org.hashmatch.bank.exchange.ListReader;

/**
 * Reads what is new in a service's list into a bank, page by page.
 *
 * <p>Each page is taken in a transaction of its own, since each row says how things are now,
 * whatever comes after it. How far the list was read is noted in the transaction of the page that
 * makes it sure; a fetch that is broken off goes on from there the next time, and reads some pages
 * twice rather than one never. A page that is refused, as one that shrinks the bank too much, ends
 * the fetch; what its earlier pages took back counts with it.
 *
 * <p>What fails in passing is tried again: no connection, no answer in time, 429 and 5xx, with
 * longer and longer waits, or as the service asks with {@code Retry-After}. Redirects are not
 * followed.
 *
 * <p>Immutable. Safe for any number of threads; two fetches of one list at a time do no harm.
 */
public final class ListFetch {

  private final Feed feed;
  private final ListReader reader;
  private final ListImport list;
  private final Credentials credentials;
  private final FetchSettings settings;
  private final Clock clock;
  private final Consumer<FetchReport> pages;

  private ListFetch(Builder builder) {
    this.feed = builder.feed;
    this.reader = builder.reader;
    this.list = builder.list;
    this.credentials = builder.credentials;
    this.settings = builder.settings;
    this.clock = builder.clock;
    this.pages = builder.pages;
  }

  /**
   * Begins a fetch.
   *
   * @param feed whose list
   * @param reader of the format of its pages
   * @param list how its rows are taken; whether it is whole and its checkpoint are the fetch's to
   *     say
   * @return a builder without credentials
   */
  public static Builder builder(Feed feed, ListReader reader, ListImport list) {
    return new Builder(feed, reader, list);
  }

  /**
   * Reads from where the last fetch into this bank ended to the list's end.
   *
   * @param bank takes the rows
   * @return what became of them
   * @throws FetchException if the service does not answer, or not as it should; what was taken
   *     before stays
   * @throws ListException if a page is cut, is not of its format, or the pages lead nowhere; what
   *     was taken before stays
   * @throws BankStoreException if the bank is damaged
   * @throws InterruptedIOException if the thread was interrupted
   * @throws IOException if the bank cannot be read or written
   */
  public FetchReport into(Bank bank) throws IOException {
    Connection connection = new Connection(feed, credentials, new Http(settings));
    Walk walk = feed.walk(bank.checkpoint(feed.checkpointName()), clock.instant());
    FetchRun run = new FetchRun(feed.checkpointName(), bank, list, reader, walk);
    while (walk.next().isPresent()) {
      byte[] page = connection.get(walk.next().get());
      FetchReport report = run.take(new ByteArrayInputStream(page), walk.take(page));
      pages.accept(report);
      if (!report.total().status().isGood()) {
        return report;
      }
    }
    return run.report();
  }

  /** What is wished of a fetch. Not safe for several threads. */
  public static final class Builder {

    private final Feed feed;
    private final ListReader reader;
    private final ListImport list;
    private Credentials credentials = Credentials.NONE;
    private FetchSettings settings = FetchSettings.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private Consumer<FetchReport> pages = report -> {};

    private Builder(Feed feed, ListReader reader, ListImport list) {
      this.feed = feed;
      this.reader = reader;
      this.list = list;
    }

    /**
     * What the service knows its caller by.
     *
     * @param newCredentials the credentials
     * @return this
     */
    public Builder credentials(Credentials newCredentials) {
      this.credentials = newCredentials;
      return this;
    }

    /**
     * How patient it is; {@link FetchSettings#DEFAULT} without this.
     *
     * @param newSettings the settings
     * @return this
     */
    public Builder settings(FetchSettings newSettings) {
      this.settings = newSettings;
      return this;
    }

    /**
     * What time it is; the system's without this.
     *
     * @param newClock the clock
     * @return this
     */
    public Builder clock(Clock newClock) {
      this.clock = newClock;
      return this;
    }

    /**
     * Is told after each page how far it is.
     *
     * @param consumer takes the report so far. What it throws ends the fetch after that page
     * @return this
     */
    public Builder onPage(Consumer<FetchReport> consumer) {
      this.pages = consumer;
      return this;
    }

    /**
     * Makes the fetch.
     *
     * @return the fetch
     */
    public ListFetch build() {
      return new ListFetch(this);
    }
  }
}
