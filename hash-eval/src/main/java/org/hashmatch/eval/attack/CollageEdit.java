package org.hashmatch.eval.attack;

/** The picture as one part of something larger, at a smaller size. */
sealed interface CollageEdit extends Edit {

  /**
   * One of several pictures in a grid; the others are drawn, and so is its place.
   *
   * @param rows of the grid, 1..6
   * @param columns of the grid, 1..6
   */
  record Collage(Span rows, Span columns) implements CollageEdit {
    private static final double GAP = 0.01;

    public Collage {
      rows.wholeWithin("rows", 1, 6);
      columns.wholeWithin("columns", 1, 6);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int down = context.drawWhole("rows", rows);
      int across = context.drawWhole("columns", columns);
      double factor = 1.0 / Math.max(down, across);
      Picture cell =
          picture.resized(
              Region.side(factor * picture.width()), Region.side(factor * picture.height()));
      int gap = (int) Math.round(GAP * Math.max(picture.width(), picture.height()));
      int own = (int) context.note("cell", context.random().below(down * across));
      int stepX = cell.width() + gap;
      int stepY = cell.height() + gap;
      return Canvas.plain(
          across * stepX + gap,
          down * stepY + gap,
          Colours.WHITE,
          canvas -> {
            for (int i = 0; i < down * across; i++) {
              Picture shown = i == own ? cell : context.other(cell.width(), cell.height());
              canvas.paste(shown, gap + i % across * stepX, gap + i / across * stepY);
            }
          });
    }
  }

  /**
   * Picture in picture: small, within another that is drawn, at a place that is drawn.
   *
   * @param side its sides, as a share of the other's, 0.05..1
   */
  record Inset(Span side) implements CollageEdit {
    public Inset {
      side.within("side", 0.05, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double share = context.draw("side", side);
      Picture small =
          picture.resized(
              Region.side(share * picture.width()), Region.side(share * picture.height()));
      Region place = Region.whole(small).placed(picture, context);
      return Canvas.over(
          context.other(picture.width(), picture.height()),
          canvas -> canvas.paste(small, place.x(), place.y()));
    }
  }

  /** Where a meme has its text. */
  enum Bars {
    /** Above the picture. */
    TOP,
    /** Above and below. */
    BOTH
  }

  /**
   * White bars with black text added to the picture.
   *
   * @param height of each bar, as a share of the picture's height, 0.02..2
   * @param bars {@code top} or {@code both}
   */
  record Meme(Span height, Bars bars) implements CollageEdit {
    public Meme {
      height.within("height", 0.02, 2);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int bar = Region.side(context.draw("height", height) * picture.height());
      int below = bars == Bars.BOTH ? bar : 0;
      String top = Phrases.line(context.random());
      String bottom = Phrases.line(context.random());
      return Canvas.plain(
          picture.width(),
          picture.height() + bar + below,
          Colours.WHITE,
          canvas -> {
            canvas.paste(picture, 0, bar);
            canvas.text(top, new Region(0, 0, picture.width(), bar), 1.5, 0);
            if (below > 0) {
              canvas.text(
                  bottom, new Region(0, bar + picture.height(), picture.width(), bar), 1.5, 0);
            }
          });
    }
  }
}
