package org.hashmatch.eval.attack;

import java.util.List;

/** What is written on drawn things; the font knows ASCII only. */
final class Phrases {

  private static final List<String> SHORT =
      List.of("PREVIEW", "SAMPLE", "COPYRIGHT", "ARCHIVE", "PRESS FOTO", "DAILY POST");

  private static final List<String> LONG =
      List.of(
          "when the weekend begins",
          "look what I have found today",
          "best day of the whole year",
          "greetings from the seaside",
          "nobody expected that, did they?",
          "see you all tomorrow at eight",
          "that feeling on monday morning",
          "please share with everyone you know");

  private static final List<String> NAMES =
      List.of("anna.travels", "bob_2041", "cat & dog", "the.daily.view", "dora k.", "sunny_side");

  private Phrases() {}

  static String mark(Draws random) {
    return SHORT.get(random.below(SHORT.size()));
  }

  static String line(Draws random) {
    return LONG.get(random.below(LONG.size()));
  }

  static String name(Draws random) {
    return NAMES.get(random.below(NAMES.size()));
  }
}
