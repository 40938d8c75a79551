package io.artrec.examples.atelier;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** A town that climbs a hill, house upon house. */
final class Rooftops {
  private static final List<Said> NAMES =
      List.of(
          new Said("Town on a Hill", "山上小城"),
          new Said("Everyone Is Home", "人人在家"),
          new Said("Washing Day", "洗衣日"),
          new Said("The Upper Town", "上城"),
          new Said("Chimneys, Counted", "数过的烟囱"),
          new Said("Market Town, Off Season", "淡季的集镇"),
          new Said("Steep Street", "陡街"),
          new Said("Where the Bus Turns Round", "公交掉头处"),
          new Said("Sunday Roofs", "星期天的屋顶"),
          new Said("The Tower Keeps the Time", "塔楼守时"));

  private final Colors colors;
  private final boolean moon;
  private final boolean tower;
  private final boolean trees;

  private Rooftops(Chance chance, Colors colors) {
    this.colors = colors;
    moon = chance.odds(0.5);
    tower = chance.odds(0.6);
    trees = chance.odds(0.6);
  }

  static Study plan(Chance chance, Colors colors) {
    Rooftops town = new Rooftops(chance, colors);
    List<String> subjects = new ArrayList<>(List.of("town", "house", "roof", "hill"));
    if (town.moon) {
      subjects.add("moon");
    }
    if (town.tower) {
      subjects.add("tower");
    }
    if (town.trees) {
      subjects.add("tree");
    }
    Format format =
        chance.pick(List.of(Format.SQUARE, Format.PORTRAIT, Format.LANDSCAPE, Format.TALL));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            "Crooked houses climb over each other up a hill"
                + (town.tower ? " to a tower" : "")
                + (town.trees ? ", with round trees between" : "")
                + "."
                + (town.moon ? " A full moon has come to look." : "")
                + " Walls are scraped and repainted until they feel lived in.",
            "歪歪斜斜的房子一层层爬上山坡"
                + (town.tower ? "，直到一座塔" : "")
                + (town.trees ? "，其间是圆圆的树" : "")
                + "。"
                + (town.moon ? "满月也来看。" : "")
                + "墙面刮了又涂，像住过许多人。")
        .showing(subjects)
        .painted(town::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    Noise air = new Noise(chance.next());
    surface.fill(
        (x, y) ->
            colors
                .main()
                .mix(colors.second(), 0.8 * y / h)
                .times(0.85 + 0.3 * air.cloud(x * 6, y * 10, 4)));
    double peak = w * chance.between(0.35, 0.65);
    if (moon) {
      double x = peak < w / 2 ? w * 0.78 : w * 0.22;
      surface.spot(x, h * 0.14, 0.062, 0.06, colors.light().mix(colors.accent(), 0.15), 1);
    }
    int rows = chance.from(6, 8);
    for (int row = 0; row < rows; row++) {
      double t = (row + 0.6) / rows;
      double size = 0.075 + 0.075 * t;
      for (double x = -0.05; x < w + 0.05; ) {
        double wide = size * chance.between(0.6, 1.1);
        double rise = 0.42 * h * (1 - Math.min(1, (x - peak) * (x - peak) * 3.5 / (w * w) * 2));
        double foot = h * (0.62 + 0.48 * t) - rise * (1 - 0.75 * t) + chance.around(0.012);
        if (trees && chance.odds(0.14)) {
          tree(surface, chance, x + wide / 2, foot, size);
        } else {
          house(surface, chance, x, foot, wide, size * chance.between(0.9, 1.7));
        }
        x += wide * chance.between(0.82, 1);
      }
      if (tower && row == 0) {
        tower(surface, chance, peak, h * 0.62 - 0.4 * h + 0.05);
      }
    }
    new Finish(surface, chance).light(0.35).canvas(0.06).vignette(0.15);
  }

  private void wall(Surface surface, Chance chance, Shape shape, Pigment tone) {
    Noise scraped = new Noise(chance.next());
    Pigment under = colors.any(chance);
    Mask mask = Mask.of(shape, surface);
    surface.lay(
        mask,
        (x, y) ->
            tone.mix(under, 0.4 * Field.ramp(0.55, 0.7, scraped.cloud(x * 22, y * 15, 4)))
                .times(0.9 + 0.2 * scraped.cloud(x * 60, y * 20, 2)),
        1,
        Blend.COVER);
    surface.lay(mask.rim(0.006 * surface.scale()), Shade.of(colors.dark()), 0.5, Blend.GLAZE);
  }

