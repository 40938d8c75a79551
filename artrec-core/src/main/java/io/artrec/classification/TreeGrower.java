package io.artrec.classification;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows one tree of a {@link RandomForest}. An example that was drawn several times counts as
 * often; dimensions that are the same for all examples of a node are passed over and do not count
 * among those tried. Of divisions that are equally good the first found is taken. Not thread-safe;
 * grows once.
 */
final class TreeGrower {
  private final float[][] rows;
  private final int[] targets;
  private final int classes;
  private final int leastLeaf;
  private final int tried;
  private final DimensionDraw draw;
  private final double[] exampleWeights;

  /** Per example of the sample, by its number among the training examples. */
  private final int[] copies;

  private final IntArrayList dimensions = new IntArrayList();
  private final FloatArrayList thresholds = new FloatArrayList();
  private final IntArrayList next = new IntArrayList();
  private final FloatArrayList shares = new FloatArrayList();

  private int[] sample = new int[0];
  private final long[] sorted;

  /** The best division of a node so far. */
  private static final class Division {
    private int dimension = DecisionTree.LEAF;
    private float threshold;
    private double purity = Double.NEGATIVE_INFINITY;
  }

  TreeGrower(TrainingSet examples, int leastLeaf, int tried) {
    rows = examples.rows();
    targets = examples.targets();
    classes = examples.classes();
    exampleWeights = examples.weights();
    this.leastLeaf = leastLeaf;
    this.tried = tried;
    draw = new DimensionDraw(examples.mix());
    copies = new int[rows.length];
    sorted = new long[rows.length];
  }

  DecisionTree grow(SplittableRandom random) {
    for (int i = 0; i < rows.length; i++) {
      copies[random.nextInt(rows.length)]++;
    }
    int[] drawn = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (copies[i] > 0) {
        drawn[count++] = i;
      }
    }
    sample = Arrays.copyOf(drawn, count);
    IntArrayList open = new IntArrayList();
    push(open, addNode(), 0, count);
    while (!open.isEmpty()) {
      int to = open.popInt();
      int from = open.popInt();
      int node = open.popInt();
      Division division = divide(from, to, random);
      if (division.dimension == DecisionTree.LEAF) {
        leaf(node, from, to);
      } else {
        int middle = partition(from, to, division);
        int left = addNode();
        int right = addNode();
        dimensions.set(node, division.dimension);
        thresholds.set(node, division.threshold);
        next.set(node, left);
        push(open, right, middle, to);
        push(open, left, from, middle);
      }
    }
    return new DecisionTree(
        dimensions.toIntArray(),
        thresholds.toFloatArray(),
        next.toIntArray(),
        shares.toFloatArray(),
        classes);
  }

  private static void push(IntArrayList open, int node, int from, int to) {
    open.add(node);
    open.add(from);
    open.add(to);
  }

  private int addNode() {
    dimensions.add(DecisionTree.LEAF);
    thresholds.add(0);
    next.add(0);
    return dimensions.size() - 1;
  }

  private void leaf(int node, int from, int to) {
    double[] sums = sums(from, to);
    double whole = Arrays.stream(sums).sum();
    next.set(node, shares.size() / classes);
    for (double sum : sums) {
      shares.add((float) (sum / whole));
    }
  }

  private double weight(int example) {
    return copies[example] * exampleWeights[example];
  }

  private double[] sums(int from, int to) {
    double[] sums = new double[classes];
    for (int i = from; i < to; i++) {
      sums[targets[sample[i]]] += weight(sample[i]);
    }
    return sums;
  }

  private Division divide(int from, int to, SplittableRandom random) {
    Division best = new Division();
    double[] sums = sums(from, to);
    int classesHere = 0;
    int examples = 0;
    for (double sum : sums) {
      classesHere += sum > 0 ? 1 : 0;
    }
    for (int i = from; i < to; i++) {
      examples += copies[sample[i]];
    }
    if (classesHere < 2 || examples < 2 * leastLeaf) {
      return best;
    }
    draw.begin();
    for (int looked = 0; looked < tried && draw.hasNext(); ) {
      if (divide(from, to, draw.next(random), sums, examples, best)) {
        looked++;
      }
    }
    return best;
  }

  /** Sum of squares over sum: what falls by a division when impurity does. */
  private static double purity(double[] sums) {
    double squares = 0;
    double whole = 0;
    for (double sum : sums) {
      squares += sum * sum;
      whole += sum;
    }
    return whole > 0 ? squares / whole : 0;
  }

  /** Looks for the best threshold of a dimension; false when all its values are the same. */
  private boolean divide(
      int from, int to, int dimension, double[] sums, int examples, Division best) {
    int count = sort(from, to, dimension);
    if (value(sorted[0]) == value(sorted[count - 1])) {
      return false;
    }
    double[] left = new double[classes];
    double[] right = sums.clone();
    int leftExamples = 0;
    for (int i = 0; i + 1 < count; i++) {
      int example = (int) sorted[i];
      left[targets[example]] += weight(example);
      right[targets[example]] -= weight(example);
      leftExamples += copies[example];
      float here = value(sorted[i]);
      float after = value(sorted[i + 1]);
      if (here < after && leftExamples >= leastLeaf && examples - leftExamples >= leastLeaf) {
        double purity = purity(left) + purity(right);
        if (purity > best.purity) {
          best.purity = purity;
          best.dimension = dimension;
          best.threshold = between(here, after);
        }
      }
    }
    return true;
  }

  private static float between(float here, float after) {
    float middle = (float) (((double) here + after) / 2);
    return middle < after ? middle : here;
  }

  /** Values with their examples, so that they sort as values do, ties by example. */
  private int sort(int from, int to, int dimension) {
    for (int i = from; i < to; i++) {
      int bits = Float.floatToIntBits(rows[sample[i]][dimension] + 0f);
      int ordered = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
      sorted[i - from] = ((long) ordered << 32) | sample[i];
    }
    Arrays.sort(sorted, 0, to - from);
    return to - from;
  }

  private static float value(long sorted) {
    int ordered = (int) (sorted >> 32);
    return Float.intBitsToFloat(ordered >= 0 ? ordered : ordered ^ Integer.MAX_VALUE);
  }

  private int partition(int from, int to, Division division) {
    int middle = from;
    for (int i = from; i < to; i++) {
      int example = sample[i];
      if (rows[example][division.dimension] <= division.threshold) {
        sample[i] = sample[middle];
        sample[middle++] = example;
      }
    }
    return middle;
  }
}
