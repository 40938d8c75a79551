package io.artrec.cf.linear;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.Workers;
import io.artrec.kernel.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
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
 *
 * @param regularization {@code λ}, above 0; some hundred are usual
 * @param feedback what behaviour counts
 */
public record Ease(double regularization, Feedback feedback) implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "ease";

  /** Validates the hyper-parameters. */
  public Ease {
    Checks.above(NAME, "regularization", regularization, 0);
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns EASE.
   *
   * @param regularization {@code λ}, above 0; some hundred are usual
   * @return the strategy
   */
  public static Ease regularization(double regularization) {
    return new Ease(regularization, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public Ease feedback(Feedback meaning) {
    return new Ease(regularization, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code regularization} (300 when left out), {@code feedback}
   * @return the strategy
   */
  public static Ease parse(Parameters from) {
    from.only(NAME, "regularization", "feedback");
    return new Ease(
        from.getDouble("regularization", 300), from.getEnum("feedback", Feedback.PREFERENCE));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none().with("regularization", regularization).with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.catalog().size());
    double[][] gram = gram(context, feedback.matrix(context));
    SymmetricInverse.invert(gram, Kernels.best(), context, "training " + NAME);
    return new EaseScorer(this, gram);
  }

  static void checkMemory(double artworks) {
    MemoryNeed.check(
        NAME, 8 * artworks * artworks * 1.1, "train on fewer works, or use item-knn or slim");
  }

  /** The lower triangle of {@code XᵀX + λI}, in full rows. */
  private double[][] gram(TrainingContext context, SparseMatrix behavior) {
    SparseMatrix byArtwork = behavior.transposed();
    int artworks = behavior.columns();
    double[][] gram = new double[artworks][artworks];
    int[] indices = behavior.indices();
    float[] values = behavior.values();
    Workers.run(
        context,
        "training " + NAME,
        artworks,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double[] row = gram[i];
            for (int q = byArtwork.begin(i); q < byArtwork.end(i); q++) {
              int user = byArtwork.indices()[q];
              double value = byArtwork.values()[q];
              int end = behavior.end(user);
              for (int p = behavior.begin(user); p < end && indices[p] <= i; p++) {
                row[indices[p]] += value * values[p];
              }
            }
            row[i] += regularization;
          }
        });
    return gram;
  }

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    return EaseScorer.read(
        in, parse(Parameters.parse(in.getString("parameters"))), context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
