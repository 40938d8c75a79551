package io.artrec.answering.internal;

import io.artrec.explain.Explanation;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Explains the score of any work, whether or not it would be answered. */
final class Explaining {
  private final Scorers scorers;
  private final Scoring scoring;
  private final Promoting promoting;
  private final Reasoning reasoning;
  private final Candidates all;

  Explaining(
      Scorers scorers, Scoring scoring, Promoting promoting, Reasoning reasoning, Candidates all) {
    this.scorers = scorers;
    this.scoring = scoring;
    this.promoting = promoting;
    this.reasoning = reasoning;
    this.all = all;
  }

  /** By the first scorer that scores the work: taste, then the fall-backs. */
  Explanation explain(
      Query query, Steering steering, Promotions promotions, int artwork, Locale locale) {
    Wanted wanted =
        new Wanted(
            query, artwork, locale, !steering.leavesScores() || !promotions.shifts().isEmpty());
    Optional<Explanation> taste =
        explained(
            scorers.taste(),
            own -> promoting.shifted(scoring.steered(own, query, steering), promotions),
            wanted,
            Explanation.Occasion.TASTE);
    return taste
        .or(() -> explainedByFallback(wanted, steering, promotions))
        .orElseThrow(() -> new IllegalStateException("the last fall-back scores every artwork"));
  }

  private Optional<Explanation> explainedByFallback(
      Wanted wanted, Steering steering, Promotions promotions) {
    return scorers.fallbacks().stream()
        .flatMap(
            fallback ->
                explained(
                    fallback,
                    own -> promoting.shifted(scoring.moved(own, steering), promotions),
                    wanted,
                    Explanation.Occasion.FALLBACK)
                    .stream())
        .findFirst();
  }

  /** An explanation that is asked for, and whether scores are moved by others among all. */
  private record Wanted(Query query, int artwork, Locale locale, boolean amongAll) {}

  /** Why a scorer gives a work its score; scores all where works are compared with each other. */
  private Optional<Explanation> explained(
      Scorer scorer, UnaryOperator<Scores> moved, Wanted wanted, Explanation.Occasion occasion) {
    boolean among = scorer.isRelative() || wanted.amongAll();
    Candidates candidates = among ? all : Candidates.of(wanted.artwork());
    Scores scores = moved.apply(scorer.score(wanted.query(), candidates));
    int position = among ? wanted.artwork() : 0;
    return scores.isScored(position)
        ? Optional.of(reasoning.explain(new Pick(scores, position, occasion), wanted.locale()))
        : Optional.empty();
  }
}
