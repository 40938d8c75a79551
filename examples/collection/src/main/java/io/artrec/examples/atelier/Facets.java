package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A thing broken into planes, each lit from another side. */
final class Facets {
  /** What is broken into planes. */
  private enum Motif {
    MOUNTAIN("a mountain", "一座山", List.of("mountain", "landscape")),
    GUITAR("a guitar on a table", "桌上的吉他", List.of("guitar", "music", "still life")),
    TOWER("a tower among roofs", "屋顶间的塔", List.of("tower", "city", "architecture")),
    CRYSTAL("a crystal", "一块晶体", List.of("crystal", "abstraction"));

    private final String english;
    private final String chinese;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
    private final List<String> subjects;

    Motif(String english, String chinese, List<String> subjects) {
      this.english = english;
      this.chinese = chinese;
      this.subjects = subjects;
    }
  }

  private static final List<Said> VIEWS =
      List.of(
          new Said("in Planes", "诸面"),
          new Said("Turned Twice", "两度转动"),
          new Said("with Open Edges", "敞开的边"),
          new Said("Seen by the Hour", "按时辰看"),
          new Said("Unfolded", "展开"),
          new Said("in Four Lights", "四种光"));

  private final Motif motif;
  private final Colors colors;
  private final double smallest;
  private final double slant;

  private Facets(Chance chance, Colors colors) {
    this.colors = colors;
    motif = chance.pick(List.of(Motif.values()));
    smallest = chance.between(0.0035, 0.008);
    slant = chance.around(0.35);
  }

  static Study plan(Chance chance, Colors family) {
    Colors colors = family.exchanged(chance);
    Facets facets = new Facets(chance, colors);
    Format format =
        facets.motif == Motif.MOUNTAIN
            ? chance.pick(List.of(Format.LANDSCAPE, Format.WIDE))
            : chance.pick(List.of(Format.PORTRAIT, Format.TALL, Format.SQUARE));
    Said view = chance.pick(VIEWS);
    String noun =
        facets.motif.name().charAt(0) + facets.motif.name().substring(1).toLowerCase(Locale.ROOT);
    String chinese = facets.motif.chinese;
    List<String> subjects = new ArrayList<>(facets.motif.subjects);
    subjects.add("geometry");
    return Study.titled(
            format, new Said(noun + " " + view.english(), chinese + "·" + view.chinese()))
        .described(
            "It shows "
                + facets.motif.english
                + " shattered into slanting planes, each shaded from one edge to the other. The"
                + " form is there and not there, as if one walked around it.",
            "画的是" + chinese + "，碎成一个个倾斜的面，每一面从一边到另一边渐渐变暗。形若隐若现，仿佛人正绕着它走。")
        .showing(subjects)
        .painted(facets::paint);
  }

  private void paint(Surface surface, Chance chance) {
    double w = surface.width();
    double h = surface.height();
    surface.fill(Shade.of(colors.dark()));
    List<double[]> shards = new ArrayList<>();
    split(Outline.corners(-0.05, -0.05, w + 0.1, h + 0.1), new double[] {w, h}, chance, shards);
    Brush brush = new Brush(surface).body(0).streaks(0.1).taper(0.3);
    for (double[] shard : shards) {
      plane(surface, chance, shard, w, h);
    }
    for (double[] shard : shards) {
      if (chance.odds(0.45)) {
        int k = 2 * chance.below(shard.length / 2);
        int n = (k + 2) % shard.length;
        brush.width(chance.between(0.0025, 0.006)).opacity(0.7);
        Pigment line = chance.odds(0.7) ? colors.dark() : colors.light();
        brush.stroke(line, chance, shard[k], shard[k + 1], shard[n], shard[n + 1]);
      }
    }
    new Finish(surface, chance).light(0.25).canvas(0.05).vignette(0.2);
  }

  /** Cuts a polygon in two, and both again, until they are small. */
  private void split(double[] polygon, double[] size, Chance chance, List<double[]> shards) {
    double area = area(polygon);
    double[] center = center(polygon);
    double enough = smallest * (inside(center[0] / size[0], center[1] / size[1]) > -0.04 ? 1 : 3.5);
    if (area < enough || (area < 4 * enough && chance.odds(0.2))) {
      shards.add(polygon);
      return;
    }
    double angle = slant + chance.pick(List.of(0.0, 0.9, 1.57, 2.2)) + chance.around(0.22);
    double nx = -StrictMath.sin(angle);
    double ny = StrictMath.cos(angle);
    double offset = chance.around(0.12) * Math.sqrt(area);
    for (int side = -1; side <= 1; side += 2) {
      double[] half =
          cut(polygon, nx * side, ny * side, side * (nx * center[0] + ny * center[1] + offset));
      if (half.length >= 6) {
        split(half, size, chance, shards);
      }
    }
  }

