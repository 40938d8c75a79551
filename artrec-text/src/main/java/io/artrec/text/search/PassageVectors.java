package io.artrec.text.search;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.InnerProductSimilarity;
import io.artrec.similarity.Similarities;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Vectors of the passages of works, those of a work side by side. Immutable and thread-safe. */
final class PassageVectors {
  private static final InnerProductSimilarity COSINE = Similarities.cosine();

  private final int[] starts;
  private final Optional<FeatureMatrix> vectors;

  /**
   * Creates vectors.
   *
   * @param starts for each work its first passage, and after the last work the number of passages
   * @param vectors a row for each passage, absent when there is none
   */
  private PassageVectors(int[] starts, Optional<FeatureMatrix> vectors) {
    this.starts = starts;
    this.vectors = vectors;
  }

  /** None, for a number of works. */
  static PassageVectors none(int works) {
    return new PassageVectors(new int[works + 1], Optional.empty());
  }

  /** For each work the vectors of its passages; those that cannot be read are left out. */
  static PassageVectors of(List<List<float[]>> byWork, int dimensions) {
    int[] starts = new int[byWork.size() + 1];
    for (int work = 0; work < byWork.size(); work++) {
      starts[work + 1] = starts[work] + byWork.get(work).size();
    }
    int total = starts[byWork.size()];
    if (total == 0) {
      return none(byWork.size());
    }
    FeatureMatrix.Builder rows = FeatureMatrix.builder(total, dimensions);
    int row = 0;
    for (List<float[]> passages : byWork) {
      for (float[] passage : passages) {
        rows.set(row++, passage);
      }
    }
    return new PassageVectors(starts, Optional.of(rows.build()));
  }

  /** The vectors of one work. */
  List<float[]> of(int work) {
    float[][] rows = new float[starts[work + 1] - starts[work]][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = vectors.orElseThrow().row(starts[work] + i).orElseThrow();
    }
    return Arrays.asList(rows);
  }

  /** Raises each work's cosine to that of its best passage. */
  void raise(float[] question, double[] cosines) {
    if (vectors.isEmpty()) {
      return;
    }
    double[] each = new double[vectors.get().size()];
    COSINE.scan(question, vectors.get(), each);
    for (int work = 0; work < cosines.length; work++) {
      for (int p = starts[work]; p < starts[work + 1]; p++) {
        cosines[work] = Math.max(cosines[work], each[p]);
      }
    }
  }

  /** Tells whether a work has passages. */
  boolean has(int work) {
    return starts[work + 1] > starts[work];
  }

  PassageVectors loaded(UnaryOperator<FeatureMatrix> load) {
    return new PassageVectors(starts, vectors.map(load));
  }

  void save(StateWriter out, int dimensions) {
    int total = starts[starts.length - 1];
    float[] values = new float[Math.multiplyExact(total, dimensions)];
    float[] row = new float[dimensions];
    for (int p = 0; p < total; p++) {
      vectors.orElseThrow().copyRow(p, row);
      System.arraycopy(row, 0, values, p * dimensions, dimensions);
    }
    out.putInts("passage starts", starts);
    out.putFloats("passages", values);
  }

  static PassageVectors read(StateReader in, int works, int dimensions) {
    int[] starts = in.getInts("passage starts");
    float[] values = in.getFloats("passages");
    boolean fits = starts.length == works + 1 && starts[0] == 0;
    for (int work = 0; fits && work < works; work++) {
      fits = starts[work + 1] >= starts[work];
    }
    if (!fits || values.length != (long) starts[works] * dimensions) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "search by meaning holds %,d values of passages of %,d works in %d dimensions that do not fit together; the file is damaged",
              values.length,
              works,
              dimensions));
    }
    if (values.length == 0) {
      return new PassageVectors(starts, Optional.empty());
    }
    FeatureMatrix.Builder rows = FeatureMatrix.builder(starts[works], dimensions);
    for (int p = 0; p < starts[works]; p++) {
      rows.set(p, Arrays.copyOfRange(values, p * dimensions, (p + 1) * dimensions));
    }
    return new PassageVectors(starts, Optional.of(rows.build()));
  }
}
