package io.artrec.vision.image;

import java.util.Arrays;

/**
 * A color in CIELAB (CIE 1976) under D65 at two degrees, in which equal distances look about
 * equally different. Immutable and thread-safe.
 *
 * <p>From sRGB by IEC 61966-2-1: {@code c / 12.92} up to 0.04045, {@code ((c + 0.055) / 1.055)^2.4}
 * above; {@code X = 0.412453 R + 0.357580 G + 0.180423 B}, {@code Y = 0.212671 R + 0.715160 G +
 * 0.072169 B}, {@code Z = 0.019334 R + 0.119193 G + 0.950227 B}; white 0.95047, 1, 1.08883; f(t) is
 * the cube root above 0.008856 and {@code 7.787 t + 16/116} up to it. These are the constants of
 * scikit-image; with them grays have a chroma of about 0.003.
 *
 * @param lightness L*, 0 for black to 100 for white
 * @param a a*, from green below 0 to red above
 * @param b b*, from blue below 0 to yellow above
 */
public record CieLab(double lightness, double a, double b) {
  private static final double[] LINEAR = new double[256];
  private static final double WHITE_X = 0.95047;
  private static final double WHITE_Z = 1.08883;

  static {
    Arrays.setAll(
        LINEAR,
        level -> {
          double c = level / 255.0;
          return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        });
  }

  /**
   * {@return an sRGB color in CIELAB}
   *
   * @param rgb {@code 0xRRGGBB}; the upper 8 bits are dropped
   */
  public static CieLab of(int rgb) {
    double[] values = new double[3];
    convert(rgb, values);
    return new CieLab(values[0], values[1], values[2]);
  }

  /** Writes L*, a* and b* of an sRGB color. */
  static void convert(int rgb, double[] values) {
    double red = LINEAR[rgb >> 16 & 0xFF];
    double green = LINEAR[rgb >> 8 & 0xFF];
    double blue = LINEAR[rgb & 0xFF];
    double x = bent((0.412453 * red + 0.357580 * green + 0.180423 * blue) / WHITE_X);
    double y = bent(0.212671 * red + 0.715160 * green + 0.072169 * blue);
    double z = bent((0.019334 * red + 0.119193 * green + 0.950227 * blue) / WHITE_Z);
    values[0] = 116 * y - 16;
    values[1] = 500 * (x - y);
    values[2] = 200 * (y - z);
  }

  /**
   * Returns the color in sRGB, rounded to 8 bits; the inverse of {@link #of}.
   *
   * @return {@code 0xRRGGBB}; channels that sRGB cannot hold are cut to 0 or 255
   */
  public int rgb() {
    double y = (lightness + 16) / 116;
    double x = WHITE_X * unbent(y + a / 500);
    double z = WHITE_Z * unbent(y - b / 200);
    y = unbent(y);
    return level(3.240479 * x - 1.537150 * y - 0.498535 * z) << 16
        | level(-0.969256 * x + 1.875992 * y + 0.041556 * z) << 8
        | level(0.055648 * x - 0.204043 * y + 1.057311 * z);
  }

  private static double unbent(double t) {
    return t > 0.206893 ? t * t * t : (t - 16.0 / 116) / 7.787;
  }

  private static int level(double linear) {
    double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.max(0, Math.min(255, Math.round(255 * c)));
  }

  private static double bent(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }

  /**
   * Returns how far the color is from gray.
   *
   * @return C*, 0 or more; paint seldom reaches 100
   */
  public double chroma() {
    return Math.sqrt(a * a + b * b);
  }

  /**
   * Returns the hue angle, which means nothing near gray, where chroma is below about 1.
   *
   * @return degrees, 0 or more and below 360: red about 20 to 40, yellow about 90 to 100, green
   *     about 140, blue about 260 to 300
   */
  public double hue() {
    double degrees = Math.toDegrees(Math.atan2(b, a));
    double around = degrees < 0 ? degrees + 360 : degrees;
    return around < 360 ? around : 0;
  }

  /**
   * Returns how different two colors look: the Euclidean distance, CIE 1976.
   *
   * @param other the other color
   * @return 0 or more; about 2.3 is just noticeable
   */
  public double distance(CieLab other) {
    double lightnesses = lightness - other.lightness;
    double as = a - other.a;
    double bs = b - other.b;
    return Math.sqrt(lightnesses * lightnesses + as * as + bs * bs);
  }
}
