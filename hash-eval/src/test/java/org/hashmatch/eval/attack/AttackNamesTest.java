package org.hashmatch.eval.attack;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That attacks are called by what their steps are; {@link EditEffectTest} measures the steps. */
final class AttackNamesTest {

  private static final String MESSENGER = "limit side=512 | jpeg quality=70";

  /** Names with a number (written $1, a second $2), and the steps they stand for. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          entry("jpeg_q(.+)", "jpeg quality=$1"),
          entry("webp_q(.+)", "webp quality=$1"),
          entry("resize_(.+)", "resize factor=$1"),
          entry("blur_s(.+)", "blur sigma=$1"),
          entry("noise_sd(.+)", "noise sd=$1"),
          entry("bright_\\+?(.+)", "bright by=$1"),
          entry("contrast_(.+)", "contrast factor=$1"),
          entry("gamma_(.+)", "gamma power=$1"),
          entry("sat_(.+)", "saturate factor=$1"),
          entry("hue_(.+)", "hue degrees=$1"),
          entry("sharpen_(.+)", "sharpen amount=$1"),
          entry("wm_diag_50", "watermark opacity=0.5"),
          entry("wm_tile_35", "watermark-tiles opacity=0.35"),
          entry("logo_(.+)", "logo area=$1"),
          entry("emoji_(.+)_n(.+)", "emoji area=$1 count=$2"),
          entry("border_(.+)", "border share=$1 tint=drawn"),
          entry("letterbox_(.+)", "letterbox share=$1"),
          entry("pillarbox_(.+)", "pillarbox share=$1"),
          entry("blurpad_(.+)", "blur-pad share=$1"),
          entry("crop_c_(.+)", "crop area=$1 place=centre"),
          entry("crop_o_(.+)", "crop area=$1 place=corner"),
          entry("crop_side_(.+)", "crop-side share=$1"),
          entry("crop_square", "crop-square"),
          entry("aspect_(.+)", "aspect ratio=$1"),
          entry("rot_(.+)_(fill|inner|expand)", "rotate degrees=$1 corners=$2"),
          entry("rot90", "turn quarters=1"),
          entry("rot180", "turn quarters=2"),
          entry("rot270", "turn quarters=3"),
          entry("flipv", "flip"),
          entry("persp_(.+)", "perspective share=$1"),
          entry("shear_(.+)", "shear share=$1"),
          entry("phone_(.+)", "phone area=$1"),
          entry("desktop_(.+)", "desktop area=$1"),
          entry("collage_(.)x(.)", "collage rows=$1 columns=$2"),
          entry("pip_(.+)", "inset side=$1"),
          entry("meme_(top|both)_(.+)", "meme height=$2 bars=$1"),
          entry("messenger", MESSENGER),
          entry("pix_(.+)", "pixelate area=$1"),
          entry("blurblk_(.+)", "blur-block area=$1"),
          entry("black_(.+)", "black-block area=$1"),
          entry("facepaste_(.+)", "face-paste area=$1"),
          entry("poster_(.+)", "posterise levels=$1"),
          entry("(mirror|invert|dither|story|gray|sepia)", "$1"));

  /** Words of combinations. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("crop10", "crop area=0.1 place=corner"),
          entry("crop20", "crop area=0.2 place=corner"),
          entry("crop30", "crop area=0.3 place=corner"),
          entry("crop5", "crop area=0.05 place=corner"),
          entry("jpeg50", "jpeg quality=50"),
          entry("jpeg30", "jpeg quality=30"),
          entry("caption", "caption height=0.22 backing=bar"),
          entry("messenger", MESSENGER),
          entry("phone60", "phone area=0.6"),
          entry("phone80", "phone area=0.8"),
          entry("rot2", "rotate degrees=2 corners=fill"),
          entry("fade", "fade strength=0.35"),
          entry("border15", "border share=0.15 tint=drawn"),
          entry("wm", "watermark opacity=0.5"),
          entry("meme", "meme height=0.2 bars=top"),
          entry("emoji", "emoji area=0.1 count=3"),
          entry("collage2x2", "collage rows=2 columns=2"),
          entry("facepaste", "face-paste area=0.1"),
          entry("vignette", "vignette strength=0.6"),
          entry("aspect1.25", "aspect ratio=1.25"),
          entry("resize0.25", "resize factor=0.25"),
          entry("mirror", "mirror"),
          entry("gray", "gray"));

  /** Names that say what, and not how much. */
  private static final List<String> FREE =
      List.of(
          "histeq",
          "clahe",
          "insta_vignette",
          "insta_fade",
          "caption_small",
          "caption_big",
          "moire",
          "printscan",
          "rephoto",
          "halftone");

