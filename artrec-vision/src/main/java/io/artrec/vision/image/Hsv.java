package io.artrec.vision.image;

/**
 * A color as hue, saturation and value (Smith, Color Gamut Transform Pairs, SIGGRAPH 1978).
 * Immutable and thread-safe.
 *
 * <p>With channels over 255: {@code value = max}, {@code saturation = (max - min) / max}, hue in
 * sixths from red over green to blue, divided by 6. Hue and saturation are 0 where undefined, as in
 * scikit-image.
 *
 * @param hue 0 or more and below 1: red 0, green 1/3, blue 2/3; 0 for grays
 * @param saturation 0 to 1; 0 for grays
 * @param value 0 to 1
 */
public record Hsv(double hue, double saturation, double value) {
  /**
   * Returns an sRGB color as hue, saturation and value.
   *
   * @param rgb {@code 0xRRGGBB}; the upper 8 bits are dropped
   * @return the color
   */
  public static Hsv of(int rgb) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int max = Math.max(red, Math.max(green, blue));
    int range = max - Math.min(red, Math.min(green, blue));
    if (range == 0) {
      return new Hsv(0, 0, max / 255.0);
    }
    int difference = max == red ? green - blue : max == green ? blue - red : red - green;
    int sextant = max == red ? (difference < 0 ? 6 : 0) : max == green ? 2 : 4;
    return new Hsv((sextant + (double) difference / range) / 6, (double) range / max, max / 255.0);
  }
}
