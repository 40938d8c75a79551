package io.artrec.feature;

import java.util.List;
import java.util.Map;

/**
 * One work as features see it that were fitted without it. Immutable, but for the vectors.
 *
 * @param vectors its vector in each feature that it says something in, by feature name
 * @param failures features that could not be computed, and why
 */
public record EncodedArtwork(
    Map<String, float[]> vectors, List<ExtractionReport.Failure> failures) {
  /** Copies. */
  public EncodedArtwork {
    vectors = Map.copyOf(vectors);
    failures = List.copyOf(failures);
  }
}
