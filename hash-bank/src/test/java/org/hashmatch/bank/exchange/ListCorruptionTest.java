package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are cut, damaged or no lists. */
class ListCorruptionTest {

  private static final String MARKER =
      "c0ffee11c0ffee22c0ffee33c0ffee44c0ffee55c0ffee66c0ffee77c0ffee88";

  @ParameterizedTest
  @EnumSource(
      value = ListFormat.class,
      names = {"NCMEC", "STOPNCII", "THREATEXCHANGE", "VICS", "TAT", "NDJSON"})
  void list_cutAnywhere_isRefusedOrLosesNothing(ListFormat format) throws IOException {
    byte[] whole = Examples.of(format).getBytes(StandardCharsets.UTF_8);
    Taken all = Taken.read(format, whole);
    int refused = 0;
    for (int length = 0; length < whole.length; length++) {
      try {
        assertThat(Taken.read(format, Arrays.copyOf(whole, length)))
            .as("%s cut to %d bytes", format, length)
            .isEqualTo(all);
      } catch (ListException e) {
        refused++;
      }
    }
    // All but the line end behind the last bracket is needed.
    assertThat(refused).isEqualTo(whole.length - 1);
  }

  /** What a reader did with a damaged list: nothing but the documented. */
  private static String messages(ListFormat format, byte[] list) throws IOException {
    Taken taken = new Taken();
    StringBuilder messages = new StringBuilder();
    try {
      format.reader(Taken.options()).read(new ByteArrayInputStream(list), taken);
    } catch (ListException e) {
      for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
        messages.append(t);
      }
    }
    return messages.append(taken.messages()).toString();
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void list_anyByteChanged_isRefusedOrRead(ListFormat format) throws IOException {
    byte[] whole = Examples.of(format).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20260301);
    int seen = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] = (byte) random.nextInt();
      seen += messages(format, damaged).isEmpty() ? 0 : 1;
    }
    assertThat(seen).isPositive();
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void messages_hashWhereverItMayStand_doNotHaveIt(ListFormat format) throws IOException {
    String whole = Examples.of(format);
    int seen = 0;
    for (int i = 0; i < whole.length(); i++) {
      for (String with : List.of(MARKER, "\"" + MARKER + "\"", MARKER.substring(0, 40))) {
        String inserted = whole.substring(0, i) + with + whole.substring(i);
        String messages = messages(format, inserted.getBytes(StandardCharsets.UTF_8));
        assertThat(messages.toLowerCase(Locale.ROOT)).as("at %d", i).doesNotContain("c0ffee");
        seen += messages.isEmpty() ? 0 : 1;
      }
    }
    assertThat(seen).isPositive();
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void messages_hashInPlaceOfAnyWord_doNotHaveIt(ListFormat format) throws IOException {
    String whole = Examples.of(format);
    List<String> words =
        Pattern.compile("[A-Za-z0-9_@.-]+").matcher(whole).results().map(r -> r.group()).toList();
    for (String word : words) {
      String text = whole.replace(word, MARKER);
      assertThat(messages(format, text.getBytes(StandardCharsets.UTF_8))).doesNotContain("c0ffee");
    }
    assertThat(words).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "-1e400", "true", "[]", "{}", "[null]", "[[[[]]]]", "\"\""})
  void jsonMember_ofAnotherType_leavesOneRowBehind(String value) throws IOException {
    for (ListFormat format :
        List.of(ListFormat.STOPNCII, ListFormat.THREATEXCHANGE, ListFormat.NDJSON)) {
      String whole = Examples.of(format);
      int rows = Taken.read(format, whole).rows();
      var members = Pattern.compile("\"[a-zA-Z_]+\":(\"[^\"]*\"|[0-9]+|true|false)").matcher(whole);
      int tried = 0;
      while (members.find()) {
        String text =
            whole.substring(0, members.start(1)) + value + whole.substring(members.end(1));
        if (members.group().matches("\"(hashmatch|v|end)\".*")) {
          continue;
        }
        assertThat(Taken.read(format, text).rows())
            .as("%s in %s", members.group(), format)
            .isEqualTo(rows);
        tried++;
      }
      assertThat(tried).isGreaterThan(5);
    }
  }

  @Test
  void json_hugeNumberInARow_isOneBadRow() throws IOException {
    String text = Examples.STOPNCII.replace("1789999000", "9".repeat(100_000));

    Taken taken = Taken.read(ListFormat.STOPNCII, text);

    assertThat(taken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly("line 1, lastModtimestamp: must be a whole number of at most 18 digits");
  }

  @Test
  void json_deepNesting_isRefused() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    for (String text :
        List.of(
            Examples.STOPNCII.replace("[\"Intimate\"]", deep),
            Examples.STOPNCII.replace("1790000000", deep))) {
      assertThatThrownBy(() -> Taken.read(ListFormat.STOPNCII, text))
          .isInstanceOf(ListException.class)
          .hasMessageStartingWith("the JSON nests too deep or has too long a text");
    }
  }

  @Test
  void json_rowWithTooManyValues_isOneBadRow() throws IOException {
    String text = Examples.STOPNCII.replace("\"Intimate\"", "\"x\"" + ",\"x\"".repeat(30_000));

    assertThat(Taken.read(ListFormat.STOPNCII, text).invalid())
        .extracting(RowProblem::toString)
        .containsExactly("line 1: must have at most 20000 values");
  }

  @Test
  void xml_deepNestingAndLongTexts_areOneBadRowAtMost() throws IOException {
    String deep = "<a>".repeat(150) + "</a>".repeat(150);
    Taken nested =
        Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace("</image>", deep + "</image>"));
    Taken inText =
        Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace("demo-17", deep + "demo-17"));
    Taken longText =
        Taken.read(ListFormat.NCMEC, Examples.NCMEC.replace("demo-17", "x".repeat(1_000_000)));

    assertThat(nested.items()).hasSize(2);
    assertThat(inText.items()).hasSize(2);
    assertThat(longText.items()).hasSize(1);
    assertThat(longText.invalid()).extracting(RowProblem::field).containsExactly("id");
  }

  @ParameterizedTest
  @EnumSource(
      value = ListFormat.class,
      names = {"NCMEC", "STOPNCII", "VICS", "TAT"})
  void root_ofAnotherFormat_isRefused(ListFormat format) {
    for (String text : List.of("", " ", "{}", "[1]", "7", "<a/>", "[{}]", "{\"data\":[]}")) {
      assertThatThrownBy(() -> Taken.read(format, text)).as(text).isInstanceOf(ListException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ListFormat.class,
      names = {"TX_CSV", "ICSE", "CSV"})
  void csv_otherHeaderOpenQuoteOrNothing_isRefused(ListFormat format) {
    for (String text : List.of("", "a,b\n1,2\n", Examples.of(format) + "\"open\n")) {
      assertThatThrownBy(() -> Taken.read(format, text)).as(text).isInstanceOf(ListException.class);
    }
  }

  @Test
  void csv_rowsWithOtherNumbersOfFields_areInvalid() throws IOException {
    Taken taken = Taken.read(ListFormat.TX_CSV, Examples.TX_CSV + "pdq,x\n1,2,3,4,5,6\n");

    assertThat(taken.items()).hasSize(1);
    assertThat(taken.invalid())
        .extracting(RowProblem::toString)
        .containsExactly(
            "line 3: must have 5 fields as the header (got 2)",
            "line 4: must have 5 fields as the header (got 6)");
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void pickle_anyProtocol_isRefusedByName(ListFormat format) {
    List<byte[]> pickles =
        List.of(
            new byte[] {(byte) 0x80, 2, '}', 'q', 0, '.'},
            new byte[] {(byte) 0x80, 4, (byte) 0x95, 0, 0, 0},
            new byte[] {(byte) 0x80, 5},
            "(lp0\nS'a'\np1\na.".getBytes(StandardCharsets.US_ASCII),
            "(dp0\nS'a'\np1\n".getBytes(StandardCharsets.US_ASCII),
            "cposix\nsystem\np0\n(S'x'\ntR.".getBytes(StandardCharsets.US_ASCII),
            "ccopy_reg\n_reconstructor\np0\n".getBytes(StandardCharsets.US_ASCII),
            "cthreatexchange.signal_type.index\nX\n".getBytes(StandardCharsets.US_ASCII),
            new byte[] {']', 'q', 0, '(', 'K', 1});
    for (byte[] pickle : pickles) {
      assertThatThrownBy(() -> Taken.read(format, pickle))
          .isInstanceOf(ListException.class)
          .hasMessageStartingWith("this is a Python pickle, not a list");
    }
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void packedFile_anyFormat_isRefusedByName(ListFormat format) {
    assertThatThrownBy(() -> Taken.read(format, new byte[] {0x1f, (byte) 0x8b, 8, 0}))
        .isInstanceOf(ListException.class)
        .hasMessage("this is a gzip file; unpack it first");
    assertThatThrownBy(() -> Taken.read(format, new byte[] {'P', 'K', 3, 4, 0}))
        .isInstanceOf(ListException.class)
        .hasMessage("this is a zip file; unpack it first");
  }

  /** A disk that fails in the middle. */
  private static final class Failing extends InputStream {
    private final InputStream start;

    Failing(byte[] start) {
      this.start = new ByteArrayInputStream(start);
    }

    @Override
    public int read() throws IOException {
      int b = start.read();
      if (b < 0) {
        throw new IOException("the disk failed");
      }
      return b;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = start.read(to, offset, length);
      if (read < 0) {
        throw new IOException("the disk failed");
      }
      return read;
    }
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void stream_thatFails_isNotTheListsFault(ListFormat format) {
    byte[] whole = Examples.of(format).getBytes(StandardCharsets.UTF_8);
    InputStream failing = new Failing(Arrays.copyOf(whole, whole.length - 3));
    assertThatThrownBy(() -> format.reader(Taken.options()).read(failing, new Taken()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ListException.class)
        .hasMessageContaining("the disk failed");
  }
}
