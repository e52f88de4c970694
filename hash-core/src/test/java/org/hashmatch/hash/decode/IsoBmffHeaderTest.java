package org.hashmatch.hash.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoBmffHeaderTest {

  private static final int MEGABYTES_20 = 20 << 20;

  private final ImageGuard guard = ImageGuard.withDefaults();

  private static byte[] irot(int turns) {
    return HeifFile.box("irot", new byte[] {(byte) turns});
  }

  private static byte[] imir(int axis) {
    return HeifFile.box("imir", new byte[] {(byte) axis});
  }

  /** What EXIF would say, by the table that ISO/IEC 23008-12 and libavif agree on. */
  static Stream<Arguments> turns() {
    return Stream.of(
        Arguments.of(1, List.of()),
        Arguments.of(1, List.of(irot(0))),
        Arguments.of(8, List.of(irot(1))),
        Arguments.of(3, List.of(irot(2))),
        Arguments.of(6, List.of(irot(3))),
        Arguments.of(4, List.of(imir(0))),
        Arguments.of(2, List.of(imir(1))),
        Arguments.of(5, List.of(irot(1), imir(0))),
        Arguments.of(7, List.of(irot(1), imir(1))),
        Arguments.of(2, List.of(irot(2), imir(0))),
        Arguments.of(4, List.of(irot(2), imir(1))),
        Arguments.of(7, List.of(irot(3), imir(0))),
        Arguments.of(5, List.of(irot(3), imir(1))),
        Arguments.of(7, List.of(imir(0), irot(1))),
        Arguments.of(5, List.of(imir(1), irot(1))),
        Arguments.of(6, List.of(irot(1), irot(2))),
        Arguments.of(1, List.of(imir(1), imir(1))));
  }

  @ParameterizedTest
  @MethodSource("turns")
  void admit_turnsAndMirrors_areAppliedInTheirOrder(int exif, List<byte[]> properties)
      throws Exception {
    byte[] file = HeifFile.avif(321, 123, properties.toArray(byte[][]::new)).bytes();
    EncodedImage image = guard.admit(file);

    assertThat(image.orientation()).isEqualTo(Orientation.ofExif(exif));
    assertThat(image.width()).isEqualTo(321);
    assertThat(image.height()).isEqualTo(123);
  }

  @ParameterizedTest
  @CsvSource({
    "avif,AVIF",
    "mif1,AVIF",
    "heic,AVIF",
    "isom,NOT_AN_IMAGE",
    "avis,UNSUPPORTED_FORMAT",
    "msf1,UNSUPPORTED_FORMAT",
    "hevc,UNSUPPORTED_FORMAT"
  })
  void admit_anyBrand_isWhatItsItemIsAndNoSequence(String brand, String outcome) {
    HeifFile file = new HeifFile(brand).item("av01", HeifFile.av1(9, 9), HeifFile.ispe(9, 9));

    assertThat(outcome(file.bytes())).startsWith(outcome);
  }

  @Test
  void detect_compatibleBrand_isEnough() {
    byte[] ftyp =
        HeifFile.box(
            "ftyp", PictureFiles.latin1("mif1"), new byte[4], PictureFiles.latin1("miafavif"));
    byte[] video =
        HeifFile.box(
            "ftyp", PictureFiles.latin1("mp42"), new byte[4], PictureFiles.latin1("isommp41"));

    assertThat(ImageFormat.detect(ftyp)).contains(ImageFormat.AVIF);
    assertThat(ImageFormat.detect(Arrays.copyOf(ftyp, 20))).contains(ImageFormat.HEIC);
    assertThat(ImageFormat.detect(video)).isEmpty();
  }

  @Test
  void admit_moviesBesideTheItem_areRefused() {
    assertThat(outcome(HeifFile.avif(9, 9).behind(HeifFile.box("moov")).bytes()))
        .isEqualTo("UNSUPPORTED_FORMAT: moving pictures are not decoded");
    byte[] movie = PictureFiles.concat(HeifFile.box("ftyp", PictureFiles.latin1("avis")));
    assertThat(outcome(movie)).isEqualTo("UNSUPPORTED_FORMAT: moving pictures are not decoded");
  }

  @Test
  void admit_grid_hasTheSizeOfTheGrid() throws Exception {
    EncodedImage image = guard.admit(HeifFile.grid(321, 123, 2, 2, 4).bytes());
    HeifPicture picture = HeifPicture.of(image);

    assertThat(image.width()).isEqualTo(321);
    assertThat(List.of(picture.columns(), picture.rows())).containsExactly(2, 2);
    assertThat(List.of(picture.tileWidth(), picture.tileHeight())).containsExactly(200, 100);
    assertThat(picture.data(3)).isEqualTo(HeifFile.av1(200, 100));
  }

  static Stream<Arguments> grids() {
    byte[] turned = irot(1);
    return Stream.of(
        Arguments.of("too few tiles", HeifFile.grid(321, 123, 2, 2, 3), "DAMAGED"),
        Arguments.of("too many tiles", HeifFile.grid(321, 123, 2, 2, 5), "DAMAGED"),
        Arguments.of("not covered", HeifFile.grid(401, 123, 2, 2, 4), "DAMAGED"),
        Arguments.of("not needed", HeifFile.grid(200, 123, 2, 2, 4), "DAMAGED"),
        Arguments.of(
            "of another size",
            new HeifFile("avif")
                .item("grid", new byte[] {0, 0, 0, 1, 0, 18, 0, 9}, HeifFile.ispe(18, 9))
                .item("av01", HeifFile.av1(9, 9), HeifFile.ispe(9, 9))
                .item("av01", HeifFile.av1(9, 8), HeifFile.ispe(9, 8))
                .reference("dimg", 1, 2, 3),
            "DAMAGED"),
        Arguments.of(
            "turned tile",
            new HeifFile("avif")
                .item("grid", new byte[] {0, 0, 0, 0, 0, 9, 0, 9}, HeifFile.ispe(9, 9))
                .item("av01", HeifFile.av1(9, 9), HeifFile.ispe(9, 9), turned)
                .reference("dimg", 1, 2),
            "UNSUPPORTED_FORMAT"),
        Arguments.of(
            "grid of grids",
            new HeifFile("avif")
                .item("grid", new byte[] {0, 0, 0, 0, 0, 9, 0, 9}, HeifFile.ispe(9, 9))
                .item("grid", new byte[8], HeifFile.ispe(9, 9))
                .reference("dimg", 1, 2),
            "UNSUPPORTED_FORMAT"),
        Arguments.of(
            "of itself",
            new HeifFile("avif")
                .item("grid", new byte[] {0, 0, 0, 0, 0, 9, 0, 9}, HeifFile.ispe(9, 9))
                .reference("dimg", 1, 1),
            "UNSUPPORTED_FORMAT"),
        Arguments.of(
            "of no item",
            new HeifFile("avif")
                .item("grid", new byte[] {0, 0, 0, 0, 0, 9, 0, 9}, HeifFile.ispe(9, 9))
                .reference("dimg", 1, 7),
            "DAMAGED"),
        Arguments.of(
            "two sizes",
            new HeifFile("avif")
                .item("grid", new byte[] {0, 0, 0, 0, 0, 9, 0, 8}, HeifFile.ispe(9, 9))
                .item("av01", HeifFile.av1(9, 9), HeifFile.ispe(9, 9))
                .reference("dimg", 1, 2),
            "DAMAGED"),
        Arguments.of(
            "described twice",
            HeifFile.grid(321, 123, 2, 2, 4).reference("dimg", 1, 2, 3, 4, 5),
            "DAMAGED"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("grids")
  void admit_gridThatDoesNotFit_isRefused(String name, HeifFile file, String reason) {
    assertThat(outcome(file.bytes())).startsWith(reason);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(HeifFile.avif(65_536, 1), "TOO_LARGE: 65536x1 pixels (limit 65535 a side)"),
        Arguments.of(HeifFile.heic(-1, -1), "TOO_LARGE"),
        Arguments.of(HeifFile.avif(0, 5), "DAMAGED: header says 0x5"),
        Arguments.of(
            new HeifFile("avif").item("iovl", new byte[8], HeifFile.ispe(9, 9)),
            "UNSUPPORTED_FORMAT: the primary item is neither AV1, HEVC nor a grid"),
        Arguments.of(
            new HeifFile("avif").item("grid", new byte[8], HeifFile.ispe(70_000, 9)), "TOO_LARGE"),
        Arguments.of(
            new HeifFile("avif").item("av01", HeifFile.av1(9, 9)), "DAMAGED: an item has no size"),
        Arguments.of(
            HeifFile.avif(9, 9, HeifFile.ispe(8, 8)), "DAMAGED: an item has two properties ispe"),
        Arguments.of(
            HeifFile.avif(9, 9, HeifFile.box("????")), "UNSUPPORTED_FORMAT: an essential property"),
        Arguments.of(
            HeifFile.avif(9, 9, HeifFile.box("a1op", new byte[] {1})), "UNSUPPORTED_FORMAT"),
        Arguments.of(HeifFile.avif(9, 9, HeifFile.box("lsel", new byte[2])), "UNSUPPORTED_FORMAT"),
        Arguments.of(
            new HeifFile("avif").item("av01", HeifFile.av1(10, 9), HeifFile.ispe(9, 9)),
            "DAMAGED: the coded picture is larger than the header says"),
        Arguments.of(
            new HeifFile("heic")
                .item(
                    "hvc1",
                    HeifFile.hevcUnit(1),
                    HeifFile.ispe(9, 9),
                    HeifFile.box("hvcC", HeifFile.hevcConfiguration(9, 200))),
            "DAMAGED: the coded picture is larger than the header says"),
        Arguments.of(
            new HeifFile("heic").item("hvc1", HeifFile.hevcUnit(1), HeifFile.ispe(9, 9)),
            "DAMAGED: no decoder configuration"),
        Arguments.of(
            new HeifFile("avif")
                .item(
                    "av01",
                    PictureFiles.concat(HeifFile.av1(9, 9), HeifFile.obu(3, new byte[1])),
                    HeifFile.ispe(9, 9)),
            "UNSUPPORTED_FORMAT: pictures in layers or in a row are not decoded"),
        Arguments.of(
            new HeifFile("avif").item("av01", HeifFile.obu(6, new byte[5]), HeifFile.ispe(9, 9)),
            "DAMAGED: there is no coded picture"),
        Arguments.of(
            new HeifFile("avif").item("av01", new byte[0], HeifFile.ispe(9, 9)),
            "DAMAGED: an item has no data"),
        Arguments.of(
            HeifFile.avif(9, 9).inMeta(HeifFile.full("pitm", 0, HeifFile.shorts(1))),
            "DAMAGED: two boxes pitm"),
        Arguments.of(
            HeifFile.avif(9, 9).behind(HeifFile.full("meta", 0)), "DAMAGED: two boxes meta"),
        Arguments.of(HeifFile.avif(9, 9).inMeta(HeifFile.ints(7, 0)), "DAMAGED: box at byte "),
        Arguments.of(HeifFile.avif(9, 9).inMeta(HeifFile.ints(9, 0)), "DAMAGED: box at byte "));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refused")
  void admit_whatCannotBeDecoded_saysWhy(HeifFile file, String outcome) {
    assertThat(outcome(file.bytes())).startsWith(outcome);
  }

  @Test
  void admit_whatMayFollow_isNoMatter() {
    for (byte[] rest : List.of(new byte[3], HeifFile.ints(0, 0), HeifFile.ints(99, 0, 1))) {
      assertThat(outcome(HeifFile.avif(9, 9).behind(rest).bytes())).isEqualTo("AVIF");
    }
    byte[] longSize =
        PictureFiles.concat(
            HeifFile.ints(1), PictureFiles.latin1("free"), HeifFile.ints(0, 20), new byte[4]);
    assertThat(outcome(HeifFile.avif(9, 9).inMeta(longSize).bytes())).isEqualTo("AVIF");
  }

  @Test
  void colours_ofTheBoxes_areRead() throws Exception {
    byte[] profile = HeifFile.box("colr", PictureFiles.latin1("prof"), new byte[9]);
    byte[] codes =
        HeifFile.box(
            "colr", PictureFiles.latin1("nclx"), HeifFile.shorts(1, 13, 9), new byte[] {-128});
    EncodedImage image = guard.admit(HeifFile.heic(9, 9, profile, codes).bytes());

    assertThat(HeifPicture.of(image).colours()).contains(new YuvColours(9, true));
    assertThat(HeifPicture.of(image).configuration(0)).isEqualTo(HeifFile.hevcConfiguration(9, 9));
    assertThat(HeifPicture.of(guard.admit(HeifFile.avif(9, 9).bytes())).colours())
        .isEqualTo(Optional.empty());
  }

  @Test
  void of_anotherFormat_isUnsupported() throws Exception {
    EncodedImage bitmap = guard.admit(PictureFiles.bmpHeader(40, 9, 9));

    assertThat(catchThrowableOfType(UnscreenableException.class, () -> HeifPicture.of(bitmap)))
        .hasMessage("UNSUPPORTED_FORMAT: BMP has no items");
  }

  @Test
  void av1SequenceHeader_inItsLongForm_saysTheSize() throws Exception {
    HeifFile.Bits bits = new HeifFile.Bits().put(0, 3).put(0, 1).put(0, 1);
    bits.put(1, 1).ones(64).put(1, 1).exponential(5);
    bits.put(1, 1).put(9, 5).ones(42);
    bits.put(1, 1).put(1, 5);
    bits.put(0, 12).put(9, 5).put(1, 1).put(1, 1).ones(21).put(1, 1).put(3, 4);
    bits.put(0, 12).put(7, 5).put(0, 1).put(0, 1);
    bits.put(9, 4).put(8, 4).put(320, 10).put(122, 9);
    byte[] frame = {6 << 3 | 4, 0, 1, 2};

    assertThat(Av1Stream.read(PictureFiles.concat(HeifFile.obu(1, bits.bytes()), frame)))
        .isEqualTo(new CodedSize(321, 123, 1, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void iloc_everyVersion_isRead(int version) throws Exception {
    byte[] av1 = HeifFile.av1(9, 9);
    byte[] widths = HeifFile.shorts(version == 0 ? 0x8840 : 0x8848);
    byte[] method = version == 0 ? new byte[0] : HeifFile.shorts(version == 2 ? 1 : 0);
    byte[] item = version == 2 ? HeifFile.ints(1) : HeifFile.shorts(1);
    byte[] count = item;
    byte[] index = version == 0 ? new byte[0] : new byte[8];
    byte[] extents = new byte[0];
    int start = version == 2 ? 0 : 20;
    for (int at = 0; at < av1.length; at += 8) {
      extents =
          PictureFiles.concat(
              extents, index, HeifFile.ints(0, at, 0, Math.min(8, av1.length - at)));
    }
    byte[] iloc =
        HeifFile.full(
            "iloc",
            version,
            widths,
            count,
            item,
            method,
            HeifFile.shorts(0),
            HeifFile.ints(start),
            HeifFile.shorts((av1.length + 7) / 8),
            extents);
    byte[] file =
        PictureFiles.concat(
            HeifFile.box("ftyp", PictureFiles.latin1("avif")),
            HeifFile.box("mdat", av1),
            HeifFile.full(
                "meta",
                0,
                HeifFile.box("idat", av1),
                iloc,
                HeifFile.full("pitm", 1, HeifFile.ints(1)),
                HeifFile.full(
                    "iinf",
                    1,
                    HeifFile.ints(1),
                    HeifFile.full(
                        "infe",
                        3,
                        HeifFile.ints(1),
                        HeifFile.shorts(0),
                        PictureFiles.latin1("av01"))),
                HeifFile.box(
                    "iprp",
                    HeifFile.box("ipco", HeifFile.ispe(9, 9)),
                    HeifFile.box(
                        "ipma",
                        HeifFile.ints(1 << 24 | 1, 1, 1),
                        new byte[] {1},
                        HeifFile.shorts(1)))));

    assertThat(HeifPicture.of(guard.admit(file)).data(0)).isEqualTo(av1);
  }

  @Test
  void admit_itemThatLiesInAnotherOne_isUnsupported() {
    byte[] file = HeifFile.avif(9, 9).bytes();
    int iloc = new String(file, ISO_8859_1).indexOf("iloc");
    byte[] inItem = file.clone();
    inItem[iloc + 15] = 2;
    byte[] inFile = file.clone();
    inFile[iloc + 17] = 1;
    byte[] beyond = file.clone();
    ByteBuffer.wrap(beyond).putInt(iloc + 20, -1);

    assertThat(outcome(inItem)).startsWith("UNSUPPORTED_FORMAT: an item lies in another");
    assertThat(outcome(inFile)).startsWith("UNSUPPORTED_FORMAT: an item lies in another");
    assertThat(outcome(beyond)).startsWith("DAMAGED");
  }

  /** 2.6 million boxes, at the top, in meta and where properties are: none is gone through. */
  @Test
  void admit_boxesByTheMillion_endSoon() {
    byte[] boxes = new byte[MEGABYTES_20 - 4096];
    for (int at = 3; at < boxes.length; at += 8) {
      boxes[at] = 8;
    }
    long start = System.nanoTime();
    assertThat(outcome(HeifFile.avif(9, 9).behind(boxes).bytes())).startsWith("TOO_LARGE: more");
    assertThat(outcome(HeifFile.avif(9, 9).inMeta(boxes).bytes())).startsWith("TOO_LARGE: more");
    assertThat(
            outcome(PictureFiles.concat(HeifFile.box("ftyp", PictureFiles.latin1("avif")), boxes)))
        .startsWith("TOO_LARGE: more");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void admit_countsByTheBillion_endSoon() {
    byte[] ipma = HeifFile.box("ipma", new byte[4], HeifFile.ints(-1), new byte[1 << 20]);
    byte[] iprp = HeifFile.box("iprp", HeifFile.box("ipco"), ipma);
    byte[] iloc =
        HeifFile.full("iloc", 2, HeifFile.shorts(0), HeifFile.ints(-1), new byte[1 << 20]);
    for (byte[] box : List.of(iprp, iloc)) {
      byte[] other = box == iprp ? HeifFile.full("iloc", 2, new byte[6]) : HeifFile.box("iprp");
      byte[] file =
          PictureFiles.concat(
              HeifFile.box("ftyp", PictureFiles.latin1("avif")),
              HeifFile.full("meta", 0, box, other, HeifFile.full("iinf", 0, new byte[2])));
      assertThat(outcome(file)).matches("(DAMAGED|TOO_LARGE): .*");
    }
  }

  /** Ten million empty units, and two million sequence headers. */
  @ParameterizedTest
  @ValueSource(ints = {2, 9})
  void admit_codedUnitsByTheMillion_endSoon(int unitBytes) {
    byte[] padding = HeifFile.obu(5, new byte[unitBytes - 2]);
    byte[] header = Arrays.copyOf(HeifFile.av1(9, 9), unitBytes);
    byte[] unit = unitBytes == 2 ? padding : header;
    byte[] units = new byte[(MEGABYTES_20 - 4096) / unitBytes * unitBytes];
    for (int at = 0; at < units.length; at += unitBytes) {
      System.arraycopy(unit, 0, units, at, unitBytes);
    }
    byte[] file = new HeifFile("avif").item("av01", units, HeifFile.ispe(9, 9)).bytes();
    long start = System.nanoTime();

    assertThat(outcome(file)).isEqualTo("TOO_LARGE: coded in more than 65536 units");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  /** Extents that overlap would make gigabytes of a small file. */
  @Test
  void admit_overlappingExtents_areDamaged() {
    HeifFile file = HeifFile.grid(321, 123, 2, 2, 4);
    byte[] bytes = file.bytes();
    int iloc = new String(bytes, ISO_8859_1).indexOf("iloc");
    for (int item = 1; item < 5; item++) {
      ByteBuffer.wrap(bytes)
          .putInt(iloc + 12 + 16 * item + 8, 0)
          .putInt(iloc + 12 + 16 * item + 12, bytes.length);
    }

    assertThat(outcome(bytes)).startsWith("DAMAGED");
  }

  static Stream<HeifFile> sound() {
    return Stream.of(
        HeifFile.avif(321, 123, irot(1), imir(0)),
        HeifFile.heic(321, 123, irot(3)),
        HeifFile.grid(321, 123, 2, 2, 4));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void admit_everyTruncationAndRandomDamage_isAnAnswer(HeifFile sound) {
    byte[] file = sound.bytes();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatCode(() -> outcome(cut)).doesNotThrowAnyException();
    }
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = file.clone();
      for (int flip = 0; flip <= i % 5; flip++) {
        damaged[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      outcome(damaged);
    }
  }

  /** The format, or what was said; anything else is thrown and fails the test. */
  private String outcome(byte[] file) {
    try {
      EncodedImage image = guard.admit(file);
      assertThat((long) image.width() * image.height()).isBetween(1L, 40_000_000L);
      return image.format().name();
    } catch (UnscreenableException e) {
      assertThat(e.reason()).isNotEqualTo(UnscreenableReason.UNREADABLE);
      return String.valueOf(e.getMessage());
    }
  }
}
