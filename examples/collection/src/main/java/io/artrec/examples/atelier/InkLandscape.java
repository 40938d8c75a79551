package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.List;

/** Mountains in mist, washed in ink on paper, with a red seal. */
final class InkLandscape {
  private static final List<Said> NAMES =
      List.of(
          new Said("Mist Enters the Gorge", "雾入峡谷"),
          new Said("Ten Peaks after Rain", "雨后十峰"),
          new Said("Listening for the Bell", "听钟"),
          new Said("Old Pines, New Snow", "老松新雪"),
          new Said("Autumn River, Far Hills", "秋江远山"),
          new Said("The Path Is Not Seen", "不见来路"),
          new Said("Cloud Valley", "云谷"),
          new Said("Evening Crossing", "晚渡"),
          new Said("Empty Mountain", "空山"),
          new Said("Where Geese Turn", "雁回处"),
          new Said("Spring Mist, Thin Ink", "春雾淡墨"),
          new Said("Cold Cliff", "寒崖"),
          new Said("Waiting for the Ferry", "待渡"),
          new Said("Moon over Nine Bends", "九曲月"));

  private final Colors colors;
  private final Format format;
  private final int ridges;
  private final boolean boat;
  private final boolean pines;
  private final boolean moon;
  private final boolean birds;

  private InkLandscape(Chance chance, Colors colors) {
    this.colors = colors;
    format =
        chance.pick(
            List.of(Format.SCROLL, Format.SCROLL, Format.TALL, Format.PANORAMA, Format.SQUARE));
    ridges = format == Format.PANORAMA ? chance.from(3, 4) : chance.from(4, 6);
    boat = chance.odds(0.6);
    pines = chance.odds(0.65);
    moon = chance.odds(0.35);
    birds = !moon && chance.odds(0.6);
  }

  static Study plan(Chance chance, Colors colors) {
    InkLandscape ink = new InkLandscape(chance, colors);
    List<String> subjects = new ArrayList<>(List.of("mountain", "mist", "landscape"));
    String english = "";
    String chinese = "";
    if (ink.boat) {
      subjects.add("boat");
      english += " A small boat lies on the empty water.";
      chinese += "空江上一叶小舟。";
    }
    if (ink.pines) {
      subjects.add("tree");
      english += " Pines cling to the nearest slope.";
      chinese += "近坡上松树丛生。";
    }
    if (ink.moon) {
      subjects.add("moon");
      english += " A pale moon is left out of the wash.";
      chinese += "留白处是一轮淡月。";
    }
    if (ink.birds) {
      subjects.add("bird");
      english += " A line of birds crosses the sky.";
      chinese += "一行飞鸟横过天空。";
    }
    return Study.titled(ink.format, chance.pick(NAMES))
        .described(
            "Ridge behind ridge, washed in ink, sinks into white mist; bare paper does half the work."
                + english,
            "墨染的山脊层层退入白雾，一半的画意在留白处。" + chinese)
        .showing(subjects)
        .painted(ink::paint);
  }

  private void paint(Surface surface, Chance chance) {
    Noise fiber = new Noise(chance.next());
    Pigment paper = colors.ground();
    surface.fill((x, y) -> paper.times(0.97 + 0.06 * fiber.cloud(x * 4, y * 4, 4)));
    double h = surface.height();
    if (moon) {
      moon(surface, chance, fiber);
    }
    double top = h * chance.between(0.2, 0.3);
    double shore = h * (boat ? 0.8 : 0.93);
    for (int i = 0; i < ridges; i++) {
      double near = (i + 1.0) / ridges;
      double foot = top + (shore - top) * near;
      ridge(surface, chance, near, foot);
    }
    if (birds) {
      birds(surface, chance, top);
    }
    if (boat) {
      water(surface, chance, shore);
    }
    seal(surface, chance);
    new Finish(surface, chance).paper(0.045).vignette(0.06);
  }

  private void moon(Surface surface, Chance chance, Noise fiber) {
    double x = surface.width() * chance.between(0.25, 0.75);
    double y = surface.height() * 0.13;
    double r = 0.055;
    surface.veil(
        Shade.of(colors.main().mix(colors.ground(), 0.35)),
        (px, py) -> {
          double d = Math.sqrt((px - x) * (px - x) + (py - y) * (py - y));
          return Field.ramp(r - 0.003, r + 0.003, d)
              * Field.ramp(0.42, r, d)
              * (0.25 + 0.3 * fiber.cloud(px * 3, py * 5, 4));
        },
        Blend.GLAZE);
  }

