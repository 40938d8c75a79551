package io.artrec.examples.atelier;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Forms cut from painted paper with scissors and pinned onto fields of it. */
final class PaperCut {
  private static final List<Said> NAMES =
      List.of(
          new Said("Scissors in the Garden", "花园里的剪刀"),
          new Said("Lagoon", "潟湖"),
          new Said("Seaweed Alphabet", "海藻字母表"),
          new Said("The Parakeet's Sunday", "鹦鹉的星期天"),
          new Said("Sheaf", "一束"),
          new Said("Wall of Leaves", "叶之墙"),
          new Said("Dancing Corals", "起舞的珊瑚"),
          new Said("Window onto the Reef", "望礁之窗"),
          new Said("Snow Garland", "雪花环"),
          new Said("Summer Inventory", "夏日清单"),
          new Said("Kite Weather", "风筝天"),
          new Said("Palm, Wave, Palm", "棕榈，浪，棕榈"));

  private final Colors colors;
  private final boolean birds;
  private final boolean sun;
  private final int across;
  private final int down;

  private PaperCut(Chance chance, Colors colors, Format format) {
    this.colors = colors;
    birds = chance.odds(0.4);
    sun = chance.odds(0.4);
    across = Math.max(2, (int) Math.round(Math.sqrt(format.aspect()) * chance.from(2, 3)));
    down = Math.max(2, (int) Math.round(across / format.aspect()));
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    Format format =
        chance.pick(List.of(Format.LANDSCAPE, Format.PORTRAIT, Format.SQUARE, Format.WIDE));
    PaperCut cut = new PaperCut(chance, colors, format);
    List<String> subjects = new ArrayList<>(List.of("leaf", "seaweed", "cut paper"));
    if (cut.birds) {
      subjects.add("bird");
    }
    if (cut.sun) {
      subjects.add("sun");
    }
    return Study.titled(format, chance.pick(NAMES))
        .described(
            "Leaves and seaweeds"
                + (cut.birds ? ", birds" : "")
                + (cut.sun ? " and a round sun" : "")
                + " are cut from brushed paper with bold scissors and pinned onto colored sheets."
                + " Each edge throws a thin shadow.",
            "用剪刀从涂色的纸上大胆剪出叶子和海藻"
                + (cut.birds ? "、飞鸟" : "")
                + (cut.sun ? "和一轮圆日" : "")
                + "，钉在彩色的纸块上，边缘投下细细的影子。")
        .showing(subjects)
        .painted(cut::paint);
  }

