package io.artrec.examples.atelier;

import java.util.List;

/** A landscape in thick strokes that follow the lie of the land. */
final class BroadStrokes {
  private static final List<Said> RIVERS =
      List.of(
          new Said("Bend of the River", "河湾"),
          new Said("Wind on the Water", "水上的风"),
          new Said("Flood Plain", "河滩"),
          new Said("The Cold Stream", "冷溪"),
          new Said("Weir Below the Hills", "山下的堰"),
          new Said("March Thaw", "三月融雪"));
  private static final List<Said> FIELDS =
      List.of(
          new Said("Stubble and Sky", "残茬与天空"),
          new Said("Ploughed Hill", "犁过的山坡"),
          new Said("The Field Behind the House", "屋后的田"),
          new Said("Wind in the Barley", "大麦里的风"),
          new Said("Harvest Road", "丰收的路"),
          new Said("Two Furrows", "两道犁沟"));

  private BroadStrokes() {}

  static Study plan(Chance chance, Colors colors) {
    Landscape.Sight sight = Landscape.Sight.by(chance);
    Format format =
        chance.pick(
            List.of(
                Format.LANDSCAPE, Format.LANDSCAPE, Format.WIDE, Format.SQUARE, Format.PORTRAIT));
    return Study.titled(format, chance.pick(sight.water() ? RIVERS : FIELDS))
        .described(
            "Thick, loaded strokes run with the "
                + (sight.water() ? "current of a river" : "furrows of a field")
                + (sight.sun() ? " and wheel around the sun" : " and drift through the sky")
                + (sight.trees() ? "; trees stand at the side" : "")
                + ". The paint is laid so heavily that it catches the light itself.",
            "饱满厚重的笔触顺着"
                + (sight.water() ? "河水的流向" : "田垄")
                + "奔走，"
                + (sight.sun() ? "绕着太阳旋转" : "在天空中飘移")
                + (sight.trees() ? "，树立在一旁" : "")
                + "。颜料堆得很厚，自己就接住了光。")
        .showing(sight.subjects())
        .painted(
            (surface, dice) ->
                paint(surface, dice, new Landscape(sight, colors, surface, dice), colors));
  }

  private static void paint(Surface surface, Chance chance, Landscape place, Colors colors) {
    surface.fill((x, y) -> place.at(x, y).mix(colors.dark(), 0.4));
    Brush brush = new Brush(surface).streaks(0.13).bristles(6);
    double[] widths = {0.06, 0.038, 0.024};
    int[] counts = {600, 1300, 1500};
    for (int pass = 0; pass < 3; pass++) {
      for (int i = 0; i < counts[pass]; i++) {
        double x = chance.between(-0.02, surface.width() + 0.02);
        double y = chance.between(-0.02, surface.height() + 0.02);
        Pigment seen = place.at(x, y);
        Pigment paint =
            seen.changed(chance.around(0.03), chance.between(0.95, 1.3), chance.around(9));
        brush
            .width(widths[pass] * chance.between(0.7, 1.2))
            .dryness(chance.between(0.1, 0.6))
            .body(0.35 + 0.15 * pass)
            .taper(0.2);
        flow(brush, place, paint, widths[pass], x, y, chance);
      }
    }
    new Finish(surface, chance).light(0.2).canvas(0.04);
  }

  private static void flow(
      Brush brush,
      Landscape place,
      Pigment paint,
      double width,
      double x,
      double y,
      Chance chance) {
    int steps = 4;
    double[] points = new double[2 * steps + 2];
    double px = x;
    double py = y;
    double turn = chance.around(0.12);
    for (int i = 0; i <= steps; i++) {
      points[2 * i] = px;
      points[2 * i + 1] = py;
      double angle = place.direction(px, py) + turn;
      px += StrictMath.cos(angle) * width * 0.85;
      py += StrictMath.sin(angle) * width * 0.85;
    }
    brush.stroke(paint, chance, points);
  }
}
