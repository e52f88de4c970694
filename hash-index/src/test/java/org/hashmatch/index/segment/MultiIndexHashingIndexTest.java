package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.DataSet;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.RandomHashes;
import org.hashmatch.index.SearchStatistics;
import org.hashmatch.index.Searcher;
import org.hashmatch.testdata.hashes.HashRows;
import org.hashmatch.testdata.hashes.RealisticHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much work a search is, counted rather than timed. */
final class MultiIndexHashingIndexTest {

  private static final int SIZE = 20_000;
  private static final long SEED = 1_729;

  private static HashIndex filled(List<ImageHash> hashes) {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int i = 0; i < hashes.size(); i++) {
      batch.add(i, hashes.get(i));
    }
    HashIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
    index.addAll(batch);
    return index;
  }

  private static SearchStatistics search(HashIndex index, ImageHash query, int radius) {
    Searcher searcher = index.searcher();
    searcher.search(query, radius);
    return searcher.statistics();
  }

  @Test
  void search_randomHashes_verifiesFewOfThem() {
    HashIndex index = filled(DataSet.RANDOM.hashes(HashAlgorithm.PDQ, SIZE, SEED));
    RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, SEED + 1);
    for (int i = 0; i < 50; i++) {
      SearchStatistics search = search(index, random.next(), 31);
      assertThat(search.probes()).as("seed %d query %d", SEED, i).isEqualTo(16 * 17);
      assertThat(search.verified()).as("seed %d query %d", SEED, i).isLessThan(SIZE / 50);
    }
  }

  @Test
  void search_realisticHashes_verifiesFewOfThem() {
    int size = 10_000;
    List<ImageHash> hashes = DataSet.REALISTIC.hashes(HashAlgorithm.PDQ, size, SEED);
    HashIndex index = filled(hashes);
    long[] strangers = RealisticHashes.fresh(50);
    long verified = 0;
    for (int i = 0; i < 50; i++) {
      verified +=
          search(index, ImageHash.of(HashAlgorithm.PDQ, HashRows.row(strangers, i)), 23).verified();
    }
    assertThat(verified).isLessThan(50L * size / 50);
  }

  @Test
  void search_radiusZero_probesOneBucket() {
    HashIndex index = filled(DataSet.RANDOM.hashes(HashAlgorithm.PDQ, SIZE, SEED));
    SearchStatistics search =
        search(index, new RandomHashes(HashAlgorithm.PDQ, SEED + 2).next(), 0);
    assertThat(search.probes()).isEqualTo(1);
    assertThat(search.verified()).isLessThan(10);
  }

  @Test
  void search_constantSubstrings_avoidsTheirBuckets() {
    List<ImageHash> hashes = DataSet.ONE_CONSTANT_SUBSTRING.hashes(HashAlgorithm.PDQ, SIZE, SEED);
    SearchStatistics search = search(filled(hashes), hashes.get(7), 15);
    assertThat(search.probes()).isPositive();
    assertThat(search.verified()).isLessThan(SIZE / 50);
  }

  @Test
  void search_largeRadius_scans() {
    HashIndex index = filled(DataSet.RANDOM.hashes(HashAlgorithm.PDQ, SIZE, SEED));
    SearchStatistics search =
        search(index, new RandomHashes(HashAlgorithm.PDQ, SEED + 3).next(), 100);
    assertThat(search.probes()).isZero();
    assertThat(search.verified()).isEqualTo(SIZE);
  }

  @ParameterizedTest
  @EnumSource(DataSet.class)
  void search_anyData_verifiesNoMoreThanAScan(DataSet data) {
    List<ImageHash> hashes = data.hashes(HashAlgorithm.PDQ, 5_000, SEED);
    HashIndex index = filled(hashes);
    for (ImageHash query : DataSet.queries(HashAlgorithm.PDQ, hashes, SEED)) {
      for (int radius = 0; radius <= 64; radius++) {
        assertThat(search(index, query, radius).verified())
            .as("%s seed %d radius %d", data, SEED, radius)
            .isLessThanOrEqualTo(hashes.size());
      }
    }
  }
}