  private void paint(Surface surface, Chance chance) {
    surface.fill(Shade.uneven(colors.ground(), new Noise(chance.next()), 0.05));
    double cellW = surface.width() / across;
    double cellH = surface.height() / down;
    int special = chance.below(across * down);
    for (int i = 0; i < across * down; i++) {
      double x = (i % across) * cellW;
      int row = i / across;
      double y = row * cellH;
      Pigment sheet = (i % across + i / across) % 2 == 0 ? colors.hue(chance) : colors.any(chance);
      double slip = chance.around(0.004);
      pin(
          surface,
          chance,
          Outline.polygon(
              x + slip,
              y - slip,
              x + cellW + slip,
              y + slip,
              x + cellW - slip,
              y + cellH + slip,
              x - slip,
              y + cellH),
          sheet,
          0.5);
      Path2D form = sun && i == special ? round(cellW, cellH, chance) : form(chance, cellW, cellH);
      AffineTransform place = AffineTransform.getTranslateInstance(x + cellW / 2, y + cellH / 2);
      place.rotate(chance.around(0.35));
      form.transform(place);
      pin(surface, chance, form, against(sheet, chance), 1);
    }
    for (int i = 0; birds && i < 3; i++) {
      Path2D bird = bird(0.12 * chance.between(0.8, 1.4));
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              surface.width() * chance.between(0.12, 0.88),
              surface.height() * chance.between(0.12, 0.88));
      place.rotate(chance.around(0.5));
      if (chance.odds(0.5)) {
        place.scale(-1, 1);
      }
      bird.transform(place);
      pin(surface, chance, bird, i == 1 ? colors.light() : colors.dark(), 1);
    }
    new Finish(surface, chance).paper(0.05);
  }

  /** A color that stands out from a sheet. */
  private Pigment against(Pigment sheet, Chance chance) {
    Pigment best = colors.light();
    double most = 0;
    for (int i = 0; i < 4; i++) {
      Pigment candidate = colors.any(chance);
      double apart = Math.abs(candidate.lightness() - sheet.lightness());
      if (apart > most) {
        most = apart;
        best = candidate;
      }
    }
    return most > 0.12 ? best : sheet.lightness() > 0.6 ? colors.dark() : colors.light();
  }

  private static void pin(
      Surface surface, Chance chance, Path2D shape, Pigment pigment, double lift) {
    Mask mask = Mask.of(shape, surface);
    int fall = (int) Math.max(1, Math.round(0.005 * lift * surface.scale()));
    surface.lay(
        mask.soft(0.011 * surface.scale()).moved(fall, fall),
        Shade.of(new Pigment(0.35, 0.3, 0.35)),
        0.55 * lift,
        Blend.GLAZE);
    Noise streak = new Noise(chance.next());
    double turn = chance.odds(0.5) ? 1 : 0;
    surface.lay(
        mask,
        (x, y) -> {
          double brushed = streak.cloud(x * (4 + 50 * turn), y * (54 - 50 * turn), 3);
          return pigment.times(0.93 + 0.14 * brushed);
        },
        1,
        Blend.COVER);
  }

  private static Path2D round(double w, double h, Chance chance) {
    return Outline.blob(0, 0, 0.33 * Math.min(w, h), 0.04, chance);
  }

  private static Path2D form(Chance chance, double w, double h) {
    double size = 0.43 * Math.min(w, h);
    return switch (chance.below(4)) {
      case 0 -> frond(size, size * 0.8, chance.from(4, 6), chance);
      case 1 -> frond(size * 1.1, size * 0.6, chance.from(3, 4), chance);
      case 2 -> star(size, chance.from(5, 8), chance);
      default -> seaweed(size, chance);
    };
  }

  /** A stem with fingers to both sides. */
  private static Path2D frond(double length, double reach, int fingers, Chance chance) {
    List<double[]> right = new ArrayList<>();
    for (int i = 0; i < fingers; i++) {
      double t = (i + 0.5) / fingers;
      double y = length * (1 - 2 * t);
      double out = reach * StrictMath.sin(Math.PI * (0.18 + 0.75 * t)) * chance.between(0.8, 1.1);
      double thick = length / fingers * 0.42;
      right.add(new double[] {0.06 * length, y + thick});
      right.add(new double[] {out, y - thick * 0.6});
      right.add(new double[] {out * 0.96, y - thick * 1.5});
      right.add(new double[] {0.07 * length, y - thick * 0.5});
    }
    double[] points = new double[4 * right.size() + 4];
    int n = right.size();
    points[0] = 0;
    points[1] = length * 1.12;
    for (int i = 0; i < n; i++) {
      points[2 + 2 * i] = right.get(i)[0];
      points[3 + 2 * i] = right.get(i)[1];
      double[] mirrored = right.get(n - 1 - i);
      points[4 + 2 * n + 2 * i] = -mirrored[0] * 0.95;
      points[5 + 2 * n + 2 * i] = mirrored[1];
    }
    points[2 + 2 * n] = 0;
    points[3 + 2 * n] = -length * 1.12;
    return Outline.smooth(points);
  }

  private static Path2D star(double radius, int arms, Chance chance) {
    double[] points = new double[8 * arms];
    for (int i = 0; i < 4 * arms; i++) {
      double angle = 2 * Math.PI * (i + chance.between(-0.15, 0.15)) / (4 * arms);
      double r =
          radius
              * (i % 4 == 0 || i % 4 == 1 ? chance.between(0.85, 1.1) : chance.between(0.3, 0.42));
      points[2 * i] = r * StrictMath.cos(angle);
      points[2 * i + 1] = r * StrictMath.sin(angle);
    }
    return Outline.smooth(points);
  }

  /** A form that waves along its length, with a lobe at each bend. */
  private static Path2D seaweed(double size, Chance chance) {
    int n = 9;
    double[] points = new double[4 * n];
    double phase = chance.between(0, 6);
    for (int i = 0; i < n; i++) {
      double t = (double) i / (n - 1);
      double sway = size * 0.28 * StrictMath.sin(phase + 7 * t);
      double half = size * (i % 2 == 0 ? 0.36 : 0.12) * (1.1 - 0.7 * t);
      double y = size * (1 - 2 * t);
      points[2 * i] = sway + half;
      points[2 * i + 1] = y;
      points[4 * n - 2 - 2 * i] = sway - half;
      points[4 * n - 1 - 2 * i] = y + size * 0.08;
    }
    return Outline.smooth(points);
  }

  private static Path2D bird(double s) {
    return Outline.smooth(
        -s, -0.1 * s, -0.45 * s, -0.12 * s, -0.35 * s, -0.75 * s, 0.1 * s, -0.2 * s, 0.5 * s,
        -0.28 * s, 0.72 * s, -0.12 * s, 0.98 * s, -0.02 * s, 0.62 * s, 0.05 * s, 0.3 * s, 0.22 * s,
        -0.2 * s, 0.2 * s, -0.7 * s, 0.16 * s);
  }
}
