package org.hashmatch.hash.image;

/** Another picture, sampled on a coarser or finer grid. */
record NearestNeighbourImage(PixelImage source, int width, int height) implements PixelImage {

  NearestNeighbourImage {
    Extent.checkSides(width, height);
  }

  @Override
  public float luma(int x, int y) {
    return source.luma(sourceX(x), sourceY(y));
  }

  @Override
  public int rgb(int x, int y) {
    return source.rgb(sourceX(x), sourceY(y));
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    int sourceY = sourceY(y);
    for (int x = 0; x < width; x++) {
      luma[x] = source.luma(sourceX(x), sourceY);
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    int sourceY = sourceY(y);
    for (int x = 0; x < width; x++) {
      rgb[x] = source.rgb(sourceX(x), sourceY);
    }
  }

  @Override
  public PixelImage overWhite() {
    PixelImage white = source.overWhite();
    return white == source ? this : new NearestNeighbourImage(white, width, height);
  }

  private int sourceX(int x) {
    return nearest(x, source.width(), width);
  }

  private int sourceY(int y) {
    return nearest(y, source.height(), height);
  }

  private static int nearest(int position, int from, int to) {
    return (int) ((long) position * from / to);
  }
}
