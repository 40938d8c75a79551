package io.artrec.examples.atelier;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Waves as a block cutter sees them: flat inks, carved lines, the grain of the plank. */
final class Woodcut {
  private static final List<Said> NAMES =
      List.of(
          new Said("Seventh Wave", "第七浪"),
          new Said("Against the Current", "逆流"),
          new Said("Boats at the Strait", "海峡之舟"),
          new Said("Foam Fingers", "浪沫之指"),
          new Said("Red Sun, Rough Sea", "红日怒海"),
          new Said("The Pilot's Day", "引水人的一天"),
          new Said("Spring Tide", "大潮"),
          new Said("Cape in Wind", "风中岬角"),
          new Said("Ebb at Dawn", "破晓退潮"),
          new Said("Between Two Swells", "两浪之间"),
          new Said("Whale Road", "鲸路"),
          new Said("Island Weather", "岛上天气"));

  private final Colors colors;
  private final boolean sun;
  private final boolean mountain;
  private final int boats;
  private final int waves;

  private Woodcut(Chance chance, Colors colors) {
    this.colors = colors;
    sun = chance.odds(0.6);
    mountain = chance.odds(0.5);
    boats = chance.odds(0.6) ? chance.from(1, 2) : 0;
    waves = chance.from(4, 6);
  }

  static Study plan(Chance chance, Colors colors) {
    Woodcut cut = new Woodcut(chance, colors);
    List<String> subjects = new ArrayList<>(List.of("sea", "wave"));
    if (cut.sun) {
      subjects.add("sun");
    }
    if (cut.mountain) {
      subjects.add("mountain");
    }
    if (cut.boats > 0) {
      subjects.add("boat");
    }
    Format format =
        chance.pick(List.of(Format.LANDSCAPE, Format.WIDE, Format.PORTRAIT, Format.TALL));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            "Wave upon wave rolls up in carved lines, crested with foam"
                + (cut.boats > 0 ? ", and lifts a narrow boat" : "")
                + "."
                + (cut.mountain ? " A mountain waits behind." : "")
                + (cut.sun ? " The sun is a flat disc." : "")
                + " The plank's grain runs through the flat inks.",
            "一浪叠一浪，以刀刻的线条卷起，顶着白沫"
                + (cut.boats > 0 ? "，托起一条窄船" : "")
                + "。"
                + (cut.mountain ? "山在后面等着。" : "")
                + (cut.sun ? "太阳是一个平平的圆。" : "")
                + "木板的纹理透过平涂的墨色。")
        .showing(subjects)
        .painted(cut::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    double sea = h * chance.between(0.4, 0.52);
    Pigment paper = colors.ground();
    surface.fill(
        (x, y) ->
            paper
                .mix(colors.main(), 0.75 * Field.ramp(0.2 * h, 0, y))
                .mix(colors.accent(), 0.22 * Field.ramp(0.25 * h, 0, Math.abs(y - sea))));
    if (sun) {
      double x = w * chance.between(0.2, 0.8);
      surface.lay(Mask.of(Outline.ellipse(x, sea - h * 0.16, 0.1, 0.1), surface), colors.accent());
    }
    if (mountain) {
      mountain(surface, chance, w * chance.between(0.25, 0.75), sea);
    }
    for (int i = 0; i < waves; i++) {
      double near = (i + 0.5) / waves;
      double y = sea + (h - sea) * (near * 0.92);
      wave(surface, chance, y, near);
      if (i < boats && i < waves - 1) {
        boat(surface, chance, w * chance.between(0.25, 0.75), y + 0.035, 0.1 + 0.09 * near);
      }
    }
    border(surface, paper);
    new Finish(surface, chance).wood(0.1).paper(0.035);
  }

  private void mountain(Surface surface, Chance chance, double x, double sea) {
    double rise = 0.2;
    double half = 0.36;
    Path2D shape = new Path2D.Double();
    shape.moveTo(x - half, sea + 0.03);
    shape.quadTo(x - 0.1, sea - 0.05, x - 0.035, sea - rise);
    shape.lineTo(x + 0.03, sea - rise * 1.02);
    shape.quadTo(x + 0.1, sea - 0.05, x + half, sea + 0.03);
    shape.closePath();
    Mask mask = Mask.of(shape, surface);
    Noise snow = new Noise(chance.next());
    surface.lay(
        mask,
        (px, py) ->
            py < sea - rise * (0.62 + 0.4 * (snow.at(px * 34, 1) - 0.5))
                ? colors.light()
                : colors.third().mix(colors.main(), 0.3),
        1,
        Blend.COVER);
  }

