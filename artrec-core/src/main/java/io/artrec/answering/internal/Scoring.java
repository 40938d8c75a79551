package io.artrec.answering.internal;

import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.VectorScorer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Scores what is worth it: every work of a catalogue up to a size, and of a larger one what the
 * scorer proposes of the eligible.
 */
final class Scoring {
  private static final int MOST_TOGETHER = 16;

  /** Scores that are kept at a time, 8 bytes each and for each part of a blend. */
  private static final int ROOM = 1 << 22;

  private final Scorer scorer;
  private final int size;
  private final int limit;

  /**
   * Of a scorer.
   *
   * @param size the number of works in the catalogue
   * @param limit catalogues up to this size are scored whole
   */
  Scoring(Scorer scorer, int size, int limit) {
    this.scorer = scorer;
    this.size = size;
    this.limit = limit;
  }

  boolean isWhole() {
    return limit >= size;
  }

  /** For how many who ask alone scores of all works are kept at a time. */
  int together() {
    return isWhole() ? Math.max(1, Math.min(MOST_TOGETHER, ROOM / Math.max(1, size))) : 1;
  }

  /** Scores all works for each who asks alone. */
  List<Scores> scoreWhole(List<Query> askers) {
    return scorer.scoreAll(askers, Candidates.all(size));
  }

  /**
   * Scores for an answer, of works that may be in it alone where the best are found without scoring
   * the others.
   *
   * @param wanted how many works the answer looks at
   */
  Scores scoreBest(Question question, Eligibility eligibility, int wanted, Course course) {
    if (isWhole()
        && scorer instanceof VectorScorer vectors
        && question.group().isEmpty()
        && eligibility.isKnown()
        && wanted <= size / VectorScorer.FEW) {
      Query asker = question.askers().get(0);
      return vectors.score(asker, vectors.propose(asker, size, eligibility.works(), wanted));
    }
    return score(question, eligibility, course);
  }

  /** Members of a group whose turn comes when the time is over have no say. */
  Scores score(Question question, Eligibility eligibility, Course course) {
    Candidates candidates = candidates(question.askers(), eligibility.works());
    List<Query> heard = heard(question.askers());
    List<Scores> each =
        course.isTimed() ? inTime(heard, candidates, course) : scorer.scoreAll(heard, candidates);
    if (each.size() < heard.size()) {
      course.leaveOut(
          String.format(
              Locale.ROOT,
              "the taste of %d of %d members",
              heard.size() - each.size(),
              heard.size()));
    }
    return question.group().isEmpty()
        ? each.get(0)
        : new GroupScoring(each, candidates, eligibility::accepts).combine(question.group().get());
  }

  /** One after the other, for as long as there is time. */
  private List<Scores> inTime(List<Query> heard, Candidates candidates, Course course) {
    List<Scores> each = new ArrayList<>();
    for (Query asker : heard) {
      if (each.isEmpty() || !course.isOver()) {
        each.add(scorer.score(asker, candidates));
      }
    }
    return each;
  }

  private Candidates candidates(List<Query> askers, BitSet works) {
    if (isWhole()) {
      return Candidates.all(size);
    }
    BitSet union = new BitSet(size);
    for (Query asker : askers) {
      Candidates proposed = scorer.propose(asker, size, works, limit);
      for (int i = 0; i < proposed.size(); i++) {
        union.set(proposed.artwork(i));
      }
    }
    return Candidates.of(union.stream().toArray());
  }

  /** Those about whom something is known; all when nothing is about any. */
  private static List<Query> heard(List<Query> askers) {
    List<Query> known =
        askers.stream().filter(a -> a.preferences().size() > 0 || a.wish().isPresent()).toList();
    return known.isEmpty() ? askers : known;
  }
}
