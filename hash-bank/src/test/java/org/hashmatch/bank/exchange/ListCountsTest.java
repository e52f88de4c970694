package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import org.hashmatch.bank.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Long lists: every row comes once, and none is kept. */
class ListCountsTest {

  private static final int ROWS = 5_000;

  /** Which of the kinds of rows comes next; a fifth of each. */
  private enum Kind {
    GOOD,
    INVALID,
    UNSUPPORTED;

    static Kind next(Random random) {
      int n = random.nextInt(10);
      return n == 0 ? INVALID : n == 1 ? UNSUPPORTED : GOOD;
    }
  }

  private static String row(ListFormat format, Kind kind, int n, String hash) {
    boolean good = kind != Kind.INVALID;
    boolean other = kind == Kind.UNSUPPORTED;
    String md5 = good ? hash.substring(0, 32) : "x" + hash.substring(1, 32);
    String pdq = good ? hash : hash.substring(1);
    return switch (format) {
      case NCMEC ->
          "<KIND><member id=\"1\">m</member><id>ID</id><fingerprints><pdq>PDQ</pdq></fingerprints></KIND>"
              .replace("KIND", other ? "video" : "image")
              .replace("ID", "e" + n)
              .replace("PDQ", pdq);
      case STOPNCII ->
          "{\"signalType\":\"%s\",\"hashValue\":\"%s\",\"hashStatus\":\"Active\"}"
              .formatted(other ? "VideoTMK" : "ImagePDQ", pdq);
      case THREATEXCHANGE ->
          "{\"id\":\"%d\",\"type\":\"%s\",\"indicator\":\"%s\",\"descriptors\":{\"data\":[{\"status\":\"MALICIOUS\"}]}}"
              .formatted(n, other ? "HASH_TMK" : "HASH_PDQ", pdq);
      case TX_CSV -> (other ? "url," : "pdq,") + pdq + ",c,POSITIVE_CLASS,";
      case VICS ->
          "{\"MediaID\":%d,\"MD5\":\"%s\",\"MimeType\":\"%s\"}"
              .formatted(n, md5, other ? "video/mp4" : "image/png");
      case ICSE -> md5 + ";;;" + n + ";n;n;n;;1;y;" + (other ? "video" : "image");
      case TAT ->
          "{\"id\":%d,\"algorithm\":\"%s\",\"hash_digest\":\"%s\"}"
              .formatted(n, other ? "SHA512" : "PDQ", pdq);
      case PDQ -> other ? "1,100," + hash + ",0.1" : pdq + ",f" + n;
      case PDQ_QUALITY -> (other ? pdq.substring(1) : pdq) + ",90,f" + n;
      case CSV -> n + "," + pdq + "," + (other ? "novel" : "active");
      case NDJSON ->
          "{\"op\":\"%s\",\"id\":\"%d\",\"hashes\":[{\"alg\":\"pdq/1/256\",\"hash\":\"%s\"}]}"
              .formatted(other ? "novel" : "add", n, pdq);
    };
  }

  private static String begin(ListFormat format) {
    return switch (format) {
      case NCMEC -> "<queryResult xmlns=\"" + NcmecReader.NAMESPACE + "\"><images>";
      case STOPNCII -> "{\"hashRecords\":[";
      case THREATEXCHANGE -> "{\"data\":[";
      case TX_CSV -> "signal_type,signal_str,collab,category,tags\n";
      case VICS -> "{\"value\":[";
      case ICSE -> String.join(";", IcseReader.HEADER) + "\n";
      case TAT -> "{\"results\":[";
      case PDQ, PDQ_QUALITY -> "";
      case CSV -> "id,hash,status\n";
      case NDJSON -> "{\"hashmatch\":\"list\",\"v\":1}\n";
    };
  }

  private static String between(ListFormat format) {
    return switch (format) {
      case STOPNCII, THREATEXCHANGE, VICS, TAT -> ",";
      default -> "\n";
    };
  }

  private static String end(ListFormat format) {
    return switch (format) {
      case NCMEC -> "</images></queryResult>";
      case STOPNCII, THREATEXCHANGE, VICS, TAT -> "]}";
      default -> "\n";
    };
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void longList_faultsSown_everyRowComesOnce(ListFormat format) throws IOException {
    Random random = new Random(42);
    StringBuilder list = new StringBuilder(begin(format));
    int[] sown = new int[Kind.values().length];
    for (int n = 0; n < ROWS; n++) {
      Kind kind = Kind.next(random);
      // pdq-quality has no rows of other kinds.
      boolean none = format == ListFormat.PDQ_QUALITY && kind == Kind.UNSUPPORTED;
      sown[none ? 1 : kind.compareTo(Kind.GOOD)]++;
      String hash = Pictures.randomHash(random).toHex();
      list.append(n == 0 ? "" : between(format)).append(row(format, kind, n, hash));
    }
    list.append(end(format));

    Taken taken = Taken.read(format, list.toString());

    assertThat(taken.items()).hasSize(sown[0]);
    assertThat(taken.invalid()).hasSize(sown[1]);
    assertThat(taken.unsupported()).hasSize(sown[2]);
    assertThat(taken.rows()).isEqualTo(ROWS);
    assertThat(
            LongStream.concat(
                    taken.items().stream().mapToLong(ListItem::line),
                    LongStream.concat(
                        taken.invalid().stream().mapToLong(RowProblem::line),
                        taken.unsupported().stream().mapToLong(RowProblem::line)))
                .distinct()
                .count())
        .isEqualTo(ROWS);
  }

  /** Makes its rows while they are read, and counts them. */
  private static final class Endless extends InputStream {
    private final ListFormat format;
    private final int rows;
    private final Random random = new Random(7);
    private byte[] now;
    private int at;
    private int made;

    Endless(ListFormat format, int rows) {
      this.format = format;
      this.rows = rows;
      this.now = begin(format).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      while (at == now.length) {
        if (made > rows) {
          return -1;
        }
        now = next().getBytes(StandardCharsets.UTF_8);
        at = 0;
        made++;
      }
      int read = Math.min(length, now.length - at);
      System.arraycopy(now, at, to, offset, read);
      at += read;
      return read;
    }

    private String next() {
      if (made == rows) {
        return end(format);
      }
      String hash = Pictures.randomHash(random).toHex();
      return (made == 0 ? "" : between(format)) + row(format, Kind.GOOD, made, hash);
    }
  }

  /** Notes how far the list was made when each row came. */
  private static final class Lag implements ListSink {
    private final Endless list;
    private int items;
    private int largest;

    Lag(Endless list) {
      this.list = list;
    }

    @Override
    public void item(ListItem item) {
      items++;
      largest = Math.max(largest, list.made - items);
    }

    @Override
    public void invalid(RowProblem problem) {
      throw new AssertionError(problem.toString());
    }

    @Override
    public void unsupported(RowProblem problem) {
      throw new AssertionError(problem.toString());
    }
  }

  @Test
  void ndjson_200000Rows_comeAsTheyAreRead() throws IOException {
    assertStreams(ListFormat.NDJSON, 200_000);
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void anyList_rows_comeAsTheyAreRead(ListFormat format) throws IOException {
    assertStreams(format, 10_000);
  }

  private static void assertStreams(ListFormat format, int rows) throws IOException {
    Endless list = new Endless(format, rows);
    Lag lag = new Lag(list);

    format.reader(Taken.options()).read(list, lag);

    assertThat(lag.items).isEqualTo(rows);
    // Buffers of a few ten thousand bytes, and no list.
    assertThat(lag.largest).isLessThan(2_000);
  }
}
