package org.hashmatch.eval.attack;

/** A desktop with one window, in which the picture is shown. */
final class DesktopScreen {

  private final Canvas canvas;
  private final Draws random;
  private final int unit;

  private DesktopScreen(Canvas canvas, Draws random) {
    this.canvas = canvas;
    this.random = random;
    this.unit = Math.max(1, canvas.height() / 30);
  }

  static Picture with(Picture picture, Region place, Region screen, EditContext context) {
    context.note("x", place.x());
    context.note("y", place.y());
    return Canvas.over(
        context.other(screen.width(), screen.height()),
        canvas -> {
          DesktopScreen drawn = new DesktopScreen(canvas, context.random());
          drawn.taskBar();
          drawn.window(place);
          canvas.paste(picture, place.x(), place.y());
        });
  }

  private void taskBar() {
    int top = canvas.height() - 3 * unit / 2;
    canvas.fill(0, top, canvas.width(), 3 * unit / 2, Colours.grey(30));
    for (int i = 0; i < 7; i++) {
      canvas.fill(unit / 2 + i * 2 * unit, top + unit / 4, unit, unit, Colours.any(random));
    }
    canvas.textLeft(
        "12:41", new Region(canvas.width() - 4 * unit, top, 3 * unit, unit), Colours.WHITE);
  }

  private void window(Region place) {
    int side = Math.max(0, Math.min(place.x() - unit, 8 * unit));
    int left = place.x() - side;
    int width = Math.min(canvas.width(), place.right() + unit / 2) - left;
    int top = place.y() - 3 * unit;
    canvas.fill(left, top, width, place.bottom() - top + unit / 2, Colours.grey(245));
    canvas.fill(left, top, width, 3 * unit / 2, Colours.grey(210));
    int[] buttons = {0xe05048, 0xe8b43c, 0x50b450};
    for (int i = 0; i < buttons.length; i++) {
      canvas.ellipse(
          left + (1 + i * 1.2) * unit, top + 0.75 * unit, 0.4 * unit, 0.4 * unit, buttons[i]);
    }
    canvas.textLeft(
        "picture viewer", new Region(left + 5 * unit, top + unit / 4, 10 * unit, unit), 0);
    canvas.textLeft(
        "File   Edit   View   Window   Help",
        new Region(left + unit, top + 7 * unit / 4, 20 * unit, unit),
        Colours.grey(60));
    for (int row = 0; row < place.height() / (2 * unit); row++) {
      canvas.textLeft(
          Phrases.name(random),
          new Region(left + unit / 2, place.y() + 2 * row * unit, Math.max(1, side - unit), unit),
          Colours.grey(90));
    }
  }
}
