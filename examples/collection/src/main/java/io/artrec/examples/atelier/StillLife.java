package io.artrec.examples.atelier;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Vessels and fruit on a table, in quiet light from the left. */
final class StillLife {
  /** A vessel, by its half widths from the foot to the mouth; a height for a width of one. */
  private enum Vessel {
    BOTTLE("bottle", "瓶", 2.9, 0.48, 0.5, 0.5, 0.48, 0.3, 0.15, 0.14, 0.17),
    JUG("jug", "壶", 1.5, 0.34, 0.47, 0.5, 0.46, 0.36, 0.27, 0.27, 0.33),
    BOWL("bowl", "碗", 0.6, 0.22, 0.3, 0.38, 0.44, 0.47, 0.49, 0.5, 0.5),
    VASE("vase", "花瓶", 1.9, 0.26, 0.36, 0.47, 0.5, 0.44, 0.3, 0.22, 0.3),
    BEAKER("beaker", "杯", 1.25, 0.4, 0.41, 0.42, 0.44, 0.45, 0.47, 0.48, 0.5);

    private final String english;
    private final String chinese;
    private final double tall;

    @SuppressWarnings("ImmutableEnumChecker") // written by nobody
    private final double[] halves;

    Vessel(String english, String chinese, double tall, double... halves) {
      this.english = english;
      this.chinese = chinese;
      this.tall = tall;
      this.halves = halves;
    }

    /** The half width at a share of the height, smoothly between those that are given. */
    double half(double up) {
      int n = halves.length;
      double place = up * (n - 1);
      int k = Math.min(n - 2, (int) place);
      double t = place - k;
      double here = halves[k];
      double next = halves[k + 1];
      double before = halves[Math.max(0, k - 1)];
      double after = halves[Math.min(n - 1, k + 2)];
      double slope = (next - before) / 2;
      double further = (after - here) / 2;
      double curve = 3 * (next - here) - 2 * slope - further;
      double bend = 2 * (here - next) + slope + further;
      return here + t * (slope + t * (curve + t * bend));
    }
  }

  private static final List<Said> NAMES =
      List.of(
          new Said("On the Shelf", "架上"),
          new Said("Kitchen Light", "厨房的光"),
          new Said("Quiet Company", "安静的伙伴"),
          new Said("North Window", "北窗"),
          new Said("Things Put Down", "放下的东西"),
          new Said("Dust and Glaze", "尘与釉"),
          new Said("After Breakfast", "早餐之后"),
          new Said("The Tall One and the Others", "高的那个和其余的"),
          new Said("Table at Four O'Clock", "四点钟的桌子"),
          new Said("Conversation of Clay", "陶土的交谈"),
          new Said("Larder", "食品间"),
          new Said("Grey Morning, Vessels", "灰色早晨的器皿"));

  private final Colors colors;
  private final List<Vessel> vessels = new ArrayList<>();
  private final int fruits;

  private StillLife(Chance chance, Colors colors) {
    this.colors = colors;
    int count = chance.from(3, 6);
    for (int i = 0; i < count; i++) {
      vessels.add(chance.pick(List.of(Vessel.values())));
    }
    fruits = chance.odds(0.65) ? chance.from(2, 5) : 0;
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    StillLife life = new StillLife(chance, colors);
    List<String> subjects = new ArrayList<>(List.of("still life", "table"));
    life.vessels.stream().distinct().forEach(vessel -> subjects.add(vessel.english));
    if (life.fruits > 0) {
      subjects.add("fruit");
    }
    Format format =
        chance.pick(List.of(Format.LANDSCAPE, Format.LANDSCAPE, Format.SQUARE, Format.WIDE));
    return Study.titled(format, chance.pick(NAMES))
        .described(
            english(life)
                + " stand close together on a table, lit from the left. Their shadows touch; nothing"
                + " else happens, at length.",
            chinese(life) + "在桌上紧紧挨着，光从左边来。影子彼此相触，此外什么也没有发生，很久。")
        .showing(subjects)
        .painted(life::paint);
  }

  private static String english(StillLife life) {
    List<String> names = new ArrayList<>();
    for (Vessel vessel : Vessel.values()) {
      long n = life.vessels.stream().filter(v -> v == vessel).count();
      if (n > 0) {
        names.add(n == 1 ? "a " + vessel.english : "several " + vessel.english + "s");
      }
    }
    if (life.fruits > 0) {
      names.add("some fruit");
    }
    int last = names.size() - 1;
    String all =
        last == 0
            ? names.get(0)
            : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
  }

