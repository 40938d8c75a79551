package io.artrec.examples.atelier;

/** What is done to a picture at the end: light on its relief, the ground it stands on, varnish. */
final class Finish {
  private final Surface surface;
  private final Noise noise;

  Finish(Surface surface, Chance chance) {
    this.surface = surface;
    noise = new Noise(chance.next());
  }

  /** Light from the upper left on paint that stands up. */
  Finish light(double strength) {
    int columns = surface.columns();
    for (int row = surface.rows() - 1; row > 0; row--) {
      for (int column = columns - 1; column > 0; column--) {
        int i = row * columns + column;
        double slope = 2 * surface.relief(i) - surface.relief(i - 1) - surface.relief(i - columns);
        double factor = 1 + strength * Math.max(-0.8, Math.min(0.8, slope));
        surface.set(i, surface.pixel(i).times(factor));
      }
    }
    return this;
  }

  /** Woven canvas, seen through the paint. */
  Finish canvas(double strength) {
    double threads = Math.min(190, surface.scale() / 3.1);
    return tint(
        (x, y) -> {
          double weave =
              StrictMath.sin(2 * Math.PI * x * threads) * StrictMath.sin(2 * Math.PI * y * threads);
          double knots = noise.at(x * threads * 1.1, y * 13) + noise.at(x * 13, y * threads * 1.1);
          return 1 + strength * (0.45 * weave + 0.6 * (knots - 1));
        });
  }

  /** The tooth and the clouds of paper. */
  Finish paper(double strength) {
    double grain = Math.min(260, surface.scale() / 2.2);
    return tint(
        (x, y) ->
            1
                + strength * (noise.at(x * grain, y * grain) - 0.5)
                + 0.7 * strength * (noise.cloud(x * 3, y * 3, 3) - 0.5));
  }

  /** The grain of a plank, along the width. */
  Finish wood(double strength) {
    return tint(
        (x, y) -> {
          double warp = 3 * noise.cloud(x * 0.9, y * 2.2, 2);
          double lines = noise.at(x * 2.5, (y * 6 + warp) * 22);
          return 1 + strength * (lines - 0.5);
        });
  }

  /** Darker towards the corners. */
  Finish vignette(double strength) {
    double w = surface.width();
    double h = surface.height();
    return tint(
        (x, y) -> {
          double dx = 2 * x / w - 1;
          double dy = 2 * y / h - 1;
          return 1 - strength * StrictMath.pow((dx * dx + dy * dy) / 2, 1.5);
        });
  }

  /** A thin film of one color over everything. */
  Finish varnish(Pigment pigment, double opacity) {
    surface.veil(Shade.of(pigment), (x, y) -> opacity, Blend.GLAZE);
    return this;
  }

  private Finish tint(Field factor) {
    for (int row = 0; row < surface.rows(); row++) {
      for (int column = 0; column < surface.columns(); column++) {
        int i = row * surface.columns() + column;
        surface.set(i, surface.pixel(i).times(factor.at(surface.x(column), surface.y(row))));
      }
    }
    return this;
  }
}
