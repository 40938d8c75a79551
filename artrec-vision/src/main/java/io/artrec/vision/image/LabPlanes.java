package io.artrec.vision.image;

/**
 * An image in CIELAB, one plane for each of L*, a* and b*, row-major, as {@link CieLab} converts
 * its pixels. Immutable and thread-safe; 24 bytes per pixel.
 */
public final class LabPlanes {
  private final int width;
  private final int height;
  private final double[] lightness;
  private final double[] a;
  private final double[] b;

  private LabPlanes(int width, int height) {
    this.width = width;
    this.height = height;
    this.lightness = new double[width * height];
    this.a = new double[width * height];
    this.b = new double[width * height];
  }

  static LabPlanes of(RgbImage image) {
    LabPlanes planes = new LabPlanes(image.width(), image.height());
    double[] values = new double[3];
    int last = -1;
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      if (rgb != last) {
        CieLab.convert(rgb, values);
        last = rgb;
      }
      planes.lightness[i] = values[0];
      planes.a[i] = values[1];
      planes.b[i] = values[2];
    }
    return planes;
  }

  /**
   * Returns the width.
   *
   * @return values per row, 1 or more
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return rows, 1 or more
   */
  public int height() {
    return height;
  }

  /**
   * Returns the number of pixels.
   *
   * @return width times height
   */
  public int size() {
    return lightness.length;
  }

  /**
   * Returns the lightness of one pixel.
   *
   * @param index its row-major position
   * @return L*, 0 to 100
   */
  public double lightness(int index) {
    return lightness[index];
  }

  /**
   * {@return how red or green one pixel is, green below 0, red above}
   *
   * @param index its row-major position
   */
  public double a(int index) {
    return a[index];
  }

  /**
   * Returns how yellow or blue one pixel is.
   *
   * @param index its row-major position
   * @return b*, blue below 0, yellow above
   */
  public double b(int index) {
    return b[index];
  }

  @Override
  public String toString() {
    return "LabPlanes[" + width + " x " + height + "]";
  }
}
