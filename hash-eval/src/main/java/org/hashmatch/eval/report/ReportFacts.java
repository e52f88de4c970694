package org.hashmatch.eval.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What one must know to repeat a study: command, seed, commit, JVM, decoder, pictures, duration, in
 * the order in which it is to be read. Immutable.
 *
 * @param facts names, each once, with values
 */
public record ReportFacts(List<Fact> facts) {

  /**
   * One fact.
   *
   * @param name what it is, not blank
   * @param value as it is shown, of any length
   */
  public record Fact(String name, String value) {

    /**
     * Checks the name.
     *
     * @param name as above
     * @param value as above
     * @throws IllegalArgumentException if the name is blank
     */
    public Fact {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a fact must have a name (its value is " + value + ")");
      }
    }
  }

  /**
   * Checks the names.
   *
   * @param facts as above
   * @throws IllegalArgumentException if a name is there twice
   */
  public ReportFacts {
    facts = List.copyOf(facts);
    long names = facts.stream().map(Fact::name).distinct().count();
    if (names != facts.size()) {
      throw new IllegalArgumentException(
          "a fact's name must be there once (got " + facts.stream().map(Fact::name).toList() + ")");
    }
  }

  /**
   * No facts.
   *
   * @return to be added to
   */
  public static ReportFacts none() {
    return new ReportFacts(List.of());
  }

  /**
   * These facts and one more.
   *
   * @param name what it is, not blank
   * @param value as it is shown
   * @return all
   * @throws IllegalArgumentException if the name is blank or there already
   */
  public ReportFacts with(String name, String value) {
    List<Fact> all = new ArrayList<>(facts);
    all.add(new Fact(name, value));
    return new ReportFacts(all);
  }
}
