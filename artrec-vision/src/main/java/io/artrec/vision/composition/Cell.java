package io.artrec.vision.composition;

import io.artrec.vision.image.RgbImage;

/** A rectangle of a grid over an image, from left and top up to right and bottom exclusive. */
record Cell(int left, int top, int right, int bottom) {

  /**
   * Returns a cell of a square grid; where an image has fewer pixels than cells, neighbors share
   * one.
   *
   * @param index row by row
   * @param cells a side
   */
  static Cell of(int index, int cells, int width, int height) {
    int column = index % cells;
    int row = index / cells;
    int left = (int) ((long) column * width / cells);
    int top = (int) ((long) row * height / cells);
    int right = (int) ((column + 1L) * width / cells);
    int bottom = (int) ((row + 1L) * height / cells);
    return new Cell(left, top, Math.max(left + 1, right), Math.max(top + 1, bottom));
  }

  int size() {
    return (right - left) * (bottom - top);
  }

  RgbImage of(RgbImage image) {
    int[] pixels = new int[size()];
    for (int y = top, i = 0; y < bottom; y++) {
      for (int x = left; x < right; x++, i++) {
        pixels[i] = image.rgb(y * image.width() + x);
      }
    }
    return RgbImage.of(right - left, bottom - top, pixels);
  }
}
