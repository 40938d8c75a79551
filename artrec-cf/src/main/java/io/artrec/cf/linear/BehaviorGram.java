package io.artrec.cf.linear;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;

/** How often works are chosen together. */
final class BehaviorGram {
  private BehaviorGram() {}

  /** The lower triangle of {@code XᵀX + λI}, in full rows. */
  static double[][] of(
      TrainingContext context, String strategy, SparseMatrix behavior, double regularization) {
    SparseMatrix byArtwork = behavior.transposed();
    int artworks = behavior.columns();
    double[][] gram = new double[artworks][artworks];
    int[] indices = behavior.indices();
    float[] values = behavior.values();
    context
        .workers()
        .run(
            "training " + strategy,
            artworks,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                double[] row = gram[i];
                for (int q = byArtwork.begin(i); q < byArtwork.end(i); q++) {
                  int user = byArtwork.indices()[q];
                  double value = byArtwork.values()[q];
                  int end = behavior.end(user);
                  for (int p = behavior.begin(user); p < end && indices[p] <= i; p++) {
                    row[indices[p]] += value * values[p];
                  }
                }
                row[i] += regularization;
              }
            });
    return gram;
  }
}
