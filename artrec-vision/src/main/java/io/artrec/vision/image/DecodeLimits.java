package io.artrec.vision.image;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much an image file may ask for before it is refused, and how much of it is kept. Immutable
 * and thread-safe; two of the same values are equal. The message about a file that is refused names
 * the limit.
 */
public final class DecodeLimits {
  private static final DecodeLimits STANDARD =
      new DecodeLimits(
          new EnumMap<>(
              Map.of(
                  Limit.MAX_BYTES, 20_000_000L,
                  Limit.MAX_SIDE, 10_000L,
                  Limit.MAX_PIXELS, 40_000_000L,
                  Limit.MAX_PIXELS_PER_BYTE, 10_000L,
                  Limit.MAX_PIXELS_AT_ONCE, 40_000_000L,
                  Limit.MAX_SCANS, 50L,
                  Limit.MAX_TIME, 120_000L,
                  Limit.KEPT_SIDE, 1_024L)));

  private final EnumMap<Limit, Long> values;

  private DecodeLimits(EnumMap<Limit, Long> values) {
    this.values = values;
  }

  /**
   * {@return the usual limits: 20 MB, sides of 10,000, 40 megapixels for one image and for all at
   * once, 10,000 pixels per byte, 50 scans, two minutes; 1,024 pixels are kept on the longest side}
   */
  public static DecodeLimits standard() {
    return STANDARD;
  }

  /**
   * Returns the largest file.
   *
   * @return bytes, 1 or more
   */
  public int maxBytes() {
    return (int) value(Limit.MAX_BYTES);
  }

  /**
   * {@return these limits with another largest file}
   *
   * @param bytes the largest file, 1 or more
   */
  public DecodeLimits withMaxBytes(int bytes) {
    return with(Limit.MAX_BYTES, bytes);
  }

  /**
   * Returns the largest width or height that a file may state.
   *
   * @return pixels, 1 or more
   */
  public int maxSide() {
    return (int) value(Limit.MAX_SIDE);
  }

  /**
   * {@return these limits with another largest side}
   *
   * @param side the largest width or height, 1 or more
   */
  public DecodeLimits withMaxSide(int side) {
    return with(Limit.MAX_SIDE, side);
  }

  /** {@return the most pixels of one image, 1 or more} */
  public int maxPixels() {
    return (int) value(Limit.MAX_PIXELS);
  }

  /**
   * {@return the most pixels that are being decoded at any time by all threads of one decoder, of
   * images that take 4 bytes a pixel meanwhile; at least {@link #maxPixels}} Images that take more
   * count for more: of 16 bits a sample 8 bytes, progressive JPEG 9, lossy WebP 40. Threads wait
   * their turn; an image that takes more than all is decoded alone, one that takes more than four
   * times as much is refused.
   */
  public int maxPixelsAtOnce() {
    return (int) value(Limit.MAX_PIXELS_AT_ONCE);
  }

  /**
   * {@return these limits with another number of pixels for one image and for all at once}
   *
   * @param pixels the most pixels of one image, 1 or more
   * @param pixelsAtOnce the most pixels being decoded at any time, at least {@code pixels}
   */
  public DecodeLimits withMaxPixels(int pixels, int pixelsAtOnce) {
    if (pixelsAtOnce < pixels) {
      throw new IllegalArgumentException(
          "maxPixelsAtOnce is "
              + pixelsAtOnce
              + ", expected at least maxPixels, which is "
              + pixels);
    }
    return with(Limit.MAX_PIXELS, pixels).with(Limit.MAX_PIXELS_AT_ONCE, pixelsAtOnce);
  }

  /**
   * Returns the most pixels per byte of file; a file that promises more is a decompression bomb or
   * damaged.
   *
   * @return pixels per byte, 1 or more
   */
  public int maxPixelsPerByte() {
    return (int) value(Limit.MAX_PIXELS_PER_BYTE);
  }

  /**
   * {@return these limits with another largest ratio of pixels to bytes}
   *
   * @param pixels the most pixels per byte of file, 1 or more
   */
  public DecodeLimits withMaxPixelsPerByte(int pixels) {
    return with(Limit.MAX_PIXELS_PER_BYTE, pixels);
  }

  /**
   * {@return the most scans of a JPEG, each a pass over its pixels; 1 or more} Honest files have 1
   * to some twenty. Besides, scans times pixels may be 16 times {@link #maxPixels}.
   */
  public int maxScans() {
    return (int) value(Limit.MAX_SCANS);
  }

  /**
   * {@return these limits with another largest number of scans}
   *
   * @param scans the most scans of a JPEG, 1 or more
   */
  public DecodeLimits withMaxScans(int scans) {
    return with(Limit.MAX_SCANS, scans);
  }

  /**
   * Returns how long one file may be decoded, from when it is its turn.
   *
   * @return a millisecond or more
   */
  public Duration maxTime() {
    return Duration.ofMillis(value(Limit.MAX_TIME));
  }

  /**
   * {@return these limits with another longest time}
   *
   * @param time how long one file may be decoded, a millisecond to a day
   */
  public DecodeLimits withMaxTime(Duration time) {
    if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "maxTime is " + time + ", expected a millisecond to a day");
    }
    return with(Limit.MAX_TIME, time.toMillis());
  }

  /**
   * Returns the longest side of the pixels handed on: larger images are shrunk to it by area
   * averaging.
   *
   * @return pixels, 1 or more
   */
  public int keptSide() {
    return (int) value(Limit.KEPT_SIDE);
  }

  /**
   * {@return these limits with another longest side to keep}
   *
   * @param side the longest side of decoded pixels, 1 or more
   */
  public DecodeLimits withKeptSide(int side) {
    return with(Limit.KEPT_SIDE, side);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecodeLimits that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "DecodeLimits[maxBytes=%d, maxSide=%d, maxPixels=%d, maxPixelsPerByte=%d,"
            + " maxPixelsAtOnce=%d, maxScans=%d, maxTime=%s, keptSide=%d]",
        maxBytes(),
        maxSide(),
        maxPixels(),
        maxPixelsPerByte(),
        maxPixelsAtOnce(),
        maxScans(),
        maxTime(),
        keptSide());
  }

  private long value(Limit limit) {
    return values.getOrDefault(limit, 0L);
  }

  private DecodeLimits with(Limit limit, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(limit.label + " is " + value + ", expected 1 or more");
    }
    EnumMap<Limit, Long> others = new EnumMap<>(values);
    others.put(limit, value);
    return new DecodeLimits(others);
  }

  /** What is limited; the time is in milliseconds. */
  private enum Limit {
    MAX_BYTES("maxBytes"),
    MAX_SIDE("maxSide"),
    MAX_PIXELS("maxPixels"),
    MAX_PIXELS_PER_BYTE("maxPixelsPerByte"),
    MAX_PIXELS_AT_ONCE("maxPixelsAtOnce"),
    MAX_SCANS("maxScans"),
    MAX_TIME("maxTime"),
    KEPT_SIDE("keptSide");

    private final String label;

    Limit(String label) {
      this.label = label;
    }
  }
}
