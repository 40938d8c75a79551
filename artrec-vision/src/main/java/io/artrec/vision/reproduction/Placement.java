package io.artrec.vision.reproduction;

/**
 * Where in another picture a picture lies.
 *
 * @param picture what lies there
 * @param in where
 * @param x the middle of it there, in pixels of {@code in}
 * @param y the middle of it there
 * @param scale how many pixels there one of the picture's takes
 */
record Placement(Picture picture, Picture in, double x, double y, double scale) {
  private static final double OUTSIDE = 0.04;
  private static final int STEPS = 4;

  private double width() {
    return scale * picture.width();
  }

  private double height() {
    return scale * picture.height();
  }

  private double left() {
    return x - width() / 2;
  }

  private double top() {
    return y - height() / 2;
  }

  double correlation() {
    boolean inside =
        left() >= -OUTSIDE * width()
            && top() >= -OUTSIDE * height()
            && left() + width() <= in.width() + OUTSIDE * width()
            && top() + height() <= in.height() + OUTSIDE * height();
    return inside ? picture.correlation(in, left(), top(), width(), height()) : -1;
  }

  double correlationOfDetails() {
    return picture.correlationOfDetails(in, left(), top(), width(), height());
  }

  /** Returns how much of the other picture it covers, at most 1. */
  double share() {
    return Math.min(1, width() * height() / (in.width() * in.height()));
  }

  /** Returns the place near this one where it fits best, by ever smaller steps. */
  Placement settled() {
    Placement best = this;
    double most = correlation();
    double step = 0.04;
    for (int i = 0; i < STEPS; i++) {
      boolean moved = true;
      for (int round = 0; moved && round < STEPS; round++) {
        moved = false;
        double side = best.scale * picture.shorterSide() * step;
        for (Placement next :
            new Placement[] {
              best.at(side, 0, 1),
              best.at(-side, 0, 1),
              best.at(0, side, 1),
              best.at(0, -side, 1),
              best.at(0, 0, 1 + step),
              best.at(0, 0, 1 - step)
            }) {
          double correlation = next.correlation();
          if (correlation > most) {
            most = correlation;
            best = next;
            moved = true;
          }
        }
      }
      step /= 2;
    }
    return best;
  }

  private Placement at(double across, double down, double factor) {
    return new Placement(picture, in, x + across, y + down, scale * factor);
  }
}
