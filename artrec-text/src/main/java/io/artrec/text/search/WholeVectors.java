package io.artrec.text.search;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.vector.FeatureMatrix;
import java.util.BitSet;
import java.util.Locale;

/** Saves and reads vectors of whole texts, those that are there. */
final class WholeVectors {
  private WholeVectors() {}

  static void save(FeatureMatrix vectors, StateWriter out) {
    BitSet present = new BitSet(vectors.size());
    float[] values = new float[Math.multiplyExact(vectors.presentCount(), vectors.dimensions())];
    float[] row = new float[vectors.dimensions()];
    int at = 0;
    for (int artwork = 0; artwork < vectors.size(); artwork++) {
      if (vectors.copyRow(artwork, row)) {
        present.set(artwork);
        System.arraycopy(row, 0, values, at, row.length);
        at += row.length;
      }
    }
    out.putLong("dimensions", vectors.dimensions());
    out.putLongs("present", present.toLongArray());
    out.putFloats("values", values);
  }

  static FeatureMatrix read(StateReader in, int size) {
    int dimensions = (int) in.getLong("dimensions");
    BitSet present = BitSet.valueOf(in.getLongs("present"));
    float[] values = in.getFloats("values");
    if (dimensions < 1
        || values.length != (long) present.cardinality() * dimensions
        || present.length() > size) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "search by meaning holds %,d values for %,d vectors of %d dimensions over %,d works; the file is damaged",
              values.length,
              present.cardinality(),
              dimensions,
              size));
    }
    FeatureMatrix.Builder rows = FeatureMatrix.builder(size, dimensions);
    float[] row = new float[dimensions];
    int at = 0;
    for (int artwork = present.nextSetBit(0);
        artwork >= 0;
        artwork = present.nextSetBit(artwork + 1)) {
      System.arraycopy(values, at, row, 0, dimensions);
      rows.set(artwork, row);
      at += dimensions;
    }
    return rows.build();
  }
}
