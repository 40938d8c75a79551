package io.artrec.catalog;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes the same size in the ways in which museums do. */
final class WrittenSizes {
  private static final List<String> EIGHTHS = List.of("", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞");
  private static final List<String> LABELS =
      List.of(
          "H. %s; W. %s",
          "Height: %s\nWidth: %s",
          "Höhe %s, Breite %s",
          "H %s x W %s",
          "Hauteur : %s ; Largeur : %s",
          "h %s × b %s",
          "纵%s 横%s",
          "%s high, %s wide",
          "%s (H) x %s (W)",
          "Overall: %s × %s",
          "%s x %s",
          "Framed: 900 x 900 cm; unframed: %s by %s");

  private WrittenSizes() {}

  /** Writes a size of so many eighths of an inch. */
  static String write(int height, int width, SplittableRandom random) {
    String form = LABELS.get(random.nextInt(LABELS.size()));
    int unit = random.nextInt(6);
    return String.format(Locale.ROOT, form, side(height, unit, random), side(width, unit, random));
  }

  private static String side(int eighths, int unit, SplittableRandom random) {
    double cm = eighths / 8.0 * 2.54;
    return switch (unit) {
      case 0 -> String.format(Locale.ROOT, "%.1f cm", cm);
      case 1 -> String.format(Locale.ROOT, "%.1f cm", cm).replace('.', ',');
      case 2 -> String.format(Locale.ROOT, "%.0f mm", cm * 10);
      case 3 -> inches(eighths, random) + " in.";
      case 4 -> inches(eighths, random) + " in. (" + String.format(Locale.ROOT, "%.1f cm)", cm);
      default -> eighths < 96 ? inches(eighths, random) + "\"" : feet(eighths, random);
    };
  }

  private static String feet(int eighths, SplittableRandom random) {
    int inches = eighths % 96;
    return eighths / 96 + " ft." + (inches == 0 ? "" : " " + inches(inches, random) + " in.");
  }

  private static String inches(int eighths, SplittableRandom random) {
    int whole = eighths / 8;
    int part = eighths % 8;
    if (part == 0) {
      return String.valueOf(whole);
    }
    int divisor = part % 4 == 0 ? 4 : part % 2 == 0 ? 2 : 1;
    String slash = random.nextBoolean() ? "/" : "\u2044";
    String fraction =
        random.nextInt(3) == 0 ? EIGHTHS.get(part) : part / divisor + slash + 8 / divisor;
    return whole == 0 ? fraction : whole + (random.nextBoolean() ? " " : "-") + fraction;
  }
}
