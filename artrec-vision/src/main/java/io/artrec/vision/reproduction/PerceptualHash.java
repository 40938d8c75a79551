package io.artrec.vision.reproduction;

import io.artrec.vision.image.RgbImage;
import java.util.Locale;
import java.util.Objects;

/**
 * 64 bits that hardly change when a picture is saved anew, scaled, brightened or made gray: the
 * discrete cosine transform of its luminance, averaged to 32 × 32 whatever its proportions, of
 * which the 8 × 8 lowest frequencies but those of zero are above their median or not (Zauner,
 * Implementation and Benchmarking of Perceptual Image Hash Functions, 2010). Immutable and
 * thread-safe. Costs one averaging of the pixels and some 10,000 multiplications.
 */
public final class PerceptualHash {
  private static final int SIDE = 32;
  private static final CosineBits BITS = new CosineBits(SIDE);

  private final long bits;

  private PerceptualHash(long bits) {
    this.bits = bits;
  }

  /**
   * Hashes an image.
   *
   * @param image the pixels, all of them; bars and borders are in it unless it is {@link
   *     Reproduction#work}
   * @return the hash
   */
  public static PerceptualHash of(RgbImage image) {
    Averages averages = new Averages(image.gray());
    return new PerceptualHash(BITS.of(averages.grid(0, 0, image.width(), image.height(), SIDE)));
  }

  /**
   * {@return a hash that was kept}
   *
   * @param bits what {@link #bits} gave
   */
  public static PerceptualHash ofBits(long bits) {
    return new PerceptualHash(bits);
  }

  /**
   * Returns the bits.
   *
   * @return 64 of them, the lowest frequencies in the lowest bits
   */
  public long bits() {
    return bits;
  }

  /**
   * Returns how many bits differ.
   *
   * @param other the other hash
   * @return 0 for the same picture, up to about 10 for one that was changed a little, about 32 for
   *     pictures that have nothing to do with each other
   */
  public int distance(PerceptualHash other) {
    return Long.bitCount(bits ^ Objects.requireNonNull(other, "other").bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PerceptualHash that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%016x", bits);
  }
}
