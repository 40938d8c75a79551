package io.artrec.examples.atelier;

import java.util.ArrayList;
import java.util.List;

/**
 * A place as an eye sees it, without a hand: sky, far hills, trees, water or field, with the color
 * and the direction of things everywhere. Painters of dots and of strokes go by it.
 */
final class Landscape implements Shade {
  private final Colors colors;
  private final Noise noise;
  private final boolean water;
  private final boolean sun;
  private final boolean trees;
  private final double horizon;
  private final double sunX;
  private final double sunY;
  private final double vanishing;
  private final double width;
  private final double height;
  private final double[][] crowns;

  Landscape(Sight sight, Colors colors, Surface surface, Chance chance) {
    this.colors = colors;
    noise = new Noise(chance.next());
    water = sight.water();
    sun = sight.sun();
    trees = sight.trees();
    width = surface.width();
    height = surface.height();
    horizon = height * chance.between(0.36, 0.56);
    sunX = width * (chance.odds(0.5) ? chance.between(0.18, 0.38) : chance.between(0.62, 0.82));
    sunY = horizon * chance.between(0.3, 0.65);
    vanishing = width * chance.between(0.25, 0.75);
    crowns = trees ? crowns(chance) : new double[0][];
  }

  /** What there is to see. */
  record Sight(boolean water, boolean sun, boolean trees) {
    static Sight by(Chance chance) {
      return new Sight(chance.odds(0.5), chance.odds(0.6), chance.odds(0.7));
    }

    List<String> subjects() {
      List<String> subjects = new ArrayList<>(List.of("landscape", "sky", "hill"));
      subjects.add(water ? "river" : "field");
      if (sun) {
        subjects.add("sun");
      }
      if (trees) {
        subjects.add("tree");
      }
      return subjects;
    }
  }

  private double[][] crowns(Chance chance) {
    int count = chance.from(2, 5);
    double[][] all = new double[count][];
    double side = chance.odds(0.5) ? 0.06 : 0.62;
    for (int i = 0; i < count; i++) {
      double size = chance.between(0.07, 0.15);
      all[i] =
          new double[] {
            width * (side + 0.32 * chance.unit()),
            horizon + height * chance.between(-0.02, 0.07) - 1.25 * size,
            size,
            chance.between(1.1, 1.9)
          };
    }
    return all;
  }

  @Override
  public Pigment at(double x, double y) {
    double crown = crown(x, y);
    if (crown > 0) {
      double lit = noise.cloud(x * 16, y * 16, 3) + (sun ? 0.25 * Math.signum(sunX - x) : 0) - 0.1;
      Pigment leaf = colors.second().mix(colors.dark(), 0.45);
      return leaf.mix(lit > 0.5 ? colors.light() : colors.dark(), Math.abs(lit - 0.5) * 1.1);
    }
    return y < hillTop(x) ? sky(x, y) : y < horizon ? hill(x, y) : land(x, y);
  }

  /** Inside a tree above 0. */
  private double crown(double x, double y) {
    double inside = 0;
    for (double[] c : crowns) {
      double dx = (x - c[0]) / c[2];
      double dy = (y - c[1]) / (c[2] * c[3]);
      double r = Math.sqrt(dx * dx + dy * dy) + 0.5 * (noise.cloud(x * 14, y * 14, 3) - 0.5);
      boolean trunk = Math.abs(x - c[0]) < 0.011 && y > c[1] && y < c[1] + c[2] * c[3] * 1.35;
      inside = Math.max(inside, trunk ? 0.2 : 1 - r);
    }
    return inside;
  }

  double hillTop(double x) {
    return horizon - height * 0.16 * noise.cloud(x * 1.7, 3.1, 3) + 0.02;
  }

  private Pigment sky(double x, double y) {
    double down = y / horizon;
    Pigment air = colors.main().mix(colors.light(), 0.15 + 0.75 * down * down);
    double cloud = noise.cloud(x * 2.2 + 5, y * 6, 4);
    Pigment clouded = air.mix(colors.light(), 0.8 * Field.ramp(0.5, 0.72, cloud));
    if (!sun) {
      return clouded;
    }
    double far = fromSun(x, y);
    Pigment warm = colors.accent().mix(colors.light(), 0.25);
    return far < 0.05
        ? colors.light().mix(Pigment.WHITE, 0.3)
        : clouded.mix(warm, 0.8 / (1 + 40 * far * far * 6));
  }

  private double fromSun(double x, double y) {
    return Math.sqrt((x - sunX) * (x - sunX) + (y - sunY) * (y - sunY));
  }

  private Pigment hill(double x, double y) {
    double depth = (y - hillTop(x)) / (height * 0.14);
    Pigment far = colors.third().mix(colors.main(), 0.55).mix(colors.dark(), 0.15);
    return far.mix(colors.second(), Pigment.clamp(depth))
        .times(0.85 + 0.3 * noise.cloud(x * 9, y * 20, 3));
  }

  private Pigment land(double x, double y) {
    double near = (y - horizon) / (height - horizon);
    if (water) {
      double bank =
          horizon + height * (0.3 + 0.2 * noise.cloud(x * 1.4, 9, 2)) * (1 - 0.5 * x / width);
      if (y < bank) {
        return river(x, y, near);
      }
    }
    double rows = noise.at((x - vanishing) / (0.06 + near) * 5, near * 3);
    Pigment grass = colors.third().mix(colors.second(), rows);
    Pigment lit =
        grass.mix(colors.light(), 0.45 * Field.ramp(0.5, 0.8, noise.cloud(x * 6, y * 16, 3)));
    double flowers = noise.at(x * 42, y * 60);
    return flowers > 0.86 && near > 0.2
        ? colors.accent()
        : lit.mix(colors.dark(), 0.35 * near * near);
  }

  private Pigment river(double x, double y, double near) {
    double mirrored = 2 * horizon - y;
    double ripple = 0.02 * (noise.at(x * 4, y * 46) - 0.5);
    Pigment above = crown(x, mirrored) > 0 ? colors.dark() : sky(x + ripple, Math.max(0, mirrored));
    Pigment deep = colors.main().mix(colors.dark(), 0.3);
    Pigment sheen = noise.at(x * 5, y * 55) > 0.72 ? colors.light() : deep;
    return above.mix(deep, 0.3).mix(sheen, 0.25 + 0.2 * near);
  }

  /** The direction in which things lie or grow. */
  double direction(double x, double y) {
    if (crown(x, y) > 0) {
      return 1.2 + 2.2 * (noise.cloud(x * 7, y * 7, 2) - 0.5);
    }
    if (y < hillTop(x)) {
      double swirl = 2.4 * (noise.cloud(x * 1.9, y * 2.6, 2) - 0.5);
      return sun && fromSun(x, y) < 0.3
          ? StrictMath.atan2(y - sunY, x - sunX) + Math.PI / 2
          : swirl;
    }
    if (y < horizon) {
      return 0.5 * (noise.at(x * 3, 1) - 0.5) + (noise.at(x * 1.7 + 0.1, 3.1) > 0.5 ? 0.35 : -0.35);
    }
    double near = (y - horizon) / (height - horizon);
    return water && near < 0.5
        ? 0.08 * (noise.at(x * 5, y * 20) - 0.5)
        : StrictMath.atan2(0.12 + near, (x - vanishing) * 1.2);
  }

  double horizon() {
    return horizon;
  }
}
