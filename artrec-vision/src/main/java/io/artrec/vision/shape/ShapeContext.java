package io.artrec.vision.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A drawing as points of its outlines, each with how the others lie around it, and how well two
 * drawings match point by point (Belongie, Malik and Puzicha, Shape Matching and Object Recognition
 * Using Shape Contexts, TPAMI 24, 2002). Immutable and thread-safe.
 *
 * <p>Points are taken at equal steps along all borders together. Each has a histogram of the
 * others, in 12 directions and 5 rings; rings end at 1/8, 1/4, 1/2, 1 and 2 mean distances of all
 * pairs, so that size does not count; the first holds what is nearer, the last what is farther.
 * Place does not count either; rotation does. Taking points costs O(borders), histograms
 * O(points²), a match O(points³).
 */
public final class ShapeContext {
  private static final int DIRECTIONS = 12;
  private static final int RINGS = 5;
  private static final int BINS = DIRECTIONS * RINGS;
  private static final int MOST_POINTS = 1_000;

  private final double[][] histograms;

  private ShapeContext(double[][] histograms) {
    this.histograms = histograms;
  }

  /**
   * Describes borders.
   *
   * @param contours the borders, two pixels or more in all
   * @param points how many points stand for them, 2 to 1,000; fewer where borders have fewer pixels
   * @return the description
   */
  public static ShapeContext of(Contours contours, int points) {
    if (points < 2 || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "points of a shape context are " + points + ", expected 2 to " + MOST_POINTS);
    }
    List<double[]> all = new ArrayList<>();
    for (Contour contour : contours.all()) {
      for (int i = 0; i < contour.size(); i++) {
        all.add(new double[] {contour.x(i), contour.y(i)});
      }
    }
    if (all.size() < 2) {
      throw new IllegalArgumentException(
          "describing a shape of " + all.size() + " pixels, expected 2 or more");
    }
    int count = Math.min(points, all.size());
    double[][] taken = new double[count][];
    for (int i = 0; i < count; i++) {
      taken[i] = all.get((int) ((long) i * all.size() / count));
    }
    return new ShapeContext(histograms(taken));
  }

  private static double[][] histograms(double[][] points) {
    int count = points.length;
    double sum = 0;
    for (double[] one : points) {
      for (double[] other : points) {
        sum += Math.hypot(one[0] - other[0], one[1] - other[1]);
      }
    }
    double mean = sum / ((double) count * (count - 1));
    double[][] histograms = new double[count][BINS];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double right = points[j][0] - points[i][0];
        double down = points[j][1] - points[i][1];
        if (i != j) {
          histograms[i][bin(right, down, mean)] += 1.0 / (count - 1);
        }
      }
    }
    return histograms;
  }

  private static int bin(double right, double down, double mean) {
    double distance = Math.hypot(right, down);
    double rings = distance > 0 && mean > 0 ? Math.log(distance / mean) / Math.log(2) + 3 : 0;
    int ring = (int) Math.max(0, Math.min(RINGS - 1, Math.ceil(rings)));
    double turn = Math.atan2(down, right) / (2 * Math.PI);
    int direction = (int) Math.floor((turn < 0 ? turn + 1 : turn) * DIRECTIONS) % DIRECTIONS;
    return ring * DIRECTIONS + direction;
  }

  /** {@return how many points stand for the drawing, 2 or more} */
  public int size() {
    return histograms.length;
  }

  /**
   * Returns how badly two drawings match: the mean cost of the best one-to-one match of their
   * points, each costing {@code ½ Σ (g - h)² / (g + h)} of the histograms (chi-square). Of drawings
   * with unlike numbers of points, points of the larger one stay unmatched.
   *
   * @param other the other drawing
   * @return 0 for the same histograms to 1 for such as share no bin; symmetric but for rounding
   */
  public double distance(ShapeContext other) {
    boolean isLarger = histograms.length > other.histograms.length;
    double[][] few = isLarger ? other.histograms : histograms;
    double[][] many = isLarger ? histograms : other.histograms;
    double[][] costs = new double[few.length][many.length];
    for (int i = 0; i < few.length; i++) {
      for (int j = 0; j < many.length; j++) {
        costs[i][j] = cost(few[i], many[j]);
      }
    }
    int[] matched = Assignment.cheapest(costs);
    double[] paid = new double[few.length];
    Arrays.setAll(paid, i -> costs[i][matched[i]]);
    Arrays.sort(paid);
    return Arrays.stream(paid).sum() / few.length;
  }

  private static double cost(double[] one, double[] other) {
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      double both = one[b] + other[b];
      double apart = one[b] - other[b];
      sum += both > 0 ? apart * apart / both : 0;
    }
    return sum / 2;
  }

  @Override
  public String toString() {
    return "ShapeContext of " + histograms.length + " points";
  }
}
