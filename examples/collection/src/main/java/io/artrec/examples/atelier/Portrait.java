package io.artrec.examples.atelier;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** A head and shoulders, drawn long and painted in few tones. */
final class Portrait {
  private static final List<Said> NAMES =
      List.of(
          new Said("The Listener", "倾听者"),
          new Said("Sitter in the Afternoon", "午后的坐者"),
          new Said("Aunt from the Coast", "海边来的姨母"),
          new Said("The Translator", "译者"),
          new Said("Someone I Met Twice", "见过两面的人"),
          new Said("The Clockmaker's Daughter", "钟表匠的女儿"),
          new Said("Head, Turned Away from News", "避开消息的头"),
          new Said("The Lodger", "房客"),
          new Said("Young Person with a Collar", "有领子的年轻人"),
          new Said("The Archivist", "档案员"),
          new Said("Sleepwalker", "梦游者"),
          new Said("Neighbor, Third Floor", "三楼的邻居"));

  /** How far above the middle of the face the eyes are, in its half width. */
  private static final double EYE = -0.12;

  private final Colors colors;
  private final boolean closed;
  private final boolean hat;
  private final boolean longHair;
  private final double tilt;
  private final double lean;

  private Portrait(Chance chance, Colors colors) {
    this.colors = colors;
    closed = chance.odds(0.35);
    hat = chance.odds(0.3);
    longHair = chance.odds(0.5);
    tilt = chance.around(0.13);
    lean = chance.between(0.85, 1.1);
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    Portrait portrait = new Portrait(chance, colors);
    List<String> subjects = new ArrayList<>(List.of("portrait", "face", "figure"));
    if (portrait.hat) {
      subjects.add("hat");
    }
    Format format =
        chance.pick(List.of(Format.PORTRAIT, Format.TALL, Format.PORTRAIT, Format.SQUARE));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            "A long-necked sitter "
                + (portrait.hat
                    ? "in a hat "
                    : portrait.longHair ? "with long hair " : "with cropped hair ")
                + (portrait.closed ? "keeps both eyes closed" : "looks past us with almond eyes")
                + ", the head a little tilted. Face and clothes are set down in few broad tones.",
            "一位长颈的人"
                + (portrait.hat ? "戴着帽子，" : portrait.longHair ? "留着长发，" : "留着短发，")
                + (portrait.closed ? "双眼闭着" : "杏眼望向我们身后")
                + "，头微微侧倾。脸与衣服只用几块宽阔的色调写成。")
        .showing(subjects)
        .painted(portrait::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    Pigment back = colors.second().mix(colors.main(), 0.3);
    Noise air = new Noise(chance.next());
    double split = w * chance.between(0.25, 0.75);
    surface.fill(
        (x, y) -> {
          Pigment wall = x + 0.05 * air.at(y * 3, 1) < split ? back : back.mix(colors.dark(), 0.3);
          return wall.mix(colors.light(), 0.22 * air.cloud(x * 3, y * 3, 4))
              .times(0.9 + 0.2 * air.cloud(x * 9, y * 9, 3));
        });
    strokes(surface, chance, back);
    double r = 0.17;
    double cx = w * 0.5 + tilt * 0.12;
    double cy = h * 0.36;
    Pigment skin = colors.light().mix(colors.accent(), 0.24).mix(colors.ground(), 0.3);
    Pigment hair = colors.dark().mix(colors.third(), chance.between(0, 0.45));
    if (longHair) {
      tone(surface, chance, head(cx, cy, r * 1.35, 1.55), hair, colors.dark());
    }
    shoulders(surface, chance, cx, cy + r * 2.2, h);
    neck(surface, chance, cx, cy, r, skin);
    face(surface, chance, cx, cy, r, skin);
    crown(surface, chance, cx, cy, r, hair);
    new Finish(surface, chance).light(0.22).canvas(0.05).vignette(0.18);
  }

  private static void strokes(Surface surface, Chance chance, Pigment back) {
    Brush brush = new Brush(surface).streaks(0.1).dryness(0.5).body(0.4).opacity(0.5);
    for (int i = 0; i < 330; i++) {
      brush.width(chance.between(0.02, 0.05));
      brush.dab(
          surface.width() * chance.unit(),
          surface.height() * chance.unit(),
          1 + chance.around(0.5),
          chance.between(0.06, 0.14),
          back.changed(chance.around(0.04), chance.between(0.8, 1.2), chance.around(10)),
          chance);
    }
  }

