package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Flowers in watercolor, let run into each other while wet. */
final class Flowers {
  /** How a flower is built: petals, how broad, how long for a head of one. */
  private enum Bloom {
    POPPY("poppies", "罂粟", 5, 0.62, 1.0, 0.35),
    DAISY("daisies", "雏菊", 13, 0.16, 1.1, 0.9),
    PEONY("peonies", "牡丹", 17, 0.42, 0.95, 0.75),
    IRIS("irises", "鸢尾", 6, 0.34, 1.25, 0.5),
    TULIP("tulips", "郁金香", 4, 0.4, 1.3, 0.2);

    private final String english;
    private final String chinese;
    private final int petals;
    private final double belly;
    private final double reach;
    private final double spread;

    Bloom(String english, String chinese, int petals, double... form) {
      this.english = english;
      this.chinese = chinese;
      this.petals = petals;
      belly = form[0];
      reach = form[1];
      spread = form[2];
    }
  }

  private static final List<Said> NAMES =
      List.of(
          new Said("from a Wet Garden", "出自雨后的园子"),
          new Said("in the Kitchen Glass", "厨房杯中"),
          new Said("for a Letter", "为一封信"),
          new Said("on the Second Day", "第二天"),
          new Said("Leaning", "倾斜"),
          new Said("before the Rain", "雨前"),
          new Said("with Nothing Behind", "身后无物"),
          new Said("Picked Too Early", "摘得太早"));

  private final Bloom bloom;
  private final Colors colors;
  private final int heads;
  private final boolean glass;

  private Flowers(Chance chance, Colors colors) {
    this.colors = colors;
    bloom = chance.pick(List.of(Bloom.values()));
    heads = chance.from(4, 8);
    glass = chance.odds(0.45);
  }

  static Study plan(Chance chance, Colors colors) {
    Flowers flowers = new Flowers(chance, colors);
    String name = flowers.bloom.english;
    Said what = chance.pick(NAMES);
    List<String> subjects = new ArrayList<>(List.of("flower", name, "plant"));
    if (flowers.glass) {
      subjects.add("glass");
    }
    Format format =
        chance.pick(List.of(Format.PORTRAIT, Format.TALL, Format.PORTRAIT, Format.SQUARE));
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Study.titled(
            format,
            new Said(capital + " " + what.english(), flowers.bloom.chinese + "，" + what.chinese()))
        .described(
            capital
                + " "
                + (flowers.glass ? "stand in a glass" : "rise from nothing")
                + " on white paper; the color has run where it was wet and dried to a dark rim."
                + " Stems are single pulls of the brush.",
            flowers.bloom.chinese
                + (flowers.glass ? "插在玻璃杯里" : "从空白中升起")
                + "，颜色在湿处晕开，干后留下深色的边。花茎一笔拉成。")
        .showing(subjects)
        .painted(flowers::paint);
  }

  private void paint(Surface surface, Chance chance) {
    Noise paper = new Noise(chance.next());
    double w = surface.width();
    double h = surface.height();
    surface.fill(Shade.uneven(colors.ground(), paper, 0.04));
    for (int i = 0; i < 5; i++) {
      bleed(
          surface,
          chance,
          w * chance.between(0.2, 0.8),
          h * chance.between(0.15, 0.75),
          chance.between(0.15, 0.3),
          colors.hue(chance),
          0.16);
    }
    double footX = w * 0.5 + chance.around(0.03);
    double footY = h * (glass ? 0.8 : 1.02);
    List<double[]> tops = new ArrayList<>();
    for (int i = 0; i < heads; i++) {
      double x = w * (0.16 + 0.68 * (i + chance.between(0.2, 0.8)) / heads);
      tops.add(new double[] {x, h * chance.between(0.14, 0.52), chance.between(0.085, 0.15)});
    }
    for (double[] top : tops) {
      stem(surface, chance, top, footX + chance.around(0.03), footY);
    }
    for (double[] top : tops) {
      head(surface, chance, top);
    }
    if (glass) {
      glass(surface, chance, footX, footY, h);
    }
    spatter(surface, chance, w, h);
    new Finish(surface, chance).paper(0.05);
  }

  private static void bleed(
      Surface surface,
      Chance chance,
      double x,
      double y,
      double r,
      Pigment pigment,
      double strength) {
    Noise run = new Noise(chance.next());
    surface.lay(
        Mask.of(Outline.blob(x, y, r, 0.35, chance), surface)
            .soft(0.05 * surface.scale())
            .times((px, py) -> 0.4 + run.cloud(px * 5, py * 5, 4), surface),
        Shade.of(pigment.mix(Pigment.WHITE, 0.4)),
        strength * 3,
        Blend.GLAZE);
  }

