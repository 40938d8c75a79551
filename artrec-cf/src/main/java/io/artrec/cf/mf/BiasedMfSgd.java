package io.artrec.cf.mf;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.strategy.TrainingContext;
import java.util.SplittableRandom;

/**
 * Stochastic gradient descent for {@link BiasedMf}. Ratings are dealt into {@code GROUPS²} blocks
 * by visitor and work; in each of {@code GROUPS} rounds of an epoch the blocks passed at the same
 * time share no visitor and no work (Gemulla, Nijkamp, Haas, Sismanis, Large-scale matrix
 * factorization with distributed stochastic gradient descent, KDD 2011). The number of groups does
 * not depend on the number of threads, so neither does the result.
 */
final class BiasedMfSgd implements RatingLearner {
  private static final int GROUPS = 8;
  private static final double FIRST_DEVIATION = 0.1;

  private final TrainingContext context;
  private final BiasedMf strategy;
  private final RatingData data;
  private final int factors;
  private final float regularization;
  private final float hold;
  final float[] userBiases;
  final float[] userVectors;
  private final float[] biases;
  private final float[] vectors;

  private final float[] userShrinkage;
  private final float[] workShrinkage;

  private final int[] blocks = new int[GROUPS * GROUPS + 1];
  private final int[] order;
  private final int[] users;
  private final int[] works;
  private final float[] ratings;

  BiasedMfSgd(TrainingContext context, BiasedMf strategy, RatingData data) {
    this.context = context.silent();
    this.strategy = strategy;
    this.data = data;
    factors = strategy.factors();
    regularization = (float) strategy.regularization();
    hold = (float) strategy.biasRegularization();
    SparseMatrix matrix = data.ratings();
    userBiases = new float[matrix.rows()];
    biases = new float[matrix.columns()];
    userVectors =
        FactorArrays.random(matrix.rows(), factors, FIRST_DEVIATION, context.seed() ^ 0x75L);
    vectors = FactorArrays.random(matrix.columns(), factors, FIRST_DEVIATION, context.seed());
    order = new int[matrix.size()];
    users = new int[order.length];
    works = new int[order.length];
    ratings = new float[order.length];
    userShrinkage = perRating(matrix);
    workShrinkage = perRating(matrix.transposed());
    deal(matrix);
  }

  /** The shrinkage of each row, in equal parts to its ratings. */
  private float[] perRating(SparseMatrix rows) {
    float[] parts = new float[rows.rows()];
    double shrinkage = strategy.shrinkage();
    for (int row = 0; row < parts.length; row++) {
      parts[row] = (float) (shrinkage / Math.max(1, rows.length(row)));
    }
    return parts;
  }

  private static int block(int user, int work) {
    return user % GROUPS * GROUPS + work % GROUPS;
  }

  private void deal(SparseMatrix matrix) {
    for (int user = 0; user < matrix.rows(); user++) {
      for (int p = matrix.begin(user); p < matrix.end(user); p++) {
        blocks[block(user, matrix.indices()[p]) + 1]++;
      }
    }
    for (int b = 0; b + 1 < blocks.length; b++) {
      blocks[b + 1] += blocks[b];
    }
    int[] next = blocks.clone();
    for (int user = 0; user < matrix.rows(); user++) {
      for (int p = matrix.begin(user); p < matrix.end(user); p++) {
        int to = next[block(user, matrix.indices()[p])]++;
        order[to] = to;
        users[to] = user;
        works[to] = matrix.indices()[p];
        ratings[to] = matrix.values()[p];
      }
    }
  }

  @Override
  public void learn(int epoch) {
    float rate = (float) (strategy.learningRate() * Math.pow(strategy.decay(), epoch));
    for (int round = 0; round < GROUPS; round++) {
      int shift = round;
      context
          .workers()
          .run(
              "training " + BiasedMf.NAME,
              GROUPS,
              (from, to) -> {
                for (int group = from; group < to; group++) {
                  pass(group * GROUPS + (group + shift) % GROUPS, epoch, rate);
                }
              });
    }
  }

  private void pass(int block, int epoch, float rate) {
    long seed = context.seed() + 0x9E3779B97F4A7C15L * ((long) epoch * blocks.length + block + 1);
    FactorArrays.shuffle(order, blocks[block], blocks[block + 1], new SplittableRandom(seed));
    for (int k = blocks[block]; k < blocks[block + 1]; k++) {
      step(order[k], rate);
    }
  }

  private void step(int rating, float rate) {
    int user = users[rating];
    int work = works[rating];
    int p = user * factors;
    int q = work * factors;
    float error = ratings[rating] - userBiases[user] - biases[work] - dot(p, q);
    userBiases[user] += rate * (error - (hold + userShrinkage[user]) * userBiases[user]);
    biases[work] += rate * (error - (hold + workShrinkage[work]) * biases[work]);
    float keepUser = 1 - rate * (regularization + userShrinkage[user]);
    float keepWork = 1 - rate * (regularization + workShrinkage[work]);
    float pull = rate * error;
    for (int j = 0; j < factors; j++) {
      float ofUser = userVectors[p + j];
      float ofWork = vectors[q + j];
      userVectors[p + j] = ofUser * keepUser + pull * ofWork;
      vectors[q + j] = ofWork * keepWork + pull * ofUser;
    }
  }

  private float dot(int p, int q) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int j = 0;
    for (; j + 3 < factors; j += 4) {
      a += userVectors[p + j] * vectors[q + j];
      b += userVectors[p + j + 1] * vectors[q + j + 1];
      c += userVectors[p + j + 2] * vectors[q + j + 2];
      d += userVectors[p + j + 3] * vectors[q + j + 3];
    }
    for (; j < factors; j++) {
      a += userVectors[p + j] * vectors[q + j];
    }
    return a + b + (c + d);
  }

  @Override
  public void startVisitor(int user, double[] solution) {
    userBiases[user] = (float) solution[0];
    for (int j = 0; j < factors; j++) {
      userVectors[user * factors + j] = (float) solution[j + 1];
    }
  }

  @Override
  public RatingFactors factors() {
    return new RatingFactors(
        factors,
        data.mean(),
        data.deviation(),
        biases,
        vectors,
        new float[0],
        strategy.penalties());
  }
}
