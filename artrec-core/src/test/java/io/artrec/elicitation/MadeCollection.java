package io.artrec.elicitation;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * Works with vectors that a test knows.
 *
 * @param catalog works called {@code w0}, {@code w1} and so on
 * @param features their features
 */
record MadeCollection(Catalog catalog, FeatureStore features) {
  /** Works with one feature; an empty row is missing. */
  static MadeCollection of(float[][] rows) {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      works.add(Artwork.builder("w" + i, "Work " + i).build());
    }
    return of(works, List.of(entry("v", 1, rows)));
  }

  static MadeCollection of(List<Artwork> works, List<FeatureStore.Entry> entries) {
    return new MadeCollection(Catalog.of(works), FeatureStore.of(works.size(), entries));
  }

  static FeatureStore.Entry entry(String name, double weight, float[][] rows) {
    int dimensions = 1;
    for (float[] row : rows) {
      dimensions = Math.max(dimensions, row.length);
    }
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(rows.length, dimensions);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length > 0) {
        matrix.set(i, rows[i]);
      }
    }
    FeatureSpec spec = FeatureSpec.named(name).build();
    return new FeatureStore.Entry(spec, matrix.build(), weight);
  }

  /** Vectors of unit length at angles. */
  static float[][] at(double... angles) {
    float[][] rows = new float[angles.length][];
    for (int i = 0; i < angles.length; i++) {
      rows[i] = new float[] {(float) Math.cos(angles[i]), (float) Math.sin(angles[i])};
    }
    return rows;
  }

  /** Works of eight movements, each with subjects and colors of its own, and ones of anywhere. */
  static MadeCollection gallery(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Artwork> works = new ArrayList<>();
    float[][] looks = new float[size][6];
    float[][] shows = new float[size][40];
    double[][] centers = new double[8][6];
    for (double[] center : centers) {
      for (int d = 0; d < 6; d++) {
        center[d] = normal(random);
      }
    }
    for (int i = 0; i < size; i++) {
      int movement = random.nextInt(8);
      Artwork.Builder work = Artwork.builder("w" + i, "Work " + i).movement("Movement " + movement);
      for (int d = 0; d < 6; d++) {
        looks[i][d] = (float) (centers[movement][d] + 0.7 * normal(random));
      }
      for (int s = 0; s < 3; s++) {
        int subject = random.nextInt(4) < 3 ? 5 * movement + random.nextInt(5) : random.nextInt(40);
        shows[i][subject] = 1;
        work.subject("Subject " + subject);
      }
      works.add(work.build());
    }
    return of(works, List.of(entry("look", 1, looks), entry("subject", 1, shows)));
  }

  static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** Rows of all features side by side as the model sees them, made another way than it does. */
  double[][] rows() {
    double total = features.entries().stream().mapToDouble(FeatureStore.Entry::weight).sum();
    List<double[]> columns = new ArrayList<>();
    for (FeatureStore.Entry entry : features.entries()) {
      List<double[]> unit = unit(entry.matrix());
      double variance = 0;
      for (double[] column : unit) {
        double there = DoubleStream.of(column).filter(value -> !Double.isNaN(value)).count();
        double mean = DoubleStream.of(column).filter(value -> !Double.isNaN(value)).sum() / there;
        for (int i = 0; i < column.length; i++) {
          column[i] = Double.isNaN(column[i]) ? 0 : column[i] - mean;
          variance += column[i] * column[i] / there;
        }
      }
      double factor = Math.sqrt(entry.weight() / total / variance);
      unit.forEach(column -> columns.add(DoubleStream.of(column).map(v -> v * factor).toArray()));
    }
    double[][] rows = new double[catalog.size()][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < columns.size(); d++) {
        rows[i][d] = columns.get(d)[i];
      }
    }
    return rows;
  }

  /** By dimension, rows of length 1; no number where a work lacks the feature. */
  private static List<double[]> unit(FeatureMatrix matrix) {
    List<double[]> unit = new ArrayList<>();
    for (int d = 0; d < matrix.dimensions(); d++) {
      unit.add(new double[matrix.size()]);
    }
    for (int i = 0; i < matrix.size(); i++) {
      float[] row = matrix.row(i).orElse(new float[matrix.dimensions()]);
      double length = 0;
      for (float value : row) {
        length += value * value;
      }
      for (int d = 0; d < row.length; d++) {
        unit.get(d)[i] = length == 0 ? Double.NaN : row[d] / Math.sqrt(length);
      }
    }
    return unit;
  }
}
