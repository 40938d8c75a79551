package io.artrec.cf.mf;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;

/**
 * Sets a learner of ratings to where an earlier model stands, brought to the mean and deviation of
 * the new ratings: works as they are, visitors solved for by them.
 */
final class RatingStart {
  private RatingStart() {}

  /** The model of an earlier scorer, when it fits. */
  static Optional<RatingFactors> of(Scorer earlier, String name, int factors, int works) {
    return earlier instanceof RatingFactorsScorer scorer
            && scorer.strategy().name().equals(name)
            && scorer.model().factors() == factors
            && scorer.model().works() <= works
        ? Optional.of(scorer.model())
        : Optional.empty();
  }

  static void apply(
      RatingFactors earlier, RatingLearner learner, RatingData data, TrainingContext context) {
    RatingFactors model = learner.factors();
    float scale = (float) (earlier.deviation() / data.deviation());
    copy(earlier.biases(), scale, model.biases());
    copy(earlier.vectors(), scale, model.vectors());
    copy(earlier.implied(), 1, model.implied());
    SparseMatrix ratings = data.ratings();
    SparseMatrix acted = data.acted();
    context
        .workers()
        .run(
            "training",
            ratings.rows(),
            (from, to) -> {
              RidgeSystem system = model.penalties().system(model.factors());
              double[] solution = new double[system.size()];
              for (int user = from; user < to; user++) {
                double[] prior = new double[model.factors()];
                model.addPrior(acted.indices(), acted.begin(user), acted.end(user), prior);
                model.solve(
                    ratings.indices(),
                    ratings.values(),
                    ratings.begin(user),
                    ratings.end(user),
                    prior,
                    system,
                    solution);
                for (int j = 0; j < prior.length; j++) {
                  solution[j + 1] -= prior[j];
                }
                learner.startVisitor(user, solution);
              }
            });
  }

  private static void copy(float[] from, float scale, float[] to) {
    for (int k = 0; k < Math.min(from.length, to.length); k++) {
      to[k] = scale * from[k];
    }
  }
}
