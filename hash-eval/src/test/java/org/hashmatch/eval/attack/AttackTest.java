package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttackTest {

  /** Kinds that draw nothing, if their parameters are no ranges. */
  private static final Set<String> FIXED =
      Set.of(
          "aspect",
          "blur",
          "blur-pad",
          "bright",
          "clahe",
          "contrast",
          "crop-square",
          "dither",
          "equalise",
          "fade",
          "flip",
          "gamma",
          "gray",
          "halftone",
          "hue",
          "invert",
          "jpeg",
          "letterbox",
          "limit",
          "mirror",
          "pillarbox",
          "posterise",
          "resize",
          "saturate",
          "sepia",
          "sharpen",
          "turn",
          "vignette",
          "webp");

  private static final Picture SMALL = CodecEditTest.photograph().limited(96);

  static Stream<Attack> attacks() {
    return PackSteps.packs().flatMap(pack -> pack.attacks().stream());
  }

  private static Edited apply(Attack attack, Picture picture, long study) {
    return attack.apply(picture, new AttackSeed(study, "pack", "picture"));
  }

  /** Twelve other seeds: two places of two are equal by chance once in 2,000 times. */
  @ParameterizedTest
  @MethodSource("attacks")
  void apply_sameSeed_samePixelsAndAnotherSeed_othersWhereSomethingIsDrawn(Attack attack) {
    assertThat(apply(attack, SMALL, 1)).isEqualTo(apply(attack, SMALL, 1));
    long pictures =
        LongStream.range(1, 13)
            .mapToObj(seed -> apply(attack, SMALL, seed).picture())
            .distinct()
            .count();
    if (drawsNothing(attack)) {
      assertThat(pictures).isOne();
    } else {
      assertThat(pictures).isGreaterThan(1);
    }
  }

  private static boolean drawsNothing(Attack attack) {
    return attack.steps().stream()
        .allMatch(
            step ->
                !step.toText().contains("..")
                    && (FIXED.contains(step.kind()) || step.toText().contains("centre")));
  }

  @Test
  void apply_otherPackAttackPictureOrStep_drawsOthers() {
    Edit noise = Edit.parse("noise sd=10");
    Set<Picture> pictures =
        Stream.of(
                new Attack("a", "b", List.of(noise)).apply(SMALL, new AttackSeed(1, "p", "i")),
                new Attack("a", "c", List.of(noise)).apply(SMALL, new AttackSeed(1, "p", "i")),
                new Attack("a", "b", List.of(noise)).apply(SMALL, new AttackSeed(2, "p", "i")),
                new Attack("a", "b", List.of(noise)).apply(SMALL, new AttackSeed(1, "q", "i")),
                new Attack("a", "b", List.of(noise)).apply(SMALL, new AttackSeed(1, "p", "j")),
                new Attack("a", "b", List.of(Edit.parse("bright by=0"), noise))
                    .apply(SMALL, new AttackSeed(1, "p", "i")))
            .map(Edited::picture)
            .collect(Collectors.toSet());
    assertThat(pictures).hasSize(6);
    Edited renamed = new Attack("z", "b", List.of(noise)).apply(SMALL, new AttackSeed(1, "p", "i"));
    assertThat(pictures).as("the group counts for nothing").contains(renamed.picture());
  }

  @Test
  void apply_severalSteps_areDoneInTheirOrder() {
    Attack first = attack("bright by=-255", "border share=0.1 tint=white", "mirror");
    Attack second = attack("border share=0.1 tint=white", "mirror", "bright by=-255");
    Picture bordered = apply(first, TestPictures.markers(), 1).picture();
    assertThat(Statistics.values(bordered)).containsExactlyInAnyOrder(0, 255);
    assertThat(Statistics.values(apply(second, TestPictures.markers(), 1).picture()))
        .containsExactly(0);
  }

  private static Attack attack(String... steps) {
    return new Attack("test", "test", Stream.of(steps).map(Edit::parse).toList());
  }

  @Test
  void apply_range_drawsAllOfIt() {
    Attack attack = attack("mirror", "jpeg quality=30..33", "blur sigma=0.5..1");
    Set<Double> qualities = ConcurrentHashMap.newKeySet();
    for (long seed = 0; seed < 60; seed++) {
      List<Realised> realised = apply(attack, TestPictures.flat(8, 8, 0), seed).parameters();
      assertThat(realised).hasSize(2);
      assertThat(realised.get(0))
          .isEqualTo(new Realised(2, "jpeg", "quality", realised.get(0).value()));
      assertThat(realised.get(1).value()).isBetween(0.5, 1.0);
      qualities.add(realised.get(0).value());
    }
    assertThat(qualities).containsExactlyInAnyOrder(30.0, 31.0, 32.0, 33.0);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void apply_rangeOfAPack_isRealisedWithinIt(Attack attack) {
    List<Realised> realised = apply(attack, SMALL, 5).parameters();
    for (int i = 0; i < attack.steps().size(); i++) {
      String step = attack.steps().get(i).toText();
      for (String word : step.split(" ", -1)) {
        int equals = word.indexOf('=');
        if (equals > 0 && word.substring(equals + 1).matches("[-0-9.]+")) {
          Span span = Span.parse(word.substring(equals + 1));
          assertThat(value(realised, i + 1, word.substring(0, equals)))
              .isBetween(span.low(), span.high());
        }
      }
    }
  }

  private static double value(List<Realised> realised, int step, String name) {
    return realised.stream()
        .filter(parameter -> parameter.step() == step && parameter.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1x1", "8x8", "640x1", "1x640", "2x3"})
  void apply_tinyPicture_isEdited(String size) {
    int cross = size.indexOf('x');
    Picture tiny =
        TestPictures.grey(
            Integer.parseInt(size.substring(0, cross)),
            Integer.parseInt(size.substring(cross + 1)),
            (x, y) -> 40 + (37 * x + 11 * y) % 200);
    attacks()
        .forEach(
            attack -> {
              Picture edited = apply(attack, tiny, 1).picture();
              assertThat(edited.samples()).hasSize(3 * edited.width() * edited.height());
            });
  }

  @Test
  void apply_longPicture_isEdited() {
    Picture line = TestPictures.grey(3000, 1, (x, y) -> x / 12);
    AttackPack.builtIn("core")
        .attacks()
        .forEach(attack -> assertThat(apply(attack, line, 1).picture().width()).isPositive());
  }

  /** No colour comes from nowhere: edits of tone, size and place leave grey pictures grey. */
  @Test
  void apply_greyPicture_staysGrey() {
    Picture grey = Applied.picture(Edit.parse("gray"), SMALL, 1);
    Set<String> groups =
        Set.of("jpeg", "resize", "blur", "tone", "sharpen", "crop", "aspect", "rot");
    attacks()
        .filter(attack -> groups.contains(attack.group()))
        .forEach(
            attack -> {
              Picture edited = apply(attack, grey, 1).picture();
              assertThat(Applied.picture(Edit.parse("gray"), edited, 1)).isEqualTo(edited);
            });
  }

  @Test
  void apply_inAnotherOrderByThreeThreads_givesTheSame() throws Exception {
    List<Attack> attacks = new ArrayList<>(AttackPack.builtIn("core").attacks());
    Map<String, Picture> inOrder =
        attacks.stream()
            .collect(Collectors.toMap(Attack::name, attack -> apply(attack, SMALL, 1).picture()));
    Collections.shuffle(attacks, new Random(2));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Callable<Edited>> tasks = new ArrayList<>();
      attacks.forEach(attack -> tasks.add(() -> apply(attack, SMALL, 1)));
      List<Future<Edited>> edited = threads.invokeAll(tasks);
      for (int i = 0; i < attacks.size(); i++) {
        assertThat(edited.get(i).get().picture()).isEqualTo(inOrder.get(attacks.get(i).name()));
      }
    } finally {
      threads.shutdown();
    }
  }
}
