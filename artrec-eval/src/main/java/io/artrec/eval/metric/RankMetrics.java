package io.artrec.eval.metric;

import io.artrec.eval.metric.DiscountedGain.Ideal;
import io.artrec.eval.metric.internal.MetricSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Metrics of lists and ranks: what a relevant work is worth × how much its place counts × how many
 * places there are. All are 0 to 1 but {@code dcg}, more is better, and the value over visitors is
 * the mean of those that have one.
 *
 * <p>For all of them: a visitor without a relevant work has no value; one with relevant works and
 * an empty list has 0. A list shorter than the cutoff {@code k} is as one whose last places are
 * misses. A work that is recommended twice counts at its first place, the second is a miss. With
 * {@code hits} the relevant works among the first {@code k} places and {@code |test|} all of the
 * visitor's:
 *
 * <table>
 * <caption>Metrics by name</caption>
 * <tr><th>Name</th><th>Value of a visitor</th></tr>
 * <tr><td>{@code precision@k}</td><td>{@code hits / k}</td></tr>
 * <tr><td>{@code precision/min@k}</td><td>{@code hits / min(k, |test|)}</td></tr>
 * <tr><td>{@code recall@k}</td><td>{@code hits / |test|}</td></tr>
 * <tr><td>{@code recall/min@k}</td><td>{@code hits / min(k, |test|)}, the same number</td></tr>
 * <tr><td>{@code f1@k}</td><td>{@code 2 · hits / (k + |test|)}</td></tr>
 * <tr><td>{@code hit-rate@k}</td><td>1 with a hit, else 0</td></tr>
 * <tr><td>{@code mrr@k}</td><td>{@code 1 / rank} of the first hit</td></tr>
 * <tr><td>{@code mrr}</td><td>the same among all candidates</td></tr>
 * <tr><td>{@code map@k}</td><td>{@code Σ precision@rank of every hit / min(k, |test|)}</td></tr>
 * <tr><td>{@code map/test@k}</td><td>the same, divided by {@code |test|}</td></tr>
 * <tr><td>{@code map/hits@k}</td><td>the same, divided by {@code hits}</td></tr>
 * <tr><td>{@code r-precision@k}</td><td>hits in {@code min(k, |test|)} places{@code  / |test|}</td></tr>
 * <tr><td>{@code r-precision}</td><td>hits in {@code |test|} places{@code  / |test|}</td></tr>
 * <tr><td>{@code ndcg@k}, {@code dcg@k}</td><td>see {@link DiscountedGain}; variants {@code rating},
 * {@code exponential}; {@code flat-start}, {@code geometric=0.8}; {@code full-ideal}</td></tr>
 * <tr><td>{@code rbp@k}, {@code rbp/p=0.95@k}</td><td>{@code (1 − p) · Σ p^(rank − 1)}</td></tr>
 * <tr><td>{@code auc}</td><td>see {@link #auc}</td></tr>
 * <tr><td>{@code gauc}</td><td>see {@link #gauc}</td></tr>
 * </table>
 */
public final class RankMetrics {
  private static final Set<Divisor> OF_PRECISION = EnumSet.of(Divisor.CUTOFF, Divisor.MIN);
  private static final Set<Divisor> OF_RECALL = EnumSet.of(Divisor.TEST, Divisor.MIN);
  private static final Set<Divisor> OF_MAP = EnumSet.of(Divisor.MIN, Divisor.TEST, Divisor.HITS);

  private RankMetrics() {}

  static Map<String, Function<MetricSpec, Metric>> families() {
    Map<String, Function<MetricSpec, Metric>> all = new TreeMap<>();
    all.put(
        "precision",
        spec -> precision(cutoff(spec, OF_PRECISION), Divisor.of(spec, Divisor.CUTOFF)));
    all.put("recall", spec -> recall(cutoff(spec, OF_RECALL), Divisor.of(spec, Divisor.TEST)));
    all.put("map", spec -> averagePrecision(cutoff(spec, OF_MAP), Divisor.of(spec, Divisor.MIN)));
    all.put("f1", spec -> f1(cutoff(spec, Set.of())));
    all.put("hit-rate", spec -> hitRate(cutoff(spec, Set.of())));
    all.put(
        "mrr",
        spec ->
            spec.only(List.of()).cutoff().isPresent()
                ? reciprocalRank(spec.requireCutoff())
                : reciprocalRank());
    all.put(
        "r-precision",
        spec ->
            spec.only(List.of()).cutoff().isPresent()
                ? rPrecision(spec.requireCutoff())
                : rPrecision());
    all.put("ndcg", DiscountedGain::parse);
    all.put("dcg", DiscountedGain::parse);
    all.put(RankBiasedPrecision.FAMILY, RankMetrics::parseRankBiased);
    all.put(GroupedArea.FAMILY, spec -> withoutCutoff(spec, gauc()));
    return all;
  }

  private static int cutoff(MetricSpec spec, Set<Divisor> divisors) {
    List<String> names = divisors.stream().map(Divisor::id).toList();
    return spec.only(names.isEmpty() ? List.of() : List.of(names)).requireCutoff();
  }

  private static Metric withoutCutoff(MetricSpec spec, Metric metric) {
    spec.only(List.of()).requireNoCutoff();
    return metric;
  }

  private static Metric parseRankBiased(MetricSpec spec) {
    spec.only(List.of(List.of(RankBiasedPrecision.PERSISTENCE + "=")));
    return rankBiasedPrecision(
        spec.requireCutoff(),
        spec.number(RankBiasedPrecision.PERSISTENCE).orElse(RankBiasedPrecision.USUAL));
  }

  static int places(int cutoff) {
    if (cutoff < 1) {
      throw new IllegalArgumentException("cutoff is " + cutoff + ", expected 1 or more");
    }
    return cutoff;
  }

  /**
   * {@return {@code precision@k}, the share of the first {@code k} places that are hits}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric precision(int cutoff) {
    return precision(cutoff, Divisor.CUTOFF);
  }

  /**
   * {@return precision with a divisor}
   *
   * @param cutoff {@code k}, 1 or more
   * @param divisor {@link Divisor#CUTOFF} or {@link Divisor#MIN}
   */
  public static UserMetric precision(int cutoff, Divisor divisor) {
    divisor.in(OF_PRECISION, "precision");
    return new HitShare("precision", Divisor.CUTOFF, divisor, places(cutoff));
  }

  /**
   * {@return {@code recall@k}, the share of relevant works among the first {@code k} places}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric recall(int cutoff) {
    return recall(cutoff, Divisor.TEST);
  }

  /**
   * {@return recall with a divisor}
   *
   * @param cutoff {@code k}, 1 or more
   * @param divisor {@link Divisor#TEST} or {@link Divisor#MIN}
   */
  public static UserMetric recall(int cutoff, Divisor divisor) {
    divisor.in(OF_RECALL, "recall");
    return new HitShare("recall", Divisor.TEST, divisor, places(cutoff));
  }

  /**
   * {@return {@code f1@k}, the harmonic mean of {@code precision@k} and {@code recall@k} of each
   * visitor: {@code 2 · hits / (k + |test|)}}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric f1(int cutoff) {
    return new ListMetric(ListMetric.Formula.F1, places(cutoff));
  }

  /**
   * {@return {@code hit-rate@k}, the share of visitors with a hit among the first {@code k} places}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric hitRate(int cutoff) {
    return new ListMetric(ListMetric.Formula.HIT_RATE, places(cutoff));
  }

  /**
   * {@return {@code mrr@k}, 1 / rank of the first hit among {@code k} places, 0 where there is
   * none}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric reciprocalRank(int cutoff) {
    return new ListMetric(ListMetric.Formula.RECIPROCAL_RANK, places(cutoff));
  }

  /**
   * {@return {@code mrr}, {@code 1 / (1 + above + tied / 2)} of the relevant work that stands best
   * among all candidates, with {@code above} others that score higher and {@code tied} that score
   * the same; 0 where no relevant work is a candidate} Needs full ranks.
   */
  public static UserMetric reciprocalRank() {
    return new FullRankMetric(FullRankMetric.Formula.RECIPROCAL_RANK);
  }

  /**
   * {@return {@code map@k}, average precision divided by the most hits there can be, {@code min(k,
   * |test|)}}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric averagePrecision(int cutoff) {
    return averagePrecision(cutoff, Divisor.MIN);
  }

  /**
   * {@return average precision with a divisor}
   *
   * @param cutoff {@code k}, 1 or more
   * @param divisor {@link Divisor#MIN}, {@link Divisor#TEST} or {@link Divisor#HITS}
   */
  public static UserMetric averagePrecision(int cutoff, Divisor divisor) {
    return new AveragePrecision(divisor.in(OF_MAP, "map"), places(cutoff));
  }

  /**
   * {@return {@code r-precision@k}, hits among the first {@code min(k, |test|)} places, divided by
   * {@code |test|}: a visitor with more relevant works than {@code k} cannot reach 1}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric rPrecision(int cutoff) {
    return new ListMetric(ListMetric.Formula.R_PRECISION, places(cutoff));
  }

  /**
   * {@return {@code r-precision}, hits among the first {@code |test|} of all candidates, divided by
   * {@code |test|}: there precision and recall are the same} A tie with another work counts half a
   * place. Needs full ranks.
   */
  public static UserMetric rPrecision() {
    return new FullRankMetric(FullRankMetric.Formula.R_PRECISION);
  }

  /**
   * Returns {@code ndcg@k}: binary gain, discount {@code 1 / log2(rank + 1)}, ideal truncated.
   *
   * @param cutoff {@code k}, 1 or more
   * @return the metric, which can be changed
   */
  public static DiscountedGain ndcg(int cutoff) {
    return new DiscountedGain(cutoff, Gain.BINARY, Discount.LOG2, Ideal.TRUNCATED);
  }

  /**
   * Returns {@code dcg@k}: binary gain, discount {@code 1 / log2(rank + 1)}.
   *
   * @param cutoff {@code k}, 1 or more
   * @return the metric, which can be changed
   */
  public static DiscountedGain dcg(int cutoff) {
    return new DiscountedGain(cutoff, Gain.BINARY, Discount.LOG2, Ideal.NONE);
  }

  /**
   * {@return {@code rbp/p=…@k}, rank-biased precision {@code (1 − p) · Σ p^(rank − 1)} over the
   * ranks of hits (Moffat and Zobel: Rank-biased precision for measurement of retrieval
   * effectiveness, 2008)} At most {@code 1 − p^k}; what a longer list could add is less than {@code
   * p^k}.
   *
   * @param cutoff {@code k}, 1 or more
   * @param persistence {@code p}, the chance that a visitor goes on to the next work; above 0,
   *     below 1; 0.8 where the name has none
   */
  public static UserMetric rankBiasedPrecision(int cutoff, double persistence) {
    return new RankBiasedPrecision(persistence, places(cutoff));
  }

  /**
   * {@return {@code auc}, the chance that a relevant work of a visitor scores higher than another
   * candidate: the mean over the visitor's relevant works of {@code (others − above − tied / 2) /
   * others}, with {@code others} candidates that are not relevant, of which {@code above} score
   * higher and {@code tied} the same. 0.5 is what chance gives} Candidates that cannot be scored
   * stand below all others, tied with each other; a relevant work that is no candidate counts 0. No
   * value where every candidate is relevant. Needs full ranks.
   */
  public static UserMetric auc() {
    return new FullRankMetric(FullRankMetric.Formula.AUC);
  }

  /**
   * {@return {@code gauc}, grouped AUC: the chance that of a visitor's tested works a relevant one
   * is predicted higher than one that is not, a tie counting half; over visitors the mean weighted
   * by their number of tested works (Zhu et al.: Optimized cost per click in Taobao display
   * advertising, 2017)} Works without a prediction stand below all others, tied with each other. No
   * value where tested works are all relevant, or none is. Needs predictions; those of a strategy
   * whose scores depend on each other, a blend for instance, are its scores among all candidates.
   */
  public static UserMetric gauc() {
    return new GroupedArea();
  }
}
