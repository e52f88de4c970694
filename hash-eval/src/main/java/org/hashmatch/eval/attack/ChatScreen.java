package org.hashmatch.eval.attack;

/** A telephone's screen with a chat. */
final class ChatScreen {

  private static final int[] MINE = {0xdcf8c6, 0xcfe6ff, 0xe3d9ff};

  private final Canvas canvas;
  private final Draws random;
  private final int unit;
  private final int mine;

  private ChatScreen(Canvas canvas, Draws random) {
    this.canvas = canvas;
    this.random = random;
    this.unit = Math.max(1, canvas.width() / 24);
    this.mine = Colours.of(random, MINE);
  }

  static Picture with(Picture picture, Region place, Region screen, EditContext context) {
    context.note("x", place.x());
    context.note("y", place.y());
    return Canvas.plain(
        screen.width(),
        screen.height(),
        0xece5dd,
        canvas -> {
          new ChatScreen(canvas, context.random()).draw(place);
          canvas.paste(picture, place.x(), place.y());
        });
  }

  private void draw(Region place) {
    int edge = Math.max(1, unit / 4);
    canvas.fill(
        place.x() - edge,
        place.y() - edge,
        place.width() + 2 * edge,
        place.height() + 2 * edge + unit,
        mine);
    canvas.textLeft(
        "12:41", new Region(place.x() + edge, place.bottom(), 3 * unit, unit), Colours.grey(110));
    for (int y = place.y() - 4 * unit; y > 4 * unit; y -= 4 * unit) {
      bubble(y);
    }
    for (int y = place.bottom() + 3 * unit; y < canvas.height() - 5 * unit; y += 4 * unit) {
      bubble(y);
    }
    bars();
  }

  private void bubble(int y) {
    boolean own = random.coin();
    int width = (8 + random.below(10)) * unit;
    int x = own ? canvas.width() - width - unit / 2 : unit / 2;
    canvas.fill(x, y, width, 5 * unit / 2, own ? mine : Colours.WHITE);
    canvas.textLeft(
        Phrases.line(random),
        new Region(x + unit / 2, y + unit / 2, width - unit, 3 * unit / 2),
        Colours.grey(30));
  }

  private void bars() {
    canvas.fill(0, 0, canvas.width(), 7 * unit / 2, 0x0a6e64);
    canvas.ellipse(2.5 * unit, 2 * unit, 1.1 * unit, 1.1 * unit, Colours.any(random));
    canvas.textLeft(
        Phrases.name(random), new Region(5 * unit, unit, 14 * unit, 3 * unit / 2), Colours.WHITE);
    int bottom = canvas.height() - 5 * unit / 2;
    canvas.fill(0, bottom, canvas.width(), 5 * unit / 2, Colours.grey(240));
    canvas.fill(unit, bottom + unit / 2, 18 * unit, 3 * unit / 2, Colours.WHITE);
    canvas.textLeft(
        "Message",
        new Region(3 * unit / 2, bottom + 3 * unit / 4, 8 * unit, unit),
        Colours.grey(150));
    canvas.ellipse(21.5 * unit, bottom + 1.25 * unit, unit, unit, 0x0a6e64);
  }
}
