/**
 * Pixels in memory: pictures over arrays that a decoder filled, luminance planes, resampling and
 * box filters.
 *
 * <p>Entry point: {@link org.hashmatch.hash.image.PixelImage}. The one rule: whatever is done here
 * is done to samples; nothing knows of files, formats or hashes.
 */
@NullMarked
package org.hashmatch.hash.image;

import org.jspecify.annotations.NullMarked;
