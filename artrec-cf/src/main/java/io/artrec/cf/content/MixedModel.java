package io.artrec.cf.content;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/**
 * The mixed model equations of {@link AdditiveRatings} (Henderson 1950), never written out: {@code
 * XᵀX + D} is applied rating by rating. Unknowns in this order: the mean, visitors, works, columns
 * for all, columns for each visitor as in {@link OwnColumns}. Works are gone through once for what
 * all visitors share, visitors once for what is their own, so a product costs two operations per
 * rating and entry of its work's row.
 */
final class MixedModel {
  private final TrainingContext context;
  private final String stage;
  private final SparseMatrix ratings;
  private final WorkRows rows;
  private final OwnColumns own;

  /** The ratings of each work, as places among those of visitors. */
  private final int[] workStarts;

  private final int[] places;
  private final int works;
  private final int shared;
  private final int owned;

  MixedModel(TrainingContext context, String stage, SparseMatrix ratings, WorkRows rows) {
    this.context = context.silent();
    this.stage = stage;
    this.ratings = ratings;
    this.rows = rows;
    own = OwnColumns.of(ratings, rows);
    works = 1 + ratings.rows();
    shared = works + ratings.columns();
    owned = shared + rows.width();
    workStarts = new int[ratings.columns() + 1];
    places = placesByWork();
  }

  private int[] placesByWork() {
    for (int work : ratings.indices()) {
      workStarts[work + 1]++;
    }
    for (int work = 0; work < ratings.columns(); work++) {
      workStarts[work + 1] += workStarts[work];
    }
    int[] next = workStarts.clone();
    int[] found = new int[ratings.size()];
    for (int p = 0; p < found.length; p++) {
      found[next[ratings.indices()[p]]++] = p;
    }
    return found;
  }

  SparseMatrix ratings() {
    return ratings;
  }

  WorkRows rows() {
    return rows;
  }

  int size() {
    return owned + own.size();
  }

  /** Where works' effects begin. */
  int works() {
    return works;
  }

  /** Where the effects of columns on all begin. */
  int shared() {
    return shared;
  }

  /** Where the effects of columns on visitors begin. */
  int owned() {
    return owned;
  }

  OwnColumns own() {
    return own;
  }

  /** How many ratings a work has. */
  int count(int work) {
    return workStarts[work + 1] - workStarts[work];
  }

  /** The rating that effects predict in each place. */
  void predict(double[] effects, double[] into) {
    double[] ofWorks = new double[ratings.columns()];
    for (int work = 0; work < ofWorks.length; work++) {
      if (count(work) > 0) {
        ofWorks[work] = effects[0] + effects[works + work] + rows.product(work, effects, shared);
      }
    }
    context
        .workers()
        .run(
            stage,
            ratings.rows(),
            (from, to) -> {
              double[] spread = new double[rows.width()];
              for (int visitor = from; visitor < to; visitor++) {
                spread(visitor, effects, spread);
                double mean = effects[1 + visitor];
                for (int p = ratings.begin(visitor); p < ratings.end(visitor); p++) {
                  int work = ratings.indices()[p];
                  into[p] = mean + ofWorks[work] + rows.product(work, spread, 0);
                }
                clear(visitor, spread);
              }
            });
  }

  private void spread(int visitor, double[] effects, double[] spread) {
    for (int q = own.starts()[visitor]; q < own.starts()[visitor + 1]; q++) {
      spread[own.columns()[q]] = effects[owned + q];
    }
  }

  private void clear(int visitor, double[] spread) {
    for (int q = own.starts()[visitor]; q < own.starts()[visitor + 1]; q++) {
      spread[own.columns()[q]] = 0;
    }
  }

