package io.artrec.text.topic;

import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.TextAnalysis;
import java.util.Arrays;
import java.util.Optional;

/** Topics found by non-negative matrix factorisation. */
final class NmfModel extends LearnedTopics {
  private static final int MOST_ROUNDS = 200;
  private static final double SETTLED = 1e-5;

  private final NmfLoss loss;
  private final TermWeights weights;
  private final double[] factor;
  private final double[] gram;

  NmfModel(TermTopics topics, NmfLoss loss) {
    super(topics, NmfTopics.NAME, " " + loss.label());
    this.loss = loss;
    weights = new TermWeights(topics.terms().vocabulary());
    factor = new double[topics.weights().length];
    Arrays.setAll(factor, i -> topics.weights()[i]);
    gram =
        loss == NmfLoss.FROBENIUS
            ? NmfFactors.gram(factor, topics.topics())
            : NmfFactors.sums(factor, topics.topics());
  }

  @Override
  public Optional<float[]> distribution(String text) {
    if (size() == 0) {
      return Optional.empty();
    }
    KnownTerms.Counts counts = topics().terms().counts(text);
    return counts.size() == 0
        ? Optional.empty()
        : parts(fitted(counts.terms(), weights.of(counts)));
  }

  /** How much of each topic a row of weights holds; the problem is convex. */
  private double[] fitted(int[] terms, double[] values) {
    int width = size();
    double[] start = new double[width];
    Arrays.fill(start, Arrays.stream(values).sum() / width);
    NmfRow row = new NmfRow(width);
    row.load(start, 0);
    double[] before = start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (loss == NmfLoss.FROBENIUS) {
        row.leastSquares(terms, values, 0, terms.length, factor, gram, false);
      } else {
        row.multiply(terms, values, 0, terms.length, factor, gram, false);
      }
      double change = 0;
      double size = 0;
      for (int k = 0; k < width; k++) {
        change += Math.abs(row.values()[k] - before[k]);
        size += row.values()[k];
      }
      before = row.values().clone();
      if (change <= SETTLED * size) {
        break;
      }
    }
    return before;
  }

  private static Optional<float[]> parts(double[] amounts) {
    double sum = Arrays.stream(amounts).sum();
    if (!(sum > 0)) {
      return Optional.empty();
    }
    float[] parts = new float[amounts.length];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = (float) (amounts[k] / sum);
    }
    return Optional.of(parts);
  }

  @Override
  void saveMore(StateWriter out) {
    out.putString("loss", loss.label());
  }

  static NmfModel read(StateReader in, TextAnalysis analysis) {
    TermTopics topics = TermTopics.read(in, NmfTopics.NAME, analysis);
    return new NmfModel(topics, NmfLoss.ofLabel(in.getString("loss")));
  }
}