  private void ridge(Surface surface, Chance chance, double near, double foot) {
    Noise shape = new Noise(chance.next());
    Noise rock = new Noise(chance.next());
    double w = surface.width();
    double h = surface.height();
    double rise = h * (format == Format.PANORAMA ? 0.34 : 0.3) * chance.between(0.7, 1.2);
    double peak = w * chance.between(0.1, 0.9);
    double spread = w * chance.between(0.35, 0.6);
    Field crest =
        (x, y) -> {
          double hump = StrictMath.exp(-(x - peak) * (x - peak) / (spread * spread));
          double jag = shape.ridge(x * (2.2 + 2 * near), 1, 5);
          return foot - rise * (0.25 + 0.75 * hump) * (0.35 + 0.8 * jag);
        };
    Pigment ink = colors.dark().mix(colors.main(), 0.55 * (1 - near));
    double strength = 0.22 + 0.68 * near * near;
    surface.veil(
        Shade.of(ink),
        (x, y) -> {
          double below = y - crest.at(x, 0);
          double edge = Field.ramp(-0.003, 0.004 + 0.01 * (1 - near), below);
          double depth = below / (rise * 0.95);
          double cliff = rock.ridge(x * 8 + 3 * rock.at(x * 3, y * 2), y * 3.2, 4);
          double strokes = Field.ramp(0.62, 0.93, cliff) * near;
          double mist = Field.ramp(1, 0.08, depth + 0.5 * (rock.cloud(x * 2.2, y * 5, 4) - 0.5));
          return edge
              * mist
              * strength
              * (0.42 + 0.5 * rock.cloud(x * 5, y * 5, 4) + 0.5 * strokes);
        },
        Blend.GLAZE);
    if (pines && near > 0.7) {
      for (int i = 0; i < 16; i++) {
        double x = peak + chance.around(spread * 0.5);
        pine(surface, chance, x, crest.at(x, 0) + h * chance.between(0.004, 0.06), near);
      }
    }
  }

  private void pine(Surface surface, Chance chance, double x, double y, double near) {
    Brush brush = new Brush(surface).body(0).streaks(0.1).taper(0.5).blend(Blend.GLAZE);
    double size = 0.05 * near * chance.between(0.6, 1.25);
    double lean = chance.around(0.15);
    Pigment ink = colors.dark();
    brush.width(0.0045).opacity(0.85).stroke(ink, chance, x, y, x + lean * size, y - size);
    for (int i = 0; i < 5; i++) {
      double up = 0.35 + 0.65 * i / 5.0;
      double reach = size * 0.6 * (1.1 - up) + 0.006;
      double bx = x + lean * size * up;
      double by = y - size * up;
      brush.width(0.0085).opacity(0.6).dryness(0.4);
      brush.stroke(ink, chance, bx - reach, by + 0.004, bx, by - 0.003, bx + reach, by + 0.005);
    }
    brush.dryness(0);
  }

  private void birds(Surface surface, Chance chance, double top) {
    Brush brush = new Brush(surface).body(0).width(0.0032).taper(0.7).opacity(0.8);
    double x = surface.width() * chance.between(0.2, 0.55);
    double y = top * chance.between(0.45, 0.8);
    for (int i = 0; i < 6; i++) {
      double px = x + 0.045 * i + chance.around(0.006);
      double py = y - 0.012 * i + chance.around(0.005);
      brush.stroke(
          colors.dark(), chance, px - 0.011, py - 0.004, px, py + 0.002, px + 0.011, py - 0.006);
    }
  }

  private void water(Surface surface, Chance chance, double shore) {
    double w = surface.width();
    Brush brush = new Brush(surface).body(0).taper(0.8).blend(Blend.GLAZE);
    for (int i = 0; i < 9; i++) {
      double x = w * chance.unit();
      double y = shore + (surface.height() - shore) * chance.between(0.15, 0.9);
      double length = chance.between(0.05, 0.17);
      brush.width(0.003).opacity(0.22);
      brush.stroke(colors.dark(), chance, x - length, y, x, y + 0.002, x + length, y);
    }
    double x = w * chance.between(0.25, 0.7);
    double y = shore + (surface.height() - shore) * 0.42;
    brush.blend(Blend.COVER).opacity(0.9).width(0.011);
    brush.stroke(
        colors.dark(),
        chance,
        x - 0.045,
        y - 0.006,
        x - 0.02,
        y + 0.001,
        x + 0.02,
        y,
        x + 0.045,
        y - 0.009);
    surface.lay(
        Mask.of(Outline.smooth(x - 0.018, y - 0.006, x, y - 0.024, x + 0.018, y - 0.006), surface),
        colors.dark().lighter(0.12));
    brush.width(0.0028).stroke(colors.dark(), chance, x + 0.026, y - 0.04, x + 0.034, y + 0.014);
  }

  private void seal(Surface surface, Chance chance) {
    double side = 0.042;
    double x = surface.width() * (chance.odds(0.5) ? 0.07 : 0.93) - side / 2;
    double y = surface.height() * chance.between(0.72, 0.9);
    Noise worn = new Noise(chance.next());
    Mask square = Mask.of(Outline.rectangle(x, y, side, side), surface);
    surface.lay(
        square.times((px, py) -> Field.ramp(0.24, 0.4, worn.cloud(px * 60, py * 60, 2)), surface),
        Shade.of(colors.accent()),
        0.9,
        Blend.COVER);
    for (int i = 0; i < 3; i++) {
      double line = x + side * (0.2 + 0.3 * i);
      surface.lay(
          Mask.of(Outline.rectangle(line, y + side * 0.16, side * 0.07, side * 0.68), surface),
          Shade.of(colors.ground()),
          0.85,
          Blend.COVER);
      double bar = y + side * (0.2 + 0.25 * chance.below(3));
      surface.lay(
          Mask.of(Outline.rectangle(line - side * 0.08, bar, side * 0.24, side * 0.07), surface),
          Shade.of(colors.ground()),
          0.85,
          Blend.COVER);
    }
  }
}
