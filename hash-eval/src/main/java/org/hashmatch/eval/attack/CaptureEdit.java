package org.hashmatch.eval.attack;

/** What a camera adds that photographs a screen or a print. */
sealed interface CaptureEdit extends Edit {

  /**
   * A screen's lines and their interference with a sensor: fine stripes across, and wide slanted
   * ones in another phase for each colour. Periods and direction are drawn.
   *
   * @param strength how much of the light both together take or add at most, 0..1
   */
  record Moire(Span strength) implements CaptureEdit {
    public Moire {
      strength.within("strength", 0, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      int half = (int) Math.round(Fixed.ONE * context.draw("strength", strength) / 2);
      Draws random = context.random();
      Grating fine = Grating.of(0, context.note("fine", random.between(2.5, 4)), random);
      double slope = context.note("slope", random.between(0.2, 1.5));
      Grating wide = Grating.of(slope, context.note("wide", random.between(14, 40)), random);
      int width = picture.width();
      return picture.mapped(
          (at, sample) -> {
            int channel = at % Picture.CHANNELS;
            int x = at / Picture.CHANNELS % width;
            int y = at / Picture.CHANNELS / width;
            int wave = fine.at(x, y, 0) + wide.at(x, y, channel);
            return Fixed.round(sample * (Fixed.ONE + Fixed.round(half * wave)));
          });
    }
  }

  /**
   * The reflection of a lamp: a soft bright spot at a place that is drawn.
   *
   * @param strength how far towards white its middle goes, 0..1
   */
  record Glare(Span strength) implements CaptureEdit {
    private static final double SIZE = 0.2;

    public Glare {
      strength.within("strength", 0, 1);
    }

    @Override
    public Picture apply(Picture picture, EditContext context) {
      double drawn = context.draw("strength", strength);
      Draws random = context.random();
      int width = picture.width();
      int height = picture.height();
      double x = context.note("x", random.between(0.2, 0.8) * width);
      double y = context.note("y", random.between(0.2, 0.8) * height);
      double radius = SIZE * Math.min(width, height);
      double longer = radius * random.between(1, 2);
      int degrees = random.below(180);
      Picture spot =
          Canvas.plain(
              width, height, 0, c -> c.ellipse(x, y, longer, radius, degrees, Colours.WHITE));
      Picture mask = SampleTable.of(sample -> drawn * sample).apply(spot.softened(radius / 2));
      return picture.blended(Canvas.plain(width, height, Colours.WHITE, canvas -> {}), mask);
    }
  }
}
