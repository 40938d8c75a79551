package io.artrec.cf.mf;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;

/**
 * What means alone tell of works that nobody rated, as {@link io.artrec.cf.rating.BiasBaseline}
 * does: {@code Σ (r_j − m_j) / (n + 5)} over a visitor's ratings, with {@code m_j} the work's mean,
 * damped by 5, in standardised ratings. Factors say nothing of such a work, and a visitor's bias
 * beside factors is not the visitor's mean: part of that lies in the factors.
 *
 * @param means of each work; empty in models that do without
 * @param rated whether somebody rated the work
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
record WorkMeans(float[] means, boolean[] rated) {
  /** Takes every work as rated. */
  static final WorkMeans NONE = new WorkMeans(new float[0], new boolean[0]);

  private static final double DAMPING = 5;

  /** The means of standardised ratings. */
  static WorkMeans of(SparseMatrix ratings) {
    double[] sums = new double[ratings.columns()];
    int[] counts = new int[sums.length];
    for (int p = 0; p < ratings.size(); p++) {
      sums[ratings.indices()[p]] += ratings.values()[p];
      counts[ratings.indices()[p]]++;
    }
    float[] means = new float[sums.length];
    boolean[] rated = new boolean[sums.length];
    for (int work = 0; work < means.length; work++) {
      means[work] = (float) (sums[work] / (counts[work] + DAMPING));
      rated[work] = counts[work] > 0;
    }
    return new WorkMeans(means, rated);
  }

  boolean isUnrated(int work) {
    return rated.length > 0 && !rated[work];
  }

  /** What one rating of a visitor adds to the prediction. */
  double share(SparseVector known, int place) {
    return (known.values()[place] - means[known.indices()[place]]) / (known.size() + DAMPING);
  }

  /** The prediction for any work that nobody rated, in standardised ratings. */
  double predict(SparseVector known) {
    double sum = 0;
    for (int place = 0; place < known.size() && means.length > 0; place++) {
      sum += share(known, place);
    }
    return sum;
  }

  void save(StateWriter out) {
    int[] marks = new int[rated.length];
    for (int work = 0; work < marks.length; work++) {
      marks[work] = rated[work] ? 1 : 0;
    }
    out.putFloats("means", means);
    out.putInts("rated", marks);
  }

  /** Reads them; models from before they were kept do without. */
  static WorkMeans read(StateReader in, int works) {
    if (!in.isNext("means")) {
      return NONE;
    }
    float[] means = in.getFiniteFloats("means");
    int[] marks = in.getIndices("rated", 2);
    if (means.length != marks.length || (means.length != 0 && means.length != works)) {
      throw new ModelFileException(
          "the model holds means of "
              + means.length
              + " works and marks of "
              + marks.length
              + ", expected "
              + works);
    }
    boolean[] rated = new boolean[marks.length];
    for (int work = 0; work < marks.length; work++) {
      rated[work] = marks[work] == 1;
    }
    return new WorkMeans(means, rated);
  }
}
