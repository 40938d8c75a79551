package io.artrec.examples.atelier;

import java.util.List;

/** Hard-edged patterns that bend until the eye sees them move. */
final class OpArt {
  /** What bends. */
  private enum Pattern {
    WAVES("Stripes swell and narrow along a wave", "条纹沿着波浪忽宽忽窄", "stripe"),
    SPHERE("A checkerboard bulges into a sphere", "棋盘鼓成一个球", "checkerboard"),
    TUNNEL("A checkered tunnel twists into the distance", "棋格的隧道旋入远方", "tunnel"),
    RINGS("Two families of rings cross and shimmer", "两组圆环交错闪烁", "circle"),
    FOLDS("Slanting bands fold like a curtain", "斜带像帷幕一样折叠", "fold");

    private final String english;
    private final String chinese;
    private final String subject;

    Pattern(String english, String chinese, String subject) {
      this.english = english;
      this.chinese = chinese;
      this.subject = subject;
    }
  }

  private static final List<Said> NAMES =
      List.of(
          new Said("Pulse", "脉搏"),
          new Said("Undertow", "暗流"),
          new Said("Vertigo Study", "眩晕练习"),
          new Said("Tremor", "颤"),
          new Said("Standing Wave", "驻波"),
          new Said("Swell", "涌"),
          new Said("Interference", "干涉"),
          new Said("Torsion", "扭转"),
          new Said("Second Harmonic", "二次谐波"),
          new Said("Breathing Plane", "呼吸的平面"),
          new Said("Refraction", "折射"),
          new Said("Carousel", "旋转木马"));

  private final Pattern pattern;
  private final Colors colors;
  private final double bend;
  private final double count;
  private final double phase;
  private final double centerX;
  private final double centerY;
  private final int inks;

  private OpArt(Chance chance, Colors colors) {
    this.colors = colors;
    pattern = chance.pick(List.of(Pattern.values()));
    bend = chance.between(0.6, 1.2);
    count = chance.from(14, 24);
    phase = chance.between(0, 6.28);
    centerX = chance.between(0.35, 0.65);
    centerY = chance.between(0.35, 0.65);
    inks = chance.odds(0.35) ? 2 : 3;
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    OpArt art = new OpArt(chance, colors);
    Format format =
        chance.pick(List.of(Format.SQUARE, Format.SQUARE, Format.PORTRAIT, Format.LANDSCAPE));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            art.pattern.english
                + ", in flat paint with edges like knives. Nothing moves, and the eye does not believe it.",
            art.pattern.chinese + "，平涂，边缘如刀。一切静止，眼睛却不相信。")
        .showing(List.of("abstraction", "optical illusion", "geometry", art.pattern.subject))
        .painted(art::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    double step = 1 / (3 * surface.scale());
    surface.fill(
        (x, y) -> {
          Pigment sum = Pigment.BLACK;
          double share = 0;
          for (int i = 0; i < 9; i++) {
            double px = (x + (i % 3 - 1) * step) / w;
            double py = (y + (i / 3 - 1) * step) / h;
            share++;
            sum = sum.mix(ink(px, py, w / h), 1 / share);
          }
          return sum;
        });
    new Finish(surface, chance).canvas(0.025);
  }

  private Pigment ink(double x, double y, double aspect) {
    return switch (pattern) {
      case WAVES -> waves(x, y);
      case SPHERE -> sphere((x - centerX) * aspect, y - centerY);
      case TUNNEL -> tunnel((x - centerX) * aspect, y - centerY);
      case RINGS -> rings(x * aspect, y, aspect);
      case FOLDS -> folds(x, y);
    };
  }

  private Pigment waves(double x, double y) {
    double wave = StrictMath.sin(6.283 * (1.5 * y * bend) + phase) * 0.045 * bend;
    double squeeze = x + wave * (1.3 - x) + 0.05 * StrictMath.sin(6.283 * x * 1.3 + phase);
    double stripe = squeeze * count;
    return choose(stripe, StrictMath.sin(6.283 * y * bend + x * 3 + phase));
  }

  private Pigment sphere(double x, double y) {
    double r = Math.sqrt(x * x + y * y);
    double radius = 0.4;
    double factor = r < radius ? 0.42 + 0.58 * StrictMath.pow(r / radius, 1.7) : 1;
    double lens = r < radius ? factor * (1 - 0.12 * bend * (1 - r / radius)) : 1;
    double cells = count * 0.8;
    double u = x * lens * cells + 100;
    double v = y * lens * cells + 100;
    boolean odd = (((int) Math.floor(u)) + ((int) Math.floor(v))) % 2 != 0;
    Pigment lit = inks == 3 && r < radius ? colors.accent() : colors.light();
    return odd
        ? lit.times(1 - 0.18 * Field.ramp(0.25, radius, Math.min(r, radius)))
        : colors.dark();
  }

  private Pigment tunnel(double x, double y) {
    double r = Math.sqrt(x * x + y * y) + 1e-4;
    double angle = StrictMath.atan2(y, x) / 6.2832;
    double depth = -StrictMath.log(r) * 2.6 * bend;
    double sectors = Math.round(count * 0.6) * 2;
    boolean odd =
        (((int) Math.floor(depth * 2.2 + 100))
                    + ((int) Math.floor((angle + depth * 0.09 * bend) * sectors + 100)))
                % 2
            != 0;
    Pigment near = odd ? colors.light() : inks == 3 ? colors.main() : colors.dark();
    return near.mix(colors.dark(), Field.ramp(0.16, 0.01, r));
  }

  private Pigment rings(double x, double y, double aspect) {
    double leftX = x - aspect * (0.5 - 0.13 * bend);
    double rightX = x - aspect * (0.5 + 0.13 * bend);
    double dy = y - 0.5;
    boolean a = ((int) (Math.sqrt(leftX * leftX + dy * dy) * count * 1.9)) % 2 == 0;
    boolean b = ((int) (Math.sqrt(rightX * rightX + dy * dy) * count * 1.9)) % 2 == 0;
    if (inks == 2) {
      return a == b ? colors.light() : colors.dark();
    }
    return a && b ? colors.light() : a ? colors.main() : b ? colors.accent() : colors.dark();
  }

  private Pigment folds(double x, double y) {
    double fold = Math.abs(((x * 5 * bend + phase) % 2 + 2) % 2 - 1);
    double stripe = (y + 0.32 * fold * bend) * count;
    return choose(stripe, 1.6 * fold - 0.8);
  }

  /** One of the inks by stripe; which one is bright follows the light of the place. */
  private Pigment choose(double stripe, double light) {
    int k = (int) Math.floor(stripe);
    if (Math.floorMod(k, 2) == 0) {
      return colors.dark();
    }
    if (inks == 2) {
      return colors.light();
    }
    Pigment cool = colors.main().mix(colors.second(), Math.floorMod(k, 4) == 1 ? 0 : 1);
    return cool.mix(colors.light(), 0.5 + 0.5 * light);
  }
}
