package io.artrec.cf.linear;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.List;

/**
 * EASE that reads works' records as well: works belong together that the same visitors choose, and
 * those of one artist, movement, subject or attribute. So works that nobody has chosen yet have
 * weights, too. Immutable and thread-safe.
 *
 * <p>Jeunen, Van Balen, Goethals, Closed-form models for collaborative filtering with
 * side-information, RecSys 2020; {@link Ease} is Steck's of 2019.
 *
 * <p>With {@code X} visitors by works, {@code T} levels of attributes by works and {@code W} the
 * levels' weights on a diagonal, {@code P = (XᵀX + αTᵀWT + λI)^-1}, {@code B_ij = −P_ij / P_jj},
 * {@code B_jj = 0}; the score is {@code x·B}. A level weighs {@code ln(works / works with it)}, in
 * units that make the mean of {@code TᵀWT}'s diagonal 1: attributes count as much as {@code α}
 * visitors who choose each work. Levels are those of {@link io.artrec.feature.AttributeLevels};
 * without any this is {@link Ease}.
 *
 * <p>Training and answers cost as EASE's, and {@code Σ levels (works with it)²} additions, hidden
 * by the inversion; memory 8 · works² bytes. New visitors and new events need no training to be
 * answered, speak for others after an update of {@code P} and are forgotten by it, to 1e-9, as long
 * as the works and their attributes are those that were trained. New works are answered at once:
 * each gets the weights that it would have if it alone had been added, in O(works²), to and from
 * trained works, which keep theirs; all are trained when learning is due.
 */
public final class CollectiveEase extends BehaviorStrategy<CollectiveEase> {
  static final String NAME = "collective-ease";

  private static final String ALL = "all";

  private static final Hyperparameter<Double> REGULARIZATION =
      Hyperparameter.number("regularization", 300, Range.above(0).triedByMagnitude(10, 5000))
          .meaning("`λ`, how strongly weights are held to 0; some hundred are usual");

  private static final Hyperparameter<Double> ATTRIBUTE_WEIGHT =
      Hyperparameter.number(
              "attributeWeight", 20, Range.atLeast(0).atMost(1e6).triedByMagnitude(1, 300))
          .meaning(
              "`α`, as how many visitors who choose a work its attributes count; 0 leaves them out");

  private static final Hyperparameter<String> ON =
      Hyperparameter.text("on", "all, or names of facets joined by +")
          .standard(ALL)
          .meaning(
              "which attributes count: artist, movement, period, attribute:school and the like");

  /** The method by name. */
  public static final StrategyMethod<CollectiveEase> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(NAME, REGULARIZATION, ATTRIBUTE_WEIGHT, ON, RANKING),
          CollectiveEase::new,
          CollectiveEase::read);

  private CollectiveEase(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return the method of a regularisation, with all attributes}
   *
   * @param lambda how strongly weights are held to 0
   */
  public static CollectiveEase regularization(double lambda) {
    return METHOD.with(REGULARIZATION, lambda);
  }

  /** {@return how strongly weights are held to 0} */
  public double regularization() {
    return get(REGULARIZATION);
  }

  /**
   * {@return this strategy with attributes that count more or less}
   *
   * @param alpha as how many visitors who choose a work its attributes count, 0 to a million
   */
  public CollectiveEase attributeWeight(double alpha) {
    return with(ATTRIBUTE_WEIGHT, alpha);
  }

  /** {@return as how many visitors who choose a work its attributes count} */
  public double attributeWeight() {
    return get(ATTRIBUTE_WEIGHT);
  }

  /**
   * {@return this strategy on some attributes alone; on all without any named}
   *
   * @param facets as {@link io.artrec.feature.AttributeLevels} names them; training checks them
   */
  public CollectiveEase on(String... facets) {
    return with(ON, facets.length == 0 ? ALL : String.join("+", facets));
  }

  /** {@return the facets that count; none for all} */
  public List<String> on() {
    String on = get(ON);
    return on.equals(ALL) ? List.of() : List.of(on.split("\\+", -1));
  }

  @Override
  public Scorer train(TrainingContext context) {
    InverseWeights.checkMemory(NAME, context.catalog().size());
    String stage = "training " + NAME;
    LevelGram levels = LevelGram.of(context.catalog(), on());
    double[][] gram =
        BehaviorGram.of(
            context, NAME, FeedbackEntries.matrix(feedback(), context), regularization());
    levels.addTo(gram, attributeWeight(), context, stage);
    SymmetricInverse.invert(gram, Kernels.best(), context, stage);
    return new CollectiveEaseScorer(this, levels, GrownWeights.of(new InverseWeights(NAME, gram)));
  }

  private static Scorer read(StateReader in, TrainingContext context, CollectiveEase strategy) {
    GrownWeights weights = GrownWeights.read(in, context.catalog().size());
    LevelGram levels = LevelGram.read(in, context.catalog(), weights.trained().works());
    return new CollectiveEaseScorer(strategy, levels, weights);
  }
}
