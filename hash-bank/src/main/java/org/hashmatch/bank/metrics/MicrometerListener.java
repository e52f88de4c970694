package org.hashmatch.bank.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.Screening;
import org.hashmatch.bank.ScreeningListener;

/**
 * Counts and times decisions, and watches banks, in a Micrometer registry. The package lists the
 * meters. Safe for any number of threads; never fails a decision.
 */
public final class MicrometerListener implements ScreeningListener {

  private static final String NONE = "none";

  private final MeterRegistry registry;
  private final Clock clock;

  /**
   * A listener that counts.
   *
   * @param registry where the meters are
   */
  public MicrometerListener(MeterRegistry registry) {
    this(registry, Clock.systemUTC());
  }

  MicrometerListener(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Has a bank's size, sequence, staleness and problem shown as gauges. The registry keeps no bank
   * alive; of two banks with one name the first is shown.
   *
   * @param bank an open bank
   * @return this
   */
  public MicrometerListener watch(Bank bank) {
    gauge("entries", "Entries of the bank", bank, Bank::size);
    gauge("sequence", "The last change that its searches see", bank, b -> b.health().sequence());
    gauge("staleness", "Time since it saw its store", bank, this::secondsSinceChecked);
    gauge(
        "problem",
        "Whether it cannot see its store",
        bank,
        b -> b.health().problem().isPresent() ? 1 : 0);
    return this;
  }

  private void gauge(String name, String description, Bank bank, ToDoubleFunction<Bank> value) {
    Gauge.builder("hashmatch.bank." + name, bank, value)
        .tag("bank", bank.settings().name())
        .description(description)
        .baseUnit("staleness".equals(name) ? "seconds" : null)
        .register(registry);
  }

  private double secondsSinceChecked(Bank bank) {
    return Duration.between(bank.health().checkedAt(), clock.instant()).toMillis() / 1000.0;
  }

  @Override
  public void screened(Screening screening) {
    Decision decision = screening.decision();
    String word = decision.word().toLowerCase(Locale.ROOT);
    registry
        .counter(
            "hashmatch.decisions",
            Tags.of("decision", word, "bank", bank(decision), "reason", reason(decision)))
        .increment();
    registry.timer("hashmatch.screening", "decision", word).record(screening.took());
  }

  private static String bank(Decision decision) {
    return decision.best().map(match -> match.bank().name()).orElse(NONE);
  }

  private static String reason(Decision decision) {
    return decision instanceof Decision.Unscreenable unscreenable
        ? unscreenable.reason().name().toLowerCase(Locale.ROOT)
        : NONE;
  }
}
