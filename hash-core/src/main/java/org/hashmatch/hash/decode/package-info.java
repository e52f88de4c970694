/**
 * Bytes to pixels. The guard comes first: {@link org.hashmatch.hash.decode.ImageGuard} looks at
 * format, bytes, sides and pixels and is the only maker of {@link
 * org.hashmatch.hash.decode.EncodedImage}, which is all that an {@link
 * org.hashmatch.hash.decode.ImageDecoder} takes. So no decoder ever sees a byte that was not
 * guarded. Of a picture that moves, {@link org.hashmatch.hash.decode.Animation} gives the frames
 * behind the first.
 *
 * <p>Entry point: {@link org.hashmatch.hash.decode.ImageGuard}. The one rule: whatever is wrong
 * with a picture ends as an {@link org.hashmatch.hash.UnscreenableException}, never as another
 * exception and never as pixels.
 */
@NullMarked
package org.hashmatch.hash.decode;

import org.jspecify.annotations.NullMarked;
