package org.hashmatch.javacv;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_img_hash;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.image.PixelImage;

/**
 * OpenCV's radial variance hash, computed by OpenCV: how much brightness varies along 180 lines
 * through the middle of a picture.
 *
 * <p>First step: grey, then blurred by a Gaussian with {@code sigma} 1; nothing is resized, so each
 * line has as many samples as the picture's longer side. The variances are standardised, and the
 * first 40 coefficients of their cosine transform scaled to 0..255.
 *
 * <p>Not an {@code ImageHasher}, because {@link RadialVarianceHash} is not a string of bits; it
 * says more. There is no quality either: ask {@code PdqHasher.full().quality(image)} first, for the
 * bytes of a flat picture are rounding noise that depends on its size alone, so that two flat
 * pictures of one size look the same.
 *
 * <p>The arithmetic is floating-point. Measured with OpenCV's code for SSE3, SSE4.2, AVX2 and
 * AVX-512, and against Debian's OpenCV 4.6.0, the hashes of 187 photographs were equal; other
 * families of processors were not measured.
 *
 * <p>Safe for any number of threads; OpenCV may also use threads of its own. Cost: about PDQ's.
 * Heap: 7 bytes for each pixel of one row. Native memory: about 5 bytes for each pixel of the
 * picture, free when the call returns.
 *
 * <p>Source: opencv_contrib, {@code modules/img_hash/src} at tag 4.13.0 (commit d99ad2a1); C.
 * Zauner, <i>Implementation and Benchmarking of Perceptual Image Hash Functions</i>, 2010.
 */
public final class RadialVarianceHasher {

  // OpenCV's defaults, said here because they are part of the algorithm's identity.
  private static final double SIGMA = 1;
  private static final int LINES = 180;

  private RadialVarianceHasher() {}

  /**
   * Loads OpenCV.
   *
   * @return a hasher
   * @throws NativeLibraryException if the native libraries for this system are absent or cannot be
   *     loaded; the message says what can be done
   */
  public static RadialVarianceHasher load() {
    NativeLibraries.load(opencv_core.class, opencv_img_hash.class);
    return new RadialVarianceHasher();
  }

  /**
   * Hashes a picture.
   *
   * @param image the pixels; nothing of them is kept
   * @return its hash
   * @throws IllegalArgumentException if the picture was reduced while decoding
   * @throws IllegalStateException if there is not the memory for the pixels: OpenCV throws nothing
   *     else for any picture tried, 1x1 to 16,777,216x1 and flat ones included. JavaCPP has a limit
   *     of its own, four times the heap unless {@code org.bytedeco.javacpp.maxPhysicalBytes} says
   *     otherwise
   */
  public RadialVarianceHash hash(PixelImage image) {
    ImageHasher.checkReduction(image, RadialVarianceHash.ID, ImageHasher.ALL_PIXELS);
    return NativePixels.lend(image, RadialVarianceHasher::hash);
  }

  private static RadialVarianceHash hash(Mat pixels) {
    Mat hash = new Mat();
    opencv_img_hash.radialVarianceHash(pixels, hash, SIGMA, LINES);
    byte[] bytes = new byte[RadialVarianceHash.BYTES];
    hash.data().get(bytes);
    return RadialVarianceHash.of(bytes);
  }
}