  /** Turns a place around the chin by the tilt. */
  private double[] tilted(double cx, double cy, double... points) {
    double c = StrictMath.cos(tilt);
    double s = StrictMath.sin(tilt);
    double[] turned = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      turned[i] = cx + c * points[i] - s * points[i + 1];
      turned[i + 1] = cy + s * points[i] + c * points[i + 1];
    }
    return turned;
  }

  private Path2D head(double cx, double cy, double r, double longness) {
    double l = r * longness;
    return Outline.smooth(
        tilted(
            cx,
            cy,
            0,
            -l * 0.92,
            0.62 * r,
            -0.72 * l,
            0.86 * r * lean,
            -0.15 * l,
            0.7 * r * lean,
            0.45 * l,
            0.26 * r,
            0.93 * l,
            0,
            l,
            -0.26 * r,
            0.93 * l,
            -0.7 * r,
            0.45 * l,
            -0.86 * r,
            -0.15 * l,
            -0.62 * r,
            -0.72 * l));
  }

  /** A form with light on its left and shade on its right, edges brushed. */
  private void tone(Surface surface, Chance chance, Path2D form, Pigment lit, Pigment shade) {
    Noise hand = new Noise(chance.next());
    double[] bounds = Outline.bounds(form, 0.001);
    double middle = (bounds[0] + bounds[2]) / 2;
    double half = (bounds[2] - bounds[0]) / 2;
    surface.lay(
        Mask.of(form, surface),
        (x, y) -> {
          double t = (x - middle) / half + 0.9 * (hand.cloud(x * 7, y * 7, 3) - 0.5);
          double step = 0.5 * Field.ramp(0.02, 0.12, t) + 0.5 * Field.ramp(0.42, 0.55, t);
          return lit.mix(shade, 0.55 * step).times(0.95 + 0.1 * hand.cloud(x * 40, y * 20, 2));
        },
        1,
        Blend.COVER);
  }

  private void shoulders(Surface surface, Chance chance, double cx, double top, double h) {
    double wide = 0.36;
    Path2D coat = new Path2D.Double();
    coat.moveTo(cx - 0.07, top - 0.045);
    coat.curveTo(cx - 0.2, top + 0.02, cx - wide, top + 0.05, cx - wide - 0.03, h + 0.05);
    coat.lineTo(cx + wide + 0.04, h + 0.05);
    coat.curveTo(cx + wide, top + 0.06, cx + 0.2, top + 0.01, cx + 0.07, top - 0.045);
    coat.closePath();
    tone(surface, chance, coat, colors.main(), colors.dark());
    Mask mask = Mask.of(coat, surface);
    Noise weave = new Noise(chance.next());
    surface.lay(
        mask.times((x, y) -> Field.ramp(0.55, 0.7, weave.cloud(x * 5 + y * 3, y * 4, 3)), surface),
        Shade.of(colors.third()),
        0.55,
        Blend.COVER);
  }

  private void neck(Surface surface, Chance chance, double cx, double cy, double r, Pigment skin) {
    double top = cy + r * 0.8;
    double foot = cy + r * 2.35;
    Path2D neck =
        Outline.smooth(
            cx - 0.4 * r,
            top,
            cx + 0.38 * r,
            top,
            cx + 0.34 * r,
            (top + foot) / 2,
            cx + 0.56 * r,
            foot - 0.15 * r,
            cx,
            foot + 0.12 * r,
            cx - 0.58 * r,
            foot - 0.15 * r,
            cx - 0.35 * r,
            (top + foot) / 2);
    tone(
        surface,
        chance,
        neck,
        skin.mix(colors.dark(), 0.12),
        colors.dark().mix(colors.accent(), 0.3));
  }

  private void face(Surface surface, Chance chance, double cx, double cy, double r, Pigment skin) {
    tone(surface, chance, head(cx, cy, r, 1.42), skin, colors.accent().mix(colors.dark(), 0.45));
    Brush line = new Brush(surface).streaks(0.05).body(0.3).taper(0.6).bristles(2);
    for (int side = -1; side <= 1; side += 2) {
      eye(surface, chance, line, new double[] {cx, cy, r, side * 0.36 * r + 0.02 * r}, skin);
    }
    noseAndMouth(surface, chance, line, new double[] {cx, cy, r});
    double[] cheek = tilted(cx, cy, -0.48 * r, 0.4 * r);
    surface.veil(
        Shade.of(colors.accent()),
        (x, y) -> {
          double dx = x - cheek[0];
          double dy = y - cheek[1];
          return 0.22 * Math.max(0, 1 - Math.sqrt(dx * dx + dy * dy) / (0.34 * r));
        },
        Blend.COVER);
  }

  /**
   * An eye, open or closed, and its brow; the place is the head's middle, its size, and the side.
   */
  private void eye(Surface surface, Chance chance, Brush line, double[] place, Pigment skin) {
    double cx = place[0];
    double cy = place[1];
    double r = place[2];
    double ex = place[3];
    double eye = EYE * r;
    Pigment dark = colors.dark();
    if (!closed) {
      double[] almond =
          tilted(
              cx, cy, ex - 0.2 * r, eye, ex, eye - 0.1 * r, ex + 0.2 * r, eye, ex, eye + 0.09 * r);
      surface.lay(
          Mask.of(Outline.smooth(almond), surface), skin.mix(colors.third(), 0.5).mix(dark, 0.25));
      double[] iris = tilted(cx, cy, ex + 0.03 * r, eye);
      surface.spot(iris[0], iris[1], 0.075 * r, 0.3, dark, 0.9);
    }
    double bow = closed ? 0.09 : -0.1;
    line.width(0.0085).opacity(0.9);
    line.stroke(
        dark,
        chance,
        tilted(
            cx,
            cy,
            ex - 0.22 * r,
            eye,
            ex - 0.08 * r,
            eye + bow * r,
            ex + 0.09 * r,
            eye + bow * r,
            ex + 0.23 * r,
            eye));
    line.width(0.01).opacity(0.75);
    line.stroke(
        dark,
        chance,
        tilted(
            cx,
            cy,
            ex - 0.26 * r,
            eye - 0.24 * r,
            ex,
            eye - 0.33 * r,
            ex + 0.26 * r,
            eye - 0.25 * r));
  }

  private void noseAndMouth(Surface surface, Chance chance, Brush line, double[] place) {
    double cx = place[0];
    double cy = place[1];
    double r = place[2];
    double eye = EYE * r;
    Pigment dark = colors.dark();
    line.width(0.009).opacity(0.7);
    line.stroke(
        colors.accent().mix(dark, 0.5),
        chance,
        tilted(
            cx,
            cy,
            0.2 * r,
            eye - 0.2 * r,
            0.09 * r,
            0.1 * r,
            0.13 * r,
            0.48 * r,
            -0.02 * r,
            0.54 * r,
            -0.1 * r,
            0.48 * r));
    Pigment lip = colors.accent().mix(dark, 0.2);
    surface.lay(
        Mask.of(
            Outline.smooth(
                tilted(
                    cx, cy, -0.22 * r, 0.82 * r, -0.06 * r, 0.755 * r, 0.03 * r, 0.78 * r, 0.11 * r,
                    0.755 * r, 0.25 * r, 0.82 * r, 0.03 * r, 0.92 * r)),
            surface),
        Shade.of(lip),
        0.9,
        Blend.COVER);
    line.width(0.006)
        .opacity(0.8)
        .stroke(
            dark,
            chance,
            tilted(cx, cy, -0.22 * r, 0.82 * r, 0.03 * r, 0.835 * r, 0.25 * r, 0.82 * r));
  }

  private void crown(Surface surface, Chance chance, double cx, double cy, double r, Pigment hair) {
    Path2D cap =
        Outline.smooth(
            tilted(
                cx, cy, -0.93 * r, -0.1 * r, -0.9 * r, -0.95 * r, -0.4 * r, -1.52 * r, 0.35 * r,
                -1.55 * r, 0.92 * r, -0.95 * r, 0.95 * r, -0.05 * r, 0.78 * r, -0.55 * r, 0.3 * r,
                -0.93 * r, -0.25 * r, -0.86 * r, -0.74 * r, -0.5 * r));
    tone(surface, chance, cap, hair, colors.dark());
    if (hat) {
      Path2D brim =
          Outline.smooth(
              tilted(
                  cx, cy, -1.35 * r, -0.72 * r, -0.6 * r, -1.02 * r, 0.6 * r, -1.04 * r, 1.4 * r,
                  -0.76 * r, 0.6 * r, -0.78 * r, -0.6 * r, -0.75 * r));
      Path2D top =
          Outline.smooth(
              tilted(
                  cx, cy, -0.82 * r, -0.85 * r, -0.78 * r, -1.5 * r, -0.3 * r, -1.82 * r, 0.4 * r,
                  -1.8 * r, 0.84 * r, -1.45 * r, 0.85 * r, -0.86 * r));
      tone(surface, chance, top, colors.third(), colors.dark());
      tone(surface, chance, brim, colors.third().mix(colors.dark(), 0.25), colors.dark());
    }
  }
}
