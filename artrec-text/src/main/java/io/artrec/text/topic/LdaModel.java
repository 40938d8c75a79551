package io.artrec.text.topic;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.TextAnalysis;
import java.util.Optional;

/** Topics found by latent Dirichlet allocation. */
final class LdaModel extends LearnedTopics {
  private static final int MOST_ROUNDS = 100;
  private static final double SETTLED = 1e-5;

  private final double[] alpha;

  LdaModel(TermTopics topics, double[] alpha) {
    super(topics, LdaTopics.NAME, "", alpha);
    this.alpha = alpha;
  }

  @Override
  public Optional<float[]> distribution(String text) {
    if (size() == 0) {
      return Optional.empty();
    }
    KnownTerms.Counts counts = topics().terms().counts(text);
    return counts.size() == 0 ? Optional.empty() : Optional.of(inferred(counts));
  }

  /** CVB0: every distinct term's topics, given those of all others. */
  private float[] inferred(KnownTerms.Counts counts) {
    int k = size();
    double length = 0;
    double[] amount = alpha.clone();
    double[][] part = new double[counts.size()][k];
    for (int i = 0; i < counts.size(); i++) {
      length += counts.counts()[i];
      spread(counts, i, alpha, part[i]);
      for (int t = 0; t < k; t++) {
        amount[t] += counts.counts()[i] * part[i][t];
      }
    }
    double[] others = new double[k];
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double change = 0;
      for (int i = 0; i < counts.size(); i++) {
        double[] old = part[i].clone();
        for (int t = 0; t < k; t++) {
          others[t] = amount[t] - old[t];
        }
        spread(counts, i, others, part[i]);
        for (int t = 0; t < k; t++) {
          double step = counts.counts()[i] * (part[i][t] - old[t]);
          amount[t] += step;
          change += Math.abs(step);
        }
      }
      if (change < SETTLED * length) {
        break;
      }
    }
    double sum = 0;
    for (double a : amount) {
      sum += a;
    }
    float[] parts = new float[k];
    for (int t = 0; t < k; t++) {
      parts[t] = (float) (amount[t] / sum);
    }
    return parts;
  }

  private void spread(KnownTerms.Counts counts, int i, double[] prior, double[] part) {
    int row = counts.terms()[i] * size();
    double sum = 0;
    for (int t = 0; t < part.length; t++) {
      part[t] = Math.max(0, prior[t]) * topics().weights()[row + t];
      sum += part[t];
    }
    for (int t = 0; t < part.length; t++) {
      part[t] /= sum;
    }
  }

  @Override
  void saveMore(StateWriter out) {
    out.putDoubles("alpha", alpha);
  }

  static LdaModel read(StateReader in, TextAnalysis analysis) {
    TermTopics topics = TermTopics.read(in, LdaTopics.NAME, analysis);
    double[] alpha = in.getDoubles("alpha");
    if (alpha.length != topics.topics()) {
      throw new ModelFileException(
          "topics are damaged: "
              + topics.topics()
              + " topics but "
              + alpha.length
              + " values of alpha");
    }
    for (double a : alpha) {
      if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
        throw new ModelFileException("topics are damaged: alpha is " + a + ", expected above 0");
      }
    }
    return new LdaModel(topics, alpha);
  }
}
