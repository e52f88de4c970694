package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListImportTest {

  private static final Instant THEN = Instant.parse("2026-03-02T08:00:00Z");
  private static final ListImport CHANGES = ListImport.builder("demo").build();
  private static final ListImport WHOLE = ListImport.builder("demo").whole(true).build();

  @TempDir private Path folder;
  private Bank bank;

  @BeforeEach
  void create() throws IOException {
    bank = SqliteBankFile.create(folder.resolve("test.bank"), BankSettings.pdq("b"));
  }

  @AfterEach
  void close() throws IOException {
    bank.close();
  }

  @Test
  void list_ofEveryKindOfRow_isCounted() throws Exception {
    bank.addAll(List.of(entry("same", 1), entry("other", 2), entry("back", 3), entry("gone", 4)));
    bank.remove("gone");
    List<RowProblem> problems = new ArrayList<>();
    List<ListChange> changes = new ArrayList<>();

    ImportReport report =
        take(
            CHANGES.toBuilder().onProblem(problems::add).onChange(changes::add).build(),
            (in, sink) -> {
              sink.item(known(1, entry("same", 1)));
              sink.item(known(2, entry("other", 5)));
              sink.item(withdrawn(3, "back"));
              sink.item(known(4, entry("gone", 4)));
              sink.item(known(5, entry("new", 6)));
              sink.item(withdrawn(6, "never was"));
              sink.invalid(new RowProblem(7, "hash", "must have 64 digits (got 3)"));
              sink.unsupported(new RowProblem(8, "", "a video"));
              sink.partlyUnsupported(new RowProblem(9, "pdna", "not used here"));
              sink.item(known(9, entry("new", 7)));
              sink.item(known(10, entry("low", 8).toBuilder().quality(new Quality(49)).build()));
              sink.item(known(11, entry("flat", ImageHash.of(HashAlgorithm.PDQ, 0, 0, 0, 0))));
            });

    assertThat(report)
        .isEqualTo(
            new ImportReport(
                ImportStatus.APPLIED,
                11,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                Map.of(
                    AddOutcome.DELETED_HERE,
                    1L,
                    AddOutcome.LOW_QUALITY,
                    1L,
                    AddOutcome.TRIVIAL_HASH,
                    1L),
                1,
                0,
                List.of(),
                6,
                9));
    assertAddsUp(report);
    assertThat(problems)
        .extracting(RowProblem::toString)
        .containsExactly(
            "line 7, hash: must have 64 digits (got 3)",
            "line 8: a video",
            "line 9, pdna: not used here",
            "line 4: not taken: DELETED_HERE",
            "line 10: not taken: LOW_QUALITY",
            "line 11: not taken: TRIVIAL_HASH");
    assertThat(changes)
        .containsExactly(
            new ListChange(ListChange.Kind.UPDATED, "other"),
            new ListChange(ListChange.Kind.REMOVED, "back"),
            new ListChange(ListChange.Kind.ADDED, "new"),
            new ListChange(ListChange.Kind.UPDATED, "new"));
    assertThat(ids()).containsExactly("new", "other", "same");
    assertThat(bank.find("new")).contains(entry("new", 7));
    assertThat(bank.neighbours(hash(5))).extracting(n -> n.entry().id()).containsExactly("other");
    assertThat(bank.neighbours(hash(2))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void list_ofRandomRows_addsUpAndDryRunSaysTheSame(long seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < 4; round++) {
      ListReader list = randomList(random.nextLong());
      ListImport wish =
          ListImport.builder("demo").whole(random.nextBoolean()).allowShrink(true).build();
      long sequence = bank.health().sequence();
      List<BankEntry> before = entries();

      ImportReport dry = take(wish.toBuilder().dryRun(true).build(), list);

      assertThat(bank.health().sequence()).isEqualTo(sequence);
      assertThat(entries()).isEqualTo(before);
      Set<String> idsBefore = ids();
      ImportReport real = take(wish, list);
      assertThat(dry.status()).isEqualTo(ImportStatus.DRY_RUN);
      assertThat(withStatus(dry, ImportStatus.APPLIED)).isEqualTo(real);
      assertAddsUp(real);
      assertThat(real.lastSequence())
          .isEqualTo(real.firstSequence() == 0 ? 0 : bank.health().sequence());
      Set<String> added = new TreeSet<>(ids());
      added.removeAll(idsBefore);
      assertThat(real.added()).as("seed %d round %d", seed, round).isEqualTo(added.size());
      bank.verify();

      ImportReport again = take(wish, lastRowsOf(list));
      assertThat(again.added() + again.updated() + again.withdrawn() + again.missing()).isZero();
    }
  }

  @Test
  void sameList_aSecondTime_changesNothing() throws Exception {
    ListReader list = list(0, 2500);
    assertThat(take(WHOLE, list).added()).isEqualTo(2500);
    long sequence = bank.health().sequence();

    ImportReport second = take(WHOLE, list);

    assertThat(second.unchanged()).isEqualTo(2500);
    assertThat(second.rows()).isEqualTo(2500);
    assertThat(second.firstSequence()).isZero();
    assertThat(bank.health().sequence()).isEqualTo(sequence);
  }

  @Test
  void wholeList_thatWasCut_isRefusedUntilAPersonLooked() throws Exception {
    bank.add(entry("another's", 5000).toBuilder().origin("another", "").build());
    take(WHOLE, list(0, 1000));
    long sequence = bank.health().sequence();

    ImportReport cut = take(WHOLE, list(0, 10));

    assertThat(cut.status()).isEqualTo(ImportStatus.REFUSED_SHRINK);
    assertThat(cut.missing()).isEqualTo(990);
    assertThat(bank.health().sequence()).isEqualTo(sequence);
    assertThat(bank.size()).isEqualTo(1001);
    assertThat(take(WHOLE.toBuilder().dryRun(true).build(), list(0, 10)).status())
        .isEqualTo(ImportStatus.REFUSED_SHRINK);
    assertThat(take(WHOLE.toBuilder().allowShrink(true).build(), list(0, 10)).missing())
        .isEqualTo(990);
    assertThat(bank.size()).isEqualTo(11);
    assertThat(bank.find("another's")).isPresent();
  }

  @Test
  void shrinkLimit_isAShareOfTheSourcesOwnEntries() throws Exception {
    take(ListImport.builder("big").build(), list("big", 0, 3000));
    take(WHOLE, list("demo", 3000, 3200));

    assertThat(take(WHOLE, list("demo", 3021, 3200)).status())
        .isEqualTo(ImportStatus.REFUSED_SHRINK);
    assertThat(take(WHOLE, list("demo", 3020, 3200)).status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(take(WHOLE.toBuilder().shrinkLimit(0).build(), list("demo", 3030, 3200)).missing())
        .isEqualTo(10);
    assertThat(bank.size()).isEqualTo(3170);
    assertThatThrownBy(() -> ListImport.builder("demo").shrinkLimit(1.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shrink limit must be 0..1 (got 1.1)");
  }

  @Test
  void shrinkLimit_ofPages_countsWhatEarlierPagesTookBack() throws Exception {
    take(WHOLE, list(0, 200));
    ListReader eleven = withdrawals(0, 11);
    ListImport.Earlier ten = new ListImport.Earlier(10, OptionalLong.of(200), Set.of());

    assertThat(take(CHANGES.toBuilder().after(ten).build(), eleven).status())
        .isEqualTo(ImportStatus.REFUSED_SHRINK);
    assertThat(take(CHANGES.toBuilder().after(ten).build(), withdrawals(0, 10)).status())
        .isEqualTo(ImportStatus.APPLIED);
  }

  @Test
  void wholeList_inPages_takesBackWhatNoPageNames() throws Exception {
    take(WHOLE, list(0, 30));
    ListImport.Earlier earlier =
        new ListImport.Earlier(0, OptionalLong.empty(), Set.of("demo-1", "demo-2"));

    ImportReport last = take(WHOLE.toBuilder().after(earlier).build(), list(10, 30));

    assertThat(last.missing()).isEqualTo(8);
    assertThat(ids()).hasSize(22).contains("demo-1", "demo-2").doesNotContain("demo-3");
  }

  @Test
  void withdrawal_ofOneSource_leavesTheOthersClaim() throws Exception {
    BankEntry shared = entry("shared", 1);
    bank.add(shared.toBuilder().origin("another", "c").build());
    take(CHANGES, (in, sink) -> sink.item(known(1, shared)));

    ImportReport report = take(CHANGES, (in, sink) -> sink.item(withdrawn(1, "shared")));

    assertThat(report.withdrawn()).isEqualTo(1);
    assertThat(bank.find("shared").orElseThrow().origins())
        .containsExactly(new Origin("another", "c"));
    assertThat(take(CHANGES, (in, sink) -> sink.item(withdrawn(1, "shared"))).notThere())
        .isEqualTo(1);
    assertThat(take(ListImport.builder("another").whole(true).build(), list(0, 0)).missing())
        .isEqualTo(1);
    assertThat(bank.size()).isZero();
  }

  @Test
  void withdrawal_withoutOrigin_isOfAllMembersOfTheSource() throws Exception {
    take(
        CHANGES,
        (in, sink) -> {
          sink.item(known(1, entry("a", 1).toBuilder().origin("demo/9001", "").build()));
          sink.item(known(2, entry("b", 2).toBuilder().origin("demos", "").build()));
        });

    ImportReport report =
        take(
            CHANGES,
            (in, sink) -> {
              sink.item(withdrawn(1, "a"));
              sink.item(withdrawn(2, "b"));
            });

    assertThat(report.withdrawn()).isEqualTo(1);
    assertThat(report.notThere()).isEqualTo(1);
    assertThat(ids()).containsExactly("b");
  }

  @Test
  void deletedHere_isNotBroughtBack() throws Exception {
    take(CHANGES, list(0, 3));
    bank.remove("demo-1");

    ImportReport report = take(WHOLE, list(0, 3));

    assertThat(report.refused()).isEqualTo(Map.of(AddOutcome.DELETED_HERE, 1L));
    assertThat(report.unchanged()).isEqualTo(2);
    assertThat(ids()).containsExactly("demo-0", "demo-2");
  }

  @Test
  void canary_refusesTheListWholeAndNamesTheRows() throws Exception {
    bank.add(entry("innocent", 77).toBuilder().kind(EntryKind.CANARY).build());
    ListReader list =
        (in, sink) -> {
          sink.item(known(1, entry("good", 1)));
          for (int i = 0; i < 25; i++) {
            sink.item(known(2 + i, entry("near-" + i, Pictures.flipped(hash(77), i))));
          }
        };

    ImportReport report = take(CHANGES.toBuilder().checkpoint("list", "after").build(), list);

    assertThat(report.status()).isEqualTo(ImportStatus.REFUSED_CANARY);
    assertThat(report.canaries())
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "near-" + i).toList());
    assertThat(report.refused()).isEqualTo(Map.of(AddOutcome.HITS_CANARY, 25L));
    assertThat(ids()).containsExactly("innocent");
    assertThat(bank.checkpoint("list")).isEmpty();

    ImportReport oneByOne = take(CHANGES.toBuilder().refuseOnCanary(false).build(), list);
    assertThat(oneByOne.status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(ids()).containsExactly("good", "innocent");
  }

  @Test
  void canary_ofABankOpenedFromItsCache_isStillKnown() throws Exception {
    bank.add(entry("innocent", 77_777).toBuilder().kind(EntryKind.CANARY).build());
    take(CHANGES, list(0, 21_000));
    bank.close();
    assertThat(folder.resolve("test.bank.index")).isNotEmptyDirectory();
    bank = SqliteBankFile.open(folder.resolve("test.bank"));

    ImportReport report =
        take(
            CHANGES,
            (in, sink) -> sink.item(known(1, entry("near", Pictures.flipped(hash(77_777), 3)))));

    assertThat(report.status()).isEqualTo(ImportStatus.REFUSED_CANARY);
    assertThat(take(CHANGES, list(30_000, 30_002)).added()).isEqualTo(2);
  }

  @Test
  void checkpoint_isNotedWithTheListAndOnlyThen() throws Exception {
    ListImport first = CHANGES.toBuilder().checkpoint("list", "one").build();
    take(first.toBuilder().dryRun(true).build(), list(0, 1));
    assertThat(bank.checkpoint("list")).isEmpty();
    take(first, list(0, 0));
    assertThat(bank.checkpoint("list")).contains("one");

    assertThatThrownBy(() -> take(CHANGES.toBuilder().checkpoint("list", "two").build(), cut(1500)))
        .isInstanceOf(ListException.class);
    assertThat(bank.checkpoint("list")).contains("one");
  }

  @Test
  void cutList_isUndoneWhole() throws Exception {
    take(CHANGES, list(0, 5));
    List<BankEntry> before = entries();
    long sequence = bank.health().sequence();

    assertThatThrownBy(() -> take(WHOLE, cut(2500)))
        .isInstanceOf(ListException.class)
        .hasMessage("line 2501: the list is cut");

    assertThat(entries()).isEqualTo(before);
    assertThat(bank.health().sequence()).isEqualTo(sequence);
    assertThat(bank.neighbours(hash(2000))).isEmpty();
    assertThat(take(WHOLE, list(0, 2500)).added()).isEqualTo(2495);
    assertThat(bank.neighbours(hash(2000))).hasSize(1);
  }

  @Test
  void row_thatComesAgainInAnotherBatch_countsOnce() throws Exception {
    ImportReport report =
        take(
            CHANGES,
            (in, sink) -> {
              sink.item(known(1, entry("x", 1)));
              sink.item(withdrawn(2, "y"));
              list(0, 1500).read(in, sink);
              sink.item(withdrawn(1503, "x"));
              sink.item(known(1504, entry("y", 2)));
            });

    assertThat(report.added()).isEqualTo(1501);
    assertThat(report.notThere()).isEqualTo(1);
    assertThat(report.duplicate()).isEqualTo(2);
    assertThat(report.withdrawn()).isZero();
    assertAddsUp(report);
    assertThat(ids()).hasSize(1501).contains("y").doesNotContain("x");
    assertThat(bank.neighbours(hash(2)).stream().map(n -> n.entry().id()))
        .containsExactlyInAnyOrder("y", "demo-2");
  }

  @Test
  void anotherReader_whileAListComes_isNotKeptWaiting() throws Exception {
    take(CHANGES, list(0, 5));
    try (Bank other = SqliteBankFile.open(folder.resolve("test.bank"))) {
      take(
          CHANGES,
          (in, sink) -> {
            list(0, 1500).read(in, sink);
            List<String> seen = new ArrayList<>();
            other.forEach(entry -> seen.add(entry.id()));
            assertThat(seen).hasSize(5);
          });
      other.catchUp();
      assertThat(other.size()).isEqualTo(1500);
    }
  }

  // ---- Lists

  private ImportReport take(ListImport wish, ListReader list) throws IOException {
    return wish.into(bank, InputStream.nullInputStream(), list);
  }

  private static ImageHash hash(long seed) {
    return Pictures.randomHash(new Random(seed));
  }

  private static BankEntry entry(String id, long seed) {
    return entry(id, hash(seed));
  }

  private static BankEntry entry(String id, ImageHash hash) {
    return BankEntry.builder(id).hash(hash).origin("demo", "").addedAt(THEN).build();
  }

  private static ListItem known(long line, BankEntry entry) {
    return new ListItem.Known(line, entry);
  }

  private static ListItem withdrawn(long line, String id) {
    return new ListItem.Withdrawn(line, id, Optional.empty());
  }

  private static ListReader list(int from, int to) {
    return list("demo", from, to);
  }

  private static ListReader list(String source, int from, int to) {
    return (in, sink) -> {
      for (int i = from; i < to; i++) {
        BankEntry entry = entry("demo-" + i, i).toBuilder().origin(source, "").build();
        sink.item(known(i - from + 1L, entry));
      }
    };
  }

  private static ListReader withdrawals(int from, int to) {
    return (in, sink) -> {
      for (int i = from; i < to; i++) {
        sink.item(withdrawn(i - from + 1L, "demo-" + i));
      }
    };
  }

  private static ListReader cut(int rows) {
    return (in, sink) -> {
      list(0, rows).read(in, sink);
      throw new ListException("line " + (rows + 1) + ": the list is cut");
    };
  }

  /** Few ids, so that they come again and again; more than one batch. */
  private static ListReader randomList(long seed) {
    return (in, sink) -> {
      Random random = new Random(seed);
      for (int line = 1; line <= 2600; line++) {
        String id = "id-" + random.nextInt(900);
        switch (random.nextInt(8)) {
          case 0 -> sink.invalid(new RowProblem(line, "hash", "too short"));
          case 1 -> sink.unsupported(new RowProblem(line, "type", "a video"));
          case 2, 3 -> sink.item(withdrawn(line, id));
          case 4 -> {
            ImageHash flat = ImageHash.of(HashAlgorithm.PDQ, 0, 0, 0, 0);
            sink.item(known(line, entry(id, random.nextInt(9) == 0 ? flat : hash(line))));
          }
          default -> sink.item(known(line, entry(id, random.nextInt(3))));
        }
      }
    };
  }

  /** Of each id the last row that a bank takes, if there is one. */
  private static ListReader lastRowsOf(ListReader list) {
    return (in, sink) -> {
      Map<String, ListItem> last = new LinkedHashMap<>();
      list.read(
          in,
          new ListSink() {
            @Override
            public void item(ListItem item) {
              boolean isTaken =
                  !(item instanceof ListItem.Known known)
                      || known.entry().hashes().stream().noneMatch(ImageHash::isTrivial);
              if (isTaken) {
                last.put(item.id(), item);
              } else {
                last.putIfAbsent(item.id(), item);
              }
            }

            @Override
            public void invalid(RowProblem problem) {}

            @Override
            public void unsupported(RowProblem problem) {}
          });
      for (ListItem item : last.values()) {
        sink.item(item);
      }
    };
  }

  private List<BankEntry> entries() throws IOException {
    List<BankEntry> entries = new ArrayList<>();
    bank.forEach(entries::add);
    return entries;
  }

  private Set<String> ids() throws IOException {
    Set<String> ids = new TreeSet<>();
    bank.forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  private static void assertAddsUp(ImportReport report) {
    assertThat(report.rows())
        .isEqualTo(
            report.added()
                + report.updated()
                + report.unchanged()
                + report.withdrawn()
                + report.notThere()
                + report.duplicate()
                + report.invalid()
                + report.unsupported()
                + report.refusedRows());
  }

  private static ImportReport withStatus(ImportReport report, ImportStatus status) {
    return new ImportReport(
        status,
        report.rows(),
        report.added(),
        report.updated(),
        report.unchanged(),
        report.withdrawn(),
        report.notThere(),
        report.duplicate(),
        report.invalid(),
        report.unsupported(),
        report.refused(),
        report.partlyUnsupported(),
        report.missing(),
        report.canaries(),
        report.firstSequence(),
        report.lastSequence());
  }
}
