package io.artrec.feature;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What extraction did, feature by feature. Immutable; {@link #toString} is for people.
 *
 * @param features the counts of each extracted feature, in order
 * @param failures what could not be computed, in order of artwork
 * @param absences why works that were looked at now lack features, as far as encoders say, the most
 *     works first; works whose absence came from the cache are not among them
 */
public record ExtractionReport(
    List<Counts> features, List<Failure> failures, List<Absence> absences) {
  private static final int SHOWN = 5;

  /**
   * Counts of one feature over the catalogue.
   *
   * @param feature the feature's name
   * @param computed works whose vector was computed now
   * @param cached works whose vector, or its absence, came from the cache
   * @param missing works without a vector because they lack what the feature reads, or because no
   *     other work has what it reads of them
   * @param failed works without a vector because computing it failed
   */
  public record Counts(String feature, int computed, int cached, int missing, int failed) {
    /** Validates the parts. */
    public Counts {
      Objects.requireNonNull(feature, "feature");
    }
  }

  /**
   * A vector that could not be computed.
   *
   * @param artwork the artwork's id
   * @param feature the feature's name
   * @param message what happened
   */
  public record Failure(String artwork, String feature, String message) {
    /** Validates the parts. */
    public Failure {
      Objects.requireNonNull(artwork, "artwork");
      Objects.requireNonNull(feature, "feature");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "artwork '%s', feature '%s': %s", artwork, feature, message);
    }
  }

  /**
   * Why works lack features.
   *
   * @param reason what such works are called, in the plural: {@code gray photographs}
   * @param artworks how many there are
   * @param features what they lack, in order
   */
  public record Absence(String reason, int artworks, List<String> features) {
    /** Copies the list. */
    public Absence {
      Objects.requireNonNull(reason, "reason");
      features = List.copyOf(features);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          artworks == 1 ? "%d work is among %s, with no %s" : "%,d works are %s, with no %s",
          artworks,
          reason,
          String.join(", ", features));
    }
  }

  /** Copies the lists. */
  public ExtractionReport {
    features = List.copyOf(features);
    failures = List.copyOf(failures);
    absences = List.copyOf(absences);
  }

  /**
   * Returns a report of nothing.
   *
   * @return the empty report
   */
  public static ExtractionReport none() {
    return new ExtractionReport(List.of(), List.of(), List.of());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Counts counts : features) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-18s %,d computed, %,d from cache, %,d missing, %,d failed%n",
              counts.feature(),
              counts.computed(),
              counts.cached(),
              counts.missing(),
              counts.failed()));
    }
    absences.forEach(absence -> text.append("  ").append(absence).append(System.lineSeparator()));
    failures.stream()
        .limit(SHOWN)
        .forEach(failure -> text.append("  ").append(failure).append(System.lineSeparator()));
    if (failures.size() > SHOWN) {
      text.append(String.format(Locale.ROOT, "  and %,d more failures%n", failures.size() - SHOWN));
    }
    return text.toString();
  }
}
