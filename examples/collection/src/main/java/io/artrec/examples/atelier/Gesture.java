package io.artrec.examples.atelier;

import java.util.List;

/** Paint flung and poured onto bare canvas, layer over layer. */
final class Gesture {
  private static final List<Said> NAMES =
      List.of(
          new Said("Untitled Weather", "无题的天气"),
          new Said("Circuit", "回路"),
          new Said("Number Without End", "没有尽头的数"),
          new Said("Thicket", "丛"),
          new Said("Argument", "争辩"),
          new Said("Free Fall", "自由落体"),
          new Said("Night Traffic", "夜间车流"),
          new Said("Improvisation on a Slow Theme", "慢主题即兴"),
          new Said("Hail", "雹"),
          new Said("Choir Practice", "合唱排练"),
          new Said("Brambles", "荆棘"),
          new Said("Static", "静电"));

  private final Colors colors;
  private final boolean sweeping;
  private final boolean darkGround;

  private Gesture(Chance chance, Colors colors) {
    this.colors = colors;
    sweeping = chance.odds(0.45);
    darkGround = chance.odds(0.3);
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    Gesture gesture = new Gesture(chance, colors);
    Format format =
        chance.pick(List.of(Format.WIDE, Format.PANORAMA, Format.SQUARE, Format.PORTRAIT));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            (gesture.sweeping
                    ? "Broad swings of a loaded brush cross the canvas under a net of thrown lines."
                    : "Skeins of thrown paint loop over each other until no line can be followed.")
                + " Spatters tell how fast the arm went; there is no middle and no edge.",
            (gesture.sweeping ? "蘸满颜料的大笔横扫画布，上面罩着一层甩出的线网。" : "甩出的颜料一圈圈缠绕，直到没有一条线可以追随。")
                + "飞溅的点说出手臂有多快；没有中心，也没有边。")
        .showing(List.of("abstraction", "gesture", "movement"))
        .painted(gesture::paint);
  }

  private void paint(Surface surface, Chance chance) {
    Pigment ground = darkGround ? colors.dark().mix(colors.main(), 0.2) : colors.ground();
    surface.fill(Shade.uneven(ground, new Noise(chance.next()), 0.08));
    Brush brush = new Brush(surface);
    if (sweeping) {
      swings(surface, chance, brush);
    }
    List<Pigment> inks =
        List.of(
            colors.main(),
            darkGround ? colors.light() : colors.dark(),
            colors.second(),
            colors.accent(),
            colors.third(),
            darkGround ? colors.ground() : colors.dark(),
            colors.light());
    int layers = sweeping ? 5 : 7;
    for (int layer = 0; layer < layers; layer++) {
      int lines = sweeping ? 8 : 17;
      for (int i = 0; i < lines; i++) {
        fling(surface, chance, brush, inks.get(layer), 0.013 - 0.0012 * layer);
      }
      spatter(surface, chance, inks.get(layer), sweeping ? 90 : 170);
    }
    new Finish(surface, chance).light(0.55).canvas(0.1);
  }

  private void swings(Surface surface, Chance chance, Brush brush) {
    for (int i = 0; i < 13; i++) {
      double x = surface.width() * chance.between(-0.1, 0.9);
      double y = surface.height() * chance.between(0.1, 0.9);
      double angle = chance.between(-0.9, 0.9) + (chance.odds(0.3) ? 1.57 : 0);
      double reach = chance.between(0.4, 0.9);
      double curl = chance.around(1.1);
      int n = 12;
      double[] points = new double[2 * n];
      for (int k = 0; k < n; k++) {
        points[2 * k] = x;
        points[2 * k + 1] = y;
        x += StrictMath.cos(angle) * reach / n;
        y += StrictMath.sin(angle) * reach / n;
        angle += curl / n * 1.6;
      }
      brush.width(chance.between(0.07, 0.2)).dryness(chance.between(0.25, 0.7)).streaks(0.16);
      brush.bristles(22).body(0.3).taper(0.3).opacity(0.9);
      brush.stroke(i % 3 == 0 ? colors.dark() : colors.any(chance), chance, points);
    }
    brush.dryness(0).streaks(0.05).bristles(3);
  }

  /** A line as a swinging arm throws it: it loops, and is thick where the arm is slow. */
  private static void fling(
      Surface surface, Chance chance, Brush brush, Pigment ink, double thick) {
    double x = surface.width() * chance.between(-0.05, 1.05);
    double y = surface.height() * chance.between(-0.05, 1.05);
    double angle = chance.between(0, 6.28);
    double turn = chance.around(0.25);
    double speed = chance.between(0.014, 0.026);
    brush.streaks(0.06).body(0.9).dryness(0).taper(0.5).opacity(0.95);
    int pieces = chance.from(5, 13);
    for (int piece = 0; piece < pieces; piece++) {
      int n = 11;
      double[] points = new double[2 * n];
      for (int k = 0; k < n; k++) {
        points[2 * k] = x;
        points[2 * k + 1] = y;
        if (k < n - 1) {
          x += StrictMath.cos(angle) * speed;
          y += StrictMath.sin(angle) * speed;
          angle += turn;
          turn = 0.9 * turn + chance.around(0.1);
          boolean out =
              x < -0.05 || y < -0.05 || x > surface.width() + 0.05 || y > surface.height() + 0.05;
          turn += out ? 0.2 : 0;
        }
      }
      brush.width(thick * (0.22 + 1.3 * chance.unit() * chance.unit())).stroke(ink, chance, points);
      if (chance.odds(0.3)) {
        surface.spot(x, y, thick * chance.between(0.4, 1.3), 0.2, ink, 0.95);
      }
    }
  }

  private static void spatter(Surface surface, Chance chance, Pigment ink, int count) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < count; i++) {
      if (i % 22 == 0) {
        x = surface.width() * chance.unit();
        y = surface.height() * chance.unit();
      }
      double r = 0.0009 + 0.006 * StrictMath.pow(chance.unit(), 6);
      surface.spot(x + chance.around(0.09), y + chance.around(0.07), r, 0.3, ink, 0.9);
    }
  }
}
