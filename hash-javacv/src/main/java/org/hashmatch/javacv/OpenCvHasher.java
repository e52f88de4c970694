package org.hashmatch.javacv;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_img_hash;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.image.PixelImage;

/**
 * OpenCV's own hashes, computed by OpenCV: {@link #marrHildreth()} and {@link #blockMean()} of its
 * module {@code img_hash}.
 *
 * <p>Order: OpenCV gives bytes, and the text of a hash is those bytes in their order, the first
 * byte first. As text has the highest bit first, bit 7 of OpenCV's byte 0 is the highest bit.
 *
 * <p>Dihedral: the picture itself is turned, eight times, and each rendition hashed; neither hash
 * can be turned by itself. So each of the eight equals the hash of a file that was really turned.
 *
 * <p>Quality is PDQ's ({@link PdqHasher#quality}), because OpenCV has none, and one word must have
 * one meaning. It is what keeps flat pictures away: their Marr-Hildreth bits are rounding noise.
 *
 * <p>Radius: PDQ's does not fit, and each algorithm needs its own. Over the 1,343,980 pairs of
 * 1,640 unrelated photographs:
 *
 * <table>
 * <caption>distance of unrelated photographs</caption>
 * <tr><th>algorithm</th><th>mean</th><th>deviation</th><th>1 pair in 1,000</th><th>nearest</th></tr>
 * <tr><td>Marr-Hildreth, 576 bits</td><td>283</td><td>27</td><td>up to 173</td><td>62</td></tr>
 * <tr><td>block mean, 256 bits</td><td>124</td><td>44</td><td>up to 25</td><td>4</td></tr>
 * </table>
 *
 * <p>At PDQ's radius of 31, block mean takes one pair of unrelated photographs in 285 for a match.
 * No bit of either is constant: over those photographs each is one in 24 to 76 % of them
 * (Marr-Hildreth) and in 35 to 64 % (block mean).
 *
 * <p>Deterministic for block mean, which is integers throughout. Marr-Hildreth goes through a
 * Fourier transform in float arithmetic, which another processor may round differently: measured
 * with OpenCV's code for SSE3, SSE4.2, AVX2 and AVX-512, the eight hashes of 187 photographs were
 * equal to the bit, and so were the first of them to those of Debian's OpenCV 4.6.0. Other families
 * of processors were not measured.
 *
 * <p>Safe for any number of threads; OpenCV may also use threads of its own. Cost: eight hashes and
 * seven turns. On one thread Marr-Hildreth takes 37 times as long as PDQ at 512x512 and 9 times at
 * 12 megapixels, block mean 3 and 5 times. Heap: PDQ's, and 7 bytes for each pixel of one row.
 * Native memory: about 11 bytes for each pixel of the picture, free when the call returns.
 *
 * <p>Source: opencv_contrib, {@code modules/img_hash/src} at tag 4.13.0 (commit d99ad2a1); C.
 * Zauner, <i>Implementation and Benchmarking of Perceptual Image Hash Functions</i>, 2010. OpenCV's
 * block mean hash in mode 1 is not here: its 121 bytes are no multiple of 64 bits. Its radial
 * variance hash is {@link RadialVarianceHash}.
 */
public final class OpenCvHasher implements ImageHasher {

  /**
   * Marr-Hildreth, 576 bits: where edges lie, told by which of nine neighbouring blocks answer more
   * strongly than their average.
   *
   * <p>First step: grey, blurred by a Gaussian of 7x7 pixels at full size, then resized to 512x512
   * by bicubic interpolation, 4x4 pixels for each of the result. A larger picture is so sampled
   * rather than averaged. Then the histogram is equalised, a kernel of 17x17 applied ({@code alpha}
   * 2, {@code scale} 1) and the answers summed in 31x31 blocks of 16x16; 8x8 groups of 3x3 blocks
   * give nine bits each, column by column, in OpenCV's bytes from the highest bit down.
   *
   * <p>OpenCV's kernel grows towards its corners, {@code exp(+a/2)} where the Laplacian of a
   * Gaussian has {@code exp(-a/2)}. It is left so: with another kernel it is another algorithm.
   */
  public static final HashAlgorithm MARR_HILDRETH =
      new HashAlgorithm("opencv-marr-hildreth", 1, 576);

  /**
   * Block mean in mode 0, 256 bits: which of 16x16 blocks are at least as bright as the picture on
   * average.
   *
   * <p>First step: resized to 256x256 in colour by {@code INTER_LINEAR_EXACT}, 2x2 pixels for each
   * of the result. A larger picture is so sampled, not averaged. Then grey; the blocks give their
   * bits row by row, in each of OpenCV's bytes from the lowest bit up. All bits of a flat picture
   * are one.
   */
  public static final HashAlgorithm BLOCK_MEAN = new HashAlgorithm("opencv-block-mean", 1, 256);

