package org.hashmatch.hash.image;

/** Another picture, sampled on a coarser or finer grid. */
record NearestNeighbourImage(PixelImage source, int width, int height) implements PixelImage {

  NearestNeighbourImage {
    Extent.checkSides(width, height);
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    float[] sourceRow = new float[source.width()];
    source.lumaRow(nearest(y, source.height(), height), sourceRow);
    for (int x = 0; x < width; x++) {
      luma[x] = sourceRow[nearest(x, source.width(), width)];
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    int[] sourceRow = new int[source.width()];
    source.rgbRow(nearest(y, source.height(), height), sourceRow);
    for (int x = 0; x < width; x++) {
      rgb[x] = sourceRow[nearest(x, source.width(), width)];
    }
  }

  private static int nearest(int position, int from, int to) {
    return (int) ((long) position * from / to);
  }
}
