package org.hashmatch.eval.attack;

/** An upright screen full of one picture, with text over it. */
final class StoryScreen {

  private StoryScreen() {}

  static Picture with(Picture picture, Region screen, EditContext context) {
    Draws random = context.random();
    Region place = Region.whole(picture).centred(screen.width(), screen.height());
    Picture ground = ground(random).resized(screen.width(), screen.height());
    return Canvas.over(
        ground,
        canvas -> {
          canvas.paste(picture, place.x(), place.y());
          draw(canvas, place, random);
        });
  }

  /** Two colours, which flow into each other downwards. */
  private static Picture ground(Draws random) {
    byte[] samples = new byte[Picture.bytes(1, 2)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) random.below(200);
    }
    return new Picture(1, 2, samples);
  }

  private static void draw(Canvas canvas, Region place, Draws random) {
    int width = canvas.width();
    int unit = Math.max(1, width / 24);
    for (int i = 0; i < 4; i++) {
      canvas.fill(
          unit / 2 + i * 6 * unit, unit / 2, 5 * unit, Math.max(1, unit / 4), Colours.WHITE);
    }
    canvas.ellipse(2 * unit, 2.5 * unit, unit, unit, Colours.any(random));
    canvas.textLeft(
        Phrases.name(random), new Region(4 * unit, 2 * unit, 10 * unit, unit), Colours.WHITE);
    Region text =
        new Region(
            unit, place.y() + place.height() * 3 / 4, Math.max(1, width - 2 * unit), 3 * unit);
    canvas.outlined(Phrases.line(random), text, Colours.WHITE, 0);
    int bottom = canvas.height() - 3 * unit;
    canvas.fill(unit, bottom, Math.max(1, width - 6 * unit), 2 * unit, Colours.grey(60));
    canvas.textLeft(
        "Send message", new Region(2 * unit, bottom + unit / 2, 12 * unit, unit), Colours.WHITE);
    canvas.ellipse(width - 3 * unit, bottom + unit, unit, unit, 0xe64b5a);
  }
}
