package io.artrec.eval.online;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Click-through, conversion and stay from an {@link ImpressionLog}. Cost two passes over the
 * impressions and a sort of the stays; memory 4 bytes an impression and 8 a stay.
 */
public final class FeedbackSummaries {
  private FeedbackSummaries() {}

  /**
   * Sums up all impressions.
   *
   * @param log the impressions, at least one
   * @param longStay what a stay has to exceed to count as a long one, not negative
   * @return the summary
   * @throws IllegalArgumentException when the log is empty
   */
  public static FeedbackSummary overall(ImpressionLog log, Duration longStay) {
    log.requireAny("a summary");
    return summarize(log, longStay, 1, row -> 0)[0].orElseThrow();
  }

  /**
   * Sums up impressions by the variant that chose them.
   *
   * @param log the impressions
   * @param longStay what a stay has to exceed to count as a long one
   * @return summaries by variant, in alphabetical order; empty for an empty log
   */
  public static SortedMap<String, FeedbackSummary> byVariant(ImpressionLog log, Duration longStay) {
    Optional<FeedbackSummary>[] summaries =
        summarize(log, longStay, log.variants().size(), log::variant);
    SortedMap<String, FeedbackSummary> named = new TreeMap<>();
    for (int variant = 0; variant < summaries.length; variant++) {
      String name = log.variants().get(variant);
      summaries[variant].ifPresent(summary -> named.put(name, summary));
    }
    return Collections.unmodifiableSortedMap(named);
  }

  /**
   * Sums up impressions by the place they stood at.
   *
   * @param log the impressions
   * @param longStay what a stay has to exceed to count as a long one
   * @return summaries by place, from 1; places that do not occur are absent
   */
  public static SortedMap<Integer, FeedbackSummary> byPlace(ImpressionLog log, Duration longStay) {
    Optional<FeedbackSummary>[] summaries =
        summarize(log, longStay, log.lastPlace() + 1, log::place);
    SortedMap<Integer, FeedbackSummary> placed = new TreeMap<>();
    for (int place = 0; place < summaries.length; place++) {
      int key = place;
      summaries[place].ifPresent(summary -> placed.put(key, summary));
    }
    return Collections.unmodifiableSortedMap(placed);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Optional<FeedbackSummary>[] summarize(
      ImpressionLog log, Duration longStay, int groups, IntUnaryOperator groupOf) {
    if (longStay.isNegative()) {
      throw new IllegalArgumentException(
          "a long stay is one beyond " + longStay + ", expected a time that is not negative");
    }
    Group[] tallies = new Group[groups];
    for (int row = 0; row < log.size(); row++) {
      int group = groupOf.applyAsInt(row);
      if (tallies[group] == null) {
        tallies[group] = new Group();
      }
      tallies[group].add(log, row);
    }
    addVisitors(log, tallies, groupOf);
    Optional[] summaries = new Optional[groups];
    double threshold = Impression.seconds(longStay);
    for (int group = 0; group < groups; group++) {
      summaries[group] = Optional.ofNullable(tallies[group]).map(tally -> tally.summary(threshold));
    }
    return summaries;
  }

  private static void addVisitors(ImpressionLog log, Group[] tallies, IntUnaryOperator groupOf) {
    RowsByUser rows = new RowsByUser(log);
    int[] met = new int[tallies.length];
    for (int visitor = 0; visitor < log.userCount(); visitor++) {
      int count = 0;
      for (int at = rows.start(visitor); at < rows.start(visitor + 1); at++) {
        int row = rows.row(at);
        int group = groupOf.applyAsInt(row);
        if (tallies[group].ofVisitor(log, row)) {
          met[count++] = group;
        }
      }
      for (int at = 0; at < count; at++) {
        tallies[met[at]].endVisitor();
      }
    }
  }

  /** Sums over one group. */
  private static final class Group {
    private long impressions;
    private long clicks;
    private long conversions;
    private long clicksConverted;
    private long visitors;
    private long visitorsClicked;
    private long visitorsConverted;
    private double squaredExcess;
    private int shownToVisitor;
    private int clicksOfVisitor;
    private int conversionsOfVisitor;
    private final DoubleArrayList stays = new DoubleArrayList();

    void add(ImpressionLog log, int row) {
      boolean clicked = log.clicked(row);
      boolean converted = log.converted(row);
      impressions++;
      clicks += clicked ? 1 : 0;
      conversions += converted ? 1 : 0;
      clicksConverted += clicked && converted ? 1 : 0;
      log.dwellSeconds(row).ifPresent(stays::add);
    }

    /** Counts an impression of the visitor at hand; true for the first. */
    boolean ofVisitor(ImpressionLog log, int row) {
      shownToVisitor++;
      clicksOfVisitor += log.clicked(row) ? 1 : 0;
      conversionsOfVisitor += log.converted(row) ? 1 : 0;
      return shownToVisitor == 1;
    }

    void endVisitor() {
      visitors++;
      visitorsClicked += clicksOfVisitor > 0 ? 1 : 0;
      visitorsConverted += conversionsOfVisitor > 0 ? 1 : 0;
      double excess = clicksOfVisitor - (double) clicks / impressions * shownToVisitor;
      squaredExcess += excess * excess;
      shownToVisitor = 0;
      clicksOfVisitor = 0;
      conversionsOfVisitor = 0;
    }

    FeedbackSummary summary(double threshold) {
      OptionalDouble error =
          visitors < 2
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  Math.sqrt(squaredExcess * visitors / (visitors - 1)) / impressions);
      return new FeedbackSummary(
          impressions,
          clicks,
          conversions,
          clicksConverted,
          visitors,
          visitorsClicked,
          visitorsConverted,
          error,
          stays.isEmpty() ? Optional.empty() : Optional.of(dwell(threshold)));
    }

    private DwellSummary dwell(double threshold) {
      double[] sorted = stays.toDoubleArray();
      Arrays.sort(sorted);
      double sum = 0;
      long beyond = 0;
      for (double stay : sorted) {
        sum += stay;
        beyond += stay > threshold ? 1 : 0;
      }
      int half = sorted.length / 2;
      double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
      return new DwellSummary(
          sum / sorted.length, median, threshold, new Proportion(beyond, sorted.length));
    }
  }
}
