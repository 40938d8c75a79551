package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Discounted cumulative gain of the first {@code k} places, plain or divided by an ideal list's
 * (Järvelin and Kekäläinen: Cumulated gain-based evaluation of IR techniques, 2002):
 *
 * <pre>
 * dcg = Σ over places with a relevant work of gain(grade) · discount(rank)
 * ndcg = dcg / ideal, ideal = the same sum over the visitor's relevant works, best grade first
 * </pre>
 *
 * <p>{@code dcg} is 0 or more, {@code ndcg} 0 to 1. A visitor without a relevant work, or for
 * {@code ndcg} with none that is worth anything, has no value. Immutable and thread-safe. Cost
 * O(hits), and for {@code ndcg} with other than binary gain O(tested works · log(tested works)).
 *
 * <p>Made by {@link RankMetrics#ndcg} and {@link RankMetrics#dcg}, then changed:
 *
 * <pre>{@code
 * RankMetrics.ndcg(10).gain(Gain.EXPONENTIAL).discount(Discount.FLAT_START).ideal(Ideal.FULL)
 * }</pre>
 */
public final class DiscountedGain implements RankedListMetric {
  /** What a list's gain is divided by. */
  public enum Ideal {
    /** Nothing: plain {@code dcg}. */
    NONE,
    /** The best list of {@code k} places, so that the best list gets 1. */
    TRUNCATED,
    /** The best list of all relevant works, even where they are more than {@code k}. */
    FULL
  }

  private static final String FULL_IDEAL = "full-ideal";

  private final int cutoff;
  private final Gain gain;
  private final Discount discount;
  private final Ideal ideal;

  DiscountedGain(int cutoff, Gain gain, Discount discount, Ideal ideal) {
    this.cutoff = RankMetrics.places(cutoff);
    this.gain = Objects.requireNonNull(gain, "gain");
    this.discount = Objects.requireNonNull(discount, "discount");
    this.ideal = Objects.requireNonNull(ideal, "ideal");
  }

  static DiscountedGain parse(MetricSpec spec) {
    boolean plain = spec.family().equals("dcg");
    List<List<String>> groups = new ArrayList<>();
    groups.add(Arrays.stream(Gain.values()).map(Gain::id).toList());
    groups.add(List.of(Discount.LOG2.id(), Discount.FLAT_START.id(), "geometric="));
    if (!plain) {
      groups.add(List.of(FULL_IDEAL));
    }
    spec.only(groups);
    Ideal divided = spec.has(FULL_IDEAL) ? Ideal.FULL : Ideal.TRUNCATED;
    return new DiscountedGain(
        spec.requireCutoff(), Gain.of(spec), Discount.of(spec), plain ? Ideal.NONE : divided);
  }

  /**
   * {@return this metric with another gain}
   *
   * @param other the gain
   */
  public DiscountedGain gain(Gain other) {
    return new DiscountedGain(cutoff, other, discount, ideal);
  }

  /**
   * {@return this metric with another discount}
   *
   * @param other the discount
   */
  public DiscountedGain discount(Discount other) {
    return new DiscountedGain(cutoff, gain, other, ideal);
  }

  /**
   * {@return this metric with another ideal}
   *
   * @param other the ideal
   */
  public DiscountedGain ideal(Ideal other) {
    return new DiscountedGain(cutoff, gain, discount, other);
  }

  @Override
  public String name() {
    List<String> variants = new ArrayList<>();
    if (gain != Gain.BINARY) {
      variants.add(gain.id());
    }
    if (!discount.equals(Discount.LOG2)) {
      variants.add(discount.id());
    }
    if (ideal == Ideal.FULL) {
      variants.add(FULL_IDEAL);
    }
    return new MetricSpec(ideal == Ideal.NONE ? "dcg" : "ndcg", variants, OptionalInt.of(cutoff))
        .toString();
  }

  @Override
  public int cutoff() {
    return cutoff;
  }

  @Override
  public OptionalDouble ofLiked(UserOutcome outcome) {
    int hits = outcome.hits(cutoff);
    double sum = 0;
    for (int hit = 0; hit < hits; hit++) {
      int place = outcome.hitPlace(hit);
      sum += gain.of(outcome.grade(place)) * discount.at(place + 1);
    }
    if (ideal == Ideal.NONE) {
      return OptionalDouble.of(sum);
    }
    double most = best(outcome);
    return most == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / most);
  }

  private double best(UserOutcome outcome) {
    int relevant = outcome.relevantCount();
    int places = ideal == Ideal.FULL ? relevant : Math.min(cutoff, relevant);
    if (gain == Gain.BINARY) {
      return discount.sum(places);
    }
    double[] gains = new double[relevant];
    int count = 0;
    for (int index = 0; index < outcome.tested(); index++) {
      if (outcome.isRelevant(index)) {
        gains[count++] = gain.of(outcome.testedGrade(index));
      }
    }
    Arrays.sort(gains);
    double sum = 0;
    for (int rank = 1; rank <= places; rank++) {
      sum += gains[relevant - rank] * discount.at(rank);
    }
    return sum;
  }

  /** Equal for the same definition. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DiscountedGain metric && metric.name().equals(name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
