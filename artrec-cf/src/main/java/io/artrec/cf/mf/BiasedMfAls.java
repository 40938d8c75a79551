package io.artrec.cf.mf;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.strategy.TrainingContext;

/**
 * Alternating least squares for {@link BiasedMf} and {@link Nmf}: with the works fixed, each
 * visitor's bias and factors are one ridge regression, and the other way round. The objective never
 * rises.
 */
final class BiasedMfAls implements RatingLearner {
  private static final double FIRST_DEVIATION = 0.1;

  private final TrainingContext context;
  private final String stage;
  private final int factors;
  private final RatingData data;
  private final Penalties penalties;
  private final SparseMatrix byWork;
  private final float[] userBiases;
  private final float[] userVectors;
  private final float[] biases;
  private final float[] vectors;

  BiasedMfAls(TrainingContext context, BiasedMf strategy, RatingData data) {
    this(context, BiasedMf.NAME, strategy.factors(), strategy.penalties(), data);
  }

  BiasedMfAls(
      TrainingContext context, String name, int factors, Penalties penalties, RatingData data) {
    this.context = context.silent();
    this.data = data;
    this.factors = factors;
    this.penalties = penalties;
    stage = "training " + name;
    byWork = data.ratings().transposed();
    userBiases = new float[data.ratings().rows()];
    biases = new float[byWork.rows()];
    userVectors = new float[userBiases.length * factors];
    vectors = FactorArrays.random(biases.length, factors, FIRST_DEVIATION, context.seed());
    for (int k = 0; k < vectors.length && penalties.nonNegative(); k++) {
      vectors[k] = Math.abs(vectors[k]);
    }
  }

  @Override
  public void learn(int epoch) {
    solve(data.ratings(), biases, vectors, userBiases, userVectors);
    solve(byWork, userBiases, userVectors, biases, vectors);
  }

  private void solve(
      SparseMatrix rows,
      float[] fixedBiases,
      float[] fixedVectors,
      float[] rowBiases,
      float[] rowVectors) {
    context
        .workers()
        .run(
            stage,
            rows.rows(),
            (from, to) -> {
              RidgeSystem system = penalties.system(factors);
              double[] solution = new double[system.size()];
              for (int row = from; row < to; row++) {
                system.clear();
                for (int p = rows.begin(row); p < rows.end(row); p++) {
                  int other = rows.indices()[p];
                  system.add(fixedVectors, other * factors, rows.values()[p] - fixedBiases[other]);
                }
                int count = rows.length(row);
                system.factorize(penalties.ofBias(count), penalties.ofFactors(count));
                system.solution(solution);
                rowBiases[row] = (float) solution[0];
                for (int j = 0; j < factors; j++) {
                  rowVectors[row * factors + j] = (float) solution[j + 1];
                }
              }
            });
  }

  /** What alternating minimises: squared errors and penalties. */
  double objective() {
    SparseMatrix ratings = data.ratings();
    double sum = penalties(ratings, userBiases, userVectors) + penalties(byWork, biases, vectors);
    for (int user = 0; user < ratings.rows(); user++) {
      for (int p = ratings.begin(user); p < ratings.end(user); p++) {
        int work = ratings.indices()[p];
        double error = (double) ratings.values()[p] - userBiases[user] - biases[work];
        for (int j = 0; j < factors; j++) {
          error -= (double) userVectors[user * factors + j] * vectors[work * factors + j];
        }
        sum += error * error;
      }
    }
    return sum;
  }

  private double penalties(SparseMatrix rows, float[] rowBiases, float[] rowVectors) {
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double squares = 0;
      for (int j = 0; j < factors; j++) {
        sum += 2 * penalties.l1() * Math.abs(rowVectors[row * factors + j]);
        squares += (double) rowVectors[row * factors + j] * rowVectors[row * factors + j];
      }
      double bias = rowBiases[row];
      int count = rows.length(row);
      sum += penalties.ofBias(count) * bias * bias + penalties.ofFactors(count) * squares;
    }
    return sum;
  }

  @Override
  public RatingFactors factors() {
    return new RatingFactors(
        factors, data.mean(), data.deviation(), biases, vectors, new float[0], penalties);
  }
}
