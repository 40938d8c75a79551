package io.artrec.cf.pairwise;

import io.artrec.catalog.Catalog;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/**
 * Where works stand by what they are: the sum of the embeddings of their levels and a linear map of
 * their features, with the bias last. Immutable and thread-safe.
 */
final class FeatureMap {
  private final WorkEncoding encoding;

  /** A row for each number that a work may have: its embedding, and what it adds to the bias. */
  private final float[][] embeddings;

  FeatureMap(WorkEncoding encoding, float[][] embeddings) {
    this.encoding = encoding;
    this.embeddings = embeddings;
  }

  /**
   * Places a work.
   *
   * @return its embedding with the bias last; empty when nothing is known of it
   */
  float[] place(TrainingContext context, int work) {
    return place(encoding.of(context.catalog().get(work), context.features(), work), embeddings);
  }

  static float[] place(SparseVector encoded, float[][] embeddings) {
    if (encoded.size() == 0) {
      return new float[0];
    }
    float[] place = new float[embeddings[0].length];
    for (int k = 0; k < encoded.size(); k++) {
      float value = encoded.values()[k];
      float[] embedding = embeddings[encoded.indices()[k]];
      for (int d = 0; d < place.length; d++) {
        place[d] += value * embedding[d];
      }
    }
    return place;
  }

  void save(StateWriter out) {
    encoding.save(out);
    int width = embeddings[0].length;
    float[] packed = new float[embeddings.length * width];
    for (int k = 0; k < embeddings.length; k++) {
      System.arraycopy(embeddings[k], 0, packed, k * width, width);
    }
    out.putFloats("embeddings", packed);
  }

  static FeatureMap read(StateReader in, Catalog catalog, int factors) {
    WorkEncoding encoding = WorkEncoding.read(in, catalog);
    int width = factors + 1;
    float[] packed = in.getFloats("embeddings", (long) encoding.size() * width);
    float[][] embeddings = new float[encoding.size()][];
    for (int k = 0; k < embeddings.length; k++) {
      embeddings[k] = Arrays.copyOfRange(packed, k * width, (k + 1) * width);
    }
    return new FeatureMap(encoding, embeddings);
  }

  void checkBounded(String strategy, float most) {
    FactorArrays.checkBounded(strategy, most, embeddings);
  }
}
