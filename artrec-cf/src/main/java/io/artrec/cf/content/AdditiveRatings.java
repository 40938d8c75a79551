package io.artrec.cf.content;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Predicts ratings as a sum of effects: of the visitor, of the work, of what the work is, and of
 * what it is to this visitor. A work that nobody has rated is answered by its artist, movement,
 * period and vectors, for everybody and for who asks. Immutable and thread-safe.
 *
 * <p>A linear mixed model: Henderson, Estimation of genetic parameters, Annals of Mathematical
 * Statistics 21, 1950; Robinson, That BLUP is a good thing, Statistical Science 6(1), 1991; for
 * ratings with attributes Condliff, Lewis, Madigan, Posse, Bayesian mixed-effects models for
 * recommender systems, SIGIR workshop on recommender systems, 1999, and Gao, Owen, Efficient moment
 * calculations for variance components in large unbalanced crossed random effects models,
 * Electronic Journal of Statistics 11, 2017.
 *
 * <p>{@code r̂ = μ + a_u + b_i + Σ_c x_ic (g_c + d_uc)}. The entries {@code x_i} are {@code 1/√k}
 * for each of a work's {@code k} levels of a facet ({@link io.artrec.feature.AttributeLevels}); the
 * middle of the years of creation and the logarithm of the number of ratings, standardised; and the
 * first {@code dimensions} principal components of each dense feature. The effects of a family
 * (visitors, works, each facet's or feature's {@code g} and {@code d}) are drawn from a normal
 * distribution with a variance {@code τ_f²} of the family, estimated from the ratings beside the
 * residual {@code σ²}: so a facet that says nothing of ratings gets no say, and nothing is to be
 * tuned. Given the variances, effects minimise {@code Σ (r − r̂)² + Σ_f (σ²/τ_f²) |effects_f|²}:
 * Henderson's mixed model equations, whose solution is the best linear unbiased prediction, solved
 * by conjugate gradients to 1e-8. Variances come from effects of real and of simulated ratings
 * (García-Cortés et al. 1992), on a sample of visitors where the data are large.
 *
 * <p>Whoever asks, trained visitors too, gets the {@code a_u} and {@code d_u} that minimise the
 * same sum over the history in the question, the other effects given, so new visitors and new
 * ratings need no training. New works have the effects of their levels at once, and {@code b_i = 0}
 * until they are learned. Every effect is a contribution. Predictions are not clipped to the scale.
 * Without any rating nothing is scored.
 *
 * <p>With {@code e} entries a rating's work has on average: training O(ratings · e) a step, some
 * hundred steps; 8 bytes for each effect six times, and 40 a rating. An answer O(history · e) a
 * step, some dozen steps, and O(works · e). The same seed gives the same result at any number of
 * threads.
 */
public final class AdditiveRatings extends BehaviorStrategy<AdditiveRatings> {
  static final String NAME = "additive-ratings";

  private static final Hyperparameter<String> FACETS =
      Hyperparameter.text(
              "facets",
              "names joined by +: artist, movement, genre, medium, technique, subject, period or attribute:<name>")
          .standard(values -> "", "all that records have")
          .meaning("of which facets levels have effects");

  private static final Hyperparameter<String> ON =
      Hyperparameter.text("on", "names or facets of features, joined by +")
          .standard(values -> "", "all dense features")
          .meaning("which features have slopes");

  private static final Hyperparameter<Integer> DIMENSIONS =
      Hyperparameter.whole("dimensions", 16, Range.atLeast(1).atMost(1024).triedByMagnitude(4, 64))
          .meaning("to how many principal components a feature is reduced");

  private static final Hyperparameter<Boolean> POPULARITY =
      Hyperparameter.yesNo("popularity", true)
          .meaning("whether how often a work is rated counts, for all and for each visitor");

  private static final Hyperparameter<Integer> ROUNDS =
      Hyperparameter.whole("rounds", 20, Range.atLeast(0))
          .meaning("how often variances are estimated anew at most; 0 takes them as equal");

  /** The method by name. */
  public static final StrategyMethod<AdditiveRatings> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(NAME, FACETS, ON, DIMENSIONS, POPULARITY, ROUNDS, RATING),
          AdditiveRatings::new,
          AdditiveRatings::read);

  private AdditiveRatings(Hyperparameters values) {
    super(METHOD, values);
  }

  /** {@return the additive model of all facets and dense features, with variances from the data} */
  public static AdditiveRatings standard() {
    return METHOD.standard();
  }

  /**
   * {@return this strategy with effects of chosen facets}
   *
   * @param names artist, movement, genre, medium, technique, subject, period or attribute:name;
   *     none for all that records have
   */
  public AdditiveRatings facets(Collection<String> names) {
    return with(FACETS, String.join("+", names));
  }

  /** {@return the facets whose levels have effects; empty for all that records have} */
  public List<String> facets() {
    return split(get(FACETS));
  }

  /**
   * {@return this strategy with slopes of chosen features}
   *
   * @param names names or facets of features; none for all dense features
   */
  public AdditiveRatings features(Collection<String> names) {
    return with(ON, String.join("+", names));
  }

  /** {@return the features that have slopes, by name or facet; empty for all dense features} */
  public List<String> features() {
    return split(get(ON));
  }

  private static List<String> split(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split("\\+", -1));
  }

  /**
   * {@return this strategy with features reduced to other lengths}
   *
   * @param most to how many principal components, 1 to 1,024
   */
  public AdditiveRatings dimensions(int most) {
    return with(DIMENSIONS, most);
  }

  /** {@return to how many principal components a feature is reduced} */
  public int dimensions() {
    return get(DIMENSIONS);
  }

  /**
   * {@return this strategy with or without regard to how often a work is rated}
   *
   * @param counts whether it counts
   */
  public AdditiveRatings popularity(boolean counts) {
    return with(POPULARITY, counts);
  }

  /** {@return whether how often a work is rated counts} */
  public boolean popularity() {
    return get(POPULARITY);
  }

  /**
   * {@return this strategy with another number of rounds of estimation}
   *
   * @param most how often variances are estimated anew at most; 0 takes them as equal
   */
  public AdditiveRatings rounds(int most) {
    return with(ROUNDS, most);
  }

  /** {@return how often variances are estimated anew at most} */
  public int rounds() {
    return get(ROUNDS);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    SparseMatrix ratings = FeedbackEntries.matrix(feedback(), context);
    int[] counts = AdditiveTraining.counts(ratings);
    WorkTraits traits = WorkTraits.of(context, this, counts);
    WorkRows rows = traits.rows(context, counts);
    AdditiveTraining training = new AdditiveTraining(context, ratings, rows);
    Variances variances = training.variances(rounds());
    return new AdditiveScorer(this, traits, rows, training.effects(variances));
  }

  private static Scorer read(StateReader in, TrainingContext context, AdditiveRatings strategy) {
    WorkTraits traits = WorkTraits.read(in, context);
    AdditiveEffects effects =
        AdditiveEffects.read(
            in, context.catalog().size(), traits.width(), traits.families().size());
    return new AdditiveScorer(strategy, traits, traits.rows(context, effects.counts()), effects);
  }
}
