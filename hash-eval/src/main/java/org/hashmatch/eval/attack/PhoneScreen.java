package org.hashmatch.eval.attack;

/** A telephone's screen with an app that shows one picture after another. */
final class PhoneScreen {

  /** How high the parts are, in units. */
  private static final int TOP = 4;

  private static final int NAME = 3;
  private static final int ICONS = 2;
  private static final int LINES = 5;

  private final Canvas canvas;
  private final Region place;
  private final EditContext context;
  private final Draws random;
  private final boolean dark;

  /** What everything is measured by. */
  private final int unit;

  private PhoneScreen(Canvas canvas, Region place, EditContext context, boolean dark) {
    this.canvas = canvas;
    this.place = place;
    this.context = context;
    this.random = context.random();
    this.dark = dark;
    this.unit = Math.max(1, canvas.width() / 24);
  }

  static Picture with(Picture picture, Region place, Region screen, EditContext context) {
    boolean dark = context.random().coin();
    context.note("dark", dark ? 1 : 0);
    context.note("y", place.y());
    return Canvas.plain(
        screen.width(),
        screen.height(),
        dark ? Colours.grey(16) : Colours.WHITE,
        canvas -> {
          new PhoneScreen(canvas, place, context, dark).draw();
          canvas.paste(picture, place.x(), place.y());
        });
  }

  private void draw() {
    int name = place.y() - NAME * unit;
    if (name >= TOP * unit) {
      before(name);
      name(name);
    }
    after(place.bottom());
    topBar(place.y() >= TOP * unit);
    bottomBar();
  }

  /** The end of the post before. */
  private void before(int bottom) {
    int end = bottom - (ICONS + LINES) * unit;
    if (end > TOP * unit) {
      neighbour(TOP * unit, end - TOP * unit, true);
    }
    icons(end);
    lines(end + ICONS * unit);
  }

  private void after(int top) {
    int text = top + ICONS * unit;
    int next = text + LINES * unit;
    icons(top);
    lines(text);
    name(next);
    neighbour(next + NAME * unit, place.height(), false);
  }

  /** Another picture as wide as ours; where there is no room, its end or its begin. */
  private void neighbour(int y, int height, boolean itsEnd) {
    int rows = Math.min(height, canvas.height() - y);
    if (rows < unit) {
      return;
    }
    Picture other = context.other(place.width(), Math.max(rows, place.height()));
    int cut = itsEnd ? other.height() - rows : 0;
    canvas.paste(other.cropped(new Region(0, cut, other.width(), rows)), place.x(), y);
  }

  private void name(int y) {
    canvas.ellipse(2 * unit, y + 1.5 * unit, unit, unit, Colours.any(random));
    canvas.textLeft(
        Phrases.name(random), new Region(4 * unit, y + unit / 2, 9 * unit, unit), ink());
    canvas.textLeft("2 hours ago", new Region(4 * unit, y + 3 * unit / 2, 9 * unit, unit), pale());
  }

  private void icons(int y) {
    for (int i = 0; i < 3; i++) {
      double x = (1.5 + 2 * i) * unit;
      canvas.ellipse(x, y + unit, 0.7 * unit, 0.7 * unit, ink());
      canvas.ellipse(x, y + unit, 0.5 * unit, 0.5 * unit, ground());
    }
    canvas.ellipse(22.5 * unit, y + unit, 0.6 * unit, 0.7 * unit, pale());
  }

  private void lines(int y) {
    canvas.textLeft("liked by 128 others", new Region(unit, y, 12 * unit, unit), ink());
    canvas.textLeft(
        Phrases.line(random), new Region(unit, y + 3 * unit / 2, 20 * unit, unit), ink());
    canvas.textLeft(
        "show all 17 comments", new Region(unit, y + 3 * unit, 14 * unit, unit), pale());
  }

  private void topBar(boolean withTitle) {
    canvas.fill(0, 0, canvas.width(), (withTitle ? TOP : 2) * unit, ground());
    canvas.textLeft("12:41", new Region(unit, unit / 4, 4 * unit, unit), ink());
    canvas.fill(21 * unit, unit / 3, 2 * unit, unit * 2 / 3, ink());
    if (withTitle) {
      canvas.textLeft("photofeed", new Region(unit, 3 * unit / 2, 12 * unit, 2 * unit), ink());
    }
  }

  private void bottomBar() {
    int bottom = canvas.height() - 2 * unit;
    canvas.fill(0, bottom, canvas.width(), 2 * unit, ground());
    canvas.fill(0, bottom, canvas.width(), Math.max(1, unit / 10), pale());
    for (int i = 0; i < 5; i++) {
      canvas.ellipse(
          (2.4 + 4.8 * i) * unit, bottom + unit, 0.6 * unit, 0.6 * unit, i == 0 ? ink() : pale());
    }
  }

  private int ground() {
    return dark ? Colours.grey(16) : Colours.WHITE;
  }

  private int ink() {
    return dark ? Colours.grey(235) : Colours.grey(25);
  }

  private int pale() {
    return Colours.grey(140);
  }
}
