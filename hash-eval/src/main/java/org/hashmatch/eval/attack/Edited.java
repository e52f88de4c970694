package org.hashmatch.eval.attack;

import java.util.List;

/**
 * What an attack made of a picture.
 *
 * @param picture the pixels
 * @param parameters the numbers used, in the order of steps
 */
public record Edited(Picture picture, List<Realised> parameters) {

  /**
   * Copies the list.
   *
   * @param picture as above
   * @param parameters as above
   */
  public Edited {
    parameters = List.copyOf(parameters);
  }
}
