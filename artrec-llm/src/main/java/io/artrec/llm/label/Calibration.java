package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import io.artrec.classification.internal.Certainty;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a labeler's probabilities are to be trusted, measured on what it had not learned from.
 * Every second answer sets the temperature {@code T} of least log loss, {@code P'(l) ~ P(l)^(1/T)}
 * (Guo, Pleiss, Sun and Weinberger, On calibration of modern neural networks, ICML 2017); the
 * others the probability from which labels are {@link LabelDistribution#sure sure}, so that with
 * probability 0.9 at least the stated share of the sure labels of like works is right (Angelopoulos
 * and others, Learn then test, 2021). With too few answers, or a labeler that is wrong too often,
 * nothing is sure. Immutable and thread-safe.
 */
public final class Calibration {
  private static final double COLDEST = 0.05;
  private static final double HOTTEST = 20;
  private static final int STEPS = 60;
  private static final double LEAST = 1e-12;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final double temperature;
  private final double sureFrom;

  private Calibration(double temperature, double sureFrom) {
    this.temperature = temperature;
    this.sureFrom = sureFrom;
  }

  /**
   * Measures answers.
   *
   * @param answers what a labeler said; those it could not read are left out
   * @param right the right labels, as many; one that the labeler does not have makes a sure answer
   *     wrong
   * @param precision the share of sure labels that shall be right, above 0.5 and below 1
   * @return the calibration
   */
  public static Calibration measured(
      List<LabelDistribution> answers, List<String> right, double precision) {
    Certainty.requirePrecision(precision);
    if (answers.size() != right.size()) {
      throw new IllegalArgumentException(
          answers.size() + " answers and " + right.size() + " right labels, expected as many");
    }
    double temperature = temperature(answers, right);
    List<Certainty.Answer> checked = new ArrayList<>();
    for (int i = 1; i < answers.size(); i += 2) {
      if (answers.get(i).isReadable()) {
        LabelDistribution.Likely first = heated(answers.get(i), temperature).ranked().get(0);
        checked.add(new Certainty.Answer(first.probability(), first.label().equals(right.get(i))));
      }
    }
    return new Calibration(temperature, Certainty.from(checked, precision));
  }

  /** Golden section on the logarithm: the log loss has one minimum in 1 / T. */
  private static double temperature(List<LabelDistribution> answers, List<String> right) {
    double low = Math.log(COLDEST);
    double high = Math.log(HOTTEST);
    for (int step = 0; step < STEPS; step++) {
      double lower = high - GOLDEN * (high - low);
      double upper = low + GOLDEN * (high - low);
      if (loss(answers, right, Math.exp(lower)) <= loss(answers, right, Math.exp(upper))) {
        high = upper;
      } else {
        low = lower;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(
      List<LabelDistribution> answers, List<String> right, double temperature) {
    double loss = 0;
    for (int i = 0; i < answers.size(); i += 2) {
      LabelDistribution answer = answers.get(i);
      if (answer.isReadable() && answer.labels().contains(right.get(i))) {
        double probability = heated(answer, temperature).probability(right.get(i));
        loss -= Math.log(Math.max(LEAST, probability));
      }
    }
    return loss;
  }

  private static LabelDistribution heated(LabelDistribution answer, double temperature) {
    double[] heated = new double[answer.labels().size()];
    double most = 0;
    for (int l = 0; l < heated.length; l++) {
      most = Math.max(most, answer.probability(l));
    }
    double sum = 0;
    for (int l = 0; l < heated.length; l++) {
      double share = Math.max(LEAST, answer.probability(l)) / most;
      heated[l] = StrictMath.exp(StrictMath.log(share) / temperature);
      sum += heated[l];
    }
    for (int l = 0; l < heated.length; l++) {
      heated[l] /= sum;
    }
    return LabelDistribution.of(answer.labels(), heated);
  }

  /**
   * Calibrates an answer of the same labeler.
   *
   * @param answer the answer
   * @return the answer with its probabilities at the measured temperature, sure from the measured
   *     probability on
   */
  public LabelDistribution apply(LabelDistribution answer) {
    LabelDistribution other = answer.isReadable() ? heated(answer, temperature) : answer;
    return other.sureFrom(sureFrom);
  }

  /**
   * Returns the measured temperature.
   *
   * @return above 1 where the labeler was too confident
   */
  public double temperature() {
    return temperature;
  }

  /**
   * Returns the probability from which a label is sure.
   *
   * @return above 1 when none ever is
   */
  public double sureFrom() {
    return sureFrom;
  }
}
