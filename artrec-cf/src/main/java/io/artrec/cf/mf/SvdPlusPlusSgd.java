package io.artrec.cf.mf;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Stochastic gradient descent for {@link SvdPlusPlus}, visitor after visitor in an order drawn by
 * chance. While a visitor's ratings are passed, {@code z_u = |N|^-½ Σ y_j} takes each step in place
 * of the {@code y_j}, which all change by the same; their change is dealt out afterwards. That is
 * the paper's step at O(factors) a rating instead of O(factors · history).
 */
final class SvdPlusPlusSgd implements RatingLearner {
  private static final double FIRST_DEVIATION = 0.1;
  private static final int USERS_PER_CHECK = 4096;

  private final TrainingContext context;
  private final SvdPlusPlus strategy;
  private final RatingData data;
  private final int factors;
  private final float regularization;
  private final float hold;
  private final double impliedRegularization;
  private final double shrinkage;
  final float[] userBiases;
  final float[] userVectors;
  private final float[] biases;
  private final float[] vectors;
  private final float[] implied;
  private final float[] workShrinkage;
  private final int[] users;
  private final int[] order;
  private final float[] prior;
  private final float[] before;

  SvdPlusPlusSgd(TrainingContext context, SvdPlusPlus strategy, RatingData data) {
    this.context = context;
    this.strategy = strategy;
    this.data = data;
    factors = strategy.factors();
    regularization = (float) strategy.regularization();
    hold = (float) strategy.biasRegularization();
    impliedRegularization = strategy.impliedRegularization();
    shrinkage = strategy.shrinkage();
    SparseMatrix ratings = data.ratings();
    userBiases = new float[ratings.rows()];
    biases = new float[ratings.columns()];
    long seed = context.seed();
    userVectors = FactorArrays.random(ratings.rows(), factors, FIRST_DEVIATION, seed ^ 0x75L);
    vectors = FactorArrays.random(ratings.columns(), factors, FIRST_DEVIATION, seed);
    implied = FactorArrays.random(ratings.columns(), factors, FIRST_DEVIATION, seed ^ 0x79L);
    workShrinkage = new float[ratings.columns()];
    for (int work : ratings.indices()) {
      workShrinkage[work]++;
    }
    for (int work = 0; work < workShrinkage.length; work++) {
      workShrinkage[work] = (float) shrinkage / Math.max(1, workShrinkage[work]);
    }
    users = numbers(ratings.rows());
    order = numbers(ratings.size());
    prior = new float[factors];
    before = new float[factors];
  }

  private static int[] numbers(int count) {
    int[] numbers = new int[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = k;
    }
    return numbers;
  }

  @Override
  public void learn(int epoch) {
    float rate = (float) (strategy.learningRate() * Math.pow(strategy.decay(), epoch));
    SplittableRandom random =
        new SplittableRandom(context.seed() + 0x9E3779B97F4A7C15L * (epoch + 1));
    FactorArrays.shuffle(users, 0, users.length, random);
    for (int k = 0; k < users.length; k++) {
      if (k % USERS_PER_CHECK == 0) {
        context.cancellation().check("training " + SvdPlusPlus.NAME);
      }
      int user = users[k];
      int from = data.ratings().begin(user);
      int to = data.ratings().end(user);
      if (from < to) {
        FactorArrays.shuffle(order, from, to, random);
        begin(user);
        for (int p = from; p < to; p++) {
          step(user, order[p], rate, (float) shrinkage / (to - from));
        }
        end(user, Math.pow(Math.max(0, 1 - rate * impliedRegularization), to - from));
      }
    }
  }

  /** Adds up the visitor's {@code z}. */
  private void begin(int user) {
    Arrays.fill(prior, 0);
    SparseMatrix acted = data.acted();
    float share = (float) (1 / Math.sqrt(acted.length(user)));
    for (int p = acted.begin(user); p < acted.end(user); p++) {
      int at = acted.indices()[p] * factors;
      for (int j = 0; j < factors; j++) {
        prior[j] += share * implied[at + j];
      }
    }
    System.arraycopy(prior, 0, before, 0, factors);
  }

  private void step(int user, int rating, float rate, float userShrinkage) {
    int work = data.ratings().indices()[rating];
    int p = user * factors;
    int q = work * factors;
    float error = data.ratings().values()[rating] - userBiases[user] - biases[work] - product(p, q);
    userBiases[user] += rate * (error - (hold + userShrinkage) * userBiases[user]);
    biases[work] += rate * (error - (hold + workShrinkage[work]) * biases[work]);
    float keepPrior = Math.max(0, 1 - rate * (float) impliedRegularization);
    float keepUser = 1 - rate * (regularization + userShrinkage);
    float keepWork = 1 - rate * (regularization + workShrinkage[work]);
    float pull = rate * error;
    for (int j = 0; j < factors; j++) {
      float ofUser = userVectors[p + j];
      float ofWork = vectors[q + j];
      float ofPrior = prior[j];
      userVectors[p + j] = ofUser * keepUser + pull * ofWork;
      vectors[q + j] = ofWork * keepWork + pull * (ofUser + ofPrior);
      prior[j] = ofPrior * keepPrior + pull * ofWork;
    }
  }

  private float product(int p, int q) {
    float even = 0;
    float odd = 0;
    int j = 0;
    for (; j + 1 < factors; j += 2) {
      even += (userVectors[p + j] + prior[j]) * vectors[q + j];
      odd += (userVectors[p + j + 1] + prior[j + 1]) * vectors[q + j + 1];
    }
    return j < factors ? even + odd + (userVectors[p + j] + prior[j]) * vectors[q + j] : even + odd;
  }

  /** Deals the change of {@code z} out to the visitor's works. */
  private void end(int user, double kept) {
    SparseMatrix acted = data.acted();
    float keep = (float) kept;
    float share = (float) (1 / Math.sqrt(acted.length(user)));
    for (int j = 0; j < factors; j++) {
      prior[j] = share * (prior[j] - keep * before[j]);
    }
    for (int p = acted.begin(user); p < acted.end(user); p++) {
      int at = acted.indices()[p] * factors;
      for (int j = 0; j < factors; j++) {
        implied[at + j] = keep * implied[at + j] + prior[j];
      }
    }
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
        factors, data.mean(), data.deviation(), biases, vectors, implied, strategy.penalties());
  }
}
