package io.artrec.examples.atelier;

/**
 * A brush of bristles. A stroke runs along points; its paint is streaked by the bristles, may run
 * dry on the way, and stands up in relief. Not thread-safe.
 */
final class Brush {
  private final Surface surface;
  private final int[] stamps;
  private final int[] touched;
  private final float[] cover;
  private final float[] away;
  private final float[] along;
  private final float[] across;
  private int stamp;
  private int count;

  private double width = 0.03;
  private double dryness;
  private double streaks = 0.15;
  private double body = 0.5;
  private double opacity = 1;
  private double taper;
  private double bristles = 9;
  private Blend blend = Blend.COVER;

  Brush(Surface surface) {
    this.surface = surface;
    int size = surface.columns() * surface.rows();
    stamps = new int[size];
    touched = new int[size];
    cover = new float[size];
    away = new float[size];
    along = new float[size];
    across = new float[size];
  }

  Brush width(double units) {
    width = units;
    return this;
  }

  /** From 0, wet to the end, to 1, nearly nothing left there. */
  Brush dryness(double amount) {
    dryness = amount;
    return this;
  }

  /** By which share bristles are lighter or darker. */
  Brush streaks(double amount) {
    streaks = amount;
    return this;
  }

  /** How high the paint stands. */
  Brush body(double amount) {
    body = amount;
    return this;
  }

  Brush opacity(double amount) {
    opacity = amount;
    return this;
  }

  /** From 0, equally wide, to 1, pointed at both ends. */
  Brush taper(double amount) {
    taper = amount;
    return this;
  }

  Brush bristles(double number) {
    bristles = number;
    return this;
  }

  Brush blend(Blend how) {
    blend = how;
    return this;
  }

  /** Paints a straight stroke around a place. */
  void dab(double x, double y, double angle, double length, Pigment pigment, Chance chance) {
    double dx = StrictMath.cos(angle) * length / 2;
    double dy = StrictMath.sin(angle) * length / 2;
    double bend = chance.around(0.06) * length;
    double mx = x - dy / length * bend * 2;
    double my = y + dx / length * bend * 2;
    stroke(pigment, chance, x - dx, y - dy, mx, my, x + dx, y + dy);
  }

  /** Paints a stroke along points, x and y in turn. */
  void stroke(Pigment pigment, Chance chance, double... points) {
    stamp++;
    count = 0;
    double length = 0;
    for (int i = 2; i < points.length; i += 2) {
      length += distance(points, i);
    }
    double passed = 0;
    for (int i = 2; i < points.length; i += 2) {
      double step = distance(points, i);
      if (step > 0) {
        sweep(points, i, passed, length);
      }
      passed += step;
    }
    deposit(pigment, new Noise(chance.next()), Math.max(length, 1e-9));
  }

  private static double distance(double[] points, int i) {
    double dx = points[i] - points[i - 2];
    double dy = points[i + 1] - points[i - 1];
    return Math.sqrt(dx * dx + dy * dy);
  }

  private double halfWidth(double place) {
    double open = 4 * place * (1 - place);
    return width / 2 * (1 - taper * (1 - Math.sqrt(Math.max(0, open))));
  }

  /** Notes the pixels of one piece, with their places along and across the stroke. */
  private void sweep(double[] points, int i, double passed, double length) {
    double scale = surface.scale();
    double fromX = points[i - 2];
    double fromY = points[i - 1];
    double dx = points[i] - fromX;
    double dy = points[i + 1] - fromY;
    double step = Math.sqrt(dx * dx + dy * dy);
    double reach = width / 2 + 1 / scale;
    int top = bound((Math.min(fromY, fromY + dy) - reach) * scale, surface.rows());
    int bottom = bound((Math.max(fromY, fromY + dy) + reach) * scale + 1, surface.rows());
    int left = bound((Math.min(fromX, fromX + dx) - reach) * scale, surface.columns());
    int right = bound((Math.max(fromX, fromX + dx) + reach) * scale + 1, surface.columns());
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        double px = surface.x(column) - fromX;
        double py = surface.y(row) - fromY;
        double t = Pigment.clamp((px * dx + py * dy) / (step * step));
        double offX = px - t * dx;
        double offY = py - t * dy;
        double off = Math.sqrt(offX * offX + offY * offY);
        double half = Math.max(halfWidth((passed + t * step) / length), 0.25 / scale);
        double covered = Pigment.clamp((half - off) * scale + 0.5) * Math.min(1, 2 * half * scale);
        if (covered > 0) {
          double side = dx * py - dy * px < 0 ? -off : off;
          int index = row * surface.columns() + column;
          if (isNearest(index, covered, off)) {
            along[index] = (float) (passed + t * step);
            across[index] = (float) (side / half);
          }
        }
      }
    }
  }

  private static int bound(double value, int limit) {
    return (int) Math.max(0, Math.min(limit, Math.floor(value)));
  }

  /** Whether no piece of the stroke before passed a pixel as near. */
  private boolean isNearest(int index, double covered, double off) {
    if (stamps[index] != stamp) {
      stamps[index] = stamp;
      touched[count++] = index;
      cover[index] = 0;
      away[index] = Float.MAX_VALUE;
    }
    cover[index] = Math.max(cover[index], (float) covered);
    if (off >= away[index]) {
      return false;
    }
    away[index] = (float) off;
    return true;
  }

  private void deposit(Pigment pigment, Noise noise, double length) {
    for (int k = 0; k < count; k++) {
      int index = touched[k];
      double side = across[index];
      double place = along[index] / length;
      double bristle = noise.at(side * bristles, along[index] * 9);
      double gap = -0.15 + dryness * (0.35 + 0.65 * place);
      double left = dryness == 0 ? 1 : Field.ramp(gap - 0.1, gap + 0.12, bristle);
      double amount = cover[index] * opacity * left;
      if (amount > 0.003) {
        double tone = 1 + streaks * (2 * bristle - 1);
        surface.lay(index, pigment.times(tone), amount, blend);
        double ridge = Math.abs(side) > 0.7 ? 0.5 : 0;
        surface.raise(index, body * amount * (bristle + ridge));
      }
    }
  }
}
