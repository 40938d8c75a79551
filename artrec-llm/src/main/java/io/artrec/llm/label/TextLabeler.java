package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import java.util.List;

/**
 * Tells how likely each of a fixed set of labels is for a text. Implementations are immutable,
 * thread-safe and deterministic.
 *
 * <p>Extension point: {@link LinearLabels}, {@link TunedLabels}, {@link NearestLabels}, {@link
 * DescribedLabels}, and {@link CalibratedLabels} around any.
 */
public interface TextLabeler {
  /**
   * Returns the stable identity of labels, way and encoder, part of the key of cached features:
   * equal names promise equal distributions.
   *
   * @return a short text
   */
  String name();

  /**
   * Returns the labels.
   *
   * @return one or more different labels, in a stable order
   */
  List<String> labels();

  /**
   * Labels a text.
   *
   * @param text any text
   * @return how likely each label is; {@link LabelDistribution#unreadable} for a text that says
   *     nothing
   */
  LabelDistribution label(String text);

  /**
   * Returns how many texts {@link #labelAll} is best given at once.
   *
   * @return 1 by default: no more speed in more, or the answer could depend on the batch
   */
  default int batchSize() {
    return 1;
  }

  /**
   * Returns how far probabilities of {@link #labelAll} may be from those of {@link #label}, when
   * given {@link #batchSize} texts.
   *
   * @return the greatest absolute difference, 0 by default
   */
  default double batchTolerance() {
    return 0;
  }

  /**
   * Labels many texts; implementations that gain by batches override it.
   *
   * @param texts the texts
   * @return one answer for each, in order, as {@link #label} gives it
   */
  default List<LabelDistribution> labelAll(List<String> texts) {
    return texts.stream().map(this::label).toList();
  }
}
