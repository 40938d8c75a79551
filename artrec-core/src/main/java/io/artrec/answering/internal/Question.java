package io.artrec.answering.internal;

import io.artrec.behavior.History;
import io.artrec.catalog.Trait;
import io.artrec.explain.Explanation;
import io.artrec.filter.Filter;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.GroupRule;
import io.artrec.strategy.Query;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request comes down to.
 *
 * @param about whether works for somebody's taste are wanted, or works like one
 * @param users ids of those who ask: as many as askers, or none
 * @param askers who asks, one or more; each wish and facets included
 * @param steering what moves each asker's answers beside taste; as many as askers, or none
 * @param promotions what the house wants for everybody
 * @param group how the askers' tastes become one list; empty for one asker
 * @param likeness how works are compared with those named; empty for one work of the catalogue, and
 *     where taste is asked for
 * @param allowed what may be among the answers, but for the standing filter
 * @param n how many works are wanted
 * @param locale the language of the reasons
 */
public record Question(
    Explanation.Occasion about,
    List<String> users,
    List<Query> askers,
    List<Steering> steering,
    Promotions promotions,
    Optional<GroupRule> group,
    Optional<Likeness> likeness,
    Allowed allowed,
    int n,
    Locale locale) {
  /**
   * What may be answered.
   *
   * @param history what the askers did, all of them
   * @param seen whether works in the history may come back
   * @param filter what every work must pass
   * @param excluded ids of works left out
   * @param blocked what no work's record may name
   */
  public record Allowed(
      History history,
      boolean seen,
      Optional<Filter> filter,
      Collection<String> excluded,
      Set<Trait> blocked) {}

  /** What moves an asker's answers. */
  Steering steering(int asker) {
    return steering.isEmpty() ? Steering.none() : steering.get(asker);
  }

  /** Whether scores are taste's alone. */
  boolean leavesScores() {
    return promotions.shifts().isEmpty() && steering.stream().allMatch(Steering::leavesScores);
  }

  /** Whether works like one are asked for. */
  boolean isForSimilar() {
    return about == Explanation.Occasion.SIMILAR;
  }

  /** What is said of works that only fill the list. */
  Explanation.Occasion filling() {
    return isForSimilar() ? Explanation.Occasion.SIMILAR_FALLBACK : Explanation.Occasion.FALLBACK;
  }
}
