package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import java.util.List;

/** Which part of CIELAB has which name: in each sector of hue the first region that holds it. */
final class ColorRegions {
  private static final double ANY = 1_000;

  private static final List<Sector> SECTORS =
      List.of(
          new Sector(
              22,
              below(25, ANY, ColorName.WINE_RED),
              below(ANY, 14, ColorName.DARK_BROWN),
              below(55, 30, ColorName.MAUVE),
              below(48, ANY, ColorName.DARK_RED),
              below(65, 45, ColorName.PINK),
              below(65, ANY, ColorName.RED),
              below(ANY, ANY, ColorName.PINK)),
          new Sector(
              48,
              below(24, 24, ColorName.DARK_BROWN),
              below(35, 45, ColorName.RED_BROWN),
              below(35, ANY, ColorName.DARK_RED),
              below(ANY, 13, ColorName.TAUPE),
              below(60, 42, ColorName.RED_BROWN),
              below(62, ANY, ColorName.RED),
              below(80, ANY, ColorName.SALMON),
              below(ANY, ANY, ColorName.PINK)),
          new Sector(
              72,
              below(32, ANY, ColorName.DARK_BROWN),
              below(70, 15, ColorName.TAUPE),
              below(52, ANY, ColorName.BROWN),
              below(70, 32, ColorName.TAUPE),
              below(70, 58, ColorName.OCHRE),
              below(75, ANY, ColorName.ORANGE),
              below(ANY, 32, ColorName.BEIGE),
              below(ANY, 55, ColorName.SALMON),
              below(ANY, ANY, ColorName.ORANGE)),
          new Sector(
              92,
              below(30, ANY, ColorName.DARK_BROWN),
              below(70, 15, ColorName.TAUPE),
              below(45, ANY, ColorName.BROWN),
              below(60, ANY, ColorName.OCHRE),
              below(78, 55, ColorName.OCHRE),
              below(85, 28, ColorName.BEIGE),
              below(ANY, 28, ColorName.CREAM),
              below(ANY, 45, ColorName.PALE_YELLOW),
              below(ANY, ANY, ColorName.GOLD)),
          new Sector(
              115,
              below(18, ANY, ColorName.DARK_BROWN),
              below(65, 14, ColorName.GRAY_GREEN),
              below(65, ANY, ColorName.OLIVE),
              below(85, 16, ColorName.GRAY_GREEN),
              below(80, 45, ColorName.OLIVE),
              below(ANY, 28, ColorName.CREAM),
              below(ANY, 45, ColorName.PALE_YELLOW),
              below(ANY, ANY, ColorName.YELLOW)),
          new Sector(
              168,
              below(30, ANY, ColorName.DARK_GREEN),
              below(72, 20, ColorName.GRAY_GREEN),
              below(72, ANY, ColorName.GREEN),
              below(ANY, ANY, ColorName.LIGHT_GREEN)),
          new Sector(
              220,
              below(35, ANY, ColorName.DARK_TEAL),
              below(62, ANY, ColorName.TEAL),
              below(ANY, ANY, ColorName.TURQUOISE)),
          new Sector(
              309,
              below(28, ANY, ColorName.NAVY),
              below(65, 18, ColorName.GRAY_BLUE),
              below(56, ANY, ColorName.BLUE),
              below(ANY, 16, ColorName.PALE_BLUE),
              below(ANY, ANY, ColorName.SKY_BLUE)),
          new Sector(
              336,
              below(30, 60, ColorName.DARK_PURPLE),
              below(38, ANY, ColorName.PURPLE),
              below(62, 25, ColorName.MAUVE),
              below(62, ANY, ColorName.PURPLE),
              below(ANY, ANY, ColorName.LILAC)),
          new Sector(
              360,
              below(28, ANY, ColorName.WINE_RED),
              below(60, 30, ColorName.MAUVE),
              below(70, ANY, ColorName.MAGENTA),
              below(ANY, ANY, ColorName.PINK)));

  private ColorRegions() {}

  private record Region(double lightnessTo, double chromaTo, ColorName name) {}

  private record Sector(double hueTo, List<Region> regions) {
    Sector(double hueTo, Region... regions) {
      this(hueTo, List.of(regions));
    }
  }

  private static Region below(double lightness, double chroma, ColorName name) {
    return new Region(lightness, chroma, name);
  }

  static ColorName name(CieLab color) {
    double lightness = color.lightness();
    double chroma = color.chroma();
    if ((lightness < 14 && chroma < 12) || lightness < 7) {
      return chroma < 40 ? ColorName.BLACK : sector(color, chroma);
    }
    if (chroma < 6) {
      return gray(lightness);
    }
    return sector(color, chroma);
  }

  private static ColorName gray(double lightness) {
    if (lightness < 38) {
      return ColorName.DARK_GRAY;
    }
    return lightness < 65
        ? ColorName.GRAY
        : lightness < 92 ? ColorName.LIGHT_GRAY : ColorName.WHITE;
  }

  private static ColorName sector(CieLab color, double chroma) {
    double hue = color.hue();
    for (Sector sector : SECTORS) {
      if (hue < sector.hueTo()) {
        for (Region region : sector.regions()) {
          if (color.lightness() < region.lightnessTo() && chroma < region.chromaTo()) {
            return region.name();
          }
        }
      }
    }
    throw new IllegalArgumentException("no name for " + color + ", expected finite values");
  }
}
