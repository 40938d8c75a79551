package io.artrec.examples.atelier;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The seven colors that an artist's picture is painted with, by the part they play. Each picture
 * has its artist's in a key of its own. Immutable.
 */
final class Colors {
  private static final int PARTS = 7;

  private final List<Pigment> pigments;

  private Colors(List<Pigment> pigments) {
    this.pigments = List.copyOf(pigments);
  }

  /** Reads seven colors, six hexadecimal digits each: ground, dark, three hues, light, accent. */
  static Colors parse(String text) {
    List<Pigment> pigments =
        List.of(text.split(" ")).stream()
            .map(hex -> Pigment.of(Integer.parseInt(hex, 16)))
            .toList();
    if (pigments.size() != PARTS) {
      throw new IllegalArgumentException(
          "a palette is '" + text + "', expected " + PARTS + " colors such as 1f3b57");
    }
    return new Colors(pigments);
  }

  /** The same family in another key: turned, fuller or quieter, lighter or darker. */
  Colors varied(Chance chance) {
    double degrees = chance.around(6);
    double chroma = chance.between(0.8, 1.15);
    double lighter = chance.around(0.015);
    return new Colors(
        pigments.stream()
            .map(
                pigment ->
                    pigment.changed(
                        lighter + chance.around(0.012), chroma, degrees + chance.around(4)))
            .toList());
  }

  /** The same colors, with the three hues in each other's parts. */
  Colors exchanged(Chance chance) {
    int first = chance.below(3);
    return new Colors(
        IntStream.range(0, PARTS)
            .map(part -> part >= 2 && part < 5 ? 2 + (part - 2 + first) % 3 : part)
            .mapToObj(pigments::get)
            .toList());
  }

  Pigment ground() {
    return pigments.get(0);
  }

  Pigment dark() {
    return pigments.get(1);
  }

  Pigment main() {
    return pigments.get(2);
  }

  Pigment second() {
    return pigments.get(3);
  }

  Pigment third() {
    return pigments.get(4);
  }

  Pigment light() {
    return pigments.get(5);
  }

  Pigment accent() {
    return pigments.get(6);
  }

  /** One of the three hues. */
  Pigment hue(Chance chance) {
    return pigments.get(2 + chance.below(3));
  }

  /** One of the hues, the light or, seldom, the accent. */
  Pigment any(Chance chance) {
    double u = chance.unit();
    return u < 0.62 ? hue(chance) : u < 0.82 ? light() : u < 0.92 ? accent() : dark();
  }
}
