package io.artrec.vision.composition;

import java.util.Arrays;
import java.util.Optional;

/**
 * How independent the orientations of two edges are of each other: the second-order
 * edge-orientation entropy of Redies, Brachmann and Wagemans 2017, over all pairs of the strongest
 * edges that are 20 to 239 pixels apart.
 *
 * <p>For each ordered pair (p, q): distance {@code d = rint(sqrt(dx^2 + dy^2))}, direction {@code
 * (rint(atan2(dy, dx) 24 / pi) + 2 o_p) mod 48}, relative orientation {@code (o_q - o_p) mod 24};
 * the product of the strengths is added to that bin. Entropies over the relative orientations are
 * averaged over the directions of a distance whose sum is above 1, then over distances.
 *
 * <p>A pair seen from its other end falls in a bin that follows from the first one's, so half the
 * pairs are counted, about 40 million; pairs of one first orientation at a time, so that the bins
 * fit in a near cache. Edges that tie with the 10,000th are kept, as defined, but an even pattern
 * may have 120,000 of them and seven billion pairs: with more than {@value #MOST} nothing is
 * measured, which bounds the work at a few seconds.
 */
final class EdgePairs {
  private static final int NEAREST = 20;
  private static final int FARTHEST = 239;
  private static final int DIRECTIONS = 48;
  private static final int MOST = 20_000;
  private static final int LOWER_DIRECTIONS = DIRECTIONS / 2 + 1;
  private static final int ORIENTATIONS = OrientedEdges.ORIENTATIONS;

  private final int width;
  private final int height;
  private final int count;

  /** Row times twice the width plus column, so that differences tell dx and dy. */
  private final int[] places;

  private final int[] orientations;
  private final double[] strengths;

  /** How many edges lie in the rows above each row. */
  private final int[] above;

  private EdgePairs(int width, int height, double[] all, byte[] pointing) {
    this.width = width;
    this.height = height;
    int size = all.length;
    places = new int[size];
    orientations = new int[size];
    strengths = new double[size];
    above = new int[height + 1];
    int found = 0;
    for (int i = 0; i < size; i++) {
      if (all[i] > 0) {
        places[found] = i / width * 2 * width + i % width;
        orientations[found] = pointing[i];
        strengths[found] = all[i];
        found++;
      }
      above[i / width + 1] = found;
    }
    count = found;
  }

  /**
   * {@return the entropy in bits, at most log2 24; empty when no two edges are far enough apart or
   * too many edges tie}
   *
   * @param strengths row-major, 0 where there is no edge
   * @param orientations 0 to 23, where there is one
   */
  static Optional<Double> entropy(int width, int height, double[] strengths, byte[] orientations) {
    EdgePairs pairs = new EdgePairs(width, height, strengths, orientations);
    return pairs.count > MOST ? Optional.empty() : mean(fromBothEnds(pairs.fromFirstEnds()));
  }

  /**
   * Returns where in the bins a pair belongs, for each difference of places plus the width, in
   * steps of distance and lower direction; what is too far goes to distance 0, which is not read.
   */
  private int[] cells() {
    int[] cells = new int[(Math.min(height - 1, FARTHEST) + 1) * 2 * width];
    for (int i = 0; i < cells.length; i++) {
      int dx = i % (2 * width) - width;
      int dy = i / (2 * width);
      int distance = (int) Math.rint(Math.sqrt((double) dx * dx + (double) dy * dy));
      int direction = (int) Math.rint(Math.atan2(dy, dx) * 24 / Math.PI);
      int near = distance <= FARTHEST ? distance : 0;
      cells[i] = (near * LOWER_DIRECTIONS + direction) * ORIENTATIONS;
    }
    return cells;
  }

  /** Returns the bins filled by pairs whose second edge comes later, row by row. */
  private double[] fromFirstEnds() {
    int[] cells = cells();
    double[] bins = new double[(FARTHEST + 1) * DIRECTIONS * ORIENTATIONS];
    double[] absolute = new double[(FARTHEST + 1) * LOWER_DIRECTIONS * ORIENTATIONS];
    for (int orientation = 0; orientation < ORIENTATIONS; orientation++) {
      Arrays.fill(absolute, 0);
      for (int first = 0; first < count; first++) {
        if (orientations[first] == orientation) {
          int row = places[first] / (2 * width);
          int end = above[Math.min(height, row + FARTHEST + 1)];
          addPairs(first, end, cells, absolute);
        }
      }
      turn(absolute, orientation, bins);
    }
    return bins;
  }

  private void addPairs(int first, int end, int[] cells, double[] bins) {
    int[] at = places;
    int[] pointing = orientations;
    double[] strong = strengths;
    int offset = width - at[first];
    double strength = strong[first];
    for (int second = first + 1; second < end; second++) {
      bins[cells[at[second] + offset] + pointing[second]] += strength * strong[second];
    }
  }

  /** Adds bins of absolute directions and orientations to those relative to the first edge. */
  private static void turn(double[] absolute, int orientation, double[] bins) {
    for (int cell = 0; cell < absolute.length / ORIENTATIONS; cell++) {
      int distance = cell / LOWER_DIRECTIONS;
      int direction = (cell % LOWER_DIRECTIONS + 2 * orientation) % DIRECTIONS;
      int at = (distance * DIRECTIONS + direction) * ORIENTATIONS;
      for (int second = 0; second < ORIENTATIONS; second++) {
        int relative = (second - orientation + ORIENTATIONS) % ORIENTATIONS;
        bins[at + relative] += absolute[cell * ORIENTATIONS + second];
      }
    }
  }

  /** Adds to each bin the pairs seen from the other end, half a turn away. */
  private static double[] fromBothEnds(double[] bins) {
    double[] both = new double[bins.length];
    for (int cell = 0; cell < bins.length / ORIENTATIONS; cell++) {
      int distance = cell / DIRECTIONS;
      for (int relative = 0; relative < ORIENTATIONS; relative++) {
        int direction = (cell + DIRECTIONS / 2 + 2 * relative) % DIRECTIONS;
        int opposite = (ORIENTATIONS - relative) % ORIENTATIONS;
        both[cell * ORIENTATIONS + relative] =
            bins[cell * ORIENTATIONS + relative]
                + bins[(distance * DIRECTIONS + direction) * ORIENTATIONS + opposite];
      }
    }
    return both;
  }

  private static Optional<Double> mean(double[] bins) {
    double sum = 0;
    int distances = 0;
    for (int distance = NEAREST; distance <= FARTHEST; distance++) {
      double entropies = 0;
      int valid = 0;
      for (int direction = 0; direction < DIRECTIONS; direction++) {
        int from = (distance * DIRECTIONS + direction) * ORIENTATIONS;
        double total = 0;
        for (int i = from; i < from + ORIENTATIONS; i++) {
          total += bins[i];
        }
        if (total > 1) {
          entropies += Entropy.bits(bins, from, from + ORIENTATIONS, total);
          valid++;
        }
      }
      if (valid > 0) {
        sum += entropies / valid;
        distances++;
      }
    }
    return distances > 0 ? Optional.of(sum / distances) : Optional.empty();
  }
}
