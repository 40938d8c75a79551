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
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

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
  private final Following following;
  private final Promoting promoting;

  /**
   * Of a scorer.
   *
   * @param following brings forward what askers follow
   * @param promoting does what the house wants
   * @param size the number of works in the catalogue
   * @param limit catalogues up to this size are scored whole
   */
  Scoring(Scorer scorer, Following following, Promoting promoting, int size, int limit) {
    this.scorer = scorer;
    this.following = following;
    this.promoting = promoting;
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
  List<Scores> scoreWhole(List<Question> questions) {
    List<Query> askers = questions.stream().map(question -> question.askers().get(0)).toList();
    List<Scores> taste = scorer.scoreAll(askers, Candidates.all(size));
    return IntStream.range(0, taste.size())
        .mapToObj(q -> steered(taste.get(q), questions.get(q), 0))
        .toList();
  }

  /**
   * Scores for an answer, of works that may be in it alone where the best are found without scoring
   * the others.
   *
   * @param wanted how many works the answer looks at
   * @param different how many of some works may stand in one answer
   */
  Scores scoreBest(
      Question question,
      Eligibility eligibility,
      int wanted,
      ToIntFunction<Candidates> different,
      Course course) {
    if (isWhole()
        && scorer instanceof VectorScorer vectors
        && question.group().isEmpty()
        && question.leavesScores()
        && question.promotions().placements().isEmpty()
        && eligibility.isKnown()) {
      Query asker = question.askers().get(0);
      for (int most = wanted; most <= size / VectorScorer.FEW; most *= 2) {
        Candidates best = vectors.propose(asker, size, eligibility.works(), most);
        if (best.size() < most || different.applyAsInt(best) >= wanted) {
          return vectors.score(asker, best);
        }
      }
    }
    return score(question, eligibility, course);
  }

  /** Members of a group whose turn comes when the time is over have no say. */
  Scores score(Question question, Eligibility eligibility, Course course) {
    Candidates candidates = candidates(question, eligibility.works());
    int[] heard = heard(question);
    List<Query> askers = IntStream.of(heard).mapToObj(question.askers()::get).toList();
    List<Scores> taste =
        course.isTimed() ? inTime(askers, candidates, course) : scorer.scoreAll(askers, candidates);
    if (taste.size() < askers.size()) {
      course.leaveOut(
          String.format(
              Locale.ROOT,
              "the taste of %d of %d members",
              askers.size() - taste.size(),
              askers.size()));
    }
    List<Scores> each =
        IntStream.range(0, taste.size())
            .mapToObj(h -> steered(taste.get(h), question, heard[h]))
            .toList();
    return question.group().isEmpty()
        ? each.get(0)
        : new GroupScoring(each, candidates, eligibility::accepts).combine(question.group().get());
  }

  private Scores steered(Scores taste, Question question, int asker) {
    Scores own = steered(taste, question.askers().get(asker), question.steering(asker));
    return promoting.shifted(own, question.promotions());
  }

  /** What taste scores, moved by what else an asker wants. */
  Scores steered(Scores taste, Query asker, Steering steering) {
    Scores steered = taste;
    if (steering.leans()) {
      steered = following.lifted(steered, asker, steering);
    }
    return faded(steered, steering);
  }

  /** What scores works that taste does not, moved by what else an asker wants. */
  Scores moved(Scores scores, Steering steering) {
    return faded(steering.leans() ? following.moved(scores, steering) : scores, steering);
  }

  private static Scores faded(Scores scores, Steering steering) {
    return steering.exposure().isEmpty() ? scores : Fading.faded(scores, steering.exposure());
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

  private Candidates candidates(Question question, BitSet works) {
    if (isWhole()) {
      return Candidates.all(size);
    }
    BitSet union = new BitSet(size);
    for (int asker = 0; asker < question.askers().size(); asker++) {
      Candidates proposed = scorer.propose(question.askers().get(asker), size, works, limit);
      for (int i = 0; i < proposed.size(); i++) {
        union.set(proposed.artwork(i));
      }
      following.wanted(question.steering(asker)).filter(works::get).forEach(union::set);
    }
    return Candidates.of(union.stream().toArray());
  }

  /** Those about whom something is known; all when nothing is about any. */
  private static int[] heard(Question question) {
    int[] all = IntStream.range(0, question.askers().size()).toArray();
    int[] known = IntStream.of(all).filter(asker -> isKnown(question, asker)).toArray();
    return known.length == 0 ? all : known;
  }

  private static boolean isKnown(Question question, int asker) {
    Query query = question.askers().get(asker);
    return query.preferences().size() > 0
        || query.wish().isPresent()
        || question.steering(asker).wantsSome();
  }
}
