package io.artrec.cf.mf;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.TrainingContext;
import java.util.Locale;

/**
 * The works' side of a factor model of ratings: all that is kept of a training. In standardised
 * ratings {@code r̂ = b_u + b_i + q_i·p_u}, where {@code b_u} and {@code p_u} minimise {@code Σ (r
 * − r̂)² + (βn + s) b_u² + (λn + s) |p_u − z_u|²} over the visitor's {@code n} ratings, and {@code
 * z_u = |N|^-½ Σ_{j ∈ N} y_j} over all works of their history, or 0 in a model without {@code y}.
 *
 * @param factors how many factors a work has
 * @param mean of the ratings as given
 * @param deviation of the ratings as given
 * @param biases {@code b_i} of each work
 * @param vectors {@code q_i} of each work, row after row
 * @param implied {@code y_i} of each work, row after row; empty in a model without them
 * @param penalties what holds a visitor's solution
 * @param known what is known of works that nobody rated
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record RatingFactors(
    int factors,
    double mean,
    double deviation,
    float[] biases,
    float[] vectors,
    float[] implied,
    Penalties penalties,
    WorkMeans known) {
  /** Means and deviations of ratings beyond this were not learned from any. */
  private static final double MOST = 1e30;

  /** A model that takes every work as rated. */
  RatingFactors(
      int factors,
      double mean,
      double deviation,
      float[] biases,
      float[] vectors,
      float[] implied,
      Penalties penalties) {
    this(factors, mean, deviation, biases, vectors, implied, penalties, WorkMeans.NONE);
  }

  /** This model, which answers for works without ratings by means. */
  RatingFactors with(WorkMeans means) {
    return new RatingFactors(factors, mean, deviation, biases, vectors, implied, penalties, means);
  }

  int works() {
    return biases.length;
  }

  /** Whether there was a rating to learn from; what else is in it then is where learning starts. */
  boolean isLearned() {
    return works() > 0 && (mean != 0 || anyLearned(biases));
  }

  private static boolean anyLearned(float[] values) {
    for (float value : values) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds {@code z_u} of a visitor to an array of zeros. */
  void addPrior(int[] acted, int from, int to, double[] prior) {
    if (implied.length == 0 || from == to) {
      return;
    }
    double share = 1 / Math.sqrt(to - from);
    for (int p = from; p < to; p++) {
      int at = acted[p] * factors;
      for (int j = 0; j < factors; j++) {
        prior[j] += share * implied[at + j];
      }
    }
  }

  /**
   * Solves for a visitor.
   *
   * @param prior {@code z_u}
   * @param into receives {@code (b_u, p_u)}
   */
  void solve(
      int[] works,
      float[] ratings,
      int from,
      int to,
      double[] prior,
      RidgeSystem system,
      double[] into) {
    system.clear();
    for (int p = from; p < to; p++) {
      int at = works[p] * factors;
      double target = ratings[p] - biases[works[p]];
      for (int j = 0; j < factors; j++) {
        target -= vectors[at + j] * prior[j];
      }
      system.add(vectors, at, target);
    }
    system.factorize(penalties.ofBias(to - from), penalties.ofFactors(to - from));
    system.solution(into);
    for (int j = 0; j < factors; j++) {
      into[j + 1] += prior[j];
    }
  }

  /** The prediction in standardised ratings. */
  double predict(double[] visitor, int work) {
    double sum = visitor[0] + biases[work];
    int at = work * factors;
    for (int j = 0; j < factors; j++) {
      sum += visitor[j + 1] * vectors[at + j];
    }
    return sum;
  }

  /** The root mean square error on held-out ratings, of visitors known by the other ratings. */
  double error(TrainingContext context, String stage, RatingData known, SparseMatrix held) {
    double[] squares = new double[held.rows()];
    SparseMatrix ratings = known.ratings();
    SparseMatrix acted = known.acted();
    context
        .workers()
        .run(
            stage,
            held.rows(),
            (first, last) -> {
              RidgeSystem system = penalties.system(factors);
              double[] visitor = new double[factors + 1];
              for (int user = first; user < last; user++) {
                if (held.length(user) > 0) {
                  double[] prior = new double[factors];
                  addPrior(acted.indices(), acted.begin(user), acted.end(user), prior);
                  int from = ratings.begin(user);
                  int to = ratings.end(user);
                  solve(ratings.indices(), ratings.values(), from, to, prior, system, visitor);
                  for (int p = held.begin(user); p < held.end(user); p++) {
                    double error = held.values()[p] - predict(visitor, held.indices()[p]);
                    squares[user] += error * error;
                  }
                }
              }
            });
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return Math.sqrt(sum / held.size());
  }

  void save(StateWriter out) {
    out.putLong("factors", factors);
    out.putDouble("mean", mean);
    out.putDouble("deviation", deviation);
    out.putFloats("biases", biases);
    out.putFloats("vectors", vectors);
    out.putFloats("implied", implied);
    known.save(out);
  }

  static RatingFactors read(StateReader in, Penalties penalties, int works) {
    int factors = in.getCount("factors", Integer.MAX_VALUE);
    double mean = in.getFinite("mean");
    double deviation = in.getFinite("deviation");
    if (Math.abs(mean) > MOST || deviation < 1 / MOST || deviation > MOST) {
      throw new ModelFileException(
          "the model's ratings have mean " + mean + " and standard deviation " + deviation);
    }
    float[] biases = in.getFiniteFloats("biases");
    long values = (long) biases.length * factors;
    float[] vectors = in.getFloats("vectors", values);
    float[] implied = in.getFiniteFloats("implied");
    if ((biases.length != works && biases.length != 0)
        || (implied.length != values && implied.length != 0)) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model holds biases of %d works and %d values of %d factors, expected %d works",
              biases.length,
              implied.length,
              factors,
              works));
    }
    return new RatingFactors(factors, mean, deviation, biases, vectors, implied, penalties)
        .with(WorkMeans.read(in, works));
  }
}
