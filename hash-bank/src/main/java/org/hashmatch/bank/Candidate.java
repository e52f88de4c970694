package org.hashmatch.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.view.View;

/** A view of an upload, with its renditions to look up: one or more, of one algorithm. */
record Candidate(View view, Map<Dihedral, ImageHash> renditions, Quality quality) {

  static Candidate of(View view, ImageHashes hashes) {
    Map<Dihedral, ImageHash> renditions = new LinkedHashMap<>();
    for (Dihedral dihedral : Dihedral.values()) {
      renditions.put(dihedral, hashes.of(dihedral));
    }
    return new Candidate(view, renditions, hashes.quality());
  }

  /** A hash of which the turned ones are not known. */
  static Candidate of(ImageHash hash, Quality quality) {
    return new Candidate(View.STORED, Map.of(Dihedral.ORIGINAL, hash), quality);
  }

  HashAlgorithm algorithm() {
    return renditions.values().iterator().next().algorithm();
  }
}
