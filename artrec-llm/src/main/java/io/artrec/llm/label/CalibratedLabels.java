package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Another labeler whose probabilities and certainty were measured on labelled texts that it had not
 * learned from; see {@link Calibration}.
 *
 * <p>The promise holds for texts like those measured on. Texts that none of the labels fits belong
 * among them: give them a label that the labeler does not have, and a sure answer to them counts as
 * wrong. Immutable and thread-safe if the labeler is; making it labels each text once. Features
 * label one text at a time, because a power may stretch what the rounding of a batch does.
 */
public final class CalibratedLabels implements TextLabeler {
  private static final double PRECISION = 0.9;

  private final TextLabeler labeler;
  private final Calibration calibration;

  private CalibratedLabels(TextLabeler labeler, Calibration calibration) {
    this.labeler = labeler;
    this.calibration = calibration;
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
    Objects.requireNonNull(labeler, "labeler");
    List<LabelDistribution> answers =
        labeler.labelAll(heldOut.stream().map(LabeledText::text).toList());
    List<String> right = heldOut.stream().map(LabeledText::label).toList();
    return new CalibratedLabels(labeler, Calibration.measured(answers, right, precision));
  }

  /**
   * Returns the measured temperature.
   *
   * @return above 1 where the labeler was too confident
   */
  public double temperature() {
    return calibration.temperature();
  }

  /**
   * Returns the probability from which a label is sure.
   *
   * @return above 1 when none ever is
   */
  public double sureFrom() {
    return calibration.sureFrom();
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT, "%s, calibrated %s sure from %s", labeler.name(), temperature(), sureFrom());
  }

  @Override
  public List<String> labels() {
    return labeler.labels();
  }

  @Override
  public LabelDistribution label(String text) {
    return calibration.apply(labeler.label(text));
  }

  @Override
  public List<LabelDistribution> labelAll(List<String> texts) {
    return labeler.labelAll(texts).stream().map(calibration::apply).toList();
  }
}