  /** What of a convex polygon lies beyond a line. */
  private static double[] cut(double[] polygon, double nx, double ny, double distance) {
    List<Double> kept = new ArrayList<>();
    int n = polygon.length;
    for (int i = 0; i < n; i += 2) {
      int j = (i + 2) % n;
      double here = nx * polygon[i] + ny * polygon[i + 1] - distance;
      double there = nx * polygon[j] + ny * polygon[j + 1] - distance;
      if (here >= 0) {
        kept.add(polygon[i]);
        kept.add(polygon[i + 1]);
      }
      if (here >= 0 != there >= 0) {
        double t = here / (here - there);
        kept.add(polygon[i] + t * (polygon[j] - polygon[i]));
        kept.add(polygon[i + 1] + t * (polygon[j + 1] - polygon[i + 1]));
      }
    }
    return kept.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double area(double[] p) {
    double sum = 0;
    for (int i = 0; i < p.length; i += 2) {
      int j = (i + 2) % p.length;
      sum += p[i] * p[j + 1] - p[j] * p[i + 1];
    }
    return Math.abs(sum) / 2;
  }

  private static double[] center(double[] p) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < p.length; i += 2) {
      x += 2 * p[i] / p.length;
      y += 2 * p[i + 1] / p.length;
    }
    return new double[] {x, y};
  }

  private void plane(Surface surface, Chance chance, double[] shard, double w, double h) {
    double[] c = center(shard);
    Pigment base = seen(c[0] / w, c[1] / h, chance);
    double angle = chance.between(0, 6.28);
    double dx = StrictMath.cos(angle);
    double dy = StrictMath.sin(angle);
    double reach = Math.sqrt(area(shard)) + 0.02;
    Noise scumble = new Noise(chance.next());
    double deep = chance.between(0.12, 0.36);
    surface.lay(
        Mask.of(Outline.polygon(shard), surface),
        (x, y) -> {
          double t = ((x - c[0]) * dx + (y - c[1]) * dy) / reach;
          double brushed = scumble.cloud(x * 30, y * 12, 3) - 0.5;
          return base.mix(t > 0 ? colors.dark() : colors.light(), Math.min(0.6, Math.abs(t) * deep))
              .times(1 + 0.16 * brushed);
        },
        1,
        Blend.COVER);
  }

  /** What color a plane of the motif has, at a share of the width and height. */
  private Pigment seen(double x, double y, Chance chance) {
    Pigment figure = chance.odds(0.7) ? colors.main() : colors.accent();
    Pigment ground = chance.odds(0.75) ? colors.third() : colors.second();
    double inside = inside(x, y);
    if (inside > 0 && chance.odds(0.3)) {
      return colors.light().mix(figure, 0.25 * chance.unit());
    }
    double light = chance.around(0.05) + (inside > 0 ? 0.1 : y < 0.35 ? 0 : -0.08);
    return (inside > 0 ? figure : ground.mix(colors.dark(), 0.25))
        .changed(light, chance.between(0.8, 1.1), chance.around(8));
  }

  /** Above 0 within the motif, at a share of the width and height. */
  private double inside(double x, double y) {
    return switch (motif) {
      case MOUNTAIN -> y - 0.2 - 1.15 * Math.abs(x - 0.47) + 0.05 * Math.abs(x - 0.7);
      case GUITAR -> guitar(x, y);
      case TOWER ->
          Math.max(
              y < 0.12 ? -1 : Math.min(0.11, 0.7 * (y - 0.12)) - Math.abs(x - 0.52),
              y - 0.78 + 0.12 * Math.abs(((x * 5) % 1) - 0.5));
      case CRYSTAL -> 0.27 - Math.abs(x - 0.5) * 0.8 - Math.abs(y - 0.5) * 0.5;
    };
  }

  private static double guitar(double x, double y) {
    double lower = 0.19 - Math.sqrt((x - 0.48) * (x - 0.48) + (y - 0.68) * (y - 0.68));
    double upper = 0.14 - Math.sqrt((x - 0.52) * (x - 0.52) + (y - 0.47) * (y - 0.47));
    double neck = y < 0.5 ? 0.045 - Math.abs(x - 0.52 - 0.15 * (0.45 - y)) : -1;
    double table = y - 0.87;
    return Math.max(Math.max(lower, upper), Math.max(neck, table));
  }
}
