package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Metrics of lists that say not how right they are, but how varied, new, surprising and fair.
 *
 * <p>For all of them: an empty list has no value (but counts 0 for {@code user-coverage}); a list
 * shorter than {@code k} is taken as it is; a work that is recommended twice takes both places.
 * {@code popularity} is the number of visitors who knew a work in training, and {@code pairs} the
 * sum of it over works. "Like" is the cosine of two works' sets of visitors, {@code |A ∩ B| /
 * sqrt(|A| · |B|)}, or with the name of a feature as variant ({@code diversity/text@10}) that
 * feature's similarity, whose highest value must be 1; pairs of works that lack the feature are
 * left out.
 *
 * <table>
 * <caption>Metrics by name</caption>
 * <tr><th>Name</th><th>Value</th></tr>
 * <tr><td>{@code catalog-coverage@k}</td><td>share of the catalogue's works that are in some list;
 * {@code /trained}: of the works that somebody knew in training</td></tr>
 * <tr><td>{@code user-coverage@k}</td><td>share of visitors with one recommended work or more; {@code
 * /full}: with {@code k}</td></tr>
 * <tr><td>{@code diversity@k}</td><td>mean of {@code 1 − like} over the pairs of a list (intra-list
 * diversity: Smyth and McClave, 2001)</td></tr>
 * <tr><td>{@code novelty@k}</td><td>mean of {@code −log2(popularity / pairs)} over places; a work that
 * nobody knew as one that one visitor knew; {@code /visitors}: {@code −log2(popularity / visitors)}
 * (mean self-information: Zhou et al., 2010); {@code /relevant} and {@code /discounted} as for
 * {@code epc}</td></tr>
 * <tr><td>{@code epc@k}</td><td>expected popularity complement, mean of {@code 1 − popularity /
 * visitors} (Vargas and Castells, 2011); {@code /relevant}: works that are no hits count 0; {@code
 * /discounted}: places weigh {@code 1 / log2(rank + 1)}</td></tr>
 * <tr><td>{@code efd@k}</td><td>expected free discovery (Vargas and Castells, 2011): another name of
 * {@code novelty@k}, the same number; results call it {@code novelty@k}. The paper's form with
 * relevance and rank is {@code efd/relevant/discounted@k}</td></tr>
 * <tr><td>{@code unexpectedness@k}</td><td>mean over places of {@code 1 −} the mean of {@code like}
 * over the works the visitor knew; {@code /popular}: share of the list that is not among the {@code
 * k} most popular works the visitor did not know (Ge, Delgado-Battenfeld and Jannach, 2010)</td></tr>
 * <tr><td>{@code serendipity@k}</td><td>the same, in both forms, where places without a hit count
 * 0</td></tr>
 * <tr><td>{@code gini@k}</td><td>{@code Σ (2i − n − 1) · c(i) / (n · Σ c)} over the {@code n} works of
 * the catalogue, {@code c(i)} ascending counts of places; 0 when all are shown equally often; {@code
 * /unbiased}: with {@code n − 1}, so that 1 can be reached</td></tr>
 * <tr><td>{@code entropy@k}</td><td>{@code −Σ p · log2 p} of the shares of all places that works
 * have; {@code /normalized}: divided by {@code log2 n}</td></tr>
 * <tr><td>{@code arp@k}</td><td>average popularity of the works of a list (Yin et al., 2012)</td></tr>
 * <tr><td>{@code aplt@k}</td><td>share of a list that is of the long tail (Abdollahpouri, Burke and
 * Mobasher, 2019): of the works outside the head, which is the fewest works, most popular first,
 * that have 80 % of all pairs; another share as in {@code aplt/head=0.5@10}</td></tr>
 * <tr><td>{@code aclt@k}</td><td>number of works of the long tail in a list, as their formula; {@code
 * /catalog}: share of the long tail that is in some list, as their words</td></tr>
 * <tr><td>{@code calibration@k}</td><td>divergence {@code Σ p · ln(p / (0.99 q + 0.01 p))} of the
 * groups' shares {@code q} in a list from {@code p} in what the visitor knew (Steck, 2018); by
 * movement, or by another trait as in {@code calibration/genre@10}</td></tr>
 * <tr><td>{@code exposure-gini@k}</td><td>Gini's coefficient, as above, of the exposure of artists, or
 * of another trait's groups, as in {@code exposure-gini/movement@10}; a place gives {@code 1 /
 * log2(rank + 1)}, shared by the groups of its work</td></tr>
 * <tr><td>{@code exposure-ratio@k}</td><td>exposure for each work of the group that has least, by
 * that of the group that has most (Singh and Joachims, 2018)</td></tr>
 * <tr><td>{@code exposure-disparity@k}</td><td>{@code ½ Σ |share of exposure − share of pairs|} over
 * groups: 0 when groups are shown as much as they were known</td></tr>
 * </table>
 *
 * <p>Traits are those of {@link io.artrec.eval.trait.ArtworkTrait}; works without the trait are
 * left out. A visitor without known works has no {@code unexpectedness}, {@code serendipity} and
 * {@code calibration}.
 */
