package io.artrec.filter;

import io.artrec.behavior.History;
import io.artrec.catalog.Artwork;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Says which artworks may be recommended. Implementations are immutable and thread-safe; {@code
 * Filters} has the usual ones.
 */
public interface Filter {
  /**
   * What a filter decides on.
   *
   * @param artwork the record
   * @param index its catalogue index
   * @param history what the visitor did, oldest first; for a group, what any member did
   */
  record Subject(Artwork artwork, int index, History history) {
    /** Validates the parts. */
    public Subject {
      Objects.requireNonNull(artwork, "artwork");
      Objects.requireNonNull(history, "history");
    }
  }

  /**
   * Decides on one artwork.
   *
   * @param subject the artwork and who asks
   * @return true when it may be recommended
   */
  boolean accepts(Subject subject);

  /**
   * Describes the filter in a stable way, for messages and for the model file.
   *
   * @return for instance {@code year 1800 to 1900 and not artist Monet}
   */
  String description();

  /**
   * Prepares for one request; a filter that would do the same work for every artwork does it here
   * once.
   *
   * @param history what the visitor did
   * @return a filter for this request, by default this one
   */
  default Filter prepare(History history) {
    return this;
  }

  /**
   * Returns a filter that accepts what this one and another accept.
   *
   * @param other the other filter
   * @return the conjunction
   */
  default Filter and(Filter other) {
    return new AllOf(List.of(this, other));
  }

  /**
   * Returns a filter that accepts what this one or another accepts.
   *
   * @param other the other filter
   * @return the disjunction
   */
  default Filter or(Filter other) {
    return new AnyOf(List.of(this, other));
  }

  /**
   * Returns a filter that accepts what this one rejects.
   *
   * @return the negation
   */
  default Filter negate() {
    return new Not(this);
  }

  /**
   * Returns a filter of a predicate.
   *
   * @param description what it accepts
   * @param predicate accepts an artwork
   * @return the filter
   */
  static Filter of(String description, Predicate<Artwork> predicate) {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(predicate, "predicate");
    return new Filter() {
      @Override
      public boolean accepts(Subject subject) {
        return predicate.test(subject.artwork());
      }

      @Override
      public String description() {
        return description;
      }
    };
  }
}
