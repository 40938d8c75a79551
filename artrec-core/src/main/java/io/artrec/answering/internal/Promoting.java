package io.artrec.answering.internal;

import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.promotion.Placement;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scores;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Does what the house wants for everybody: moves scores, and says which works have set places. */
final class Promoting {
  /** What contributions come from. */
  static final String NAME = "promotion";

  private final Catalog catalog;

  Promoting(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Scores with works brought forward and taken back. */
  Scores shifted(Scores scores, Promotions promotions) {
    Int2DoubleOpenHashMap shifts = new Int2DoubleOpenHashMap();
    for (Map.Entry<String, Double> shift : promotions.shifts().entrySet()) {
      OptionalInt work = catalog.indexOf(shift.getKey());
      if (work.isPresent()) {
        shifts.put(work.getAsInt(), shift.getValue().doubleValue());
      }
    }
    if (shifts.isEmpty()) {
      return scores;
    }
    Candidates candidates = scores.candidates();
    double width = Span.of(scores).width();
    Scores shifted = new Scores(candidates);
    scores.draw().ifPresent(shifted::drawn);
    for (int position = 0; position < candidates.size(); position++) {
      if (scores.isScored(position)) {
        double shift = shifts.get(candidates.artwork(position));
        shifted.set(position, scores.value(position) + width * shift);
      }
    }
    return shifted.explainedBy(
        position -> {
          List<Contribution> parts = new ArrayList<>(scores.contributions(position));
          double shift = shifts.get(candidates.artwork(position));
          if (shift != 0) {
            parts.add(new Contribution(NAME, new Cause.Promoted(), width * shift));
          }
          return parts;
        });
  }

  /**
   * Takes the works that stand at set places out of those that may still come in.
   *
   * @param n how long the answer is: places behind it are none
   * @return the placed works that may be answered, by place
   */
  List<Placed> placed(Promotions promotions, Scores scores, Eligibility eligibility, int n) {
    List<Placed> placed = new ArrayList<>();
    for (Placement placement : promotions.placements()) {
      OptionalInt work = catalog.indexOf(placement.artwork());
      if (placement.place() <= n && work.isPresent() && eligibility.accepts(work.getAsInt())) {
        placed.add(Placed.of(placement, work.getAsInt(), scores));
      }
    }
    placed.forEach(each -> eligibility.works().clear(each.artwork()));
    return placed;
  }
}
