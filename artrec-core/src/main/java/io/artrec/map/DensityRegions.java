package io.artrec.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Neighborhoods of a plane: each work goes uphill on how densely works lie, and those that come to
 * one summit are of one region (Fukunaga and Hostetler, The estimation of the gradient of a density
 * function, IEEE Transactions on Information Theory 21(1), 1975; here on a grid). Regions of fewer
 * than a hundredth of all works, or of 3, join that of the nearest summit.
 */
final class DensityRegions {
  private static final int GRID = 128;
  private static final int FEWEST = 3;
  private static final double SMALLEST = 0.01;
  private static final double WIDTH = 0.2;

  private final int[] works;
  private final double left;
  private final double low;
  private final double side;
  private final PlaneLayout layout;

  private DensityRegions(PlaneLayout layout) {
    this.layout = layout;
    works = layout.placed();
    left = Arrays.stream(works).mapToDouble(layout::x).min().orElse(0);
    low = Arrays.stream(works).mapToDouble(layout::y).min().orElse(0);
    double right = Arrays.stream(works).mapToDouble(layout::x).max().orElse(0);
    double high = Arrays.stream(works).mapToDouble(layout::y).max().orElse(0);
    side = Math.max(Math.max(right - left, high - low), Double.MIN_NORMAL);
  }

  /** The works of each region, ascending; the largest region first, ties by the first work. */
  static List<int[]> of(PlaneLayout layout) {
    DensityRegions regions = new DensityRegions(layout);
    return regions.works.length == 0 ? List.of() : regions.find();
  }

  private List<int[]> find() {
    double[] density = density();
    int[] summits = new int[works.length];
    for (int i = 0; i < works.length; i++) {
      summits[i] = climb(density, cell(works[i]));
    }
    int least = Math.max(FEWEST, (int) Math.ceil(SMALLEST * works.length));
    int[] kept =
        Arrays.stream(summits)
            .distinct()
            .filter(summit -> Arrays.stream(summits).filter(s -> s == summit).count() >= least)
            .toArray();
    int[] all = kept.length == 0 ? new int[] {summits[0]} : kept;
    List<int[]> regions = new ArrayList<>();
    for (int summit : all) {
      regions.add(
          IntStream.range(0, works.length)
              .filter(i -> nearest(all, summits[i]) == summit)
              .map(i -> works[i])
              .toArray());
    }
    regions.sort(
        Comparator.comparingInt((int[] region) -> -region.length)
            .thenComparingInt(region -> region[0]));
    return regions;
  }

  private static int nearest(int[] summits, int from) {
    int best = summits[0];
    for (int summit : summits) {
      if (square(summit, from) < square(best, from)) {
        best = summit;
      }
    }
    return best;
  }

  private static int square(int a, int b) {
    int dx = a % GRID - b % GRID;
    int dy = a / GRID - b / GRID;
    return dx * dx + dy * dy;
  }

  private int cell(int work) {
    int column = Math.min(GRID - 1, (int) (GRID * (layout.x(work) - left) / side));
    int row = Math.min(GRID - 1, (int) (GRID * (layout.y(work) - low) / side));
    return row * GRID + column;
  }

  /** Works by cell, smoothed by a normal distribution that is narrower the more works there are. */
  private double[] density() {
    double[] counts = new double[GRID * GRID];
    for (int work : works) {
      counts[cell(work)]++;
    }
    double width = GRID * WIDTH / Math.sqrt(Math.sqrt(works.length));
    double[] kernel = new double[(int) Math.ceil(3 * width) + 1];
    for (int d = 0; d < kernel.length; d++) {
      kernel[d] = Math.exp(-d * d / (2 * width * width));
    }
    return smoothed(smoothed(counts, kernel, 1), kernel, GRID);
  }

  private static double[] smoothed(double[] values, double[] kernel, int stride) {
    double[] out = new double[values.length];
    for (int cell = 0; cell < values.length; cell++) {
      int place = cell / stride % GRID;
      double sum = kernel[0] * values[cell];
      for (int d = 1; d < kernel.length; d++) {
        sum += place >= d ? kernel[d] * values[cell - d * stride] : 0;
        sum += place + d < GRID ? kernel[d] * values[cell + d * stride] : 0;
      }
      out[cell] = sum;
    }
    return out;
  }

  private static int climb(double[] density, int from) {
    int cell = from;
    while (true) {
      int best = cell;
      int column = cell % GRID;
      int row = cell / GRID;
      for (int y = Math.max(0, row - 1); y <= Math.min(GRID - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(GRID - 1, column + 1); x++) {
          best = density[y * GRID + x] > density[best] ? y * GRID + x : best;
        }
      }
      if (best == cell) {
        return cell;
      }
      cell = best;
    }
  }
}
