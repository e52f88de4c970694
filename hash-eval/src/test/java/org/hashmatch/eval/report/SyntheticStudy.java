package org.hashmatch.eval.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.hashmatch.eval.study.StudyTable;

/** Tables as a study would write them, with figures made up by a seeded generator. */
final class SyntheticStudy {

  static final String HELD_OUT = "fpr 0.000001 held out";

  private static final List<String> NAMES =
      List.of(
          "pdq-256",
          "phash-64",
          "dhash-64",
          "dhash-256",
          "blockhash-256",
          "marr-576",
          "pdq-256 trimmed and mirrored",
          "constellation-32x128",
          "constellation-64x128",
          "ahash-64",
          "whash-64",
          "colour-moments");
  private static final List<String> POINTS =
      List.of(
          "deployed",
          "fpr 0.0001 in sample",
          "fpr 0.0001 held out",
          "fpr 0.00001 held out",
          "fpr 0.000001 in sample",
          HELD_OUT);
  private static final String[] GROUPS = {
    "jpeg:5",
    "webp:3",
    "resize:4",
    "blur:4",
    "noise:3",
    "tone:11",
    "colour:6",
    "sharpen:2",
    "overlay:11",
    "border:8",
    "crop:14",
    "aspect:4",
    "rotation:9",
    "dihedral:5",
    "perspective:4",
    "screenshot:7",
    "collage:4",
    "meme:2",
    "chain:1",
    "capture:3",
    "block:5",
    "facepaste:3",
    "extreme:4",
    "combo:10"
  };
  private static final int QUERIES = 30;

  private final List<String> hashers;
  private final Random random = new Random(20_261_104);

  SyntheticStudy(int hashers) {
    this.hashers = NAMES.subList(0, hashers);
  }

  List<StudyTable> tables() {
    return List.of(
        summary(),
        recall(),
        radii(),
        tails(),
        comparisons(),
        templates(),
        nearest(),
        roc(),
        distances(),
        pictures());
  }

  static ReportFacts facts() {
    return ReportFacts.none()
        .with(
            "Command", "hashmatch study --photos photos --seed 7 --hashers pdq,phash64 --out study")
        .with("Seed", "7")
        .with("Commit", "58fc7a1d1b0c4f9a6b0f2f0c5d3e4a9b8c7d6e5f")
        .with("JVM", "OpenJDK 64-Bit Server VM 17.0.12")
        .with("Decoder", "pure Java")
        .with("Pictures", "140, named in pictures.csv by their SHA-256")
        .with("Duration", "48 min on 2 threads");
  }

  List<Thumbnail> sheet(int size) {
    List<Thumbnail> sheet = new ArrayList<>();
    for (int group = 0; group < GROUPS.length; group++) {
      for (int edit = 0; edit < edits(group); edit++) {
        byte[] jpeg = Arrays.copyOf(picture(group, edit), size);
        sheet.add(new Thumbnail(pack(group), group(group), edit(group, edit), 120, 90, jpeg));
      }
    }
    return sheet;
  }

