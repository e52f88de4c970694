/**
 * Robustness and quality of hashes, measured on pictures and hashes that the caller has. Opens no
 * socket and no file.
 */
@org.jspecify.annotations.NullMarked
module org.hashmatch.eval {
  requires transitive org.hashmatch.hash;
  requires commons.math3;
  requires static org.jspecify;

  exports org.hashmatch.eval;
}