  private static String chinese(StillLife life) {
    List<String> names =
        new ArrayList<>(life.vessels.stream().distinct().map(vessel -> vessel.chinese).toList());
    if (life.fruits > 0) {
      names.add("果子");
    }
    return String.join("、", names);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    double edge = h * chance.between(0.55, 0.64);
    Noise wall = new Noise(chance.next());
    Pigment back = colors.second().mix(colors.ground(), 0.5);
    Pigment table = colors.ground().mix(colors.third(), 0.4);
    surface.fill(
        (x, y) -> {
          double brushed = wall.cloud(x * 14, y * 22, 4) - 0.5;
          double light = 1.06 - 0.22 * x / w;
          return y < edge + 0.006 * (wall.at(x * 5, 2) - 0.5)
              ? back.times(light * (0.98 + 0.22 * brushed))
              : table.times((light - 0.12 * (y - edge) / (h - edge)) * (0.98 + 0.18 * brushed));
        });
    scumble(surface, chance, edge, back, table);
    int n = vessels.size();
    double room = w * 0.8 / n;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < n; i++) {
        if (i % 2 == pass) {
          double wide = Math.min(0.31, room * chance.between(0.95, 1.35));
          double x = w * 0.1 + room * (i + 0.5) + chance.around(0.012);
          double foot = edge + (h - edge) * (0.2 + 0.3 * pass + chance.around(0.02));
          Pigment glaze =
              i == n / 2
                  ? colors.accent()
                  : chance.pick(
                      List.of(colors.main(), colors.light(), colors.third(), colors.main()));
          vessel(surface, chance, vessels.get(i), new double[] {x, foot, wide}, glaze);
        }
      }
    }
    for (int i = 0; i < fruits; i++) {
      double x = w * (0.2 + 0.6 * (i + chance.between(0.1, 0.9)) / fruits);
      fruit(
          surface,
          chance,
          x,
          edge + (h - edge) * chance.between(0.62, 0.78),
          chance.between(0.042, 0.06));
    }
    new Finish(surface, chance).light(0.3).canvas(0.06).vignette(0.2);
  }

  private static void scumble(
      Surface surface, Chance chance, double edge, Pigment back, Pigment table) {
    Brush brush = new Brush(surface).streaks(0.08).dryness(0.5).body(0.14).opacity(0.3);
    for (int i = 0; i < 420; i++) {
      double y = surface.height() * chance.unit();
      Pigment tone =
          (y < edge ? back : table)
              .changed(chance.around(0.03), chance.between(0.8, 1.3), chance.around(8));
      brush.width(chance.between(0.02, 0.04));
      double angle = y < edge ? chance.around(0.9) : chance.around(0.15);
      brush.dab(
          surface.width() * chance.unit(),
          y < edge ? Math.min(y, edge - 0.03) : Math.max(y, edge + 0.02),
          angle,
          0.09,
          tone,
          chance);
    }
  }

  private void shadow(Surface surface, double x, double foot, double wide) {
    Path2D shape =
        Outline.smooth(
            x - wide * 0.45,
            foot - 0.01,
            x + wide * 0.5,
            foot - 0.035,
            x + wide * 1.6,
            foot - 0.02,
            x + wide * 1.5,
            foot + 0.012,
            x + wide * 0.4,
            foot + 0.028,
            x - wide * 0.4,
            foot + 0.014);
    surface.lay(
        Mask.of(shape, surface).soft(0.03 * surface.scale()),
        Shade.of(colors.dark().mix(colors.ground(), 0.35)),
        0.6,
        Blend.GLAZE);
  }

  private void vessel(Surface surface, Chance chance, Vessel vessel, double[] at, Pigment glaze) {
    double x = at[0];
    double foot = at[1];
    double wide = at[2] * (vessel == Vessel.BOTTLE ? 0.62 : vessel == Vessel.BOWL ? 1.15 : 0.85);
    double tall = Math.min(wide * vessel.tall, foot - 0.06) * chance.between(0.9, 1.05);
    shadow(surface, x, foot, wide);
    Noise hand = new Noise(chance.next());
    Mask body = Mask.of(silhouette(vessel, x, foot, wide, tall), surface);
    surface.lay(
        body,
        (px, py) -> lit(vessel, glaze, hand, (foot - py) / tall, (px - x) / wide, px, py),
        1,
        Blend.COVER);
    double rim = wide * vessel.half(1);
    surface.lay(
        Mask.of(Outline.ellipse(x, foot - tall, rim, rim * 0.2 + 0.003), surface),
        Shade.of(glaze.mix(colors.dark(), 0.55)),
        1,
        Blend.COVER);
    Brush brush = new Brush(surface).width(0.0042).body(0.4).opacity(0.8).taper(0.5);
    double[] lip = new double[26];
    for (int i = 0; i < 13; i++) {
      double angle = Math.PI * i / 12;
      lip[2 * i] = x - rim * StrictMath.cos(angle);
      lip[2 * i + 1] = foot - tall + (rim * 0.2 + 0.003) * StrictMath.sin(angle);
    }
    brush.stroke(glaze.mix(colors.light(), 0.6), chance, lip);
    if (vessel == Vessel.JUG) {
      brush.width(0.016).taper(0.2).opacity(1);
      brush.stroke(
          glaze.mix(colors.dark(), 0.35),
          chance,
          x + wide * 0.28,
          foot - tall * 0.9,
          x + wide * 0.62,
          foot - tall * 0.8,
          x + wide * 0.64,
          foot - tall * 0.55,
          x + wide * 0.46,
          foot - tall * 0.38);
    }
  }

  /** The outline of a vessel, with a round foot. */
  private static Path2D silhouette(Vessel vessel, double x, double foot, double wide, double tall) {
    int steps = 32;
    Path2D path = new Path2D.Double();
    path.moveTo(x - wide * vessel.half(0), foot);
    double base = wide * vessel.half(0);
    for (int i = 1; i < 16; i++) {
      double angle = Math.PI * i / 16;
      path.lineTo(
          x - base * StrictMath.cos(angle), foot + (base * 0.16 + 0.002) * StrictMath.sin(angle));
    }
    for (int i = 0; i <= steps; i++) {
      double up = (double) i / steps;
      path.lineTo(x + wide * vessel.half(up), foot - tall * up);
    }
    for (int i = steps; i > 0; i--) {
      double up = (double) i / steps;
      path.lineTo(x - wide * vessel.half(up), foot - tall * up);
    }
    path.closePath();
    return path;
  }

  private Pigment lit(
      Vessel vessel, Pigment glaze, Noise hand, double up, double side, double x, double y) {
    double half = vessel.half(Pigment.clamp(up));
    double turn = Math.max(-1, Math.min(1, side / Math.max(half, 0.05)));
    double light = 0.62 - 0.62 * (turn + 0.35) + 0.12 * (hand.cloud(x * 30, y * 22, 3) - 0.5) * 2;
    double gleam =
        Field.ramp(0.17, 0.02, Math.abs(turn + 0.48))
            * Field.ramp(0.4, 0.75, hand.at(x * 8, y * 11));
    Pigment shaded =
        light > 0.5
            ? glaze.mix(colors.light(), 0.75 * (light - 0.5))
            : glaze.mix(colors.dark(), 0.95 * (0.5 - light));
    return shaded.mix(colors.light(), 0.55 * gleam);
  }

  private void fruit(Surface surface, Chance chance, double x, double y, double r) {
    shadow(surface, x, y + r * 0.85, r * 1.8);
    Pigment skin =
        chance.pick(List.of(colors.accent(), colors.third(), colors.accent().changed(0.06, 1, 25)));
    Noise hand = new Noise(chance.next());
    Path2D form =
        chance.odds(0.4)
            ? Outline.smooth(
                x,
                y - 1.5 * r,
                x + 0.4 * r,
                y - 0.9 * r,
                x + 0.95 * r,
                y + 0.1 * r,
                x + 0.5 * r,
                y + 0.85 * r,
                x - 0.5 * r,
                y + 0.85 * r,
                x - 0.95 * r,
                y + 0.1 * r,
                x - 0.4 * r,
                y - 0.9 * r)
            : Outline.blob(x, y, r, 0.05, chance);
    surface.lay(
        Mask.of(form, surface),
        (px, py) -> {
          double dx = (px - x + 0.35 * r) / r;
          double dy = (py - y + 0.4 * r) / r;
          double away =
              Math.sqrt(dx * dx + dy * dy) + 0.3 * (hand.cloud(px * 28, py * 28, 3) - 0.5);
          return away < 0.7
              ? skin.mix(colors.light(), 0.6 * (0.7 - away))
              : skin.mix(colors.dark(), Math.min(0.7, 0.7 * (away - 0.7)));
        },
        1,
        Blend.COVER);
    new Brush(surface)
        .width(0.005)
        .body(0.4)
        .stroke(colors.dark(), chance, x, y - r * 0.75, x + 0.1 * r, y - r * 1.35);
  }
}
