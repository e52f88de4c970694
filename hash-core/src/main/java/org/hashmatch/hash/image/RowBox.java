package org.hashmatch.hash.image;

/**
 * A moving average along a row. Output {@code o} is the mean of the inputs {@code o - (w - h) .. o
 * + h - 1} that exist, where {@code h = (w + 2) / 2}: for even widths the window leans one sample
 * to the right, as the reference's does.
 */
final class RowBox {

  private RowBox() {}

  /**
   * Filters one row.
   *
   * @param n samples in the row
   * @param width of the window, 1..n
   */
  static void filter(float[] in, float[] out, int n, int width) {
    int lead = (width + 2) / 2 - 1;
    float sum = 0;
    int right = 0;
    int to = 0;
    while (right < lead) {
      sum += in[right++];
    }
    while (right < width) {
      sum += in[right++];
      out[to++] = sum / right;
    }
    for (int left = 0; right < n; left++) {
      sum += in[right++];
      sum -= in[left];
      out[to++] = sum / width;
    }
    for (int left = n - width; to < n; left++) {
      sum -= in[left];
      out[to] = sum / (n - left - 1);
      to++;
    }
  }
}
