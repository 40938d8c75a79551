package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Colors that a work shall have, each with its share of the work; what is left of the work may be
 * any other colors. Immutable and thread-safe.
 */
public final class PaletteWish {
  private static final double WHOLE = 1 + 1e-9;

  private final List<Palette.Part> parts;

  private PaletteWish(List<Palette.Part> parts) {
    this.parts = parts;
  }

  /**
   * {@return the wish for one color}
   *
   * @param hex the color in sRGB, {@code #1f3a5f} or {@code 1f3a5f}
   * @param share of the work, above 0 and at most 1
   */
  public static PaletteWish of(String hex, double share) {
    return of(color(hex), share);
  }

  /**
   * {@return the wish for one color}
   *
   * @param color the color
   * @param share of the work, above 0 and at most 1
   */
  public static PaletteWish of(CieLab color, double share) {
    return new PaletteWish(List.of(new Palette.Part(color, share)));
  }

  /**
   * {@return the wish for all colors of a palette in its shares, which leaves nothing for other
   * colors}
   *
   * @param palette the palette
   */
  public static PaletteWish of(Palette palette) {
    return new PaletteWish(palette.parts());
  }

  /**
   * {@return this wish with another color}
   *
   * @param hex the color in sRGB, {@code #1f3a5f} or {@code 1f3a5f}
   * @param share of the work, above 0; all together at most 1
   */
  public PaletteWish and(String hex, double share) {
    return and(color(hex), share);
  }

  /**
   * {@return this wish with another color}
   *
   * @param color the color
   * @param share of the work, above 0; all together at most 1
   */
  public PaletteWish and(CieLab color, double share) {
    List<Palette.Part> more = new ArrayList<>(parts);
    more.add(new Palette.Part(color, share));
    double sum = more.stream().mapToDouble(Palette.Part::share).sum();
    if (sum > WHOLE) {
      throw new IllegalArgumentException(
          "shares of " + more.size() + " wished colors sum to " + sum + ", expected at most 1");
    }
    return new PaletteWish(List.copyOf(more));
  }

  /** {@return colors and shares, in the order given} */
  public List<Palette.Part> parts() {
    return parts;
  }

  /** Reads a color. */
  static CieLab color(String hex) {
    String digits = Objects.requireNonNull(hex, "hex").strip();
    digits = digits.startsWith("#") ? digits.substring(1) : digits;
    if (!digits.matches("[0-9A-Fa-f]{6}")) {
      throw new IllegalArgumentException(
          "color is '" + hex + "', expected six hexadecimal digits such as #1f3a5f");
    }
    return CieLab.of(Integer.parseInt(digits, 16));
  }

  @Override
  public String toString() {
    List<String> texts = new ArrayList<>();
    for (Palette.Part part : parts) {
      texts.add(
          String.format(
              Locale.ROOT, "%.0f%% %s", 100 * part.share(), part.name().word(Locale.ENGLISH)));
    }
    return String.join(", ", texts);
  }
}
