package io.artrec;

import io.artrec.cleaning.CleaningReport;
import io.artrec.feature.ExtractionReport;
import io.artrec.kernel.internal.Kernels;
import java.util.List;
import java.util.Objects;

/**
 * What building a recommender found out. Immutable; {@link #toString} is for people.
 *
 * @param cleaning what cleaning dropped or changed, and why, as text; empty when nothing was to be
 *     cleaned
 * @param extraction what was computed, cached, missing and failed
 * @param computing which loops compute, and what would make them faster, for people
 */
public record BuildReport(CleaningReport cleaning, ExtractionReport extraction, String computing) {
  /** Validates the parts. */
  public BuildReport {
    Objects.requireNonNull(cleaning, "cleaning");
    Objects.requireNonNull(extraction, "extraction");
    Objects.requireNonNull(computing, "computing");
  }

  /**
   * Returns a report of nothing.
   *
   * @return the empty report
   */
  public static BuildReport none() {
    return new BuildReport(
        new CleaningReport(0, 0, List.of()), ExtractionReport.none(), Kernels.advice());
  }

  @Override
  public String toString() {
    return String.join(
        System.lineSeparator(), cleaning.toString(), extraction.toString(), computing);
  }
}
