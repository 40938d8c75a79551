package io.artrec.elicitation;

import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/**
 * What one answer says of one or two works.
 *
 * @param liked the work that was preferred, or {@link #AVERAGE}
 * @param passed the work that was not, or {@link #AVERAGE}
 */
record Judgment(int liked, int passed) {
  /** The work that the collection's works are on the average. */
  static final int AVERAGE = -1;

  /**
   * Reads answers; those of which nothing follows are left out.
   *
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue lacks a work
   */
  static List<Judgment> of(List<PairAnswer> answers, Catalog catalog, TasteSpace space) {
    List<Judgment> judgments = new ArrayList<>();
    for (PairAnswer answer : answers) {
      int first = catalog.requireIndex(answer.first());
      int second = catalog.requireIndex(answer.second());
      switch (answer.choice()) {
        case FIRST -> judgments.add(new Judgment(first, second));
        case SECOND -> judgments.add(new Judgment(second, first));
        case BOTH -> {
          judgments.add(new Judgment(first, AVERAGE));
          judgments.add(new Judgment(second, AVERAGE));
        }
        case NEITHER -> {
          judgments.add(new Judgment(AVERAGE, first));
          judgments.add(new Judgment(AVERAGE, second));
        }
        case SKIP -> {}
      }
    }
    judgments.removeIf(judgment -> !judgment.isTelling(space));
    return judgments;
  }

  private boolean isTelling(TasteSpace space) {
    return (liked == AVERAGE || space.has(liked))
        && (passed == AVERAGE || space.has(passed))
        && liked != passed;
  }

  /** The comparison of the two works in a space of tastes. */
  Comparison in(TasteSpace space) {
    double[] direction = new double[space.dimensions()];
    double variance = 1;
    if (liked != AVERAGE) {
      add(space.at(liked), 1, direction);
      variance += space.rest(liked);
    }
    if (passed != AVERAGE) {
      add(space.at(passed), -1, direction);
      variance += space.rest(passed);
    }
    return new Comparison(direction, variance);
  }

  private static void add(double[] values, double sign, double[] sum) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += sign * values[d];
    }
  }
}
