package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.Verdict;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each format's rows mean. */
class ListExamplesTest {

  private static final ImageHash HASH = ImageHash.parse(HashAlgorithm.PDQ, Examples.HASH);
  private static final ExactDigest MD5 = ExactDigest.parse(DigestAlgorithm.MD5, Examples.MD5);
  private static final ExactDigest SHA1 = ExactDigest.parse(DigestAlgorithm.SHA1, Examples.SHA1);

  @Test
  void ncmec_example_isReadAsItIs() throws IOException {
    Taken taken = Taken.read(ListFormat.NCMEC, Examples.NCMEC);

    BankEntry entry = taken.entries().get(0);
    assertThat(entry.id()).isEqualTo("list/9001-demo-17");
    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.digests()).containsExactly(MD5);
    assertThat(entry.origins()).containsExactly(new Origin("list/Sample NGO", "demo-17"));
    assertThat(entry.labels()).containsExactly("ncmec-b2");
    assertThat(entry.quality()).isEmpty();
    assertThat(entry.addedAt()).isEqualTo(Taken.AT);
    assertThat(entry.updatedAt()).isEqualTo(Instant.parse("2026-03-02T07:59:00Z"));
    assertThat(entry.provenance()).isEqualTo("line 3");
    assertThat(taken.withdrawn()).containsExactly("list/9001-demo-03");
    assertThat(taken.rows()).isEqualTo(2);
  }

  @Test
  void ncmec_rowsOfOtherKinds_areUnsupported() throws IOException {
    String text =
        Examples.NCMEC
            .replace(
                "<videos count=\"0\"/>",
                "<videos><video><id>v</id></video><deletedVideo/></videos>")
            .replace("</images>", "<audio/></images>")
            .replace("<pdq>", "<videntifier rel=\"a\" href=\"b\"/><pdna>eHh4</pdna><pdq>");

    Taken taken = Taken.read(ListFormat.NCMEC, text);

    assertThat(taken.items()).hasSize(2);
    assertThat(taken.unsupported())
        .extracting(RowProblem::problem)
        .containsExactly(
            "is audio, not an image", "is video, not an image", "is deletedVideo, not an image");
    assertThat(taken.partly())
        .extracting(RowProblem::toString)
        .containsExactly(
            "line 3, fingerprints: videntifier is not used",
            "line 3, fingerprints: pdna is not used");
  }

  @Test
  void ncmec_noUsableFingerprint_isUnsupportedOrInvalid() throws IOException {
    String md5 = "<md5>" + Examples.MD5 + "</md5>";
    String pdq = "<pdq>" + Examples.HASH + "</pdq>";
    Taken other =
        Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace(md5 + pdq, "<pdna>eHh4</pdna>"));
    Taken none = Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace(md5 + pdq, ""));
    Taken broken = Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace(md5 + pdq, "<md5>1</md5>"));
    Taken partly = Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace(md5, "<md5>1</md5>"));

    assertThat(other.messages()).contains("fingerprints: pdna is not used");
    assertThat(other.unsupported()).hasSize(1);
    assertThat(none.unsupported())
        .extracting(RowProblem::problem)
        .containsExactly("has no fingerprint that is used here");
    assertThat(broken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly("line 3, md5: MD5 must be 32 hex digits (got 1 characters)");
    assertThat(partly.entries()).singleElement().satisfies(e -> assertThat(e.digests()).isEmpty());
    assertThat(partly.partly()).hasSize(1);
  }

  @Test
  void ncmec_documentTypeOrOtherRoot_isRefused() {
    String doctype =
        "<!DOCTYPE queryResult [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + Examples.NCMEC;
    assertThatThrownBy(() -> Taken.read(ListFormat.NCMEC, doctype))
        .isInstanceOf(ListException.class)
        .hasMessage("the XML has a document type, which no list has");
    for (String other : List.of("<html/>", Examples.NCMEC.replace("/v2", "/v1"))) {
      assertThatThrownBy(() -> Taken.read(ListFormat.NCMEC, other))
          .isInstanceOf(ListException.class)
          .hasMessageStartingWith("this is not a list of the format: expected queryResult of ");
    }
    assertThatThrownBy(
            () -> Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace("Sample", "&nope;")))
        .isInstanceOf(ListException.class);
  }

  @Test
  void stopNcii_example_isReadAsItIs() throws IOException {
    BankEntry entry = Taken.read(ListFormat.STOPNCII, Examples.STOPNCII).entry();

    // The first half of SHA-256 of "ImagePDQ:" and the hash, by sha256sum.
    assertThat(entry.id()).isEqualTo("list/9304d67f0be18e0fea9ac750e37b8dbc");
    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.origins())
        .containsExactly(new Origin("list", "11111111-2222-3333-4444-555555555555"));
    assertThat(entry.labels()).containsExactly("Intimate");
    assertThat(entry.updatedAt()).isEqualTo(Instant.ofEpochSecond(1789999000));
    assertThat(entry.quality()).isEmpty();
    assertThat(entry.provenance()).isEqualTo("row 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hashStatus\":\"Withdrawn\"",
        "\"hashStatus\":\"Deleted\"",
        "\"hashStatus\":\"Active\",\"x\":0"
      })
  void stopNcii_withdrawnAsAWholeOrByAllCases_isWithdrawn(String status) throws IOException {
    String text = Examples.STOPNCII.replace("\"hashStatus\":\"Active\"", status);
    if (status.contains("x")) {
      text = text.replace("555555555555\":\"Active\"", "555555555555\":\"Deleted\"");
    }

    Taken taken = Taken.read(ListFormat.STOPNCII, text);

    String id = Taken.read(ListFormat.STOPNCII, Examples.STOPNCII).entry().id();
    assertThat(taken.withdrawn()).containsExactly(id);
    assertThat(taken.rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"hashStatus\":\"Active\"','\"hashStatus\":\"Unknown\"',hashStatus: is Unknown",
    "'\"hashStatus\":\"Active\"','\"hashStatus\":\"Novel\"',hashStatus: is Novel",
    "ImagePDQ,VideoMD5,'signalType: is VideoMD5, not ImagePDQ'",
    "'55\":\"Active\"','55\":\"Novel\"',caseNumbers: no case is active"
  })
  void stopNcii_unknownWords_areUnsupported(String what, String with, String problem)
      throws IOException {
    Taken taken = Taken.read(ListFormat.STOPNCII, Examples.STOPNCII.replace(what, with));

    assertThat(taken.unsupported())
        .extracting(RowProblem::toString)
        .containsExactly("line 1, " + problem);
    assertThat(taken.rows()).isEqualTo(1);
  }

  @Test
  void stopNcii_zeros_areInvalid() throws IOException {
    for (String zeros : List.of("0".repeat(32), "0".repeat(64), "f".repeat(64))) {
      Taken taken =
          Taken.read(ListFormat.STOPNCII, Examples.STOPNCII.replace(Examples.HASH, zeros));
      assertThat(taken.invalid()).extracting(RowProblem::field).containsExactly("hashValue");
      assertThat(taken.rows()).isEqualTo(1);
    }
  }

  @Test
  void stopNcii_pagesOneAfterTheOtherOrInAnArray_areOneList() throws IOException {
    String page = Examples.STOPNCII;
    assertThat(Taken.read(ListFormat.STOPNCII, page + page).items()).hasSize(2);
    assertThat(Taken.read(ListFormat.STOPNCII, "[" + page + "," + page + "]").items())
        .extracting(ListItem::line)
        .containsExactly(1L, 2L);
  }

  @Test
  void stopNcii_tags_areMadeLabels() throws IOException {
    String text =
        Examples.STOPNCII.replace(
            "[\"Intimate\"]", "[\"a,b\",\"a, b\",\"\",\"\\n\",\"" + "x".repeat(200) + "\"]");

    assertThat(Taken.read(ListFormat.STOPNCII, text).entry().labels())
        .containsExactly("a b", "x".repeat(100));
  }

  @Test
  void threatExchange_example_isReadAsItIs() throws IOException {
    BankEntry entry = Taken.read(ListFormat.THREATEXCHANGE, Examples.THREATEXCHANGE).entry();

    assertThat(entry.id()).isEqualTo("list/123");
    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.origins()).containsExactly(new Origin("list/42", ""));
    assertThat(entry.labels()).containsExactly("example_tag");
    assertThat(entry.updatedAt()).isEqualTo(Instant.ofEpochSecond(1790000000));
  }

  @Test
  void threatExchange_rowsPagesAndArrays_areAllRead() throws IOException {
    String row = Examples.THREATEXCHANGE.strip();
    assertThat(Taken.read(ListFormat.THREATEXCHANGE, row + "\n" + row).items()).hasSize(2);
    assertThat(Taken.read(ListFormat.THREATEXCHANGE, "[" + row + "," + row + "]").items())
        .hasSize(2);
    assertThat(Taken.read(ListFormat.THREATEXCHANGE, "{\"data\":[" + row + "]}").items())
        .hasSize(1);
    assertThat(
            Taken.read(
                    ListFormat.THREATEXCHANGE,
                    row.replace("[\"example_tag\"]", "{\"data\":[{\"text\":\"t\"}]}"))
                .entry()
                .labels())
        .containsExactly("t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"123\",\"should_delete\":true}",
        "{\"id\":\"123\",\"type\":\"HASH_PDQ\",\"should_delete\":false}",
        "{\"id\":123,\"descriptors\":null}",
        "{\"id\":\"123\",\"descriptors\":{\"data\":[]}}"
      })
  void threatExchange_deletedOrWithoutDescriptors_isWithdrawn(String row) throws IOException {
    Taken taken = Taken.read(ListFormat.THREATEXCHANGE, row);

    assertThat(taken.withdrawn()).containsExactly("list/123");
    assertThat(taken.rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "MALICIOUS,NON_MALICIOUS,negative bank",
    "MALICIOUS,UNKNOWN,seed of an investigation",
    "HASH_PDQ,HASH_VIDEO_MD5,type: is HASH_VIDEO_MD5"
  })
  void threatExchange_notAKnownPicture_isUnsupported(String what, String with, String problem)
      throws IOException {
    Taken taken =
        Taken.read(ListFormat.THREATEXCHANGE, Examples.THREATEXCHANGE.replace(what, with));

    assertThat(taken.unsupported()).singleElement().asString().contains(problem);
    assertThat(taken.rows()).isEqualTo(1);
  }

  @Test
  void threatExchange_digest_isExact() throws IOException {
    String text =
        Examples.THREATEXCHANGE
            .replace("HASH_PDQ", "HASH_MD5")
            .replace(Examples.HASH, Examples.MD5);
    assertThat(Taken.read(ListFormat.THREATEXCHANGE, text).entry().digests()).containsExactly(MD5);
  }

  @Test
  void txCsv_example_isReadAsItIs() throws IOException {
    BankEntry entry = Taken.read(ListFormat.TX_CSV, Examples.TX_CSV).entry();

    // The first half of SHA-256 of "pdq:" and the hash, by sha256sum.
    assertThat(entry.id()).isEqualTo("list/0e5922e7ef367b34b38ded3bae3450f8");
    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.origins()).containsExactly(new Origin("list/Demo List", ""));
    assertThat(entry.labels()).containsExactly("demo", "ncii");
    assertThat(entry.provenance()).isEqualTo("line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEGATIVE_CLASS", "INVESTIGATION_SEED", "DISPUTED", "NOVEL"})
  void txCsv_otherCategories_areUnsupported(String category) throws IOException {
    Taken taken =
        Taken.read(ListFormat.TX_CSV, Examples.TX_CSV.replace("POSITIVE_CLASS", category));

    assertThat(taken.unsupported())
        .extracting(RowProblem::toString)
        .containsExactly("line 2, category: is " + category + ", not POSITIVE_CLASS");
  }

  @Test
  void vics_hashSet_isReadAsItIs() throws IOException {
    BankEntry entry = Taken.read(ListFormat.VICS, Examples.VICS).entry();

    assertThat(entry.id()).isEqualTo("list/1");
    assertThat(entry.digests()).containsExactly(MD5);
    assertThat(entry.labels()).containsExactly("vics-default-3");
    assertThat(entry.origins()).containsExactly(new Origin("list", ""));
  }

  @Test
  void vics_cases_areReadMediaByMedia() throws IOException {
    Taken taken = Taken.read(ListFormat.VICS, Examples.VICS_CASES);

    BankEntry first = taken.entries().get(0);
    assertThat(first.labels()).containsExactly("vics-us-3");
    assertThat(first.origins()).containsExactly(new Origin("list", "c-1"));
    assertThat(first.digests()).containsExactly(MD5);
    BankEntry second = taken.entries().get(1);
    assertThat(second.hashes()).containsExactly(HASH);
    assertThat(second.labels()).isEmpty();
    assertThat(taken.unsupported())
        .extracting(RowProblem::toString)
        .containsExactly("line 3, MimeType: a video");
    assertThat(taken.partly())
        .extracting(RowProblem::toString)
        .containsExactly(
            "line 1, PhotoDNA: is not used here", "line 2, AlternativeHashes: a hash is PhotoDNA");
    assertThat(taken.rows()).isEqualTo(3);
  }

  @Test
  void vics_version1AndNone_keepTheirContextInTheLabel() throws IOException {
    String context =
        "\"@odata.context\":\"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml"
            + "/Default/$metadata#Media\",";
    String version1 =
        "\"odata.metadata\":\"http://github.com/ICMEC/ProjectVic/DataModels/1.3.xml#Media\",";

    assertThat(
            Taken.read(ListFormat.VICS, Examples.VICS.replace(context, version1)).entry().labels())
        .containsExactly("vics-1.3-3");
    assertThat(Taken.read(ListFormat.VICS, Examples.VICS.replace(context, "")).entry().labels())
        .containsExactly("vics-unknown-3");
  }

  @Test
  void vics_contextBehindTheRows_isRefused() {
    String text = "{\"value\":[{\"MediaID\":1,\"MD5\":\"x\"}],\"@odata.context\":\"y\"}";
    assertThatThrownBy(() -> Taken.read(ListFormat.VICS, text))
        .isInstanceOf(ListException.class)
        .hasMessage("the list's context must stand before its value");
  }

  @Test
  void vics_withoutMediaId_isNamedByItsDigest() throws IOException {
    BankEntry entry =
        Taken.read(ListFormat.VICS, Examples.VICS.replace("\"MediaID\":1,", "")).entry();

    // The first half of SHA-256 of "md5:" and the digest, by sha256sum.
    assertThat(entry.id()).isEqualTo("list/6eb1c831ad2ff36b29962db478f2f1c7");
  }

  @Test
  void vics_dateOfAnotherForm_isReported() throws IOException {
    String date = "\"MediaID\":1,\"DateUpdated\":\"";
    Taken iso =
        Taken.read(
            ListFormat.VICS,
            Examples.VICS.replace("\"MediaID\":1", date + "2026-03-02T08:00:00Z\""));
    Taken other =
        Taken.read(
            ListFormat.VICS,
            Examples.VICS.replace("\"MediaID\":1", date + "/Date(1790000000000)/\""));

    assertThat(iso.entry().updatedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(other.entry().updatedAt()).isEqualTo(Taken.AT);
    assertThat(other.partly()).extracting(RowProblem::field).containsExactly("DateUpdated");
  }

  @Test
  void icse_example_isReadAsItIs() throws IOException {
    BankEntry entry = Taken.read(ListFormat.ICSE, Examples.ICSE).entry();

    assertThat(entry.id()).isEqualTo("list/77");
    assertThat(entry.digests()).containsExactly(MD5);
    assertThat(entry.labels()).isEmpty();
  }

  @Test
  void icse_shortRowsAndWordsForYes_areRead() throws IOException {
    String header = Examples.ICSE.split("\n", 2)[0] + "\n";
    String text = header + ";" + Examples.SHA1 + ";eHh4;78;YES;t\n" + Examples.MD5 + ";;;;true;x\n";

    Taken taken = Taken.read(ListFormat.ICSE, text);

    BankEntry first = taken.entries().get(0);
    assertThat(first.digests()).containsExactly(SHA1);
    assertThat(first.labels()).containsExactly("icse-distributed", "icse-victim-identified");
    assertThat(taken.entries().get(1).id()).startsWith("list/").hasSize(5 + 32);
    assertThat(taken.partly())
        .extracting(RowProblem::toString)
        .containsExactly(
            "line 2, PhotoDNA: is not used here",
            "line 3, Victim identified: is neither yes nor no");
  }

  @Test
  void icse_video_isUnsupported() throws IOException {
    Taken taken = Taken.read(ListFormat.ICSE, Examples.ICSE.replace(";image;", ";Video;"));
    assertThat(taken.unsupported()).hasSize(1);
    assertThat(taken.rows()).isEqualTo(1);
  }

  @Test
  void tat_example_isReadAsItIs() throws IOException {
    Taken taken = Taken.read(ListFormat.TAT, Examples.TAT);

    BankEntry entry = taken.entries().get(0);
    assertThat(entry.id()).isEqualTo("list/7");
    assertThat(entry.digests()).containsExactly(MD5);
    assertThat(entry.labels()).containsExactly("tat-far-right");
    assertThat(entry.updatedAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(taken.withdrawn()).containsExactly("list/8");
  }

  @Test
  void tat_algorithms_areTakenOrUnsupported() throws IOException {
    String pdq = Examples.TAT.replace("\"MD5\"", "\"PDQ\"").replace(Examples.MD5, Examples.HASH);
    String sha256 =
        Examples.TAT.replace("\"MD5\"", "\"SHA256\"").replace(Examples.MD5, Examples.SHA256);
    String sha512 = Examples.TAT.replace("\"MD5\"", "\"SHA512\"");

    assertThat(Taken.read(ListFormat.TAT, pdq).entries().get(0).hashes()).containsExactly(HASH);
    assertThat(Taken.read(ListFormat.TAT, sha256).entries().get(0).digests())
        .extracting(ExactDigest::algorithm)
        .containsExactly(DigestAlgorithm.SHA256);
    assertThat(Taken.read(ListFormat.TAT, sha512).unsupported())
        .extracting(RowProblem::toString)
        .containsExactly("line 1, algorithm: is SHA512");
  }

  @Test
  void csv_ourColumns_areReadAsTheyAre() throws IOException {
    Taken taken = Taken.read(ListFormat.CSV, Examples.CSV);

    BankEntry entry = taken.entries().get(0);
    assertThat(entry.id()).isEqualTo("x/1");
    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.quality()).contains(new Quality(87));
    assertThat(entry.labels()).containsExactly("a", "b");
    assertThat(entry.origins()).containsExactly(new Origin("list/ngo", "c-1"));
    assertThat(taken.withdrawn()).containsExactly("x/2");
  }

  @Test
  void csv_mappedColumns_areFoundByTheirNames() throws IOException {
    String text =
        "Fingerprint;x,Kind,Digest,status\n" + Examples.HASH + ",b," + Examples.MD5 + ",odd\n";
    ListOptions options =
        Taken.options(Map.of("hash", "fingerprint;X", "labels", "Kind", "md5", "Digest"));

    BankEntry entry =
        Taken.read(ListFormat.CSV, options, text.getBytes(StandardCharsets.UTF_8)).entry();

    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.digests()).containsExactly(MD5);
    assertThat(entry.labels()).containsExactly("b");
    assertThat(entry.status()).isEqualTo(EntryStatus.ACTIVE);
  }

  @Test
  void csv_columnsThatAreNotThere_areRefused() {
    byte[] text = Examples.CSV.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> Taken.read(ListFormat.CSV, Taken.options(Map.of("hash", "other")), text))
        .isInstanceOf(ListException.class)
        .hasMessage("the header has no column \"other\" for hash");
    assertThatThrownBy(() -> Taken.read(ListFormat.CSV, Taken.options(Map.of("id", "id")), text))
        .isInstanceOf(ListException.class)
        .hasMessage("the header must have a column for one of hash, md5, sha1, sha256");
    assertThatThrownBy(() -> ListFormat.CSV.reader(Taken.options(Map.of("colour", "id"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a column's field must be one of id, hash, ");
    assertThatThrownBy(() -> Taken.read(ListFormat.CSV, "id,hash,ID\n"))
        .isInstanceOf(ListException.class)
        .hasMessage("the header has a column twice, the second as column 3");
  }

  @ParameterizedTest
  @CsvSource({
    "quality,101,quality: must be a whole number in 0..100",
    "quality,9.5,quality: must be a whole number in 0..100",
    "expires,tomorrow,'expires: the time is not ISO 8601, for example 2026-03-02T08:00:00Z'",
    "labels,LONG,labels: a label must have 1..100 characters (got 1100)",
    "id,LONG,id: an id must have 1..1000 characters (got 1100)",
    "id,a\u0001b,id: must have no control characters",
    "labels,a\u0001b,labels: must have no control characters",
    "source,a\u0001b,source: source must have no control characters",
    "case,LONG,source: case must have 0..200 characters (got 1100)"
  })
  void csv_badField_isAnInvalidRowThatNamesIt(String field, String value, String problem)
      throws IOException {
    String text =
        "hash," + field + "\n" + Examples.HASH + "," + value.replace("LONG", "x".repeat(1100));

    Taken taken = Taken.read(ListFormat.CSV, text);

    assertThat(taken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly("line 2, " + problem);
    assertThat(taken.rows()).isEqualTo(1);
  }

  @Test
  void csv_statusThatIsNotKnown_isUnsupported() throws IOException {
    Taken taken = Taken.read(ListFormat.CSV, Examples.CSV.replace("active", "novel"));
    assertThat(taken.unsupported())
        .extracting(RowProblem::toString)
        .containsExactly("line 2, status: is novel");
  }

  @Test
  void ndjson_example_carriesEverything() throws IOException {
    Taken taken = Taken.read(ListFormat.NDJSON, Examples.NDJSON);

    assertThat(taken.entries())
        .containsExactly(
            BankEntry.builder("case-7/img-2")
                .kind(EntryKind.KNOWN)
                .status(EntryStatus.ACTIVE)
                .hash(HASH)
                .digest(MD5)
                .quality(new Quality(87))
                .labels(java.util.Set.of("ncii"))
                .origin("ngo", "7")
                .provenance("list line 3")
                .addedAt(Instant.parse("2026-03-02T08:00:00Z"))
                .updatedAt(Instant.parse("2026-03-02T09:00:00Z"))
                .expiresAt(Instant.parse("2027-03-02T08:00:00Z"))
                .opinions(
                    List.of(
                        new Opinion(
                            "ann", Verdict.TRUE_POSITIVE, Instant.parse("2026-03-03T08:00:00Z"))))
                .build());
    assertThat(taken.withdrawn()).containsExactly("case-7/img-1");
  }

  @Test
  void ndjson_badRowsAmongGood_areNamedByLine() throws IOException {
    String row = "{\"op\":\"add\",\"id\":\"a\",\"hashes\":[{\"alg\":\"pdq/1/256\",\"hash\":\"";
    String good = row + Examples.HASH + "\"}]}\n";
    String text =
        "{\"hashmatch\":\"list\",\"v\":1}\n"
            + good
            + "{\"op\":\"add\",\n"
            + row
            + "0\"}]}\n"
            + good.replace("\"add\"", "\"novel\"")
            + good.replace("pdq/1/256", Examples.MD5)
            + "[]\n"
            + good.replace("}]}", "}],\"quality\":1e2}")
            + "{\"op\":\"add\",\"id\":\"b\"}\n"
            + good.replace("{\"op\"", "{\"op\":\"add\",\"op\"")
            + good.replace("\n", " {}\n")
            + good;

    Taken taken = Taken.read(ListFormat.NDJSON, text);

    assertThat(taken.items()).extracting(ListItem::line).containsExactly(2L, 12L);
    assertThat(taken.entries().get(0).origins()).containsExactly(new Origin("list", ""));
    assertThat(taken.unsupported())
        .extracting(RowProblem::toString)
        .containsExactly("line 5, op: is novel");
    assertThat(taken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly(
            "line 3: is not JSON, column 13",
            "line 4, hashes: hash must be 64 hex digits (got 1 characters)",
            "line 6, hashes: alg is something of 32 characters, not name/version/bits",
            "line 7: must be an object",
            "line 8, quality: must be a whole number of at most 18 digits",
            "line 9, hashes: has no hash and no digest",
            "line 10: has a member twice",
            "line 11: must be one object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|line 1 must be the header",
        "{\"hashmatch\":\"list\"}|line 1 must be the header",
        "{\"hashmatch\":7,\"v\":1}|line 1 must be the header",
        "{\"hashmatch\":\"list\",\"v\":2}|the list is of version 2; this program reads up to 1",
        "nothing|line 1 must be the header",
        "{\"hashmatch\":\"list\",\"v\":1,\"end\":true}|the list ends before its end"
      })
  void ndjson_otherHeader_isRefused(String header, String message) {
    assertThatThrownBy(() -> Taken.read(ListFormat.NDJSON, header + "\n"))
        .isInstanceOf(ListException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void ndjson_lastLineThatDoesNotFit_isRefused() {
    assertThatThrownBy(
            () -> Taken.read(ListFormat.NDJSON, Examples.NDJSON.replace("\"end\":2", "\"end\":3")))
        .isInstanceOf(ListException.class)
        .hasMessage("the list says that it has 3 rows, and has 2");
    assertThatThrownBy(() -> Taken.read(ListFormat.NDJSON, Examples.NDJSON + "{}\n"))
        .isInstanceOf(ListException.class)
        .hasMessage("line 5: something follows the last line");
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void anyList_byteOrderMarkWindowsLineEndsAndUpperCase_isReadAsWell(ListFormat format)
      throws IOException {
    String text = Examples.of(format);
    Taken plain = Taken.read(format, text);
    Taken other =
        Taken.read(
            format,
            "\ufeff"
                + text.replace("\n", "\r\n")
                    .replace(Examples.HASH, Examples.HASH.toUpperCase(java.util.Locale.ROOT))
                    .replace(Examples.MD5, Examples.MD5.toUpperCase(java.util.Locale.ROOT)));

    assertThat(other).isEqualTo(plain);
    assertThat(plain.items()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void anyList_labelsAndProvenanceOfTheOptions_areOnEveryEntry(ListFormat format)
      throws IOException {
    ListOptions options =
        new ListOptions(
            "list", HashAlgorithm.PDQ, java.util.Set.of("mine"), "daily", Taken.AT, Map.of());

    Taken taken = Taken.read(format, options, Examples.of(format).getBytes(StandardCharsets.UTF_8));

    assertThat(taken.entries())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.labels()).contains("mine"));
    if (format != ListFormat.NDJSON) {
      assertThat(taken.entries().get(0).provenance()).matches("daily (line|row) [1-3]");
    }
  }

  @Test
  void format_names_areThoseOfTheCommandLine() {
    for (ListFormat format : ListFormat.values()) {
      assertThat(ListFormat.parse(format.label())).isEqualTo(format);
    }
    assertThatThrownBy(() -> ListFormat.parse("PDQ"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a list's format must be one of ncmec, stopncii, threatexchange, tx-csv, vics, icse,"
                + " tat, pdq, pdq-quality, csv, ndjson");
  }
}
