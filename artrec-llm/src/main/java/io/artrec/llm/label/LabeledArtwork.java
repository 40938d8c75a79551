package io.artrec.llm.label;

import io.artrec.classification.LabelDistribution;
import io.artrec.llm.prompt.Origin;
import java.util.Objects;

/**
 * A work's labels, and who gave them. Immutable.
 *
 * @param distribution the labels and their probabilities
 * @param origin who gave them
 */
public record LabeledArtwork(LabelDistribution distribution, Origin origin) {
  /** Checks the values. */
  public LabeledArtwork {
    Objects.requireNonNull(distribution, "distribution");
    Objects.requireNonNull(origin, "origin");
  }
}