public final class BeyondAccuracyMetrics {
  private BeyondAccuracyMetrics() {}

  static Map<String, Function<MetricSpec, Metric>> families() {
    Map<String, Function<MetricSpec, Metric>> all = new TreeMap<>();
    all.put("catalog-coverage", ListedArtworks::parse);
    all.put("entropy", ListedArtworks::parse);
    all.put("gini", ListedArtworks::parse);
    all.put(UserCoverage.FAMILY, UserCoverage::parse);
    all.put(ListDiversity.FAMILY, ListDiversity::parse);
    all.put("novelty", ListNovelty::parse);
    all.put("epc", ListNovelty::parse);
    all.put("efd", ListNovelty::parse);
    all.put("arp", ListNovelty::parse);
    all.put(Surprise.UNEXPECTEDNESS, Surprise::parse);
    all.put(Surprise.SERENDIPITY, Surprise::parse);
    all.put(LongTail.SHARE, BeyondAccuracyMetrics::parseLongTail);
    all.put(LongTail.COUNT, BeyondAccuracyMetrics::parseLongTail);
    all.put(Calibration.FAMILY, Calibration::parse);
    Arrays.stream(Exposure.Formula.values()).forEach(f -> all.put(f.family(), Exposure::parse));
    return all;
  }

  private static Metric parseLongTail(MetricSpec spec) {
    List<String> heads = List.of(LongTail.HEAD + "=");
    boolean share = spec.family().equals(LongTail.SHARE);
    spec.only(share ? List.of(heads) : List.of(heads, List.of("catalog")));
    double head = spec.number(LongTail.HEAD).orElse(LongTail.USUAL_HEAD);
    return spec.has("catalog")
        ? new ListedArtworks(ListedArtworks.Formula.LONG_TAIL_COVERAGE, head, spec.requireCutoff())
        : new LongTail(share, head, spec.requireCutoff());
  }

  /**
   * {@return {@code catalog-coverage@k}, the share of the catalogue's works that are in some list}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static OverallMetric catalogCoverage(int cutoff) {
    return new ListedArtworks(ListedArtworks.Formula.COVERAGE, LongTail.USUAL_HEAD, cutoff);
  }

  /**
   * {@return {@code diversity@k}, intra-list diversity by who knew the works}
   *
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric diversity(int cutoff) {
    return new ListDiversity(new ArtworkSimilarity(Optional.empty()), cutoff);
  }

  /**
   * {@return {@code diversity/feature@k}, intra-list diversity by a feature}
   *
   * @param feature the feature's name
   * @param cutoff {@code k}, 1 or more
   */
  public static UserMetric diversity(String feature, int cutoff) {
    return new ListDiversity(new ArtworkSimilarity(Optional.of(feature)), cutoff);
  }
}
