package io.artrec.classification;

import io.artrec.feature.FeatureStore;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.List;

/** Examples as learners take them. Arrays are not copied and must not be changed. */
final class TrainingSet {
  private final FeatureMix mix;
  private final FeatureStore store;
  private final int[] catalogRows;
  private final float[][] rows;
  private final int[] targets;
  private final double[] weights;
  private final int classes;

  private TrainingSet(LabeledArtworks works, int[] examples, FeatureMix mix, boolean balanced) {
    store = works.extracted().features();
    catalogRows = Arrays.stream(examples).map(works::row).toArray();
    this.mix = mix;
    rows = new float[examples.length][];
    Arrays.setAll(rows, i -> mix.of(store, catalogRows[i]).row());
    targets = Arrays.stream(examples).map(works::target).toArray();
    classes = works.labels().size();
    weights = weights(targets, classes, balanced);
  }

  static TrainingSet of(
      LabeledArtworks works, int[] examples, FeatureScaling scaling, boolean balanced) {
    int[] catalogRows = Arrays.stream(examples).map(works::row).toArray();
    FeatureMix mix = FeatureMix.fit(works.extracted().features(), catalogRows, scaling);
    return new TrainingSet(works, examples, mix, balanced);
  }

  /** All 1, or such that every class that is there has the same sum and all sum to their number. */
  static double[] weights(int[] targets, int classes, boolean balanced) {
    double[] weights = new double[targets.length];
    int[] counts = new int[classes];
    Arrays.stream(targets).forEach(target -> counts[target]++);
    long there = Arrays.stream(counts).filter(count -> count > 0).count();
    Arrays.setAll(
        weights, i -> balanced ? (double) targets.length / (there * counts[targets[i]]) : 1);
    return weights;
  }

  FeatureMix mix() {
    return mix;
  }

  int size() {
    return rows.length;
  }

  int classes() {
    return classes;
  }

  /** [examples × dimensions], on one scale. */
  float[][] rows() {
    return rows;
  }

  /** For each feature a copy of the examples' vectors as they were extracted. */
  List<FeatureMatrix> vectors() {
    return store.entries().stream().map(entry -> entry.matrix().gather(catalogRows)).toList();
  }

  int[] targets() {
    return targets;
  }

  double[] weights() {
    return weights;
  }
}