  /** One swell over the whole width: crests, body, lines that follow it, foam. */
  private void wave(Surface surface, Chance chance, double y, double near) {
    double w = surface.width();
    double size = (0.05 + 0.1 * near) * chance.between(0.8, 1.2);
    double length = size * chance.between(3.2, 4.2);
    double phase = chance.between(0, length);
    int n = (int) Math.ceil((w + 2 * length) / (length / 24));
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int i = 0; i < n; i++) {
      double at = -length + i * length / 24 - phase + length;
      double turn = 2 * Math.PI * (i % 24) / 24;
      xs[i] =
          at - length - 0.15 * length * StrictMath.sin(turn) - 0.1 * length * StrictMath.cos(turn);
      ys[i] = y - size * StrictMath.pow(0.5 + 0.5 * StrictMath.cos(turn), 1.5);
    }
    Path2D body = new Path2D.Double();
    body.moveTo(xs[0], surface.height() + 0.1);
    for (int i = 0; i < n; i++) {
      body.lineTo(xs[i], ys[i]);
    }
    body.lineTo(xs[n - 1], surface.height() + 0.1);
    body.closePath();
    Pigment ink =
        colors.main().mix(near > 0.5 ? colors.dark() : colors.second(), Math.abs(near - 0.5) * 0.7);
    surface.lay(
        Mask.of(body, surface),
        (px, py) -> ink.mix(colors.light(), 0.35 * Field.ramp(y + size * 1.6, y - size, py)),
        1,
        Blend.COVER);
    carve(surface, chance, xs, ys, size, ink);
    foam(surface, chance, xs, ys, size);
  }

  private void carve(
      Surface surface, Chance chance, double[] xs, double[] ys, double size, Pigment ink) {
    Brush knife = new Brush(surface).body(0).streaks(0).bristles(1);
    int n = xs.length;
    for (int line = 1; line <= 6; line++) {
      double drop = size * 0.22 * line;
      Pigment tone = line % 2 == 0 ? colors.light() : ink.mix(colors.dark(), 0.7);
      for (int start = 0; start + 3 < n; ) {
        int run = Math.min(n - start, chance.from(8, 20));
        double[] points = new double[2 * run];
        for (int k = 0; k < run; k++) {
          double follow = StrictMath.pow(0.86, line);
          double base = ys[0] + size;
          points[2 * k] = xs[start + k] + 0.1 * drop;
          points[2 * k + 1] = base - (base - ys[start + k]) * follow + drop;
        }
        knife.width((line == 1 ? 0.006 : 0.0045) * (0.6 + 4 * size)).taper(0.75).opacity(0.85);
        knife.stroke(tone, chance, points);
        start += run + chance.from(0, 2);
      }
    }
    double[] edge = new double[2 * n];
    for (int i = 0; i < n; i++) {
      edge[2 * i] = xs[i];
      edge[2 * i + 1] = ys[i];
    }
    knife.width(0.0045).taper(0).opacity(0.95).stroke(colors.dark(), chance, edge);
  }

  private void foam(Surface surface, Chance chance, double[] xs, double[] ys, double size) {
    Pigment white = colors.light().mix(Pigment.WHITE, 0.4);
    List<double[]> foam = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      int turn = i % 24;
      boolean crest = turn >= 19 || turn <= 4;
      for (int k = 0; crest && k < 4; k++) {
        double down = chance.unit();
        double r = size * chance.between(0.05, 0.11) * (1.2 - 0.8 * down);
        foam.add(
            new double[] {
              xs[i] - size * (0.1 + 0.25 * down) + chance.around(size * 0.06),
              ys[i] + size * (0.42 * down - 0.04),
              r
            });
      }
      if (crest && chance.odds(0.6)) {
        double far = chance.unit();
        surface.spot(
            xs[i] - size * (0.3 + 0.8 * far),
            ys[i] - size * chance.between(-0.1, 0.5),
            size * 0.05 * (1.1 - far),
            0.2,
            white,
            1);
      }
    }
    print(surface, chance, foam, white);
  }

  /** All outlines first, so that drops that touch become one form. */
  private void print(Surface surface, Chance chance, List<double[]> foam, Pigment white) {
    for (double[] drop : foam) {
      surface.spot(drop[0], drop[1], drop[2] + 0.003, 0.1, colors.dark(), 0.9);
    }
    for (double[] drop : foam) {
      surface.spot(drop[0], drop[1], drop[2], 0.1, white, 1);
    }
    Brush knife = new Brush(surface).body(0).streaks(0).bristles(1).width(0.0028).taper(0.6);
    for (double[] drop : foam) {
      if (drop[2] > 0.008) {
        double r = 0.6 * drop[2];
        knife.stroke(
            colors.second(),
            chance,
            drop[0] - r,
            drop[1],
            drop[0],
            drop[1] + r,
            drop[0] + r,
            drop[1]);
      }
    }
  }

  private void boat(Surface surface, Chance chance, double x, double y, double size) {
    Path2D hull =
        Outline.smooth(
            x - size,
            y - 0.34 * size,
            x - 0.6 * size,
            y - 0.08 * size,
            x,
            y - 0.02 * size,
            x + 0.65 * size,
            y - 0.1 * size,
            x + 1.05 * size,
            y - 0.42 * size,
            x + 0.6 * size,
            y + 0.12 * size,
            x,
            y + 0.2 * size,
            x - 0.6 * size,
            y + 0.12 * size);
    surface.lay(Mask.of(hull, surface), colors.third().mix(colors.ground(), 0.4));
    Brush line = new Brush(surface).body(0).streaks(0).width(0.004);
    line.stroke(
        colors.dark(),
        chance,
        x - size,
        y - 0.34 * size,
        x - 0.6 * size,
        y - 0.08 * size,
        x,
        y - 0.02 * size,
        x + 0.65 * size,
        y - 0.1 * size,
        x + 1.05 * size,
        y - 0.42 * size);
    for (int i = 0; i < 4; i++) {
      double px = x + size * (-0.45 + 0.3 * i);
      surface.spot(px, y - 0.17 * size, 0.075 * size, 0.1, colors.dark(), 1);
      surface.spot(
          px, y - 0.06 * size, 0.11 * size, 0.1, i % 2 == 0 ? colors.accent() : colors.main(), 1);
    }
  }

  private static void border(Surface surface, Pigment paper) {
    double m = 0.03;
    double w = surface.width();
    double h = surface.height();
    surface.lay(Mask.of(Outline.rectangle(-1, -1, w + 2, 1 + m), surface), paper);
    surface.lay(Mask.of(Outline.rectangle(-1, h - m, w + 2, 1), surface), paper);
    surface.lay(Mask.of(Outline.rectangle(-1, -1, 1 + m, h + 2), surface), paper);
    surface.lay(Mask.of(Outline.rectangle(w - m, -1, 1, h + 2), surface), paper);
  }
}
