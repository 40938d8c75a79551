package io.artrec.vision.color;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;

/**
 * Single numbers about the colors of an image. Immutable and thread-safe; O(pixels).
 *
 * <p>Contrasts are four of the seven of Itten (The Art of Color, 1961) and Machajdik and Hanbury
 * (Affective Image Classification Using Features Inspired by Psychology and Art Theory, ACM
 * Multimedia 2010), in artrec's own definitions.
 */
public final class ColorMeasures {
  private final double colorfulness;
  private final Spread lightness = new Spread();
  private final Spread chroma = new Spread();
  private final Spread heat = new Spread();
  private final Spread saturation = new Spread();
  private final double hueContrast;

  /** Mean and population standard deviation of what was added. */
  private static final class Spread {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
      count++;
      double difference = value - mean;
      mean += difference / count;
      squares += difference * (value - mean);
    }

    double deviation() {
      return count == 0 ? 0 : Math.sqrt(squares / count);
    }
  }

  private ColorMeasures(RgbImage image) {
    Spread redGreen = new Spread();
    Spread yellowBlue = new Spread();
    LabPlanes lab = image.lab();
    double as = 0;
    double bs = 0;
    double chromas = 0;
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
      double a = lab.a(i);
      double b = lab.b(i);
      double c = Math.sqrt(a * a + b * b);
      lightness.add(lab.lightness(i));
      chroma.add(c);
      heat.add(ColorEmotion.heat(a, b));
      as += a;
      bs += b;
      chromas += c;
    }
    colorfulness =
        Math.hypot(redGreen.deviation(), yellowBlue.deviation())
            + 0.3 * Math.hypot(redGreen.mean, yellowBlue.mean);
    hueContrast = chromas == 0 ? 0 : 1 - Math.hypot(as, bs) / chromas;
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
    return lightness.mean;
  }

  /**
   * Returns how warm the image is.
   *
   * @return the mean of {@link ColorEmotion#heat}, from cool, about -2, to warm, about 2.4
   */
  public double warmth() {
    return heat.mean;
  }

  /**
   * Returns how saturated the image is.
   *
   * @return the mean saturation in HSV, 0 to 1
   */
  public double saturation() {
    return saturation.mean;
  }

  /**
   * Returns how much saturation varies.
   *
   * @return the standard deviation of saturation in HSV, 0 to 0.5
   */
  public double saturationDeviation() {
    return saturation.deviation();
  }

  /**
   * Returns the contrast of light and dark.
   *
   * @return the standard deviation of L*, 0 to 50
   */
  public double lightDarkContrast() {
    return lightness.deviation();
  }

  /**
   * Returns the contrast of hue: the circular variance of the hue angle in CIELAB, weighted by
   * chroma.
   *
   * @return 0 for one hue or none, to 1 for hues that balance each other round the wheel
   */
  public double hueContrast() {
    return hueContrast;
  }

  /**
   * Returns the contrast of cold and warm.
   *
   * @return the standard deviation of {@link ColorEmotion#heat}, 0 or more
   */
  public double coldWarmContrast() {
    return heat.deviation();
  }

  /**
   * Returns the contrast of saturation.
   *
   * @return the standard deviation of chroma in CIELAB, 0 or more
   */
  public double saturationContrast() {
    return chroma.deviation();
  }
}
