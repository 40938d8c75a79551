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
   * Tells whether decisions follow from the artwork's record alone, so that they are made once and
   * kept as long as the record is the same. False by default: then every answer asks again.
   *
   * @return true when neither the visitor nor anything outside the record counts
   */
  default boolean isByRecord() {
    return false;
  }

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
   * Returns the filters that must all be passed for this one to be.
   *
   * @return this one alone, as by default, or the parts of a conjunction
   */
  default List<Filter> conditions() {
    return List.of(this);
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
   * {@return a filter of a predicate on the record} Each work is decided on once, and again when
   * its record changes, for as long as the same predicate object is passed: make the filter once
   * and use it for many requests. For what may change while the record does not, use {@link #live}.
   *
   * @param description what it accepts
   * @param predicate accepts an artwork, by its record alone
   */
  static Filter of(String description, Predicate<Artwork> predicate) {
    return new PredicateFilter(description, predicate, true, predicate);
  }

  /**
   * {@return a filter of a predicate that looks beyond the record, at a stock kept elsewhere say}
   * It is asked in every answer, from the best work down until there are enough.
   *
   * @param description what it accepts
   * @param predicate accepts an artwork
   */
  static Filter live(String description, Predicate<Artwork> predicate) {
    return new PredicateFilter(description, predicate, false, predicate);
  }
}
