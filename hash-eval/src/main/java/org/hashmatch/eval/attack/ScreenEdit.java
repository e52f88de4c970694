package org.hashmatch.eval.attack;

/** The picture on a screen, as a screenshot has it. The size of the picture stays. */
sealed interface ScreenEdit extends Edit {

  /** Height of a telephone's screen for each of its width. */
  double TALL = 19.5 / 9;

  /**
   * A telephone's app with bars, a name above the picture, text and other pictures. The screen is 9
   * to 19.5, or as much wider or taller as the picture needs.
   *
   * @param area the picture's share of the screen's area, 0.05..0.95
   */
  record Phone(Span area) implements ScreenEdit {
    public Phone {
      area.within("area", 0.05, 0.95);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      Region screen = around(picture, context.draw("area", area), TALL);
      Region place =
          new Region(
              (screen.width() - picture.width()) / 2,
              (int) ((screen.height() - picture.height()) * context.random().between(.35, .65)),
              picture.width(),
              picture.height());
      return PhoneScreen.with(picture, place, screen, context);
    }
  }

  /**
   * A window on a desktop of 16 to 10, or as much wider or taller as the picture needs.
   *
   * @param area the picture's share of the screen's area, 0.05..0.95
   */
  record Desktop(Span area) implements ScreenEdit {
    private static final double ASPECT = 10 / 16.0;

    public Desktop {
      area.within("area", 0.05, 0.95);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      Region screen = around(picture, context.draw("area", area), ASPECT);
      Draws random = context.random();
      Region place =
          new Region(
              (int) ((screen.width() - picture.width()) * random.between(0.3, 0.8)),
              (int) ((screen.height() - picture.height()) * random.between(0.3, 0.6)),
              picture.width(),
              picture.height());
      return DesktopScreen.with(picture, place, screen, context);
    }
  }

  /**
   * An upright story of 9 to 16: the picture in the middle as wide as the screen, two colours
   * behind it, a text, a name and an answer field.
   */
  record Story() implements ScreenEdit {
    @Override
    public Picture apply(Picture picture, EditContext context) {
      int width = Math.max(picture.width(), Region.side(picture.height() * 9 / 16.0));
      int height = Math.max(picture.height(), Region.side(picture.width() * 16 / 9.0));
      return StoryScreen.with(picture, new Region(0, 0, width, height), context);
    }
  }

  /**
   * A chat between two, in which the picture is one of the messages.
   *
   * @param width the picture's share of the screen's width, 0.2..1
   */
  record Chat(Span width) implements ScreenEdit {
    public Chat {
      width.within("width", 0.2, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int across = Region.side(picture.width() / context.draw("width", width));
      int down = Math.max(Region.side(across * TALL), picture.height());
      Region screen = new Region(0, 0, across, down);
      int margin = Math.min(across / 30, across - picture.width());
      boolean own = context.random().coin();
      Region place =
          new Region(
              own ? across - picture.width() - margin : margin,
              (int) ((down - picture.height()) * context.random().between(0.3, 0.7)),
              picture.width(),
              picture.height());
      return ChatScreen.with(picture, place, screen, context);
    }
  }

  /**
   * A screen of which the picture covers a share of the area: of the wanted height for each of its
   * width, but never narrower or lower than the picture.
   */
  private static Region around(Picture picture, double share, double heightForWidth) {
    double area = picture.width() * (double) picture.height() / share;
    double width = Math.sqrt(area / heightForWidth);
    if (width < picture.width()) {
      width = picture.width();
    } else if (area / width < picture.height()) {
      width = area / picture.height();
    }
    int columns = Math.max(picture.width(), Region.side(width));
    return new Region(0, 0, columns, Math.max(picture.height(), Region.side(area / columns)));
  }
}
