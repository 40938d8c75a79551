package io.artrec.cf.linear;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;

/**
 * Predicts each column of the matrix of visitors by works from all others, by ridge regression in
 * closed form. Immutable and thread-safe.
 *
 * <p>Steck, Embarrassingly shallow autoencoders for sparse data, WWW 2019.
 *
 * <p>With {@code P = (XᵀX + λI)^-1}, {@code B_ij = −P_ij / P_jj} and {@code B_jj = 0}; the score is
 * {@code x·B}. In double precision. Training O(Σ_u n_u² + works³) time and 8 · works² bytes, which
 * are kept; an answer O(works · history). New visitors and new events need no training to be
 * answered; they speak for others, and forgotten ones do not, after an update of {@code P} by the
 * rows that changed, in O(works²) each, which equals training to 1e-9 (Sherman and Morrison 1950).
 * It trains when half as many rows changed as there are works, or digits would be lost.
 */
public final class Ease extends BehaviorStrategy<Ease> {
  static final String NAME = "ease";

  private static final Hyperparameter<Double> REGULARIZATION =
      Hyperparameter.number("regularization", 300, Range.above(0).triedByMagnitude(10, 5000))
          .meaning("`λ`, how strongly weights are held to 0; some hundred are usual");

  /** The method by name. */
  public static final StrategyMethod<Ease> METHOD =
      StrategyMethod.of(Hyperparameters.of(NAME, REGULARIZATION, RANKING), Ease::new, Ease::read);

  private Ease(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return EASE of a regularisation}
   *
   * @param lambda how strongly weights are held to 0
   */
  public static Ease regularization(double lambda) {
    return METHOD.with(REGULARIZATION, lambda);
  }

  /** {@return how strongly weights are held to 0} */
  public double regularization() {
    return get(REGULARIZATION);
  }

  @Override
  public Scorer train(TrainingContext context) {
    InverseWeights.checkMemory(NAME, context.catalog().size());
    double[][] gram =
        BehaviorGram.of(
            context, NAME, FeedbackEntries.matrix(feedback(), context), regularization());
    SymmetricInverse.invert(gram, Kernels.best(), context, "training " + NAME);
    return new EaseScorer(this, new InverseWeights(NAME, gram));
  }

  private static Scorer read(StateReader in, TrainingContext context, Ease strategy) {
    int works = context.catalog().size();
    InverseWeights weights = InverseWeights.read(in, NAME, works);
    if (weights.works() != works) {
      throw new ModelFileException(
          "the model's weights are between " + weights.works() + " works, expected " + works);
    }
    return new EaseScorer(strategy, weights);
  }
}
