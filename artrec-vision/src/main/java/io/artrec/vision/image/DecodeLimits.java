package io.artrec.vision.image;

/**
 * How much an image file may ask for before it is refused, and how much of it is kept.
 *
 * @param maxBytes the largest file, 1 or more
 * @param maxSide the largest width or height that a header may state, 1 or more
 * @param maxPixels the most pixels, 1 or more
 * @param maxPixelsPerByte the most pixels per byte of file, 1 or more; a file that promises more is
 *     a decompression bomb or damaged
 * @param maxPixelsAtOnce the most pixels that are being decoded at any time by all threads of one
 *     decoder, at least {@code maxPixels}; threads wait their turn
 * @param keptSide the longest side of the pixels handed on, 1 or more: larger images are shrunk to
 *     it by area averaging
 */
public record DecodeLimits(
    int maxBytes,
    int maxSide,
    int maxPixels,
    int maxPixelsPerByte,
    int maxPixelsAtOnce,
    int keptSide) {

  private static final DecodeLimits STANDARD =
      new DecodeLimits(20_000_000, 10_000, 40_000_000, 10_000, 40_000_000, 1_024);

  /** Validates the limits. */
  public DecodeLimits {
    positive("maxBytes", maxBytes);
    positive("maxSide", maxSide);
    positive("maxPixels", maxPixels);
    positive("maxPixelsPerByte", maxPixelsPerByte);
    positive("keptSide", keptSide);
    if (maxPixelsAtOnce < maxPixels) {
      throw new IllegalArgumentException(
          "maxPixelsAtOnce is "
              + maxPixelsAtOnce
              + ", expected at least maxPixels, which is "
              + maxPixels);
    }
  }

  /**
   * Returns the usual limits: 20 MB, sides of 10,000, 40 megapixels for one image and for all at
   * once, 10,000 pixels per byte; 1,024 pixels are kept on the longest side.
   *
   * @return the limits
   */
  public static DecodeLimits standard() {
    return STANDARD;
  }

  /**
   * Returns these limits with another largest file.
   *
   * @param bytes the largest file, 1 or more
   * @return the limits
   */
  public DecodeLimits withMaxBytes(int bytes) {
    return new DecodeLimits(bytes, maxSide, maxPixels, maxPixelsPerByte, maxPixelsAtOnce, keptSide);
  }

  /**
   * Returns these limits with another largest side.
   *
   * @param side the largest width or height, 1 or more
   * @return the limits
   */
  public DecodeLimits withMaxSide(int side) {
    return new DecodeLimits(maxBytes, side, maxPixels, maxPixelsPerByte, maxPixelsAtOnce, keptSide);
  }

  /**
   * Returns these limits with another number of pixels for one image and for all at once.
   *
   * @param pixels the most pixels of one image, 1 or more
   * @param pixelsAtOnce the most pixels being decoded at any time, at least {@code pixels}
   * @return the limits
   */
  public DecodeLimits withMaxPixels(int pixels, int pixelsAtOnce) {
    return new DecodeLimits(maxBytes, maxSide, pixels, maxPixelsPerByte, pixelsAtOnce, keptSide);
  }

  /**
   * Returns these limits with another largest ratio of pixels to bytes.
   *
   * @param pixels the most pixels per byte of file, 1 or more
   * @return the limits
   */
  public DecodeLimits withMaxPixelsPerByte(int pixels) {
    return new DecodeLimits(maxBytes, maxSide, maxPixels, pixels, maxPixelsAtOnce, keptSide);
  }

  /**
   * Returns these limits with another longest side to keep.
   *
   * @param side the longest side of decoded pixels, 1 or more
   * @return the limits
   */
  public DecodeLimits withKeptSide(int side) {
    return new DecodeLimits(maxBytes, maxSide, maxPixels, maxPixelsPerByte, maxPixelsAtOnce, side);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
    }
  }
}
