package io.artrec;

import io.artrec.cleaning.CleaningReport;
import io.artrec.feature.ExtractionReport;
import java.util.List;
import java.util.Objects;

/**
 * What building a recommender found out. Immutable; {@link #toString} is for people.
 *
 * @param cleaning what cleaning dropped or changed, and why, as text; empty when nothing was to be
 *     cleaned
 * @param extraction what was computed, cached, missing and failed
 */
public record BuildReport(CleaningReport cleaning, ExtractionReport extraction) {
  /** Validates the parts. */
  public BuildReport {
    Objects.requireNonNull(cleaning, "cleaning");
    Objects.requireNonNull(extraction, "extraction");
  }

  /**
   * Returns a report of nothing.
   *
   * @return the empty report
   */
  public static BuildReport none() {
    return new BuildReport(new CleaningReport(0, 0, List.of()), ExtractionReport.none());
  }

  @Override
  public String toString() {
    return cleaning + System.lineSeparator() + extraction.toString();
  }
}
