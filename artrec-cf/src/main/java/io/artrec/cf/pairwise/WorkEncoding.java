package io.artrec.cf.pairwise;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.feature.AttributeLevels;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.TrainingContext;
import io.artrec.vector.FeatureMatrix;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Works as numbers: a constant, each level of an attribute that a work has, together of length 1,
 * and each feature's vector, of length 1 in the mean of squares over the works that have it. A work
 * of which nothing is known has none of these. Immutable and thread-safe.
 */
final class WorkEncoding {
  /** A feature's name, how many dimensions it has, and what its values are multiplied by. */
  private record Scaled(String name, int dimensions, float times) {}

  private final AttributeLevels levels;
  private final List<Scaled> features;
  private final int size;

  private WorkEncoding(AttributeLevels levels, List<Scaled> features) {
    this.levels = levels;
    this.features = List.copyOf(features);
    size = 1 + levels.size() + features.stream().mapToInt(Scaled::dimensions).sum();
  }

  /** Fits to a catalogue and its features. */
  static WorkEncoding of(AttributeLevels levels, List<FeatureStore.Entry> features) {
    List<Scaled> scaled = new ArrayList<>();
    for (FeatureStore.Entry entry : features) {
      FeatureMatrix matrix = entry.matrix();
      double squares = 0;
      float[] row = new float[matrix.dimensions()];
      for (int work = 0; work < matrix.size(); work++) {
        if (matrix.copyRow(work, row)) {
          for (float value : row) {
            squares += (double) value * value;
          }
        }
      }
      double times = squares > 0 ? Math.sqrt(matrix.presentCount() / squares) : 0;
      scaled.add(new Scaled(entry.spec().name(), matrix.dimensions(), (float) times));
    }
    return new WorkEncoding(levels, scaled);
  }

  /** How many numbers a work may have. */
  int size() {
    return size;
  }

  /**
   * Encodes a work.
   *
   * @param features of its catalogue
   * @param index its index there
   */
  SparseVector of(Artwork artwork, FeatureStore features, int index) {
    IntArrayList indices = IntArrayList.of(0);
    FloatArrayList values = FloatArrayList.of(1);
    int[] own = levels.of(artwork);
    for (int level : own) {
      indices.add(1 + level);
      values.add((float) (1 / Math.sqrt(own.length)));
    }
    int from = 1 + levels.size();
    for (Scaled feature : this.features) {
      FeatureMatrix matrix = matrix(features, feature);
      float[] row = new float[feature.dimensions];
      if (matrix.copyRow(index, row)) {
        for (int d = 0; d < row.length; d++) {
          if (row[d] != 0) {
            indices.add(from + d);
            values.add(row[d] * feature.times);
          }
        }
      }
      from += feature.dimensions;
    }
    return indices.size() == 1
        ? new SparseVector(new int[0], new float[0])
        : new SparseVector(indices.toIntArray(), values.toFloatArray());
  }

  private static FeatureMatrix matrix(FeatureStore features, Scaled feature) {
    FeatureMatrix matrix =
        features
            .find(feature.name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the feature '"
                            + feature.name
                            + "' that works were placed by is missing; pass it again"));
    if (matrix.dimensions() != feature.dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "vector dimension %d, expected %d (feature '%s' that works were placed by)",
              matrix.dimensions(),
              feature.dimensions,
              feature.name));
    }
    return matrix;
  }

  /** Encodes all works: a row for each. */
  SparseMatrix of(TrainingContext context) {
    Catalog catalog = context.catalog();
    int[] offsets = new int[catalog.size() + 1];
    IntArrayList indices = new IntArrayList();
    FloatArrayList values = new FloatArrayList();
    for (int work = 0; work < catalog.size(); work++) {
      SparseVector row = of(catalog.get(work), context.features(), work);
      indices.addElements(indices.size(), row.indices());
      values.addElements(values.size(), row.values());
      offsets[work + 1] = indices.size();
    }
    return new SparseMatrix(size, offsets, indices.toIntArray(), values.toFloatArray());
  }

  void save(StateWriter out) {
    levels.save(out);
    out.putStrings("features", features.stream().map(Scaled::name).toList());
    out.putInts("dimensions", features.stream().mapToInt(Scaled::dimensions).toArray());
    float[] times = new float[features.size()];
    for (int k = 0; k < times.length; k++) {
      times[k] = features.get(k).times;
    }
    out.putFloats("times", times);
  }

  static WorkEncoding read(StateReader in, Catalog catalog) {
    AttributeLevels levels = AttributeLevels.read(in, catalog);
    List<String> names = in.getStrings("features");
    int[] dimensions = in.getInts("dimensions", names.size());
    float[] times = in.getFloats("times", names.size());
    List<Scaled> features = new ArrayList<>();
    for (int k = 0; k < dimensions.length; k++) {
      if (dimensions[k] < 1 || dimensions[k] > 1 << 20) {
        throw new ModelFileException(
            "the model's features have dimensions "
                + Arrays.toString(dimensions)
                + ", expected 1 to 1,048,576");
      }
      features.add(new Scaled(names.get(k), dimensions[k], times[k]));
    }
    return new WorkEncoding(levels, features);
  }
}
