package org.hashmatch.eval.study;

import java.io.IOException;
import java.util.List;
import org.hashmatch.eval.attack.Picture;

/**
 * A hasher under study: one of ours ({@link PixelHasher}), or any program that prints hashes
 * ({@link CommandHasher}). Safe for any number of threads.
 */
public interface StudiedHasher {

  /**
   * The name by which tables call it.
   *
   * @return 1..40 of {@code [A-Za-z0-9._:/+-]}
   */
  String name();

  /**
   * Hashes pictures.
   *
   * @param pictures some pictures, or edits of them
   * @return their hashes, in the same order, all of the same number of bits
   * @throws IOException if it cannot
   */
  List<StudiedHash> hash(List<Picture> pictures) throws IOException;
}
