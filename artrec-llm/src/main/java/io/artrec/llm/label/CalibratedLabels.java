package io.artrec.llm.label;

import io.artrec.classification.Certainty;
import io.artrec.classification.LabelDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Another labeler whose probabilities and certainty were measured on labelled texts that it had not
 * learned from. Every second text sets the temperature {@code T} of least log loss, {@code P'(l) ~
 * P(l)^(1/T)} (Guo, Pleiss, Sun and Weinberger, On calibration of modern neural networks, ICML
 * 2017); the others the probability from which labels are {@link LabelDistribution#sure sure}, so
 * that with probability 0.9 at least the stated share of the sure labels of like texts is right
 * (Angelopoulos and others, Learn then test, 2021). With too few texts, or a labeler that is wrong
 * too often, nothing is sure.
 *
 * <p>The promise holds for texts like those measured on. Texts that none of the labels fits belong
 * among them: give them a label that the labeler does not have, and a sure answer to them counts as
 * wrong. Immutable and thread-safe if the labeler is; making it labels each text once. Features
 * label one text at a time, because a power may stretch what the rounding of a batch does.
 */
public final class CalibratedLabels implements TextLabeler {
  private static final double PRECISION = 0.9;
  private static final double COLDEST = 0.05;
  private static final double HOTTEST = 20;
  private static final int STEPS = 60;
  private static final double LEAST = 1e-12;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final TextLabeler labeler;
  private final double temperature;
  private final double sureFrom;

  private CalibratedLabels(TextLabeler labeler, double temperature, double sureFrom) {
    this.labeler = labeler;
    this.temperature = temperature;
    this.sureFrom = sureFrom;
  }

  /**
   * Measures a labeler so that nine in ten sure labels are right.
   *
   * @param labeler the labeler
   * @param heldOut labelled texts that it did not learn from, in any order; some 50 at the least
   * @return the labeler, calibrated
   */
  public static CalibratedLabels of(TextLabeler labeler, List<LabeledText> heldOut) {
    return of(labeler, heldOut, PRECISION);
  }

  /**
   * Measures a labeler.
   *
   * @param labeler the labeler
   * @param heldOut labelled texts that it did not learn from, in any order; those it cannot read
   *     are left out
   * @param precision the share of sure labels that shall be right, above 0.5 and below 1
   * @return the labeler, calibrated
   */
  public static CalibratedLabels of(
      TextLabeler labeler, List<LabeledText> heldOut, double precision) {
    Certainty.requirePrecision(precision);
    Objects.requireNonNull(labeler, "labeler");
    List<LabelDistribution> answers =
        labeler.labelAll(heldOut.stream().map(LabeledText::text).toList());
    double temperature = temperature(answers, heldOut);
    List<Certainty.Answer> checked = new ArrayList<>();
    for (int i = 1; i < answers.size(); i += 2) {
      if (answers.get(i).isReadable()) {
        LabelDistribution.Likely first = heated(answers.get(i), temperature).ranked().get(0);
        boolean right = first.label().equals(heldOut.get(i).label());
        checked.add(new Certainty.Answer(first.probability(), right));
      }
    }
    return new CalibratedLabels(labeler, temperature, Certainty.from(checked, precision));
  }

  /** Golden section on the logarithm: the log loss has one minimum in 1 / T. */
  private static double temperature(List<LabelDistribution> answers, List<LabeledText> heldOut) {
    double low = Math.log(COLDEST);
    double high = Math.log(HOTTEST);
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(answers, heldOut, Math.exp(left)) <= loss(answers, heldOut, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(
      List<LabelDistribution> answers, List<LabeledText> heldOut, double temperature) {
    double loss = 0;
    for (int i = 0; i < answers.size(); i += 2) {
      LabelDistribution answer = answers.get(i);
      if (answer.isReadable() && answer.labels().contains(heldOut.get(i).label())) {
        double probability = heated(answer, temperature).probability(heldOut.get(i).label());
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

  @Override
  public String name() {
    return String.format(
        Locale.ROOT, "%s, calibrated %s sure from %s", labeler.name(), temperature, sureFrom);
  }

  @Override
  public List<String> labels() {
    return labeler.labels();
  }

  @Override
  public LabelDistribution label(String text) {
    return calibrated(labeler.label(text));
  }

  @Override
  public List<LabelDistribution> labelAll(List<String> texts) {
    return labeler.labelAll(texts).stream().map(this::calibrated).toList();
  }

  private LabelDistribution calibrated(LabelDistribution answer) {
    LabelDistribution other = answer.isReadable() ? heated(answer, temperature) : answer;
    return other.sureFrom(sureFrom);
  }
}
