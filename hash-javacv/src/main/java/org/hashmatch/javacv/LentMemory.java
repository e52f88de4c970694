package org.hashmatch.javacv;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.image.PixelImage;

/**
 * Native memory behind pixels that are still in use. JavaCPP frees what no Java object refers to,
 * and views of pixels refer to the bytes only: without this, a picture that is not closed could
 * lose its memory while it is read. So it is kept until it is closed, come what may.
 */
final class LentMemory {

  private static final Set<Pointer> LENT =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  private LentMemory() {}

  static DecodedImage lend(PixelImage pixels, Pointer memory) {
    memory.retainReference();
    LENT.add(memory);
    return DecodedImage.lent(pixels, () -> giveBack(memory));
  }

  private static void giveBack(Pointer memory) {
    LENT.remove(memory);
    memory.releaseReference();
  }

  /** How many pictures are not closed. */
  static int count() {
    return LENT.size();
  }
}