  private void stem(Surface surface, Chance chance, double[] top, double footX, double footY) {
    Pigment green = colors.third().mix(colors.dark(), 0.25 + 0.2 * chance.unit());
    Brush brush =
        new Brush(surface).body(0).streaks(0.15).blend(Blend.GLAZE).opacity(0.8).bristles(2);
    double[] points = new double[18];
    double bow = chance.around(0.05);
    for (int i = 0; i < 9; i++) {
      double t = i / 8.0;
      points[2 * i] = top[0] + (footX - top[0]) * t * t + bow * StrictMath.sin(Math.PI * t);
      points[2 * i + 1] = top[1] + (footY - top[1]) * t;
    }
    brush.width(0.008).stroke(green, chance, points);
    int leaves = chance.from(1, 2);
    for (int i = 0; i < leaves; i++) {
      int k = 2 * chance.from(4, 6);
      double angle = chance.odds(0.5) ? -0.6 + chance.around(0.3) : -2.5 + chance.around(0.3);
      petal(
          surface,
          chance,
          Mask.of(
              Outline.leaf(points[k], points[k + 1], angle, chance.between(0.1, 0.2), 0.16),
              surface),
          green.mix(Pigment.WHITE, 0.15),
          0.75);
    }
  }

  private void head(Surface surface, Chance chance, double[] top) {
    Pigment base =
        chance.odds(0.6) ? colors.main() : chance.odds(0.6) ? colors.accent() : colors.second();
    double lean = chance.around(0.35);
    boolean cup = bloom == Bloom.TULIP;
    for (int i = 0; i < bloom.petals; i++) {
      double angle =
          cup
              ? -1.57 + lean + (i - 1.5) * 0.28
              : lean
                  + 2 * Math.PI * i / bloom.petals * (bloom == Bloom.PEONY ? 2.4 : 1)
                  + chance.around(0.12);
      double length =
          top[2]
              * bloom.reach
              * chance.between(0.8, 1.12)
              * (bloom == Bloom.PEONY ? 1 - 0.5 * i / bloom.petals : 1);
      double start = cup ? 0.4 * top[2] : 0;
      double x = top[0] + (cup ? 0 : 0.12 * top[2] * StrictMath.cos(angle));
      double y = top[1] + start + (cup ? 0 : 0.12 * top[2] * StrictMath.sin(angle) * bloom.spread);
      Pigment tone =
          base.changed(chance.around(0.045), chance.between(0.8, 1.15), chance.around(10))
              .mix(Pigment.WHITE, 0.12);
      petal(
          surface,
          chance,
          Mask.of(Outline.leaf(x, y, angle, length, bloom.belly), surface),
          tone,
          0.72);
    }
    if (!cup) {
      Pigment heart = bloom == Bloom.DAISY ? colors.accent() : colors.dark();
      for (int i = 0; i < 26; i++) {
        surface.spot(
            top[0] + chance.around(0.13 * top[2]),
            top[1] + chance.around(0.13 * top[2]),
            0.055 * top[2] * chance.between(0.5, 1.3),
            0.4,
            heart,
            0.75);
      }
    }
  }

  /** A translucent wash: paler inside, darker where it dried last. */
  private static void petal(
      Surface surface, Chance chance, Mask mask, Pigment tone, double strength) {
    Noise run = new Noise(chance.next());
    surface.lay(
        mask.times((x, y) -> 0.45 + 0.75 * run.cloud(x * 13, y * 13, 4), surface),
        Shade.of(tone),
        strength,
        Blend.GLAZE);
    surface.lay(mask.rim(0.006 * surface.scale()), Shade.of(tone.times(0.8)), 0.5, Blend.GLAZE);
  }

  private void glass(Surface surface, Chance chance, double x, double y, double h) {
    double half = 0.085;
    double top = y - 0.13;
    Pigment water = colors.second().mix(Pigment.WHITE, 0.55);
    petal(
        surface,
        chance,
        Mask.of(
            Outline.polygon(
                x - half,
                y - 0.07,
                x + half,
                y - 0.07,
                x + half * 0.85,
                y + 0.1,
                x - half * 0.85,
                y + 0.1),
            surface),
        water,
        0.7);
    Brush brush =
        new Brush(surface).body(0).streaks(0.1).width(0.004).opacity(0.6).blend(Blend.GLAZE);
    brush.stroke(
        colors.dark(),
        chance,
        x - half * 1.08,
        top,
        x - half * 0.85,
        y + 0.1,
        x + half * 0.85,
        y + 0.1,
        x + half * 1.08,
        top);
    brush.stroke(colors.dark(), chance, x - half * 1.08, top, x, top + 0.012, x + half * 1.08, top);
    bleed(surface, chance, x + 0.05, Math.min(h, y + 0.11), 0.12, colors.dark(), 0.14);
  }

  private void spatter(Surface surface, Chance chance, double w, double h) {
    for (int i = 0; i < 22; i++) {
      surface.spot(
          w * chance.unit(),
          h * chance.unit(),
          0.0008 + 0.005 * StrictMath.pow(chance.unit(), 4),
          0.3,
          colors.hue(chance),
          0.4);
    }
  }
}
