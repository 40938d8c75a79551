package io.artrec.vision.color;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;

/** Single numbers about the colors of an image. Immutable and thread-safe; O(pixels). */
public final class ColorMeasures {
  private final double colorfulness;
  private final Spread lightness = new Spread();
  private final Spread heat = new Spread();
  private final Spread saturation = new Spread();

  private ColorMeasures(RgbImage image) {
    Spread redGreen = new Spread();
    Spread yellowBlue = new Spread();
    LabPlanes lab = image.lab();
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      int red = rgb >> 16;
      int green = rgb >> 8 & 0xFF;
      int blue = rgb & 0xFF;
      redGreen.add(red - green);
      yellowBlue.add((red + green) / 2.0 - blue);
      int max = Math.max(red, Math.max(green, blue));
      int range = max - Math.min(red, Math.min(green, blue));
      saturation.add(HueKey.saturation(max, range));
      lightness.add(lab.lightness(i));
      heat.add(ColorEmotion.heat(lab.a(i), lab.b(i)));
    }
    colorfulness =
        Math.hypot(redGreen.deviation(), yellowBlue.deviation())
            + 0.3 * Math.hypot(redGreen.mean(), yellowBlue.mean());
  }

  /**
   * Measures an image.
   *
   * @param image the pixels, all of them counted
   * @return the numbers
   */
  public static ColorMeasures of(RgbImage image) {
    return new ColorMeasures(image);
  }

  /**
   * Returns how colorful the image is (Hasler and Süsstrunk, Measuring Colorfulness in Natural
   * Images, SPIE Human Vision and Electronic Imaging VIII, 2003): with {@code rg = R - G} and
   * {@code yb = (R + G) / 2 - B} of 8-bit channels, {@code sqrt(var(rg) + var(yb)) + 0.3
   * sqrt(mean(rg)² + mean(yb)²)}, population variances.
   *
   * @return 0 for grays; by the authors 15 slightly, 33 moderately, 45 averagely, 59 quite, 82
   *     highly, 109 extremely colorful
   */
  public double colorfulness() {
    return colorfulness;
  }

  /**
   * Returns how light the image is.
   *
   * @return the mean of L*, 0 to 100
   */
  public double brightness() {
    return lightness.mean();
  }

  /**
   * Returns how warm the image is.
   *
   * @return the mean of {@link ColorEmotion#heat}, from cool, about -2, to warm, about 2.4
   */
  public double warmth() {
    return heat.mean();
  }

  /**
   * Returns how saturated the image is.
   *
   * @return the mean saturation in HSV, 0 to 1
   */
  public double saturation() {
    return saturation.mean();
  }

  /**
   * Returns how much saturation varies.
   *
   * @return the standard deviation of saturation in HSV, 0 to 0.5
   */
  public double saturationDeviation() {
    return saturation.deviation();
  }
}
