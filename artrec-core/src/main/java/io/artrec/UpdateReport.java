package io.artrec;

import io.artrec.feature.ExtractionReport;
import java.util.Objects;

/**
 * What {@link Recommender#update} did. Immutable; {@link #toString} is for people.
 *
 * @param added works that are new in the catalogue
 * @param replaced works that were described anew
 * @param offered works that were offered otherwise, and not described anew
 * @param withdrawn works that are no longer recommended
 * @param extraction what was encoded, and what could not be: such works are there without the
 *     feature
 */
public record UpdateReport(
    int added, int replaced, int offered, int withdrawn, ExtractionReport extraction) {
  /** Validates the parts. */
  public UpdateReport {
    Objects.requireNonNull(extraction, "extraction");
  }

  @Override
  public String toString() {
    return added
        + " works added, "
        + replaced
        + " described anew, "
        + offered
        + " offered otherwise, "
        + withdrawn
        + " withdrawn"
        + System.lineSeparator()
        + extraction;
  }
}
