package org.hashmatch.eval.attack;

import java.util.List;

/**
 * One change of a picture's pixels, with its parameters: what a pack's line has between two bars.
 *
 * <p>As text: the kind, then each parameter as {@code key=value}; all keys must be given. A value
 * is a number, a range {@code a..b} from which the seed draws, or one of a few words.
 *
 * <p>Immutable and safe for any number of threads. The same picture, edit and seed give the same
 * pixels to the bit.
 */
public sealed interface Edit permits CodecEdit, ToneEdit, MirrorEdit {

  /**
   * Edits a picture.
   *
   * @param picture what is edited; it stays as it is
   * @param context where random numbers come from, and where used ones are noted
   * @return the edited picture, often of another size
   */
  Picture apply(Picture picture, EditContext context);

  /**
   * What kind of edit this is.
   *
   * @return the first word of its text
   */
  default String kind() {
    return EditText.kind(getClass());
  }

  /**
   * This edit as packs write it.
   *
   * @return what {@link #parse} reads
   */
  default String toText() {
    return EditText.write(this);
  }

  /**
   * Reads an edit.
   *
   * @param text kind and parameters, separated by blanks
   * @return the edit
   * @throws IllegalArgumentException if the kind or a key is unknown, a key is missing or given
   *     twice, or a value is not what it may be; the message names it
   */
  static Edit parse(String text) {
    return EditText.read(text);
  }

  /**
   * All kinds there are.
   *
   * @return their names, sorted
   */
  static List<String> kinds() {
    return EditText.kinds();
  }
}
