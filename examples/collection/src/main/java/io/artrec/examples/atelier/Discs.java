package io.artrec.examples.atelier;

import java.awt.geom.Path2D;
import java.util.List;

/** Discs of colored rings, quartered and turned against each other, that overlap like voices. */
final class Discs {
  private static final List<Said> NAMES =
      List.of(
          new Said("Fugue for Five Wheels", "五轮赋格"),
          new Said("Simultaneous Noon", "同时的正午"),
          new Said("Propeller Song", "螺旋桨之歌"),
          new Said("Rhythm, Turning Left", "左转的节奏"),
          new Said("Electric Carousel", "电动木马"),
          new Said("Eclipse in Company", "结伴的日食"),
          new Said("Discs and Their Echoes", "圆盘与回声"),
          new Said("Bright Gears", "明亮的齿轮"),
          new Said("Hymn to the Bicycle", "自行车颂"),
          new Said("Sun Counting", "数太阳"));

  private final Colors colors;
  private final int discs;
  private final int spokes;

  private Discs(Chance chance, Colors colors) {
    this.colors = colors;
    discs = chance.from(2, 5);
    spokes = chance.odds(0.6) ? 4 : 2;
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    Discs plan = new Discs(chance, colors);
    Format format =
        chance.pick(List.of(Format.SQUARE, Format.PORTRAIT, Format.LANDSCAPE, Format.WIDE));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            "Discs of concentric rings, cut into "
                + (plan.spokes == 4 ? "quarters" : "halves")
                + ", overlap and trade their colors where they meet. The whole turns like machinery that is glad to be running.",
            "同心圆环的圆盘切成" + (plan.spokes == 4 ? "四份" : "两半") + "，相叠之处交换颜色。整幅画像一台乐于运转的机器。")
        .showing(List.of("abstraction", "circle", "rhythm", "geometry"))
        .painted(plan::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    surface.fill(Shade.uneven(colors.ground(), new Noise(chance.next()), 0.06));
    double slope = chance.around(0.5);
    for (int i = 0; i < 5; i++) {
      double x = w * (i + chance.between(0.1, 0.9)) / 5;
      double wide = chance.between(0.08, 0.2);
      piece(
          surface,
          chance,
          Outline.polygon(
              x - slope,
              -0.1,
              x + wide - slope,
              -0.1,
              x + wide + slope,
              h + 0.1,
              x + slope,
              h + 0.1),
          colors.any(chance).mix(colors.ground(), 0.45),
          0.6);
    }
    for (int i = 0; i < discs; i++) {
      double radius =
          (i == 0 ? 0.36 : chance.between(0.15, 0.28)) * Math.min(1, 0.25 + Math.min(w, h) * 0.8);
      double x = w * (i == 0 ? chance.between(0.35, 0.65) : chance.between(0.12, 0.88));
      double y = h * (i == 0 ? chance.between(0.35, 0.65) : chance.between(0.12, 0.88));
      disc(surface, chance, x, y, radius);
    }
    new Finish(surface, chance).light(0.2).canvas(0.08);
  }

  private void disc(Surface surface, Chance chance, double x, double y, double radius) {
    int rings = chance.from(4, 6);
    double turn = chance.between(0, 1.57);
    for (int ring = rings; ring > 0; ring--) {
      double outer = radius * ring / rings;
      Pigment before = colors.any(chance);
      for (int spoke = 0; spoke < spokes; spoke++) {
        double from = turn + 2 * Math.PI * spoke / spokes;
        Pigment tone = colors.any(chance);
        if (Math.abs(tone.lightness() - before.lightness()) < 0.08) {
          tone = spoke % 2 == 0 ? colors.light() : colors.dark();
        }
        before = tone;
        piece(
            surface,
            chance,
            sector(x, y, outer, from, from + 2 * Math.PI / spokes),
            tone.changed(chance.around(0.02), 1, chance.around(6)),
            0.9);
      }
    }
  }

  private static Path2D sector(double x, double y, double radius, double from, double to) {
    int n = 40;
    double[] points = new double[2 * n + 4];
    points[0] = x;
    points[1] = y;
    for (int i = 0; i <= n; i++) {
      double angle = from + (to - from) * i / n;
      points[2 * i + 2] = x + radius * StrictMath.cos(angle);
      points[2 * i + 3] = y + radius * StrictMath.sin(angle);
    }
    return Outline.polygon(points);
  }

  private static void piece(
      Surface surface, Chance chance, Path2D shape, Pigment tone, double opacity) {
    Noise brushed = new Noise(chance.next());
    double angle = chance.between(0, 3.14);
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    surface.lay(
        Mask.of(shape, surface),
        (x, y) ->
            tone.times(0.9 + 0.2 * brushed.cloud((c * x + s * y) * 7, (c * y - s * x) * 60, 3)),
        opacity,
        Blend.COVER);
  }
}
