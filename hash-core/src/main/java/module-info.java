/**
 * Perceptual hashes of pictures: the values, the algorithms, and guarded decoding. Pure Java; opens
 * no socket and writes no file.
 */
@org.jspecify.annotations.NullMarked
module org.hashmatch.hash {
  requires java.desktop;
  requires static org.jspecify;

  exports org.hashmatch.hash;
  exports org.hashmatch.hash.algorithm;
  exports org.hashmatch.hash.decode;
  exports org.hashmatch.hash.image;
  exports org.hashmatch.hash.view;
}
