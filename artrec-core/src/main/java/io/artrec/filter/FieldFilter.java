package io.artrec.filter;

import io.artrec.catalog.Artwork;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A filter on a field of the record that may be empty. It rejects works whose record lacks the
 * field; {@link #orUnknown()} accepts them. Decides by the record alone. Immutable and thread-safe;
 * equal where it accepts the same by construction.
 */
public final class FieldFilter implements Filter {
  private final String description;

  /** What the test follows from. */
  private final Object key;

  private final Function<Artwork, Optional<Boolean>> test;
  private final boolean acceptsUnknown;

  private FieldFilter(
      String description,
      Object key,
      Function<Artwork, Optional<Boolean>> test,
      boolean acceptsUnknown) {
    this.description = Objects.requireNonNull(description, "description");
    this.key = Objects.requireNonNull(key, "key");
    this.test = Objects.requireNonNull(test, "test");
    this.acceptsUnknown = acceptsUnknown;
  }

  /**
   * {@return the filter, which rejects works that lack the field}
   *
   * @param description what it accepts
   * @param test accepts or rejects an artwork by its record alone; empty when that lacks the field;
   *     filters of the same test object are equal
   */
  public static FieldFilter of(String description, Function<Artwork, Optional<Boolean>> test) {
    return new FieldFilter(description, test, test, false);
  }

  /** A filter whose test follows from a value, which has equality. */
  static FieldFilter of(String description, Object key, Function<Artwork, Optional<Boolean>> test) {
    return new FieldFilter(description, key, test, false);
  }

  /**
   * Returns this filter, but accepting works whose record lacks the field.
   *
   * @return the wider filter
   */
  public FieldFilter orUnknown() {
    return acceptsUnknown ? this : new FieldFilter(description + " or unknown", key, test, true);
  }

  @Override
  public boolean accepts(Subject subject) {
    return test.apply(subject.artwork()).orElse(acceptsUnknown);
  }

  @Override
  public boolean isByRecord() {
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldFilter that
        && description.equals(that.description)
        && key.equals(that.key)
        && acceptsUnknown == that.acceptsUnknown;
  }

  @Override
  public int hashCode() {
    return 31 * description.hashCode() + key.hashCode();
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
