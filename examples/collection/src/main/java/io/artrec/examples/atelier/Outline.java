package io.artrec.examples.atelier;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Shapes, from points or by chance; all closed. */
final class Outline {
  private Outline() {}

  /**
   * The least and the greatest x and y of a shape, as least x, least y, greatest x, greatest y: of
   * the curve itself on every JDK, where some count points that it only bends towards.
   */
  static double[] bounds(Shape shape, double flatness) {
    double[] bounds = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] point = new double[6];
    for (PathIterator path = shape.getPathIterator(null, flatness); !path.isDone(); path.next()) {
      if (path.currentSegment(point) != PathIterator.SEG_CLOSE) {
        bounds[0] = Math.min(bounds[0], point[0]);
        bounds[1] = Math.min(bounds[1], point[1]);
        bounds[2] = Math.max(bounds[2], point[0]);
        bounds[3] = Math.max(bounds[3], point[1]);
      }
    }
    return bounds;
  }

  /** Straight edges between points, x and y in turn. */
  static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  static Path2D rectangle(double x, double y, double width, double height) {
    return polygon(corners(x, y, width, height));
  }

  /** The corners of a rectangle, x and y in turn. */
  static double[] corners(double x, double y, double width, double height) {
    return new double[] {x, y, x + width, y, x + width, y + height, x, y + height};
  }

  /** A closed curve through points (Catmull and Rom), x and y in turn. */
  static Path2D smooth(double... points) {
    int n = points.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 0; i < n; i++) {
      int before = 2 * ((i + n - 1) % n);
      int here = 2 * i;
      int next = 2 * ((i + 1) % n);
      int after = 2 * ((i + 2) % n);
      path.curveTo(
          points[here] + (points[next] - points[before]) / 6,
          points[here + 1] + (points[next + 1] - points[before + 1]) / 6,
          points[next] - (points[after] - points[here]) / 6,
          points[next + 1] - (points[after + 1] - points[here + 1]) / 6,
          points[next],
          points[next + 1]);
    }
    path.closePath();
    return path;
  }

  static Path2D ellipse(double x, double y, double radiusX, double radiusY) {
    double[] points = new double[48];
    for (int i = 0; i < 24; i++) {
      double angle = 2 * Math.PI * i / 24;
      points[2 * i] = x + radiusX * StrictMath.cos(angle);
      points[2 * i + 1] = y + radiusY * StrictMath.sin(angle);
    }
    return smooth(points);
  }

  /** A round form whose radius wavers by a share. */
  static Path2D blob(double x, double y, double radius, double waver, Chance chance) {
    int n = 11;
    double[] points = new double[2 * n];
    double turn = chance.between(0, 6.28);
    for (int i = 0; i < n; i++) {
      double angle = turn + 2 * Math.PI * i / n;
      double r = radius * (1 + waver * (2 * chance.unit() - 1));
      points[2 * i] = x + r * StrictMath.cos(angle);
      points[2 * i + 1] = y + r * StrictMath.sin(angle);
    }
    return smooth(points);
  }

  /** A leaf or petal from its foot in a direction, with a belly as a share of its length. */
  static Path2D leaf(double x, double y, double angle, double length, double belly) {
    double c = StrictMath.cos(angle) * length;
    double s = StrictMath.sin(angle) * length;
    Path2D path = new Path2D.Double();
    path.moveTo(x, y);
    path.curveTo(
        x + 0.25 * c - belly * s,
        y + 0.25 * s + belly * c,
        x + 0.75 * c - belly * s,
        y + 0.75 * s + belly * c,
        x + c,
        y + s);
    path.curveTo(
        x + 0.75 * c + belly * s,
        y + 0.75 * s - belly * c,
        x + 0.25 * c + belly * s,
        y + 0.25 * s - belly * c,
        x,
        y);
    path.closePath();
    return path;
  }
}