  // OpenCV's defaults, said here because they are part of the algorithm's identity.
  private static final float ALPHA = 2;
  private static final float SCALE = 1;

  private final HashAlgorithm algorithm;
  private final BiConsumer<Mat, Mat> compute;
  private final PdqHasher pdq = PdqHasher.full();

  private OpenCvHasher(HashAlgorithm algorithm, BiConsumer<Mat, Mat> compute) {
    NativeLibraries.load(opencv_core.class, opencv_img_hash.class);
    this.algorithm = algorithm;
    this.compute = compute;
  }

  /**
   * OpenCV's Marr-Hildreth hash.
   *
   * @return a hasher of {@link #MARR_HILDRETH}
   * @throws NativeLibraryException if the native libraries for this system are absent or cannot be
   *     loaded
   */
  public static OpenCvHasher marrHildreth() {
    return new OpenCvHasher(
        MARR_HILDRETH,
        (pixels, hash) -> opencv_img_hash.marrHildrethHash(pixels, hash, ALPHA, SCALE));
  }

  /**
   * OpenCV's block mean hash, mode 0.
   *
   * @return a hasher of {@link #BLOCK_MEAN}
   * @throws NativeLibraryException if the native libraries for this system are absent or cannot be
   *     loaded
   */
  public static OpenCvHasher blockMean() {
    return new OpenCvHasher(
        BLOCK_MEAN,
        (pixels, hash) ->
            opencv_img_hash.blockMeanHash(pixels, hash, opencv_img_hash.BLOCK_MEAN_HASH_MODE_0));
  }

  /**
   * The hasher that makes hashes of an algorithm.
   *
   * @param algorithm one of {@link #algorithms()}
   * @return its hasher
   * @throws IllegalArgumentException if it is another algorithm
   * @throws NativeLibraryException if the native libraries for this system are absent or cannot be
   *     loaded
   */
  public static OpenCvHasher of(HashAlgorithm algorithm) {
    if (algorithm.equals(MARR_HILDRETH)) {
      return marrHildreth();
    }
    if (algorithm.equals(BLOCK_MEAN)) {
      return blockMean();
    }
    throw new IllegalArgumentException("not an OpenCV algorithm: " + algorithm);
  }

  /**
   * What {@link #of} knows. Loads nothing.
   *
   * @return the algorithms
   */
  public static List<HashAlgorithm> algorithms() {
    return List.of(MARR_HILDRETH, BLOCK_MEAN);
  }

  @Override
  public HashAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * Hashes a picture.
   *
   * @param image the pixels; nothing of them is kept
   * @return the eight dihedral hashes, PDQ's quality, and whether they may be trusted
   * @throws IllegalArgumentException if the picture was reduced while decoding
   * @throws IllegalStateException if there is not the memory for the pixels: OpenCV throws nothing
   *     else for any picture tried, 1x1 to 16,777,216x1 and flat ones included. JavaCPP has a limit
   *     of its own, four times the heap unless {@code org.bytedeco.javacpp.maxPhysicalBytes} says
   *     otherwise
   */
  @Override
  public HashedImage hash(PixelImage image) {
    ImageHasher.checkReduction(image, algorithm.id(), ALL_PIXELS);
    List<ImageHash> hashes = NativePixels.lend(image, this::hashes);
    return new HashedImage(
        image.width(), image.height(), 1, new ImageHashes(pdq.quality(image), hashes));
  }

  private List<ImageHash> hashes(Mat pixels) {
    Renditions renditions = new Renditions(pixels);
    Mat bytes = new Mat();
    List<ImageHash> hashes = new ArrayList<>();
    for (Dihedral dihedral : Dihedral.values()) {
      compute.accept(renditions.of(dihedral), bytes);
      hashes.add(read(bytes));
    }
    return hashes;
  }

  /** OpenCV's first byte is the highest of the last word, so that text has its order. */
  private ImageHash read(Mat bytes) {
    ByteBuffer bigEndian = ByteBuffer.allocate(algorithm.bits() / Byte.SIZE);
    bytes.data().get(bigEndian.array());
    long[] words = new long[algorithm.words()];
    for (int word = words.length - 1; word >= 0; word--) {
      words[word] = bigEndian.getLong();
    }
    return ImageHash.of(algorithm, words);
  }
}
