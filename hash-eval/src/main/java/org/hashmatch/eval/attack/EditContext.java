package org.hashmatch.eval.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * What an edit gets besides the picture: random numbers of its own, and a place to note which it
 * used. For one application of one edit, by one thread.
 */
public final class EditContext {

  private final Draws random;
  private final int step;
  private final String kind;
  private final List<Realised> realised = new ArrayList<>();

  private EditContext(Draws random, int step, String kind) {
    this.random = random;
    this.step = step;
    this.kind = kind;
  }

  /**
   * The context of one edit.
   *
   * @param seed what chance depends on
   * @param attack the name of the attack
   * @param step which of the attack's steps, 1 the first
   * @param edit the edit of this step
   * @return a context that has drawn nothing yet
   */
  public static EditContext of(AttackSeed seed, String attack, int step, Edit edit) {
    return new EditContext(seed.stream(attack, step), step, edit.kind());
  }

  /**
   * What the edit used so far.
   *
   * @return the numbers in their order, a copy
   */
  public List<Realised> realised() {
    return List.copyOf(realised);
  }

  /** The value, drawn from its range if it has one; noted. */
  double draw(String name, Span span) {
    double value = span.isFixed() ? span.low() : random.between(span.low(), span.high());
    return note(name, value);
  }

  /** A whole number from a range of whole numbers, both ends included; noted. */
  int drawWhole(String name, Span span) {
    int low = (int) span.low();
    int high = (int) span.high();
    int value = low == high ? low : low + random.below(high - low + 1);
    note(name, value);
    return value;
  }

  double note(String name, double value) {
    realised.add(new Realised(step, kind, name, value));
    return value;
  }

  /** Another picture of such a size, harmless, and unlike any that was drawn before. */
  Picture other(int width, int height) {
    return OtherPicture.drawn(new Draws(random.next()), width, height);
  }

  Draws random() {
    return random;
  }
}
