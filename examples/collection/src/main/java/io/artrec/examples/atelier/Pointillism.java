package io.artrec.examples.atelier;

import java.util.List;

/** A landscape in dots of unmixed color. */
final class Pointillism {
  private static final List<Said> RIVERS =
      List.of(
          new Said("The River at Noon", "正午的河"),
          new Said("Bathing Place, No Bathers", "无人的浴场"),
          new Said("Upstream", "上游"),
          new Said("Ferry Bank", "渡口"),
          new Said("Water Meadow", "水草地"),
          new Said("Still Reach", "静水"));
  private static final List<Said> FIELDS =
      List.of(
          new Said("Poppies by the Road", "路边的罂粟"),
          new Said("Haze over the Field", "田野上的薄雾"),
          new Said("The Warm Slope", "暖坡"),
          new Said("Lucerne in Bloom", "苜蓿花开"),
          new Said("Morning Acre", "清晨的田亩"),
          new Said("After the Mowing", "刈草之后"));

  private Pointillism() {}

  static Study plan(Chance chance, Colors colors) {
    Landscape.Sight sight = Landscape.Sight.by(chance);
    Format format =
        chance.pick(List.of(Format.LANDSCAPE, Format.WIDE, Format.LANDSCAPE, Format.SQUARE));
    return Study.titled(format, chance.pick(sight.water() ? RIVERS : FIELDS))
        .described(
            (sight.water() ? "A river" : "A field in flower")
                + (sight.trees() ? " with trees" : "")
                + " under "
                + (sight.sun() ? "a hazy sun" : "a bright sky")
                + ", built of thousands of separate dots. From afar the eye mixes them to shimmering"
                + " air; close by they are confetti.",
            (sight.water() ? "一条河" : "一片开花的田野")
                + (sight.trees() ? "，几棵树" : "")
                + "，"
                + (sight.sun() ? "朦胧的太阳" : "明亮的天空")
                + "，全由成千上万个分开的色点组成。远看是颤动的空气，近看是彩屑。")
        .showing(sight.subjects())
        .painted(
            (surface, dice) ->
                paint(surface, dice, new Landscape(sight, colors, surface, dice), colors));
  }

  private static void paint(Surface surface, Chance chance, Landscape place, Colors colors) {
    surface.fill((x, y) -> place.at(x, y).mix(colors.ground(), 0.55));
    for (int pass = 0; pass < 3; pass++) {
      double step = 0.0135 - 0.0022 * pass;
      int across = (int) Math.ceil(surface.width() / step);
      int down = (int) Math.ceil(surface.height() / step);
      for (int i = 0; i < across * down; i++) {
        double x = (i % across + chance.between(-0.2, 1.2)) * step;
        int row = i / across;
        double y = (row + chance.between(-0.2, 1.2)) * step;
        Pigment seen = place.at(x + chance.around(0.004), y + chance.around(0.004));
        surface.spot(
            x, y, step * chance.between(0.3, 0.5), 0.3, divided(seen, colors, chance), 0.95);
      }
    }
    new Finish(surface, chance).canvas(0.06).vignette(0.05);
  }

  /** A purer neighbour of a color; now and then its opposite, which makes it vibrate. */
  private static Pigment divided(Pigment seen, Colors colors, Chance chance) {
    double u = chance.unit();
    if (u < 0.035) {
      return seen.changed(chance.around(0.03), 1.1, 180);
    }
    if (u < 0.15) {
      return colors.any(chance).mix(seen, 0.45);
    }
    return seen.changed(0.015 + chance.around(0.035), chance.between(1.05, 1.5), chance.around(14));
  }
}
