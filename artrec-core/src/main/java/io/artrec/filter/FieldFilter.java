package io.artrec.filter;

import io.artrec.catalog.Artwork;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A filter on a field of the record that may be empty. It rejects works whose record lacks the
 * field; {@link #orUnknown()} accepts them. Immutable and thread-safe.
 */
public final class FieldFilter implements Filter {
  private final String description;
  private final Function<Artwork, Optional<Boolean>> test;
  private final boolean acceptsUnknown;

  private FieldFilter(
      String description, Function<Artwork, Optional<Boolean>> test, boolean acceptsUnknown) {
    this.description = Objects.requireNonNull(description, "description");
    this.test = Objects.requireNonNull(test, "test");
    this.acceptsUnknown = acceptsUnknown;
  }

  /**
   * Returns a filter on a field.
   *
   * @param description what it accepts
   * @param test accepts or rejects an artwork; empty when its record lacks the field
   * @return the filter, which rejects works that lack the field
   */
  public static FieldFilter of(String description, Function<Artwork, Optional<Boolean>> test) {
    return new FieldFilter(description, test, false);
  }

  /**
   * Returns this filter, but accepting works whose record lacks the field.
   *
   * @return the wider filter
   */
  public FieldFilter orUnknown() {
    return acceptsUnknown ? this : new FieldFilter(description + " or unknown", test, true);
  }

  @Override
  public boolean accepts(Subject subject) {
    return test.apply(subject.artwork()).orElse(acceptsUnknown);
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public String toString() {
    return description;
  }
}
