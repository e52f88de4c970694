package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That every step of every pack does what it says, measured on what comes out: places by markers in
 * the picture, strengths by statistics. A kind that nobody measures is an error.
 */
final class EditEffectTest {

  private static final long[] SEEDS = {1, 2, 3};

  static List<String> steps() {
    return PackSteps.all();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void step_ofAnyPack_doesWhatItSays(String step) {
    Edit edit = Edit.parse(step);
    for (long seed : SEEDS) {
      measure(edit, seed);
    }
  }

  private static void measure(Edit edit, long seed) {
    if (edit instanceof CropEdit
        || edit instanceof WarpEdit
        || edit instanceof SizeEdit
        || edit instanceof TurnEdit) {
      GeometryMeasures.measure(edit, seed);
    } else if (edit instanceof BorderEdit
        || edit instanceof ScreenEdit
        || edit instanceof CollageEdit) {
      SurroundingMeasures.measure(edit, seed);
    } else if (edit instanceof OverlayEdit
        || edit instanceof BlockEdit
        || edit instanceof PasteEdit) {
      CoverMeasures.measure(edit, seed);
    } else {
      SampleMeasures.measure(edit, seed);
    }
  }

  @Test
  void kinds_ofTheLibrary_areAllInSomePack() {
    assertThat(PackSteps.all().stream().map(step -> Edit.parse(step).kind()).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(Edit.kinds());
  }
}