  static List<Attack> core() {
    return AttackPack.builtIn("core").attacks();
  }

  static List<Attack> local() {
    return AttackPack.builtIn("local").attacks();
  }

  @Test
  void core_groups_haveTheirSizes() {
    Map<String, Long> sizes =
        core().stream()
            .collect(
                Collectors.groupingBy(Attack::group, LinkedHashMap::new, Collectors.counting()));
    assertThat(sizes.toString())
        .isEqualTo(
            "{jpeg=5, webp=3, resize=4, blur=4, noise=3, tone=11, colour=6, sharpen=2, overlay=11,"
                + " border=8, crop=14, aspect=4, rot=9, dihedral=5, persp=4, screenshot=7,"
                + " collage=4, meme=2, chain=1, capture=3, block=5, facepaste=3, extreme=4,"
                + " combo=10}");
  }

  @ParameterizedTest
  @MethodSource("core")
  void core_name_saysTheSteps(Attack attack) {
    String steps = attack.steps().stream().map(Edit::toText).collect(Collectors.joining(" | "));
    if (attack.group().equals("combo")) {
      assertThat(steps).isEqualTo(words(attack.name()));
    } else if (!FREE.contains(attack.name())) {
      assertThat(MEANINGS.entrySet().stream().flatMap(meaning(attack.name())).toList())
          .containsExactly(steps);
    }
  }

  private static String words(String name) {
    return Arrays.stream(name.split("\\+", -1))
        .map(word -> WORDS.getOrDefault(word, "nothing for " + word))
        .collect(Collectors.joining(" | "));
  }

  private static Function<Map.Entry<String, String>, Stream<String>> meaning(String name) {
    return entry -> {
      Matcher matcher = Pattern.compile(entry.getKey()).matcher(name);
      return matcher.matches() ? Stream.of(matcher.replaceFirst(entry.getValue())) : Stream.empty();
    };
  }

  @ParameterizedTest
  @MethodSource("local")
  void local_name_saysTheSteps(Attack attack) {
    String[] words = attack.name().split("_", -1);
    String then = words.length < 3 ? "" : words[2];
    String replaced = "replace area=" + words[1] + " shape=" + words[0];
    String steps = attack.steps().stream().map(Edit::toText).collect(Collectors.joining(" | "));
    assertThat(steps)
        .isEqualTo(
            switch (then) {
              case "crop10" -> replaced + " | crop area=0.1 place=corner";
              case "jpeg70" -> replaced + " | jpeg quality=70";
              default -> replaced;
            });
    assertThat(attack.group()).isEqualTo(words[0]);
  }

  /** Words of the pack of combinations, and the kinds they stand for. */
  private static final Map<String, List<String>> KINDS =
      Map.ofEntries(
          entry("rot90", List.of("turn")),
          entry("rot", List.of("rotate")),
          entry("collage2x2", List.of("collage")),
          entry("messenger", List.of("limit", "jpeg")),
          entry("tiles", List.of("watermark-tiles")),
          entry("facepaste", List.of("face-paste")),
          entry("pix", List.of("pixelate")),
          entry("rephoto", List.of("perspective", "moire")));