  private void house(
      Surface surface, Chance chance, double x, double foot, double wide, double tall) {
    double[] o = {
      chance.around(0.005), chance.around(0.005), chance.around(0.005), chance.around(0.005)
    };
    double top = foot - tall;
    Pigment tone =
        chance.odds(0.3) ? colors.light() : chance.odds(0.5) ? colors.ground() : colors.hue(chance);
    Pigment plaster = tone.changed(chance.around(0.04), chance.between(0.7, 1.1), chance.around(8));
    wall(
        surface,
        chance,
        Outline.polygon(
            x + o[0],
            foot + 0.15,
            x + o[1],
            top,
            x + wide + o[2],
            top + o[3],
            x + wide,
            foot + 0.15),
        plaster);
    double ridge = wide * chance.between(0.3, 0.75);
    Pigment tiles = chance.odds(0.65) ? colors.accent() : colors.third();
    boolean gable = chance.odds(0.6);
    double eaves = 0.008;
    if (chance.odds(0.35)) {
      double cx = x + wide * chance.between(0.15, 0.75);
      wall(
          surface,
          chance,
          Outline.rectangle(cx, top - ridge * 0.75, 0.016, ridge * 0.7),
          plaster.times(0.8));
    }
    wall(
        surface,
        chance,
        gable
            ? Outline.polygon(
                x - eaves,
                top + 0.004,
                x + wide / 2 + o[1],
                top - ridge * 0.8,
                x + wide + eaves,
                top + 0.004)
            : Outline.polygon(
                x - eaves,
                top + 0.004,
                x + wide * 0.12,
                top - ridge * 0.55,
                x + wide * 0.88,
                top - ridge * 0.55,
                x + wide + eaves,
                top + 0.004),
        tiles.changed(chance.around(0.05), chance.between(0.8, 1.05), chance.around(10)));
    windows(surface, chance, x, top, wide, tall);
  }

  private void windows(
      Surface surface, Chance chance, double x, double top, double wide, double tall) {
    int across = Math.max(1, (int) (wide / 0.035));
    int down = Math.max(1, (int) (tall / 0.055));
    for (int i = 0; i < across * down; i++) {
      if (chance.odds(0.72)) {
        double wx = x + wide * (i % across + 0.5) / across - 0.007 + chance.around(0.002);
        int story = i / across;
        double wy = top + 0.018 + tall * story / down + chance.around(0.002);
        Pigment pane =
            moon && chance.odds(0.4) ? colors.accent().mix(colors.light(), 0.6) : colors.dark();
        surface.lay(
            Mask.of(Outline.rectangle(wx, wy, 0.014, 0.021), surface),
            Shade.of(pane),
            0.92,
            Blend.COVER);
      }
    }
  }

  private void tree(Surface surface, Chance chance, double x, double foot, double size) {
    Pigment leaf = colors.third().mix(colors.dark(), 0.4);
    wall(surface, chance, Outline.blob(x, foot - size * 0.75, size * 0.52, 0.1, chance), leaf);
    new Brush(surface)
        .width(0.008)
        .body(0.2)
        .stroke(colors.dark(), chance, x, foot - size * 0.5, x, foot + 0.02);
  }

  private void tower(Surface surface, Chance chance, double x, double foot) {
    double wide = 0.062;
    double top = Math.max(0.1, foot - 0.17);
    wall(
        surface,
        chance,
        Outline.rectangle(x - wide / 2, top, wide, foot - top + 0.2),
        colors.light());
    wall(
        surface,
        chance,
        Outline.polygon(x - wide * 0.62, top, x, top - 0.085, x + wide * 0.62, top),
        colors.accent());
    surface.spot(x, top + 0.04, 0.016, 0.15, colors.ground(), 1);
    surface.spot(x, top + 0.04, 0.004, 0.2, colors.dark(), 1);
    for (int i = 0; i < 2; i++) {
      surface.lay(
          Mask.of(Outline.rectangle(x - 0.006, top + 0.075 + 0.04 * i, 0.012, 0.022), surface),
          colors.dark());
    }
  }
}
