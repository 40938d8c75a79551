package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Tag;
import io.artrec.vision.color.Palette;
import java.util.List;
import java.util.Locale;

/** A palette as a bar, each color as wide as its share, with names and shares below. */
final class PaletteBar {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 56;

  private PaletteBar() {}

  static Tag of(Palette palette, Locale locale) {
    Tag svg =
        Tag.of("svg", "bar")
            .attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true");
    Tag names = Tag.of("ul", "colors");
    double x = 0;
    List<Palette.Part> parts = palette.parts();
    for (Palette.Part part : parts) {
      String hex = hex(part);
      svg.add(
          Tag.of("rect")
              .at("x", x)
              .attr("y", 0)
              .at("width", WIDTH * part.share() + 1)
              .attr("height", HEIGHT)
              .attr("fill", hex));
      names.add(
          Tag.of("li")
              .add(swatch(hex))
              .text(part.name().word(locale) + " " + Math.round(100 * part.share()) + " %"));
      x += WIDTH * part.share();
    }
    return Tag.of("figure", "palette").add(svg).add(Tag.of("figcaption").add(names));
  }

  static Tag swatch(String hex) {
    return Tag.of("svg", "swatch")
        .attr("viewBox", "0 0 10 10")
        .attr("width", 14)
        .attr("height", 14)
        .attr("aria-hidden", "true")
        .add(Tag.of("rect").attr("width", 10).attr("height", 10).attr("fill", hex));
  }

  private static String hex(Palette.Part part) {
    return String.format(Locale.ROOT, "#%06x", part.color().rgb() & 0xFFFFFF);
  }
}
