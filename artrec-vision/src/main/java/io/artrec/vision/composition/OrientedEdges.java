package io.artrec.vision.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How strong edges are and where they point: at each pixel of the gray image brought to about
 * 120,000 pixels the largest response of 24 odd Gabor filters and its orientation (Redies,
 * Brachmann and Wagemans 2017).
 *
 * <p>Filters and levels are whole numbers, so responses are exact and a tie goes to the first
 * filter; the original sums in floating point and lets rounding decide, which moves its entropies
 * by up to 3e-6. Filter i + 12 is filter i turned over, so that no strength is negative, and a
 * filter is odd, so that one difference of two pixels serves all twelve.
 */
final class OrientedEdges {
  static final int ORIENTATIONS = 24;

  private static final int HALF = ORIENTATIONS / 2;
  private static final int REACH = 15;
  private static final double PIXELS = 120_000;
  private static final int STRONGEST = 10_000;
  private static final double SCALE = 1e4;
  private static final List<Tap> TAPS = taps();
  private static final int MARGIN =
      TAPS.stream().mapToInt(tap -> Math.max(Math.abs(tap.x), tap.y)).max().orElseThrow();

  private final int width;
  private final int height;
  private final int[] strengths;
  private final byte[] orientations;

  private OrientedEdges(int width, int height) {
    this.width = width;
    this.height = height;
    this.strengths = new int[width * height];
    this.orientations = new byte[width * height];
  }

  /** A position in the upper half of the filters, and their values there times 10,000. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Tap(int x, int y, int[] values) {}

  static void measure(GrayLevels gray, Readings readings) {
    of(gray)
        .ifPresent(
            edges -> {
              edges.measureSingle(readings);
              edges
                  .pairEntropy()
                  .ifPresent(
                      it -> readings.put(CompositionProperty.EDGE_ORIENTATION_ENTROPY_2, it));
            });
  }

  /** Puts what needs no pairs of edges; the strongest edges remain. */
  void measureSingle(Readings readings) {
    readings.put(CompositionProperty.EDGE_DENSITY, meanStrength());
    keepStrongest();
    orientationEntropy()
        .ifPresent(it -> readings.put(CompositionProperty.EDGE_ORIENTATION_ENTROPY_1, it));
  }

  /** Returns the edges; empty for an image so long that the resized one has no height or width. */
  static Optional<OrientedEdges> of(GrayLevels gray) {
    double scale = Math.sqrt(PIXELS / ((double) gray.width() * gray.height()));
    int width = (int) (gray.width() * scale);
    int height = (int) (gray.height() * scale);
    if (width == 0 || height == 0) {
      return Optional.empty();
    }
    OrientedEdges edges = new OrientedEdges(width, height);
    edges.filter(Resampling.LANCZOS.resize(gray, width, height));
    return Optional.of(edges);
  }

  private double meanStrength() {
    long sum = 0;
    for (int strength : strengths) {
      sum += strength;
    }
    return sum / SCALE / strengths.length;
  }

  /** Takes away what is weaker than the 10,000th strongest edge; ties with it stay. */
  private void keepStrongest() {
    int[] sorted = strengths.clone();
    Arrays.sort(sorted);
    int least = sorted[Math.max(0, sorted.length - STRONGEST)];
    for (int i = 0; i < strengths.length; i++) {
      if (strengths[i] < least) {
        strengths[i] = 0;
      }
    }
  }

  private Optional<Double> orientationEntropy() {
    double[] histogram = new double[ORIENTATIONS];
    for (int i = 0; i < strengths.length; i++) {
      histogram[orientations[i]] += strengths[i];
    }
    return Entropy.bits(histogram);
  }

  private Optional<Double> pairEntropy() {
    double[] inLevels = new double[strengths.length];
    Arrays.setAll(inLevels, i -> strengths[i] / SCALE);
    return EdgePairs.entropy(width, height, inLevels, orientations);
  }

  private void filter(GrayLevels gray) {
    int[][] padded = padded(gray);
    int[] difference = new int[width];
    int[][] responses = new int[HALF][width];
    for (int y = 0; y < height; y++) {
      for (int[] response : responses) {
        Arrays.fill(response, 0);
      }
      for (Tap tap : TAPS) {
        int[] before = padded[y + MARGIN - tap.y];
        int[] after = padded[y + MARGIN + tap.y];
        subtract(before, MARGIN - tap.x, after, MARGIN + tap.x, difference);
        for (int i = 0; i < HALF; i++) {
          addTimes(tap.values[i], difference, responses[i]);
        }
      }
      strongest(responses, y * width);
    }
  }

  private static void subtract(int[] one, int oneAt, int[] other, int otherAt, int[] difference) {
    for (int x = 0; x < difference.length; x++) {
      difference[x] = one[oneAt + x] - other[otherAt + x];
    }
  }

  private static void addTimes(int factor, int[] values, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += factor * values[x];
    }
  }

  private void strongest(int[][] responses, int offset) {
    for (int x = 0; x < width; x++) {
      int largest = responses[0][x];
      int smallest = largest;
      int first = 0;
      int opposite = 0;
      for (int i = 1; i < HALF; i++) {
        int response = responses[i][x];
        if (response > largest) {
          largest = response;
          first = i;
        }
        if (response < smallest) {
          smallest = response;
          opposite = i;
        }
      }
      boolean turned = -smallest > largest;
      strengths[offset + x] = turned ? -smallest : largest;
      orientations[offset + x] = (byte) (turned ? opposite + HALF : first);
    }
  }

  /** Returns the rows with a margin on all sides, mirrored so that the border comes twice. */
  private static int[][] padded(GrayLevels gray) {
    int width = gray.width();
    int[][] padded = new int[gray.height() + 2 * MARGIN][width + 2 * MARGIN];
    for (int y = 0; y < padded.length; y++) {
      int row = mirrored(y - MARGIN, gray.height()) * width;
      for (int x = 0; x < padded[y].length; x++) {
        padded[y][x] = gray.levels()[row + mirrored(x - MARGIN, width)];
      }
    }
    return padded;
  }

  private static int mirrored(int at, int side) {
    int within = Math.floorMod(at, 2 * side);
    return within < side ? within : 2 * side - 1 - within;
  }

  private static List<Tap> taps() {
    List<Tap> taps = new ArrayList<>();
    for (int y = 0; y <= REACH; y++) {
      for (int x = -REACH; x <= REACH; x++) {
        int[] values = new int[HALF];
        for (int i = 0; i < HALF; i++) {
          values[i] = filter(i, x, y);
        }
        boolean upper = y > 0 || x > 0;
        if (upper && Arrays.stream(values).anyMatch(value -> value != 0)) {
          taps.add(new Tap(x, y, values));
        }
      }
    }
    return List.copyOf(taps);
  }

  /** Returns the value of a filter at a column and a row, times 10,000. */
  static int filter(int orientation, int x, int y) {
    double sigma = 8 / Math.PI * Math.sqrt(Math.log(2) / 2) * 17 / 15;
    double theta = 2 * Math.PI * orientation / ORIENTATIONS;
    double envelope = Math.rint(SCALE * Math.exp(-(x * x + y * y) / (2 * sigma * sigma))) / SCALE;
    double phase = 2 * Math.PI / 8 * (x * Math.sin(theta) + y * Math.cos(theta)) + Math.PI / 2;
    return (int) Math.rint(SCALE * envelope * Math.cos(phase));
  }
}
