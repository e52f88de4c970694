/**
 * Finding neighbours: the hashes of a set that lie within a Hamming radius of a query, exactly.
 * Knows hashes and ids, nothing of pictures or banks; opens no socket, and files only of segments.
 */
@org.jspecify.annotations.NullMarked
module org.hashmatch.index {
  requires transitive org.hashmatch.hash;
  requires roaringbitmap;
  requires static org.jspecify;

  exports org.hashmatch.index;
  exports org.hashmatch.index.segment;
}