  private StudyTable summary() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < hashers.size(); i++) {
      rows.add(
          row(
              hashers.get(i),
              levels(i),
              3960,
              1_340_000,
              share(0.86 + i * 0.01),
              share(0.21 - i * 0.01),
              share(2.1 + i * 0.1),
              share(0.21),
              share(0.4997),
              share(0.0323),
              i % 3,
              share(0.012),
              share(0.034),
              share(180 - i * 7),
              share(240.5)));
    }
    return table(
        "summary",
        "hasher,levels,mates,non_mates,auc,eer,decidability,mate_mean,non_mate_mean,"
            + "non_mate_deviation,constant_bits,mean_imbalance,mean_correlation,effective_bits,"
            + "entropy_bits",
        rows);
  }

  private StudyTable recall() {
    List<List<String>> rows = new ArrayList<>();
    for (int hasher = 0; hasher < hashers.size(); hasher++) {
      for (int point = 0; point < POINTS.size(); point++) {
        if (point > 0 || isDeployed(hasher)) {
          addRecalls(rows, hasher, point);
        }
      }
    }
    return table(
        "recall",
        "hasher,point,level,pack,group,name,hits,trials,recall,wilson_lower,wilson_upper,"
            + "exact_lower,exact_upper,bootstrap_lower,bootstrap_upper",
        rows);
  }

  private void addRecalls(List<List<String>> rows, int hasher, int point) {
    int total = 0;
    int trials = 0;
    for (int group = 0; group < GROUPS.length; group++) {
      int hits = 0;
      for (int edit = 0; edit < edits(group); edit++) {
        int found = found(hasher, point, group, edit);
        rows.add(
            recall(
                hasher,
                point,
                "edit",
                pack(group),
                group(group),
                edit(group, edit),
                found,
                QUERIES));
        hits += found;
      }
      int tried = QUERIES * edits(group);
      rows.add(recall(hasher, point, "group", pack(group), group(group), "", hits, tried));
      total += hits;
      trials += tried;
    }
    rows.add(recall(hasher, point, "pack", "common", "", "", total / 2, trials / 2));
    rows.add(recall(hasher, point, "pack", "disguise", "", "", total - total / 2, trials / 2));
    rows.add(recall(hasher, point, "all", "", "", "", total, trials));
    rows.add(recall(hasher, point, "macro", "", "", "", total + 60, trials));
    for (int picture = 0; picture < QUERIES; picture++) {
      int found = 40 + random.nextInt(60) + hasher * 2;
      rows.add(recall(hasher, point, "picture", "", "", pictureName(picture), found, 132));
    }
  }

  private int found(int hasher, int point, int group, int edit) {
    double hard = (group < 8 ? 0.02 : 0.4 + group * 0.015) * (0.5 + edit / 8.0);
    double strict = point == 0 ? 0.35 : point * 0.03;
    double chance = Math.max(0, Math.min(1, 1.15 - hard - strict + hasher % 8 * 0.1));
    return (int) Math.round(chance * QUERIES);
  }

  private List<String> recall(
      int hasher,
      int point,
      String level,
      String pack,
      String group,
      String name,
      int hits,
      int trials) {
    double recall = (double) hits / trials;
    double spread = Math.sqrt((recall * (1 - recall) + 0.01) / trials) * 1.96;
    return row(
        hashers.get(hasher),
        POINTS.get(point),
        level,
        pack,
        group,
        name,
        hits,
        trials,
        share(recall),
        low(recall, spread),
        high(recall, spread),
        low(recall, spread * 1.1),
        high(recall, spread * 1.1),
        low(recall, spread * 1.3),
        high(recall, spread * 1.3));
  }

  private StudyTable radii() {
    List<List<String>> rows = new ArrayList<>();
    for (int hasher = 0; hasher < hashers.size(); hasher++) {
      for (int point = 0; point < POINTS.size(); point++) {
        if (point > 0 || isDeployed(hasher)) {
          rows.add(radius(hasher, point));
        }
      }
    }
    return table(
        "radii",
        "hasher,point,radius_first_half,radius_second_half,false_positives,pairs,fpr,exact_lower,"
            + "exact_upper,clustered_lower,clustered_upper,design_effect,bank,uploads_a_day,alarms_a_day,"
            + "alarms_a_day_at_most,share_of_uploads",
        rows);
  }

  private List<String> radius(int hasher, int point) {
    boolean none = hasher == 9 && point == 5;
    int radius = point == 0 ? levels(hasher) / 8 : levels(hasher) * (14 - point) / 36;
    String second = String.valueOf(POINTS.get(point).endsWith("held out") ? radius + 2 : radius);
    int hits = point == 0 || none ? 0 : (int) (1.34e6 * Math.pow(10, -3 - point * 0.6));
    double fpr = hits / 1.34e6;
    return row(
        hashers.get(hasher),
        POINTS.get(point),
        none ? "" : radius,
        none ? "" : second,
        hits,
        1_340_000,
        figure(fpr),
        figure(fpr * 0.5),
        figure(fpr * 1.6 + 2.2e-6),
        figure(fpr * 0.3),
        figure(fpr * 2.1 + 2.2e-6),
        figure(1 + point),
        1_000_000,
        1_000_000,
        figure(fpr * 1e12),
        figure(fpr * 2.1e12 + 2.2e6),
        figure(Math.min(1, fpr * 1e6)));
  }

  private StudyTable tails() {
    List<List<String>> rows = new ArrayList<>();
    for (int hasher = 0; hasher < hashers.size(); hasher++) {
      for (int power = 8; power <= 12; power += 2) {
        rows.add(
            row(
                hashers.get(hasher),
                "1E-" + power,
                levels(hasher) / (power - 2),
                share(0.5 - power * 0.02),
                60,
                96,
                share(0.4)));
      }
    }
    return table("tails", "hasher,fpr,radius,recall,fitted_from,fitted_to,misfit", rows);
  }

  private StudyTable comparisons() {
    List<List<String>> rows = new ArrayList<>();
    for (String point : POINTS) {
      for (int a = 0; a < hashers.size(); a++) {
        for (int b = a + 1; b < hashers.size(); b++) {
          double difference = (b - a) % 3 == 0 ? 0 : 0.031 * (a - b) + 0.05;
          rows.add(
              row(
                  point,
                  hashers.get(a),
                  hashers.get(b),
                  share(difference),
                  share(difference - 0.02),
                  share(difference + 0.02),
                  share(0.0002 * b),
                  share(0.01 * b)));
        }
      }
    }
    return table("comparisons", "point,hasher,other,difference,lower,upper,p,p_holm", rows);
  }

  private StudyTable templates() {
    List<List<String>> rows = new ArrayList<>();
    for (int hasher = 0; hasher < hashers.size(); hasher++) {
      for (int edit = 0; edit < 7; edit++) {
        int collisions = hasher == 7 ? 12 * edit : edit == 6 && hasher % 2 == 0 ? 3 : 0;
        rows.add(
            row(
                hashers.get(hasher),
                HELD_OUT,
                "disguise",
                "screenshot",
                edit(15, edit),
                collisions,
                435,
                share(collisions / 435.0)));
      }
    }
    return table("templates", "hasher,point,pack,group,edit,collisions,pairs,rate", rows);
  }

  private StudyTable nearest() {
    List<List<String>> rows = new ArrayList<>();
    for (int hasher = 0; hasher < hashers.size(); hasher++) {
      for (int rank = 0; rank < 10; rank++) {
        rows.add(
            row(
                hashers.get(hasher),
                levels(hasher) / 4 + rank,
                pictureName(rank),
                edit(10, rank),
                pictureName(rank + 40)));
      }
    }
    return table("nearest", "hasher,distance,query,edit,bank", rows);
  }

  private StudyTable roc() {
    List<List<String>> rows = new ArrayList<>();
    for (int hasher = 0; hasher < hashers.size(); hasher++) {
      int levels = levels(hasher);
      for (int radius = 0; radius <= levels; radius++) {
        rows.add(
            row(
                hashers.get(hasher),
                radius,
                figure(falsePositives(radius, levels)),
                share(recallAt(hasher, radius, levels))));
      }
    }
    return table("roc", "hasher,radius,fpr,recall", rows);
  }

  private static double falsePositives(int radius, int levels) {
    double deviations = (radius / (double) levels - 0.5) / 0.045;
    double tail = 0.5 * Math.exp(-0.717 * Math.abs(deviations) - 0.416 * deviations * deviations);
    double fpr = deviations < 0 ? tail : 1 - tail;
    return fpr < 8e-7 ? 0 : fpr;
  }

  private static double recallAt(int hasher, int radius, int levels) {
    double near = 1 - Math.exp(-(radius + 1) * 12.0 / levels);
    double far = falsePositives(radius, levels);
    double easy = 0.45 + 0.04 * hasher;
    return Math.min(1, near * easy + (1 - easy) * Math.pow(far, 0.8));
  }

  private StudyTable distances() {
    List<List<String>> rows = new ArrayList<>();
    for (int hasher = 0; hasher < hashers.size(); hasher++) {
      int levels = levels(hasher);
      for (int distance = 0; distance <= levels; distance++) {
        double deviations = (distance / (double) levels - 0.5) / 0.045;
        double bell = Math.exp(-deviations * deviations / 2);
        long others = (long) (1.34e6 * bell / (levels * 0.11));
        long mates = (long) (3960 * (Math.exp(-distance * 16.0 / levels) * 14 + bell * 4) / levels);
        rows.add(row(hashers.get(hasher), distance, mates, others));
      }
    }
    return table("distances", "hasher,distance,mates,non_mates", rows);
  }

  private static StudyTable pictures() {
    List<List<String>> rows = new ArrayList<>();
    for (int picture = 0; picture < 140; picture++) {
      String role = picture < QUERIES ? "query" : "distractor";
      rows.add(row(pictureName(picture), role, picture % 2 + 1, "00", 640, 480));
    }
    return table("pictures", "picture,role,half,sha256,width,height", rows);
  }

  static StudyTable table(String name, String header, List<List<String>> rows) {
    return new StudyTable(name, List.of(header.split(",")), rows);
  }

  static List<String> row(Object... cells) {
    return Arrays.stream(cells).map(String::valueOf).toList();
  }

  private boolean isDeployed(int hasher) {
    return hasher == 0 || hashers.get(hasher).equals("phash-64");
  }

  private int levels(int hasher) {
    String name = hashers.get(hasher);
    return name.contains("64") && !name.contains("x") ? 64 : name.contains("576") ? 576 : 256;
  }

  private static String pictureName(int picture) {
    return switch (picture) {
      case 3 -> "a-name-that-goes-on-and-on-and-on-without-a-single-space-0123456789abcdef.jpg";
      case 5 -> "<script>alert('x')</script> & \"quotes\".jpg";
      default -> "photo-" + picture + ".jpg";
    };
  }

  private static int edits(int group) {
    return Integer.parseInt(GROUPS[group].substring(GROUPS[group].indexOf(':') + 1));
  }

  private static String group(int group) {
    return GROUPS[group].substring(0, GROUPS[group].indexOf(':'));
  }

  private static String edit(int group, int edit) {
    return group(group) + (edit == 4 ? "+caption20+messenger" : "_0." + (edit + 10));
  }

  private static String pack(int group) {
    return group < 8 ? "common" : "disguise";
  }

  private static byte[] picture(int group, int edit) {
    BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.getHSBColor(group / 24f, 0.4f, 0.9f));
    pen.fillRect(0, 0, 120, 90);
    pen.setColor(Color.getHSBColor(edit / 14f, 0.7f, 0.5f));
    pen.fillOval(20 + edit * 3, 15, 50, 50);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String low(double recall, double spread) {
    return share(Math.max(0, recall - spread));
  }

  private static String high(double recall, double spread) {
    return share(Math.min(1, recall + spread));
  }

  private static String share(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String figure(double value) {
    return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(6)).toString();
  }
}
