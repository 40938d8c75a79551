package io.artrec.llm.label;

import io.artrec.classification.internal.Certainty;
import io.artrec.classification.internal.SoftmaxRegression;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How {@link LinearLabels} are trained. Immutable.
 *
 * <p>The penalty is chosen among 0.0003, 0.001, 0.003 and 0.01 by the log loss on examples left out
 * in turn, in five parts of like labels, unless one is set; certainty is measured on the same
 * answers. The problem is convex, so the same examples give the same weights at any number of
 * threads and without a seed. Costs one encoding an example and up to 21 fits of O(examples ·
 * labels · dimensions) a step, some 50 to 200 steps.
 */
public final class LinearLabelsTrainer {
  private static final String STAGE = "encoding labelled texts";
  private static final double[] PENALTIES = {0.0003, 0.001, 0.003, 0.01};
  private static final double PRECISION = 0.9;
  private static final int PARTS = 5;
  private static final int BATCH = 64;
  private static final double LEAST = 1e-12;

  private final SentenceEncoder encoder;
  private OptionalDouble regularization = OptionalDouble.empty();
  private double precision = PRECISION;
  private int threads = 1;
  private Progress progress = Progress.silent();
  private Cancellation cancellation = new Cancellation();

  LinearLabelsTrainer(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  private LinearLabelsTrainer copy() {
    LinearLabelsTrainer copy = new LinearLabelsTrainer(encoder);
    copy.regularization = regularization;
    copy.precision = precision;
    copy.threads = threads;
    copy.progress = progress;
    copy.cancellation = cancellation;
    return copy;
  }

  /**
   * {@return this trainer with a penalty of its own}
   *
   * @param lambda above 0, finite; more for few examples
   */
  public LinearLabelsTrainer regularization(double lambda) {
    if (!(lambda > 0) || !Double.isFinite(lambda)) {
      throw new IllegalArgumentException(
          "regularization is " + lambda + ", expected a finite number above 0");
    }
    LinearLabelsTrainer changed = copy();
    changed.regularization = OptionalDouble.of(lambda);
    return changed;
  }

  /**
   * {@return this trainer with another precision of sure labels; 0.9 unless set}
   *
   * @param share the share of sure labels that shall be right, above 0.5 and below 1
   */
  public LinearLabelsTrainer precision(double share) {
    Certainty.requirePrecision(share);
    LinearLabelsTrainer changed = copy();
    changed.precision = share;
    return changed;
  }

  /**
   * {@return this trainer with more threads; they do not change the result}
   *
   * @param count 1 or more
   */
  public LinearLabelsTrainer threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    LinearLabelsTrainer changed = copy();
    changed.threads = count;
    return changed;
  }

  /**
   * {@return this trainer with a listener}
   *
   * @param listener hears of the encoding and of the steps
   */
  public LinearLabelsTrainer progress(Progress listener) {
    LinearLabelsTrainer changed = copy();
    changed.progress = Objects.requireNonNull(listener, "listener");
    return changed;
  }

  /**
   * {@return this trainer with a token to stop it by}
   *
   * @param token looked at between batches and blocks of examples
   */
  public LinearLabelsTrainer cancellation(Cancellation token) {
    LinearLabelsTrainer changed = copy();
    changed.cancellation = Objects.requireNonNull(token, "token");
    return changed;
  }

  /**
   * Trains.
   *
   * @param examples texts of two labels or more; those that the encoder cannot read are left out
   * @return the labeler; its labels are in the order of their characters
   * @throws IllegalArgumentException when fewer than two labels are left
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public LinearLabels train(List<LabeledText> examples) {
    List<LabeledText> usable = new ArrayList<>();
    List<float[]> vectors = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += BATCH) {
      cancellation.check(STAGE);
      List<LabeledText> batch = examples.subList(from, Math.min(examples.size(), from + BATCH));
      List<Optional<float[]>> encoded =
          encoder.encodeAll(batch.stream().map(LabeledText::text).toList());
      for (int i = 0; i < batch.size(); i++) {
        if (encoded.get(i).isPresent()) {
          usable.add(batch.get(i));
          vectors.add(encoded.get(i).get());
        }
      }
      progress.update(STAGE, from + (long) batch.size(), examples.size());
    }
    List<String> labels = LinearLabels.labelsOf(usable);
    if (labels.size() < 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cannot learn labels: %d of %d examples can be read by the encoder '%s' and have the"
                  + " labels %s; give texts of two labels or more",
              usable.size(),
              examples.size(),
              encoder.name(),
              labels));
    }
    int[] targets = usable.stream().mapToInt(text -> labels.indexOf(text.label())).toArray();
    return fitted(labels, vectors.toArray(new float[0][]), targets);
  }

  private LinearLabels fitted(List<String> labels, float[][] rows, int[] targets) {
    int[] part = parts(targets, labels.size());
    double[] tried =
        regularization.isPresent() ? new double[] {regularization.getAsDouble()} : PENALTIES;
    double penalty = tried[0];
    double least = Double.POSITIVE_INFINITY;
    double[][] best = new double[0][];
    for (double one : tried) {
      double[][] unseen = unseen(rows, targets, part, labels.size(), one);
      double loss = 0;
      for (int i = 0; i < targets.length; i++) {
        loss -= Math.log(Math.max(LEAST, unseen[i][targets[i]]));
      }
      if (loss < least) {
        least = loss;
        penalty = one;
        best = unseen;
      }
    }
    double[] weights = regression(penalty).progress(progress).fit(rows, targets, labels.size());
    double sureFrom = Certainty.from(LinearLabels.answers(best, targets), precision);
    return new LinearLabels(encoder, labels, weights, sureFrom);
  }

  /** Deals the examples of each label out in turn. */
  private static int[] parts(int[] targets, int labels) {
    int[] dealt = new int[labels];
    int[] part = new int[targets.length];
    for (int i = 0; i < targets.length; i++) {
      part[i] = dealt[targets[i]]++ % PARTS;
    }
    return part;
  }

  /** For each example what a head says that was fitted to the other parts. */
  private double[][] unseen(float[][] rows, int[] targets, int[] part, int labels, double penalty) {
    double[][] unseen = new double[rows.length][];
    for (int left = 0; left < PARTS; left++) {
      List<float[]> others = new ArrayList<>();
      List<Integer> theirs = new ArrayList<>();
      for (int i = 0; i < rows.length; i++) {
        if (part[i] != left) {
          others.add(rows[i]);
          theirs.add(targets[i]);
        }
      }
      double[] weights =
          others.isEmpty()
              ? new double[labels * (rows[0].length + 1)]
              : regression(penalty)
                  .fit(
                      others.toArray(new float[0][]),
                      theirs.stream().mapToInt(Integer::intValue).toArray(),
                      labels);
      for (int i = 0; i < rows.length; i++) {
        if (part[i] == left) {
          unseen[i] = SoftmaxRegression.probabilities(weights, labels, rows[i]);
        }
      }
    }
    return unseen;
  }

  private SoftmaxRegression regression(double penalty) {
    return SoftmaxRegression.standard()
        .penalty(penalty)
        .threads(threads)
        .cancellation(cancellation);
  }
}
