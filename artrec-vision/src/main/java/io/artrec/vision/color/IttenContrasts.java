package io.artrec.vision.color;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;

/**
 * The seven color contrasts of Itten (The Art of Color, 1961) as numbers. Itten taught them by
 * examples; the definitions are artrec's own, none is a judgement, and 0 is no contrast in each.
 * L*, a*, b* and chroma C* are of CIELAB. Immutable and thread-safe; O(pixels).
 */
public final class IttenContrasts {
  private static final double COLORED = 10;
  private static final double PRESENT = 0.02;

  /** Where red, orange, yellow, green, blue and violet begin on the wheel of HSV, in degrees. */
  private static final int[] HUES = {345, 15, 45, 75, 165, 255};

  /** How light these six look, by Goethe as Itten gives it. */
  private static final double[] FORCES = {6, 8, 9, 6, 4, 3};

  private final double hue;
  private final double lightDark;
  private final double coldWarm;
  private final double complementary;
  private final double simultaneous;
  private final double saturation;
  private final double extension;

  private IttenContrasts(RgbImage image) {
    Spread lightness = new Spread();
    Spread chroma = new Spread();
    Spread heat = new Spread();
    double[] once = new double[2];
    double[] twice = new double[2];
    double chromas = 0;
    LabPlanes lab = image.lab();
    for (int i = 0; i < image.size(); i++) {
      double a = lab.a(i);
      double b = lab.b(i);
      double c = Math.sqrt(a * a + b * b);
      lightness.add(lab.lightness(i));
      chroma.add(c);
      heat.add(ColorEmotion.heat(a, b));
      chromas += c;
      once[0] += a;
      once[1] += b;
      if (c > 0) {
        twice[0] += (a * a - b * b) / c;
        twice[1] += 2 * a * b / c;
      }
    }
    double oneWay = chromas == 0 ? 1 : Math.hypot(once[0], once[1]) / chromas;
    double oneAxis = chromas == 0 ? 0 : Math.hypot(twice[0], twice[1]) / chromas;
    hue = 1 - oneWay;
    complementary = oneAxis * (1 - oneWay);
    lightDark = lightness.deviation();
    coldWarm = heat.deviation();
    saturation = chroma.deviation();
    simultaneous = SurroundingColors.excess(image);
    extension = extension(image, lab);
  }

  /**
   * Measures an image.
   *
   * @param image the pixels, all of them counted
   * @return the contrasts
   */
  public static IttenContrasts of(RgbImage image) {
    return new IttenContrasts(image);
  }

  /**
   * Returns the contrast of hue: how little the hues point one way, {@code 1 - |mean of C* e^(ih)|
   * / mean of C*}, h being the hue angle: their circular variance weighted by chroma.
   *
   * @return 0 for one hue or none, to 1 for hues that balance each other round the wheel
   */
  public double hue() {
    return hue;
  }

  /**
   * Returns the contrast of light and dark.
   *
   * @return the standard deviation of L*, 0 to 50
   */
  public double lightDark() {
    return lightDark;
  }

  /**
   * Returns the contrast of cold and warm.
   *
   * @return the standard deviation of {@link ColorEmotion#heat}, 0 or more
   */
  public double coldWarm() {
    return coldWarm;
  }

  /**
   * Returns the contrast of complements: {@link #hue} times how much the hues lie on one line
   * through gray, {@code |mean of C* e^(2ih)| / mean of C*}.
   *
   * @return 0 for one hue, for three that balance each other and for all alike, to 1 for two
   *     opposite ones in equal strength
   */
  public double complementary() {
    return complementary;
  }

  /**
   * Returns the simultaneous contrast, by which a quiet place takes on the complement of the color
   * around it: how much more colorful than each place its surroundings are. With the image shrunk
   * to a longest side of 96 at most and m the mean of (a*, b*) within 8 pixels each way, the mean
   * of {@code max(0, |m| - C*)}.
   *
   * @return 0 for one color, to about 20 where grays lie among strong colors
   */
  public double simultaneous() {
    return simultaneous;
  }

  /**
   * Returns the contrast of saturation.
   *
   * @return the standard deviation of chroma, 0 or more
   */
  public double saturation() {
    return saturation;
  }

  /**
   * Returns the contrast of extension, of much and little: the areas of red, orange, yellow, green,
   * blue and violet (from 345, 15, 45, 75, 165 and 255 degrees of hue in HSV) where C* is 10 or
   * more, each times the lightness that Itten took from Goethe (6, 8, 9, 6, 4, 3); of the hues with
   * a fiftieth of that area or more, {@code (strongest - weakest) / (strongest + weakest)}.
   *
   * @return 0 for less than two hues and for areas in balance, such as three times as much violet
   *     as yellow, to 1 for a touch of color on a ground of another
   */
  public double extension() {
    return extension;
  }

  private static double extension(RgbImage image, LabPlanes lab) {
    long[] areas = new long[HUES.length];
    long all = 0;
    for (int i = 0; i < image.size(); i++) {
      if (lab.a(i) * lab.a(i) + lab.b(i) * lab.b(i) >= COLORED * COLORED) {
        areas[hueOf(image.rgb(i))]++;
        all++;
      }
    }
    double strongest = 0;
    double weakest = Double.POSITIVE_INFINITY;
    for (int h = 0; h < areas.length; h++) {
      if (areas[h] > 0 && areas[h] >= PRESENT * all) {
        strongest = Math.max(strongest, areas[h] * FORCES[h]);
        weakest = Math.min(weakest, areas[h] * FORCES[h]);
      }
    }
    return all == 0 ? 0 : (strongest - weakest) / (strongest + weakest);
  }

  private static int hueOf(int rgb) {
    double degrees = 360 * HueKey.hue(HueKey.of(rgb));
    for (int h = HUES.length - 1; h > 0; h--) {
      if (degrees >= HUES[h] && degrees < HUES[0]) {
        return h;
      }
    }
    return 0;
  }
}
