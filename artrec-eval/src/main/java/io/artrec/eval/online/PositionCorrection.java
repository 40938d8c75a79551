package io.artrec.eval.online;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Clicks freed from the place they happened at: each counts 1/θ(place), with θ an {@link
 * ExaminationCurve}, so a click where few look counts for those who did not look. Under the
 * position-based model the results are unbiased unless θ is cut. Immutable and thread-safe.
 *
 * @param curve examination by place; must reach every place of the logs it is used on
 * @param leastExamination what θ is raised to where it is below, which takes variance away and puts
 *     bias in; 0 leaves it alone
 */
public record PositionCorrection(ExaminationCurve curve, double leastExamination) {
  /** Validates. */
  public PositionCorrection {
    if (!(leastExamination >= 0 && leastExamination <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "least examination is %s, expected 0 to 1", leastExamination));
    }
  }

  /**
   * Returns a correction that leaves θ alone.
   *
   * @param curve examination by place
   */
  public PositionCorrection(ExaminationCurve curve) {
    this(curve, 0);
  }

  /** The place a recommender would give a work. */
  @FunctionalInterface
  public interface NewPlace {
    /**
     * Returns the place.
     *
     * @param visitor the visitor's id
     * @param work the work's id
     * @return 1 the first; 0 when the work would not be shown
     */
    int of(String visitor, String work);
  }

  /**
   * {@return the click-through rate all impressions would have had at the first place: mean of
   * clicked/θ(place)}
   *
   * @param log the impressions, at least one
   */
  public WeightedRate clickRate(ImpressionLog log) {
    log.requireAny("a click-through rate");
    return WeightedRate.of(rates(log, 1, row -> 0)[0]);
  }

  /**
   * Returns {@link #clickRate} by variant.
   *
   * @param log the impressions
   * @return rates by variant, in alphabetical order
   */
  public SortedMap<String, WeightedRate> clickRateByVariant(ImpressionLog log) {
    RunningMoments[] moments = rates(log, log.variants().size(), log::variant);
    SortedMap<String, WeightedRate> rates = new TreeMap<>();
    for (int variant = 0; variant < moments.length; variant++) {
      rates.put(log.variants().get(variant), WeightedRate.of(moments[variant]));
    }
    return Collections.unmodifiableSortedMap(rates);
  }

  /**
   * Returns {@link #clickRate} by work: how much each is liked, wherever it stood.
   *
   * @param log the impressions
   * @return rates by work, in alphabetical order
   */
  public SortedMap<String, WeightedRate> clickRateByArtwork(ImpressionLog log) {
    RunningMoments[] moments = rates(log, log.artworkCount(), log::work);
    SortedMap<String, WeightedRate> rates = new TreeMap<>();
    for (int work = 0; work < moments.length; work++) {
      rates.put(log.artworkId(work), WeightedRate.of(moments[work]));
    }
    return Collections.unmodifiableSortedMap(rates);
  }

  /**
   * Estimates the discounted gain another recommender would have over the same lists: mean over
   * lists of Σ over clicked works of 1 / (θ(place) · log2(new place + 1)), a work not shown
   * counting 0 (Joachims et al. 2017; Agarwal, Takatsu, Zaitsev, Joachims, SIGIR 2019). It can only
   * credit works that were shown: recommenders compared by it should rank the same works. A list is
   * what one visitor was shown at one time.
   *
   * @param log the impressions, at least one
   * @param newPlace the place the recommender would give each clicked work
   * @return the gain by list
   */
  public WeightedRate discountedGain(ImpressionLog log, NewPlace newPlace) {
    log.requireAny("a discounted gain");
    RowsByUser rows =
        new RowsByUser(log).sorted((a, b) -> Long.compare(log.epochMillis(a), log.epochMillis(b)));
    RunningMoments moments = new RunningMoments();
    double gain = 0;
    for (int at = 0; at < log.size(); at++) {
      if (at > 0 && !isSameList(log, rows.row(at - 1), rows.row(at))) {
        moments.add(gain);
        gain = 0;
      }
      gain += log.clicked(rows.row(at)) ? gain(log, rows.row(at), newPlace) : 0;
    }
    moments.add(gain);
    return WeightedRate.of(moments);
  }

  private double gain(ImpressionLog log, int row, NewPlace newPlace) {
    String visitor = log.userId(log.visitor(row));
    String work = log.artworkId(log.work(row));
    int place = newPlace.of(visitor, work);
    if (place < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "new place of work '%s' for visitor '%s' is %d, expected 0 for none or more",
              work,
              visitor,
              place));
    }
    return place == 0 ? 0 : weight(log.place(row)) * Math.log(2) / Math.log1p(place);
  }

  private static boolean isSameList(ImpressionLog log, int a, int b) {
    return log.visitor(a) == log.visitor(b) && log.epochMillis(a) == log.epochMillis(b);
  }

  private double weight(int place) {
    return 1 / Math.max(leastExamination, curve.at(place));
  }

  private RunningMoments[] rates(ImpressionLog log, int groups, IntUnaryOperator groupOf) {
    RunningMoments[] moments = new RunningMoments[groups];
    Arrays.setAll(moments, group -> new RunningMoments());
    for (int row = 0; row < log.size(); row++) {
      double weight = weight(log.place(row));
      moments[groupOf.applyAsInt(row)].add(log.clicked(row) ? weight : 0);
    }
    return moments;
  }
}
