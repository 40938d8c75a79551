package io.artrec.cf.mf;

import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/**
 * Takes new ratings into a factor model of ratings: visitors are solved for by the works as they
 * stand, then the works that changed by these visitors. O(ratings · factors² + visitors ·
 * factors³).
 */
final class RatingRefresh {
  private final RatingFactors model;
  private final TrainingContext context;
  private final String stage;
  private final SparseMatrix ratings;
  private final int factors;
  private final float[] userBiases;
  private final float[] userVectors;

  RatingRefresh(RatingFactors old, SparseMatrix raw, TrainingContext context, String name) {
    this.context = context;
    stage = "refreshing " + name;
    factors = old.factors();
    int works = raw.columns();
    model =
        new RatingFactors(
            factors,
            old.mean(),
            old.deviation(),
            Arrays.copyOf(old.biases(), works),
            Arrays.copyOf(old.vectors(), works * factors),
            old.implied().length == 0
                ? old.implied()
                : Arrays.copyOf(old.implied(), works * factors),
            old.penalties());
    float[] standardized = new float[raw.size()];
    for (int p = 0; p < standardized.length; p++) {
      standardized[p] = (float) ((raw.values()[p] - old.mean()) / old.deviation());
    }
    ratings = raw.withValues(standardized);
    userBiases = new float[raw.rows()];
    userVectors = new float[raw.rows() * factors];
  }

  static RatingFactors refreshed(
      RatingFactors old, BehaviorChange change, TrainingContext context, String name) {
    RatingRefresh refresh = new RatingRefresh(old, change.after(), context, name);
    refresh.solveVisitors();
    refresh.solveWorks(change.touched());
    return refresh.model.with(WorkMeans.of(refresh.ratings));
  }

  private void solveVisitors() {
    SparseMatrix acted =
        model.implied().length == 0 ? ratings : FeedbackEntries.matrix(Feedback.ANY, context);
    context
        .workers()
        .run(
            stage,
            ratings.rows(),
            (from, to) -> {
              RidgeSystem system = model.penalties().system(factors);
              double[] solution = new double[system.size()];
              for (int user = from; user < to; user++) {
                double[] prior = new double[factors];
                model.addPrior(acted.indices(), acted.begin(user), acted.end(user), prior);
                model.solve(
                    ratings.indices(),
                    ratings.values(),
                    ratings.begin(user),
                    ratings.end(user),
                    prior,
                    system,
                    solution);
                userBiases[user] = (float) solution[0];
                for (int j = 0; j < factors; j++) {
                  userVectors[user * factors + j] = (float) solution[j + 1];
                }
              }
            });
  }

  private void solveWorks(boolean[] wanted) {
    SparseMatrix byWork = ratings.transposed();
    context
        .workers()
        .run(
            stage,
            wanted.length,
            (from, to) -> {
              RidgeSystem system = model.penalties().system(factors);
              double[] solution = new double[system.size()];
              for (int work = from; work < to; work++) {
                if (wanted[work]) {
                  system.clear();
                  for (int p = byWork.begin(work); p < byWork.end(work); p++) {
                    int user = byWork.indices()[p];
                    system.add(userVectors, user * factors, byWork.values()[p] - userBiases[user]);
                  }
                  int count = byWork.length(work);
                  system.factorize(
                      model.penalties().ofBias(count), model.penalties().ofFactors(count));
                  system.solution(solution);
                  model.biases()[work] = (float) solution[0];
                  for (int j = 0; j < factors; j++) {
                    model.vectors()[work * factors + j] = (float) solution[j + 1];
                  }
                }
              }
            });
  }
}
