package org.hashmatch.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.exchange.ListFormat;
import org.hashmatch.bank.exchange.ListReader;
import org.hashmatch.bank.exchange.fetch.Credentials;
import org.hashmatch.bank.exchange.fetch.Feed;
import org.hashmatch.bank.exchange.fetch.FetchReport;
import org.hashmatch.bank.exchange.fetch.ListFetch;
import org.hashmatch.bank.exchange.fetch.NcmecFeed;
import org.hashmatch.bank.exchange.fetch.StopNciiFeed;
import org.hashmatch.bank.exchange.fetch.TechAgainstTerrorismFeed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bank fetch BANK --from SERVICE} */
@Command(
    name = "fetch",
    description = {
      "Takes what a service has changed since the last fetch into a bank.",
      "Credentials are read from the environment: HASHMATCH_NCMEC_USER and _PASSWORD,",
      "HASHMATCH_STOPNCII_FUNCTIONS_KEY and _SUBSCRIPTION_KEY, HASHMATCH_TAT_TOKEN (or _USER and _PASSWORD)."
    },
    mixinStandardHelpOptions = true)
final class BankFetchCommand implements Callable<Integer> {

  /** The services there are. */
  private enum Service {
    NCMEC,
    STOPNCII,
    TAT
  }

  @Mixin private final BankPlace place = new BankPlace();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "ncmec|stopncii|tat",
      description = "Which service.")
  private Service service = Service.STOPNCII;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where it is, if not at its usual address; NCMEC has several lists.")
  private @Nullable String url;

  @Mixin private final ListChoice listChoice = new ListChoice();

  @Mixin private final ImportChoice importChoice = new ImportChoice();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    Feed feed = feed();
    Credentials credentials = credentials(System.getenv());
    ListFormat format = format();
    try (Bank bank = place.open()) {
      String name = feed.toString();
      ListReader reader =
          format.reader(listChoice.options(format, bank, importChoice.labels(), name));
      FetchReport report =
          ListFetch.builder(
                  feed,
                  reader,
                  importChoice.builder(listChoice.source(format), name, console).build())
              .credentials(credentials)
              .onPage(page -> console.err().println(name + ": page " + page.pages()))
              .build()
              .into(bank);
      int code = ImportChoice.print(report.total(), bank.size(), console.err());
      return report.isFinished() ? code : ExitCode.UNSCREENABLE;
    }
  }

  private ListFormat format() {
    return switch (service) {
      case NCMEC -> ListFormat.NCMEC;
      case STOPNCII -> ListFormat.STOPNCII;
      case TAT -> ListFormat.TAT;
    };
  }

  private Feed feed() {
    return switch (service) {
      case NCMEC -> NcmecFeed.of(url == null ? NcmecFeed.INDUSTRY : url);
      case STOPNCII -> StopNciiFeed.of(url == null ? StopNciiFeed.ADDRESS : url);
      case TAT -> TechAgainstTerrorismFeed.of(url == null ? TechAgainstTerrorismFeed.ADDRESS : url);
    };
  }

  private Credentials credentials(Map<String, String> environment) {
    return switch (service) {
      case NCMEC -> Credentials.ncmec(environment);
      case STOPNCII -> Credentials.stopNcii(environment);
      case TAT -> Credentials.techAgainstTerrorism(environment);
    };
  }
}
