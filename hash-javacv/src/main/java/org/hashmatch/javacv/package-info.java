/**
 * Decoding by JavaCV: OpenCV for still pictures.
 *
 * <p>Entry point: {@link org.hashmatch.javacv.OpenCvDecoder}. The one rule: nothing outside this
 * room imports bytedeco, and no native memory outlives the call that took it.
 */
@NullMarked
package org.hashmatch.javacv;

import org.jspecify.annotations.NullMarked;
