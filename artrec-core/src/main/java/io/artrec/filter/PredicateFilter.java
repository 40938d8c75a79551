package io.artrec.filter;

import io.artrec.catalog.Artwork;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Accepts by a predicate on the record.
 *
 * @param description what it accepts
 * @param key what the predicate follows from, so that filters of equal keys accept the same
 * @param isByRecord whether the predicate looks at nothing but the record
 * @param predicate accepts an artwork
 */
record PredicateFilter(
    String description, Object key, boolean isByRecord, Predicate<Artwork> predicate)
    implements Filter {
  PredicateFilter {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(predicate, "predicate");
  }

  @Override
  public boolean accepts(Subject subject) {
    return predicate.test(subject.artwork());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PredicateFilter that
        && description.equals(that.description)
        && key.equals(that.key)
        && isByRecord == that.isByRecord;
  }

  @Override
  public int hashCode() {
    return 31 * description.hashCode() + key.hashCode();
  }

  @Override
  public String toString() {
    return description;
  }
}