  @Test
  void combo_name_saysTheKindsAndHowMuch() {
    for (Attack attack : AttackPack.builtIn("combo").attacks()) {
      if (attack.name().contains("+")) {
        List<String> kinds = new ArrayList<>();
        for (String word : attack.name().split("\\+", -1)) {
          String letters = word.replaceFirst("[0-9.]+$", "");
          kinds.addAll(KINDS.getOrDefault(word, KINDS.getOrDefault(letters, List.of(letters))));
        }
        assertThat(attack.steps().stream().map(Edit::kind)).isEqualTo(kinds);
        assertThat(numbers(attack.name())).allMatch(attack.steps().toString()::contains);
      }
    }
  }

  /** Whole numbers of shares are hundredths; angles, qualities and noise are themselves. */
  private static List<String> numbers(String name) {
    return Pattern.compile("(crop|border|logo|phone|pix|desktop)([0-9]+)")
        .matcher(name)
        .results()
        .map(word -> "=" + Integer.parseInt(word.group(2)) / 100.0)
        .toList();
  }

  static Stream<Attack> numbered() {
    return Stream.of("messenger", "capture")
        .flatMap(pack -> AttackPack.builtIn(pack).attacks().stream())
        .filter(attack -> attack.name().matches("(chat|moire|glare)_[0-9.]+"));
  }

  @ParameterizedTest
  @MethodSource("numbered")
  void numbered_name_saysTheFirstStep(Attack attack) {
    String[] words = attack.name().split("_", -1);
    String key = words[0].equals("chat") ? "width" : "strength";
    assertThat(attack.steps().get(0).toText()).isEqualTo(words[0] + " " + key + "=" + words[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thumbnail_256", "thumbnail_160", "thumbnail_96", "thumbnail_square_150"})
  void thumbnail_name_saysTheLongerSide(String name) {
    Picture large = TestPictures.flat(640, 480, 0x336699);
    AttackPack pack = AttackPack.builtIn("messenger");
    Picture small = pack.attack(name).apply(large, pack.seed(1, "p")).picture();
    assertThat(small.width()).isEqualTo(Integer.parseInt(name.replaceAll(".*_", "")));
    assertThat(small.height())
        .isEqualTo(name.contains("square") ? small.width() : small.width() * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "forwarded"})
  void messenger_ofEachKind_isSmallerAndCompressed(String group) {
    Picture large = TestPictures.flat(640, 480, 0x336699);
    AttackPack pack = AttackPack.builtIn("messenger");
    for (Attack attack : pack.attacks()) {
      if (attack.group().equals(group)) {
        Picture sent = attack.apply(large, pack.seed(1, "p")).picture();
        assertThat(sent.width()).isLessThan(600).isCloseTo(sent.height() * 4 / 3, within(2));
        assertThat(attack.steps().get(attack.steps().size() - 1)).isInstanceOf(CodecEdit.class);
      }
    }
  }

  /** Each harder than the one before in every respect. */
  @Test
  void capture_screens_growHarder() {
    List<double[]> strengths =
        Stream.of("faint", "mild", "medium", "strong", "extreme")
            .map(how -> AttackPack.builtIn("capture").attack("screen_" + how))
            .map(AttackNamesTest::strengths)
            .toList();
    for (int i = 1; i < strengths.size(); i++) {
      for (int step = 0; step < strengths.get(i).length; step++) {
        assertThat(strengths.get(i)[step]).isGreaterThan(strengths.get(i - 1)[step]);
      }
    }
  }

  private static double[] strengths(Attack attack) {
    return attack.apply(TestPictures.markers(), new AttackSeed(1, "p", "i")).parameters().stream()
        .filter(
            used -> List.of("share", "strength", "sigma", "sd", "quality").contains(used.name()))
        .mapToDouble(used -> used.name().equals("quality") ? -used.value() : used.value())
        .toArray();
  }
}
