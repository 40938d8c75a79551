package io.artrec.answering.internal;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.promotion.Placement;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A work at a set place of one answer.
 *
 * @param placement where it stands
 * @param artwork its catalogue index
 * @param scores the scores of the answer, which may lack it
 */
record Placed(Placement placement, int artwork, Scores scores) {
  /** Where it stands in the scores; negative when they lack it. */
  private int position() {
    int position =
        scores.candidates().isAll() ? artwork : Arrays.binarySearch(works(scores), artwork);
    return position >= 0 && scores.isScored(position) ? position : -1;
  }

  private static int[] works(Scores scores) {
    int[] works = new int[scores.candidates().size()];
    Arrays.setAll(works, scores.candidates()::artwork);
    return works;
  }

  /** Its score; 0 when it has none. */
  double score() {
    int position = position();
    return position < 0 ? 0 : scores.value(position);
  }

  /** Whether its score alone would put it before another work; without one, before what fills. */
  boolean isBefore(Pick pick, boolean isFallback) {
    int position = position();
    if (position < 0 || isFallback) {
      return isFallback;
    }
    int byScore = Double.compare(scores.value(position), pick.score());
    return byScore > 0 || (byScore == 0 && artwork < pick.artwork());
  }

  boolean isScored() {
    return position() >= 0;
  }

  /** Whether another placed work comes before it by score alone. */
  boolean isBehind(Placed other) {
    if (!isScored() || !other.isScored()) {
      return other.isScored() && !isScored();
    }
    int byScore = Double.compare(other.score(), score());
    return byScore > 0 || (byScore == 0 && other.artwork < artwork);
  }

  /** How many of some works come before it by score alone. */
  int behind(BitSet works) {
    int count = 0;
    for (int at = 0; at < scores.candidates().size(); at++) {
      if (scores.isScored(at) && works.get(scores.candidates().artwork(at))) {
        count += isBefore(new Pick(scores, at, Explanation.Occasion.TASTE), false) ? 0 : 1;
      }
    }
    return count;
  }

  /** What its score is made of, and that it is placed, which adds nothing to it. */
  List<Contribution> contributions() {
    int position = position();
    List<Contribution> parts = new ArrayList<>();
    if (position >= 0) {
      parts.addAll(scores.contributions(position));
    }
    parts.add(new Contribution(Promoting.NAME, new Cause.Placed(placement.sponsor()), 0));
    parts.sort(Comparator.comparingDouble(Contribution::amount).reversed());
    return parts;
  }
}
