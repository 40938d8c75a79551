package io.artrec.strategy;

import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who is asking, as strategies see it. A visitor known from training and one who is not differ only
 * in {@link #user}; every strategy answers from {@link #history} and {@link #preferences}, which
 * hold everything the visitor did up to now. Immutable.
 *
 * @param user the index in the training dataset, or empty for somebody it does not hold
 * @param history all events, oldest first, those recorded after training included
 * @param preferences what the preference model makes of the history
 * @param nowMillis the time of asking, milliseconds since 1970-01-01T00:00Z
 * @param seed decides what is left to chance; the same for the same request
 * @param facets weights that replace the features' own, by feature name or facet; empty for the
 *     usual ones
 * @param wish what the asker said they would like, in their own words; read by strategies that
 *     {@linkplain Strategy#hearsWishes() hear wishes}
 */
public record Query(
    OptionalInt user,
    History history,
    Preferences preferences,
    long nowMillis,
    long seed,
    Map<String, Double> facets,
    Optional<String> wish) {
  /** Validates the parts. */
  public Query {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(preferences, "preferences");
    Objects.requireNonNull(wish, "wish");
    facets = Map.copyOf(facets);
  }

  /**
   * Creates the query of somebody who said nothing.
   *
   * @param user the index in the training dataset, or empty for somebody it does not hold
   * @param history all events, oldest first
   * @param preferences what the preference model makes of the history
   * @param nowMillis the time of asking
   * @param seed decides what is left to chance
   * @param facets weights that replace the features' own
   */
  public Query(
      OptionalInt user,
      History history,
      Preferences preferences,
      long nowMillis,
      long seed,
      Map<String, Double> facets) {
    this(user, history, preferences, nowMillis, seed, facets, Optional.empty());
  }

  /**
   * Returns this query with words of the asker.
   *
   * @param words what they would like, or empty
   * @return the changed query
   */
  public Query wishing(Optional<String> words) {
    return new Query(user, history, preferences, nowMillis, seed, facets, words);
  }
}
