package org.hashmatch.eval.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * A way in which a picture comes back: edits one after the other, under one name.
 *
 * @param group what kind of attack it is, for example {@code crop}: results are given by group
 * @param name its name, unlike any other in its pack
 * @param steps the edits in their order, at least one
 */
public record Attack(String group, String name, List<Edit> steps) {

  private static final String GROUP = "[a-z][a-z0-9-]*";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.+-]*";

  /**
   * Checks the names and copies the list.
   *
   * @param group as above: lower-case letters, digits and hyphens
   * @param name as above: letters, digits and {@code _ . + -}
   * @param steps as above
   * @throws IllegalArgumentException if a name has other characters or there is no step
   */
  public Attack {
    if (!group.matches(GROUP)) {
      throw new IllegalArgumentException("group must match " + GROUP + " (got " + group + ")");
    }
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("name must match " + NAME + " (got " + name + ")");
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException(name + " must have at least one step");
    }
    steps = List.copyOf(steps);
  }

  /**
   * Edits a picture. At {@value Picture#EDITED_SIDE} pixels the attacks of pack {@code core} take 4
   * ms of one thread in the mean, those with WebP 30; the longest of all, 70.
   *
   * @param picture what is edited; it stays as it is. It is not made smaller first: see {@link
   *     Picture#limited()}
   * @param seed what chance depends on
   * @return the edited picture and the numbers used
   * @throws org.hashmatch.javacv.NativeLibraryException if OpenCV cannot be loaded
   */
  public Edited apply(Picture picture, AttackSeed seed) {
    Picture edited = picture;
    List<Realised> parameters = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      EditContext context = EditContext.of(seed, name, i + 1, steps.get(i));
      edited = steps.get(i).apply(edited, context);
      parameters.addAll(context.realised());
    }
    return new Edited(edited, parameters);
  }
}
