package org.hashmatch.hash.view;

/**
 * One of the pictures that a file may show. How it is turned is none of them: the eight dihedral
 * hashes of each view cover that, the EXIF-upright picture included.
 *
 * @param frame which frame, 0 for the first or only one
 * @param background what is seen where the picture is transparent
 */
public record View(int frame, Background background) {

  /** The colours as they are stored in the first frame: what other tools hash. */
  public static final View STORED = new View(0, Background.STORED);

  /** What is seen where a picture is transparent. */
  public enum Background {
    /** The colours that are stored there, as if nothing were transparent. */
    STORED,
    /** A white page. */
    WHITE
  }

  /**
   * Checks the frame.
   *
   * @param frame as above
   * @param background as above
   * @throws IllegalArgumentException if the frame is negative
   */
  public View {
    if (frame < 0) {
      throw new IllegalArgumentException("frame must be 0 or more (got " + frame + ")");
    }
  }

  /**
   * The same frame on another background.
   *
   * @param other the background
   * @return the view
   */
  public View on(Background other) {
    return new View(frame, other);
  }

  /**
   * The view in a few words.
   *
   * @return for example {@code frame 12 on white}; empty for {@link #STORED}
   */
  public String label() {
    String which = frame == 0 ? "" : "frame " + frame;
    return background == Background.STORED ? which : (which + " on white").strip();
  }
}
