package io.artrec.cleaning;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.tabular.RowProblem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way through the steps: a bit for each row that is still in, and changed values
 * once a step changes one. Not thread-safe.
 */
final class Sweep {
  private static final int EXAMPLES = 5;

  /** A stretch of an array of rows, the ratings of one scope. */
  interface RowGroup {
    void rows(int[] rows, int from, int to);
  }

  private final Interactions events;
  private final Catalog catalog;
  private final BitSet kept;

  /** Impressions, which no step looks at: what visitors were shown is nothing that they did. */
  private final BitSet shown = new BitSet();

  private float @Nullable [] values;
  private final List<StepReport> reports = new ArrayList<>();
  private final List<String> examples = new ArrayList<>();
  private long dropped;
  private long changed;

  Sweep(Interactions events, Catalog catalog) {
    this.events = events;
    this.catalog = catalog;
    kept = new BitSet(events.size());
    kept.set(0, events.size());
    for (int row = 0; row < events.size(); row++) {
      if (events.kind(row) == InteractionKind.IMPRESSION) {
        shown.set(row);
      }
    }
    kept.andNot(shown);
  }

  Interactions events() {
    return events;
  }

  Catalog catalog() {
    return catalog;
  }

  int firstKept() {
    return kept.nextSetBit(0);
  }

  int nextKept(int row) {
    return kept.nextSetBit(row + 1);
  }

  float value(int row) {
    return values == null ? events.value(row) : values[row];
  }

  void drop(int row) {
    kept.clear(row);
    dropped++;
    if (examples.size() < EXAMPLES) {
      examples.add(describe(row));
    }
  }

  void change(int row, double value) {
    float now = (float) value;
    if (now == value(row)) {
      return;
    }
    if (examples.size() < EXAMPLES) {
      examples.add(describe(row) + String.format(Locale.ROOT, " becomes %.4g", now));
    }
    if (values == null) {
      values = new float[events.size()];
      for (int each = 0; each < values.length; each++) {
        values[each] = events.value(each);
      }
    }
    values[row] = now;
    changed++;
  }

  void report(String step, String why) {
    reports.add(new StepReport(step, why, dropped, changed, examples));
    dropped = 0;
    changed = 0;
    examples.clear();
  }

  List<StepReport> reports() {
    return reports;
  }

  /** The kept rows, user by user in order of their numbers, and where each user's begin. */
  void forEachUser(boolean ratingsOnly, RowGroup group) {
    int[] offsets = new int[events.userCount() + 1];
    for (int row = firstKept(); row >= 0; row = nextKept(row)) {
      if (!ratingsOnly || isRating(row)) {
        offsets[events.user(row) + 1]++;
      }
    }
    for (int user = 0; user < events.userCount(); user++) {
      offsets[user + 1] += offsets[user];
    }
    int[] rows = new int[offsets[events.userCount()]];
    int[] next = offsets.clone();
    for (int row = firstKept(); row >= 0; row = nextKept(row)) {
      if (!ratingsOnly || isRating(row)) {
        rows[next[events.user(row)]++] = row;
      }
    }
    for (int user = 0; user < events.userCount(); user++) {
      if (offsets[user] < offsets[user + 1]) {
        group.rows(rows, offsets[user], offsets[user + 1]);
      }
    }
  }

  void forEachRatings(RatingScope scope, RowGroup group) {
    if (scope == RatingScope.VISITOR) {
      forEachUser(true, group);
      return;
    }
    int count = 0;
    for (int row = firstKept(); row >= 0; row = nextKept(row)) {
      count += isRating(row) ? 1 : 0;
    }
    int[] rows = new int[count];
    int at = 0;
    for (int row = firstKept(); row >= 0; row = nextKept(row)) {
      if (isRating(row)) {
        rows[at++] = row;
      }
    }
    if (count > 0) {
      group.rows(rows, 0, count);
    }
  }

  double[] values(int[] rows, int from, int to) {
    double[] gathered = new double[to - from];
    for (int i = from; i < to; i++) {
      gathered[i - from] = value(rows[i]);
    }
    return gathered;
  }

  boolean isRating(int row) {
    return events.kind(row) == InteractionKind.RATING;
  }

  /** What is left, and all impressions. */
  Interactions result() {
    kept.or(shown);
    if (kept.cardinality() == events.size() && values == null) {
      return events;
    }
    Interactions.Builder result = Interactions.builder();
    for (int row = firstKept(); row >= 0; row = nextKept(row)) {
      result.addFrom(events, row, value(row));
    }
    return result.build();
  }

  private String describe(int row) {
    String kind = events.kind(row).code();
    return String.format(
        Locale.ROOT,
        "%s, %s, %s%s",
        RowProblem.printable(events.userId(events.user(row)), 20),
        RowProblem.printable(events.artworkId(events.artwork(row)), 24),
        kind,
        isRating(row) ? String.format(Locale.ROOT, " %.4g", value(row)) : "");
  }
}
