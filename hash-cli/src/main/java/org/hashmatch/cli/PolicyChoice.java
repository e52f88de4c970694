package org.hashmatch.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.FloodLimit;
import org.hashmatch.bank.LabelFilter;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.hash.Quality;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what a bank takes in and what a match means, but its algorithms. */
final class PolicyChoice {

  @Option(
      names = "--quality-floor",
      paramLabel = "N",
      description = "Lowest quality, 0..100. Without it: 50.")
  private @Nullable Integer qualityFloor;

  @Option(
      names = "--decision",
      paramLabel = "block|review|log",
      description = "What a match asks for. Without it: block.")
  private @Nullable MatchAction action;

  @Option(
      names = "--shadow",
      negatable = true,
      description = "Only note matches, to try the bank out.")
  private @Nullable Boolean shadow;

  @Option(
      names = "--negative",
      negatable = true,
      description = "The entries are innocent: what is nearer to one of them is no match.")
  private @Nullable Boolean negative;

  @Option(
      names = "--only-label",
      paramLabel = "LABEL",
      description = "Only entries with one of these labels match.")
  private @Nullable Set<String> only;

  @Option(
      names = "--except-label",
      paramLabel = "LABEL",
      description = "Entries with one of these labels do not match.")
  private @Nullable Set<String> except;

  @Option(
      names = "--time-to-live",
      paramLabel = "TIME",
      converter = Times.class,
      description = "How long entries count, as 90d, 12h, 30m or 10s; 0s: until they are removed.")
  private @Nullable Duration timeToLive;

  @Option(
      names = "--flood",
      paramLabel = "N/TIME",
      converter = Floods.class,
      description = {
        "Set an entry aside that more than so many uploads match in that time, as 100/1h.",
        "Its matches ask for review then, until 'bank enable'."
      })
  private @Nullable FloodLimit flood;

  /** Puts what was given in place of what is there. */
  void apply(BankPolicy.Builder policy, BankPolicy before) {
    if (qualityFloor != null) {
      policy.qualityFloor(new Quality(qualityFloor));
    }
    if (action != null) {
      policy.action(action);
    }
    if (shadow != null) {
      policy.shadow(shadow);
    }
    if (negative != null) {
      policy.negative(negative);
    }
    policy.labels(
        new LabelFilter(
            only == null ? before.labels().only() : named(only),
            except == null ? before.labels().except() : named(except)));
    if (timeToLive != null) {
      policy.timeToLive(timeToLive.isZero() ? null : timeToLive);
    }
    if (flood != null) {
      policy.floodLimit(flood);
    }
  }

  /** An empty label takes a filter away again. */
  private static Set<String> named(Set<String> labels) {
    Set<String> named = new LinkedHashSet<>(labels);
    named.remove("");
    return named;
  }

  /** Reads a number and a unit. */
  static final class Times implements ITypeConverter<Duration> {

    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
      UNITS.put("s", Duration.ofSeconds(1));
      UNITS.put("m", Duration.ofMinutes(1));
      UNITS.put("h", Duration.ofHours(1));
      UNITS.put("d", Duration.ofDays(1));
    }

    @Override
    public Duration convert(String text) {
      if (!text.matches("[0-9]{1,6}[smhd]")) {
        throw new TypeConversionException(
            "expected a time as 90d, 12h, 30m or 10s but was " + text);
      }
      int last = text.length() - 1;
      Duration unit = UNITS.getOrDefault(text.substring(last), Duration.ZERO);
      return unit.multipliedBy(Long.parseLong(text.substring(0, last)));
    }
  }

  /** Reads a number of uploads and a time. */
  static final class Floods implements ITypeConverter<FloodLimit> {

    @Override
    public FloodLimit convert(String text) {
      int slash = text.indexOf('/');
      if (slash < 1 || !text.substring(0, slash).matches("[0-9]{1,7}")) {
        throw new TypeConversionException("expected uploads and a time as 100/1h but was " + text);
      }
      return new FloodLimit(
          Integer.parseInt(text.substring(0, slash)),
          new Times().convert(text.substring(slash + 1)));
    }
  }
}
