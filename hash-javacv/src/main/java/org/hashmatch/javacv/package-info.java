/**
 * OpenCV and FFmpeg by JavaCV: still pictures decoded, and OpenCV's own hashes.
 *
 * <p>Entry points: {@link org.hashmatch.javacv.OpenCvDecoder}, {@link
 * org.hashmatch.javacv.FfmpegDecoder} for AVIF and HEIC, and {@link
 * org.hashmatch.javacv.OpenCvHasher}. The one rule: nothing outside this room but {@code
 * hash-eval}, whose attacks OpenCV makes, imports bytedeco, and no native memory outlives the call
 * that took it.
 */
@NullMarked
package org.hashmatch.javacv;

import org.jspecify.annotations.NullMarked;
