package io.artrec.answering.internal;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.promotion.Placement;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A work at a set place of one answer.
 *
 * @param placement where it stands
 * @param artwork its catalogue index
 * @param scores the scores of the answer
 * @param position where it stands in the scores; negative when they lack it
 */
record Placed(Placement placement, int artwork, Scores scores, int position) {
  static Placed of(Placement placement, int artwork, Scores scores) {
    int position = position(scores.candidates(), artwork);
    boolean isScored = position >= 0 && scores.isScored(position);
    return new Placed(placement, artwork, scores, isScored ? position : -1);
  }

  /** Where a work stands among ascending ones. */
  private static int position(Candidates candidates, int artwork) {
    int low = 0;
    int high = candidates.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(candidates.artwork(middle), artwork);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return -1;
  }

  /** Its score; 0 when it has none. */
  double score() {
    return position < 0 ? 0 : scores.value(position);
  }

  /** Whether its score alone would put it before another work; without one, before what fills. */
  boolean isBefore(Pick pick, boolean isFallback) {
    if (position < 0 || isFallback) {
      return isFallback;
    }
    int byScore = Double.compare(scores.value(position), pick.score());
    return byScore > 0 || (byScore == 0 && artwork < pick.artwork());
  }

  boolean isScored() {
    return position >= 0;
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
    List<Contribution> parts = new ArrayList<>();
    if (position >= 0) {
      parts.addAll(scores.contributions(position));
    }
    parts.add(new Contribution(Promoting.NAME, new Cause.Placed(placement.sponsor()), 0));
    parts.sort(Comparator.comparingDouble(Contribution::amount).reversed());
    return parts;
  }
}