  /** The sum over places of a value times the place's row of the design: {@code Xᵀv}. */
  void gather(double[] values, double[] into) {
    context
        .workers()
        .run(
            stage,
            ratings.rows(),
            (from, to) -> {
              double[] sums = new double[rows.width()];
              for (int visitor = from; visitor < to; visitor++) {
                double sum = 0;
                for (int p = ratings.begin(visitor); p < ratings.end(visitor); p++) {
                  sum += values[p];
                  rows.add(ratings.indices()[p], values[p], sums, 0);
                }
                into[1 + visitor] = sum;
                for (int q = own.starts()[visitor]; q < own.starts()[visitor + 1]; q++) {
                  into[owned + q] = sums[own.columns()[q]];
                }
                clear(visitor, sums);
              }
            });
    Arrays.fill(into, shared, owned, 0);
    double total = 0;
    for (int work = 0; work < ratings.columns(); work++) {
      double sum = 0;
      for (int q = workStarts[work]; q < workStarts[work + 1]; q++) {
        sum += values[places[q]];
      }
      into[works + work] = sum;
      total += sum;
      if (sum != 0) {
        rows.add(work, sum, into, shared);
      }
    }
    into[0] = total;
  }

  /** The diagonal of {@code XᵀX}. */
  double[] squares() {
    double[] squares = new double[size()];
    double[] sums = new double[rows.width()];
    for (int visitor = 0; visitor < ratings.rows(); visitor++) {
      for (int p = ratings.begin(visitor); p < ratings.end(visitor); p++) {
        addSquares(ratings.indices()[p], 1, sums, 0);
      }
      squares[1 + visitor] = ratings.length(visitor);
      for (int q = own.starts()[visitor]; q < own.starts()[visitor + 1]; q++) {
        squares[owned + q] = sums[own.columns()[q]];
      }
      clear(visitor, sums);
    }
    for (int work = 0; work < ratings.columns(); work++) {
      squares[works + work] = count(work);
      addSquares(work, count(work), squares, shared);
    }
    squares[0] = ratings.size();
    return squares;
  }

  /** The squares of each column for all, a work of {@code n} ratings as one of so much less. */
  double[] columnWeights(Variances variances) {
    double[] weights = new double[rows.width()];
    double residual = variances.residual();
    for (int work = 0; work < ratings.columns(); work++) {
      if (count(work) > 0) {
        double weight = residual / (variances.work() + residual / count(work));
        addSquares(work, weight, weights, 0);
      }
    }
    return weights;
  }

  private void addSquares(int work, double times, double[] into, int from) {
    for (int p = rows.starts()[work]; p < rows.starts()[work + 1]; p++) {
      double value = rows.values()[p];
      into[from + rows.columns()[p]] += times * value * value;
    }
  }

  /** The family of each unknown, in the order of {@link Variances#all}; the mean has none. */
  int[] families() {
    int[] families = new int[size()];
    Arrays.fill(families, works, shared, 1);
    int[] ofColumns = rows.familyOfColumns();
    for (int column = 0; column < ofColumns.length; column++) {
      families[shared + column] = 2 + ofColumns[column];
    }
    for (int q = 0; q < own.size(); q++) {
      families[owned + q] = 2 + rows.familyCount() + ofColumns[own.columns()[q]];
    }
    return families;
  }

  /** What holds each unknown to 0; the mean is free. */
  private double[] penalties(Variances variances) {
    double[] all = variances.all();
    int[] families = families();
    double[] penalties = new double[size()];
    for (int k = 1; k < penalties.length; k++) {
      penalties[k] = variances.residual() / all[families[k]];
    }
    return penalties;
  }

  /** The equations for given variances. */
  LinearSystem system(Variances variances, double[] squares) {
    double[] penalties = penalties(variances);
    double[] predicted = new double[ratings.size()];
    return new LinearSystem() {
      @Override
      public int size() {
        return penalties.length;
      }

      @Override
      public void multiply(double[] vector, double[] into) {
        predict(vector, predicted);
        gather(predicted, into);
        for (int k = 0; k < into.length; k++) {
          into[k] += penalties[k] * vector[k];
        }
      }

      @Override
      public void diagonal(double[] into) {
        for (int k = 0; k < into.length; k++) {
          into[k] = squares[k] + penalties[k];
        }
      }
    };
  }
}
