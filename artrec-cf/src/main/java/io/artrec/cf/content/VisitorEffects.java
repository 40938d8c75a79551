package io.artrec.cf.content;

import io.artrec.cf.data.internal.SparseVector;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The effects of one visitor, in standardised ratings.
 *
 * @param mean of the visitor
 * @param columns the columns that works of the history have, ascending
 * @param effects of each of these columns
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record VisitorEffects(double mean, int[] columns, double[] effects) {
  private static final double TOLERANCE = 1e-10;
  private static final int STEPS = 500;

  /** The effects of a visitor who rated nothing. */
  static final VisitorEffects NONE = new VisitorEffects(0, new int[0], new double[0]);

  /**
   * Solves for a visitor.
   *
   * @param history works and ratings as given
   * @param rows of works
   * @param predicted what each work's rating is in standardised ratings without the visitor
   * @param model the effects of all
   */
  static VisitorEffects of(
      SparseVector history, WorkRows rows, double[] predicted, AdditiveEffects model) {
    if (history.size() == 0 || model.deviation() == 0) {
      return NONE;
    }
    OneVisitor system = new OneVisitor(history.indices(), rows, model.variances());
    double[] target = new double[history.size()];
    for (int p = 0; p < target.length; p++) {
      target[p] =
          (history.values()[p] - model.mean()) / model.deviation()
              - predicted[history.indices()[p]];
    }
    double[] right = new double[system.size()];
    system.gather(target, right);
    double[] solution = new double[right.length];
    system.solve(right, solution, TOLERANCE, STEPS);
    return new VisitorEffects(
        solution[0], system.columns(), Arrays.copyOfRange(solution, 1, solution.length));
  }

  /** One visitor's part of the mixed model equations. */
  private static final class OneVisitor implements LinearSystem {
    private final int[] works;
    private final WorkRows rows;
    private final int[] columns;
    private final double[] penalties;

    /** By column, 0 between uses. */
    private final double[] spread;

    private final double[] values;

    OneVisitor(int[] works, WorkRows rows, Variances variances) {
      this.works = works;
      this.rows = rows;
      spread = new double[rows.width()];
      values = new double[works.length];
      IntArrayList found = new IntArrayList();
      for (int work : works) {
        for (int p = rows.starts()[work]; p < rows.starts()[work + 1]; p++) {
          if (spread[rows.columns()[p]] == 0) {
            spread[rows.columns()[p]] = 1;
            found.add(rows.columns()[p]);
          }
        }
      }
      columns = found.toIntArray();
      Arrays.sort(columns);
      clear();
      int[] family = rows.familyOfColumns();
      penalties = new double[1 + columns.length];
      penalties[0] = variances.residual() / variances.visitor();
      for (int k = 0; k < columns.length; k++) {
        penalties[k + 1] = variances.residual() / variances.own()[family[columns[k]]];
      }
    }

    int[] columns() {
      return columns;
    }

    private void clear() {
      for (int column : columns) {
        spread[column] = 0;
      }
    }

    void gather(double[] of, double[] into) {
      into[0] = 0;
      for (int p = 0; p < works.length; p++) {
        into[0] += of[p];
        rows.add(works[p], of[p], spread, 0);
      }
      for (int k = 0; k < columns.length; k++) {
        into[k + 1] = spread[columns[k]];
      }
      clear();
    }

    @Override
    public int size() {
      return penalties.length;
    }

    @Override
    public void multiply(double[] vector, double[] into) {
      for (int k = 0; k < columns.length; k++) {
        spread[columns[k]] = vector[k + 1];
      }
      for (int p = 0; p < works.length; p++) {
        values[p] = vector[0] + rows.product(works[p], spread, 0);
      }
      clear();
      gather(values, into);
      for (int k = 0; k < into.length; k++) {
        into[k] += penalties[k] * vector[k];
      }
    }

    @Override
    public void diagonal(double[] into) {
      for (int work : works) {
        for (int p = rows.starts()[work]; p < rows.starts()[work + 1]; p++) {
          spread[rows.columns()[p]] += (double) rows.values()[p] * rows.values()[p];
        }
      }
      into[0] = works.length + penalties[0];
      for (int k = 0; k < columns.length; k++) {
        into[k + 1] = spread[columns[k]] + penalties[k + 1];
      }
      clear();
    }
  }
}
