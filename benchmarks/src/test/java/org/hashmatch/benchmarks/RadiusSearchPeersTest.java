package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.segment.LinearScanIndex;
import org.hashmatch.index.segment.MultiIndexHashingIndex;
import org.hashmatch.testdata.hashes.HashRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every peer finds what a scan finds: without that, a ratio to it would say nothing. */
class RadiusSearchPeersTest {

  private static final int ROWS = 5000;
  private static final int FEW_ROWS = 300;
  private static final int QUERIES = 8;
  private static final int[] RADII = {0, 15, 31, 47};
  private static final Map<String, Function<long[], RadiusSearch>> PEERS =
      Map.of(
          "plainMultiIndex", PlainMultiIndex::new,
          "roaringPostings", RoaringPostings::new,
          "bkTree", BkTree::new,
          "jImageHash", JImageHashTree::new);

  @ParameterizedTest
  @EnumSource(names = {"UNIFORM", "REALISTIC"})
  void everyPeer_amongThousands_findsWhatAScanFinds(HashData data) {
    assertAllFindTheSame(data, ROWS);
  }

  @ParameterizedTest
  @EnumSource
  void everyPeer_onDataOfEachKind_findsWhatAScanFinds(HashData data) {
    assertAllFindTheSame(data, FEW_ROWS);
  }

  @ParameterizedTest
  @EnumSource
  void ourIndexes_onDataOfEachKind_findAsManyAsAScan(HashData data) {
    long[] rows = data.bank(FEW_ROWS);
    assertFindsAsMany(new LinearScanIndex(HashAlgorithm.PDQ), data, rows);
    assertFindsAsMany(new MultiIndexHashingIndex(HashAlgorithm.PDQ), data, rows);
  }

  private static void assertAllFindTheSame(HashData data, int size) {
    long[] rows = data.bank(size);
    PEERS.forEach(
        (name, build) -> {
          RadiusSearch peer = build.apply(rows);
          queries(data, rows).forEach(query -> assertFindsTheSame(name, peer, query, rows));
        });
  }

  private static void assertFindsTheSame(
      String name, RadiusSearch peer, long[] query, long[] rows) {
    for (int radius : RADII) {
      assertThat(peer.search(query, radius).sorted())
          .as("%s at radius %d", name, radius)
          .isEqualTo(scan(query, radius, rows).sorted());
    }
  }

  private static void assertFindsAsMany(HashIndex empty, HashData data, long[] rows) {
    OurIndex index = new OurIndex(empty);
    index.fill(rows);
    queries(data, rows)
        .forEach(
            query ->
                assertThat(index.searcher().search(ImageHash.of(HashAlgorithm.PDQ, query), 31))
                    .isEqualTo(scan(query, 31, rows).count()));
  }

  /** Strangers, neighbours of rows, and rows themselves. */
  private static Stream<long[]> queries(HashData data, long[] rows) {
    return Stream.of(
            data.queries(QuerySet.FRESH, rows, QUERIES),
            data.queries(QuerySet.NEAR, rows, QUERIES),
            data.bank(QUERIES))
        .flatMap(set -> IntStream.range(0, QUERIES).mapToObj(i -> HashRows.row(set, i)));
  }

  private static Hits scan(long[] query, int radius, long[] rows) {
    Hits hits = new Hits();
    for (int row = 0; row < HashRows.count(rows); row++) {
      int distance = HashRows.distance(query, rows, row);
      if (distance <= radius) {
        hits.add(row, distance);
      }
    }
    return hits;
  }
}
