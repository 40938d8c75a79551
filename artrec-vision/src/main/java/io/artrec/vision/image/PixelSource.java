package io.artrec.vision.image;

/** Gives the rows of an image, from the top, each once. */
interface PixelSource {
  int width();

  int height();

  /** Writes one row as {@code 0xRRGGBB}. */
  void read(int y, int[] rgb);

  /** Reads all rows; where the longest side is above the one given, shrinks by area averaging. */
  static RgbImage readAll(PixelSource source, int longestSide) {
    int width = source.width();
    int height = source.height();
    int longest = Math.max(width, height);
    int[] row = new int[width];
    if (longest <= longestSide) {
      int[] pixels = new int[width * height];
      for (int y = 0; y < height; y++) {
        source.read(y, row);
        System.arraycopy(row, 0, pixels, y * width, width);
      }
      return RgbImage.owning(width, height, pixels);
    }
    int newWidth = AreaAverage.scaled(width, longest, longestSide);
    int newHeight = AreaAverage.scaled(height, longest, longestSide);
    AreaAverage red = new AreaAverage(width, height, newWidth, newHeight);
    AreaAverage green = new AreaAverage(width, height, newWidth, newHeight);
    AreaAverage blue = new AreaAverage(width, height, newWidth, newHeight);
    double[] channel = new double[width];
    double[] samples = new double[3 * newWidth];
    int[] pixels = new int[newWidth * newHeight];
    int done = 0;
    for (int y = 0; y < height; y++) {
      source.read(y, row);
      boolean complete = red.add(channel(row, 16, channel), samples, 0);
      green.add(channel(row, 8, channel), samples, newWidth);
      blue.add(channel(row, 0, channel), samples, 2 * newWidth);
      for (int i = 0; complete && i < newWidth; i++) {
        pixels[done++] =
            round(samples[i]) << 16
                | round(samples[newWidth + i]) << 8
                | round(samples[2 * newWidth + i]);
      }
    }
    return RgbImage.owning(newWidth, newHeight, pixels);
  }

  private static double[] channel(int[] row, int shift, double[] channel) {
    for (int x = 0; x < row.length; x++) {
      channel[x] = row[x] >> shift & 0xFF;
    }
    return channel;
  }

  private static int round(double value) {
    return Math.max(0, Math.min(255, (int) (value + 0.5)));
  }
}
