package io.artrec.examples.atelier;

import java.util.List;

/** A grid of watercolor squares, no two of one size, that gather light towards a place. */
final class MagicSquares {
  private static final List<Said> NAMES =
      List.of(
          new Said("Garden Plan", "花园平面图"),
          new Said("City from a Balloon", "气球上看城"),
          new Said("Tile Song", "瓷砖之歌"),
          new Said("Carpet of Small Hours", "凌晨的地毯"),
          new Said("Ledger of the Bees", "蜜蜂的账本"),
          new Said("Orchard in Numbers", "数字果园"),
          new Said("Window for Every Day", "每日一窗"),
          new Said("Score for Squares", "方块乐谱"),
          new Said("Patchwork Noon", "正午拼布"),
          new Said("Harbor Abacus", "港口算盘"),
          new Said("Field Almanac", "田野历书"),
          new Said("Quilt of Rivers", "河流之被"),
          new Said("Calendar of Light", "光的日历"));

  private final Colors colors;
  private final Format format;
  private final int across;
  private final boolean split;
  private final double focusX;
  private final double focusY;

  private MagicSquares(Chance chance, Colors colors) {
    this.colors = colors;
    format = chance.pick(List.of(Format.SQUARE, Format.LANDSCAPE, Format.PORTRAIT, Format.WIDE));
    across = chance.from(6, 12);
    split = chance.odds(0.45);
    focusX = chance.between(0.2, 0.8);
    focusY = chance.between(0.2, 0.8);
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    MagicSquares squares = new MagicSquares(chance, colors);
    String place = squares.focusY < 0.5 ? "upper" : "lower";
    String where = squares.focusX < 0.5 ? "left" : "right";
    return Study.titled(squares.format, chance.pick(NAMES))
        .described(
            "A hand-drawn grid of watercolor squares"
                + (squares.split ? ", some cut into triangles," : "")
                + " no two quite alike. The colors grow lighter towards the "
                + place
                + " "
                + where
                + ", as if a lamp stood behind the paper.",
            "手绘的水彩方格，"
                + (squares.split ? "有些被斜切成三角，" : "")
                + "没有两格完全相同。颜色向"
                + (squares.focusX < 0.5 ? "左" : "右")
                + (squares.focusY < 0.5 ? "上" : "下")
                + "方渐亮，仿佛纸后有灯。")
        .showing(List.of("abstraction", "grid", "geometry"))
        .painted(squares::paint);
  }

  private void paint(Surface surface, Chance chance) {
    Noise wash = new Noise(chance.next());
    surface.fill(Shade.uneven(colors.ground(), wash, 0.06));
    int down = Math.max(3, (int) Math.round(across * surface.height() / surface.width()));
    double[] xs = lines(across, surface.width(), chance);
    double[] ys = lines(down, surface.height(), chance);
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        double[] corners = {
          xs[column], ys[row], xs[column + 1], ys[row],
          xs[column + 1], ys[row + 1], xs[column], ys[row + 1]
        };
        for (int i = 0; i < 8; i++) {
          corners[i] += chance.around(0.003);
        }
        cell(surface, chance, corners);
      }
    }
    new Finish(surface, chance).paper(0.05);
  }

  private static double[] lines(int count, double length, Chance chance) {
    double[] at = new double[count + 1];
    double margin = 0.045;
    for (int i = 1; i <= count; i++) {
      at[i] = at[i - 1] + chance.between(0.6, 1.4);
    }
    double total = at[count];
    for (int i = 0; i <= count; i++) {
      at[i] = margin + (length - 2 * margin) * at[i] / total;
    }
    return at;
  }

  private void cell(Surface surface, Chance chance, double[] c) {
    double x = (c[0] + c[4]) / 2 / surface.width();
    double y = (c[1] + c[5]) / 2 / surface.height();
    double far = Math.sqrt((x - focusX) * (x - focusX) + (y - focusY) * (y - focusY));
    double gap = 0.0025;
    double[] inner = {
      c[0] + gap, c[1] + gap, c[2] - gap, c[3] + gap, c[4] - gap, c[5] - gap, c[6] + gap, c[7] - gap
    };
    wash(surface, chance, Mask.of(Outline.polygon(inner), surface), tone(chance, far));
    if (split && chance.odds(0.35)) {
      int at = 2 * chance.below(4);
      double[] half = new double[6];
      for (int i = 0; i < 6; i++) {
        half[i] = inner[(at + i) % 8];
      }
      wash(surface, chance, Mask.of(Outline.polygon(half), surface), tone(chance, far));
    }
  }

  private Pigment tone(Chance chance, double far) {
    Pigment base = chance.odds(0.1) ? colors.accent() : colors.any(chance);
    double light = 0.75 - 1.15 * far + chance.around(0.16);
    Pigment toned =
        light > 0 ? base.mix(colors.light(), 0.75 * light) : base.mix(colors.dark(), -0.8 * light);
    return toned.changed(chance.around(0.02), 1, chance.around(7));
  }

  private static void wash(Surface surface, Chance chance, Mask mask, Pigment tone) {
    Noise cloud = new Noise(chance.next());
    surface.lay(
        mask, (x, y) -> tone.times(0.9 + 0.24 * cloud.cloud(x * 12, y * 12, 4)), 0.93, Blend.COVER);
    surface.lay(mask.rim(0.008 * surface.scale()), Shade.of(tone.times(0.72)), 0.5, Blend.COVER);
  }
}
