package io.artrec.cf.pairwise;

import io.artrec.catalog.Catalog;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.TrainingContext;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a pairwise method has learned of the works. Immutable and thread-safe. */
final class PairwiseModel {
  /** Beyond this, a training has diverged; products of such factors still are numbers. */
  private static final float MOST = 1e6f;

  private final PairwiseStrategy<?> strategy;

  /** A row for each work; empty for those of which nothing is known. */
  private final float[][] rows;

  private final float[] biases;
  private final int[] popularity;
  private final double scale;
  private final Optional<FeatureMap> map;
  private final FeatureMatrix vectors;
  private final PairwiseFoldIn foldIn;

  private PairwiseModel(
      PairwiseStrategy<?> strategy,
      float[][] rows,
      float[] biases,
      int[] popularity,
      double scale,
      Optional<FeatureMap> map) {
    this.map = map;
    this.strategy = strategy;
    this.rows = rows;
    this.biases = biases;
    this.popularity = popularity;
    this.scale = scale;
    int width = strategy.factors();
    FeatureMatrix.Builder builder = FeatureMatrix.builder(rows.length, width + 1);
    int known = 0;
    for (int work = 0; work < rows.length; work++) {
      if (rows[work].length > 0) {
        float[] vector = Arrays.copyOf(rows[work], width + 1);
        vector[width] = biases[work];
        builder.set(work, vector);
      }
      known += popularity[work] > 0 ? 1 : 0;
    }
    vectors = builder.build();
    foldIn =
        new PairwiseFoldIn(
            rows,
            biases,
            strategy.regularization(),
            strategy.loss(known),
            NegativePanel.of(rows, biases, popularity, strategy.negatives()));
  }

  /** Copies what a training has come to. */
  static PairwiseModel of(
      PairwiseStrategy<?> strategy,
      float[][] works,
      float[] biases,
      PairwiseEvents events,
      Optional<WorkPrior> prior) {
    FactorArrays.checkBounded(strategy.name(), MOST, works);
    FactorArrays.checkBounded(strategy.name(), MOST, biases);
    int[] popularity = events.popularity();
    float[][] rows = new float[works.length][];
    float[] ofAll = biases.clone();
    for (int work = 0; work < works.length; work++) {
      int width = popularity[work] > 0 ? strategy.factors() : 0;
      rows[work] = Arrays.copyOf(works[work], width);
      if (width == 0 && prior.isPresent() && prior.get().knows(work)) {
        rows[work] = Arrays.copyOf(prior.get().rows[work], strategy.factors());
        ofAll[work] = prior.get().biases[work];
      }
    }
    Optional<FeatureMap> map = prior.map(WorkPrior::map);
    map.ifPresent(learned -> learned.checkBounded(strategy.name(), MOST));
    return new PairwiseModel(strategy, rows, ofAll, popularity, events.scale(), map);
  }

  /** Where works stand by what they are, when that was learned. */
  Optional<FeatureMap> map() {
    return map;
  }

  /** Places works nobody had to do with by what they are now, new ones too. */
  PairwiseModel grown(TrainingContext after) {
    int works = after.catalog().size();
    float[][] changed = Arrays.copyOf(rows, works);
    float[] changedBiases = Arrays.copyOf(biases, works);
    int[] known = Arrays.copyOf(popularity, works);
    int width = strategy.factors();
    for (int work = 0; work < works; work++) {
      if (known[work] == 0) {
        float[] place = map.orElseThrow().place(after, work);
        changed[work] = Arrays.copyOf(place, place.length > 0 ? width : 0);
        changedBiases[work] = place.length > 0 ? place[width] : 0;
      }
    }
    return new PairwiseModel(strategy, changed, changedBiases, known, scale, map);
  }

  /** The works' vectors, each with its bias last; missing for works of which nothing is known. */
  FeatureMatrix vectors() {
    return vectors;
  }

  /** How many works the catalogue had. */
  int works() {
    return rows.length;
  }

  /** Whether these are factors of that many for the first works of a catalogue. */
  boolean fits(int factors, TrainingContext context) {
    return strategy.factors() == factors && rows.length <= context.catalog().size();
  }

  /** Copies a work's factors; leaves the target as it is when there are none. */
  void copyFactors(int work, float[] into) {
    System.arraycopy(rows[work], 0, into, 0, rows[work].length);
  }

  /** A work's bias; 0 for works nobody had to do with. */
  float bias(int work) {
    return biases[work];
  }

  /**
   * Solves for a visitor.
   *
   * @param own their entries
   */
  PairwiseFoldIn.Visitor solve(SparseVector own) {
    int[] works = new int[own.size()];
    float[] weights = new float[own.size()];
    int count = 0;
    for (int k = 0; k < works.length; k++) {
      if (rows[own.indices()[k]].length > 0) {
        works[count] = own.indices()[k];
        weights[count++] = PairwiseEvents.weight(own.values()[k], scale);
      }
    }
    return foldIn.solve(
        new SparseVector(Arrays.copyOf(works, count), Arrays.copyOf(weights, count)));
  }

  /** A visitor's vector, which makes the score of a work its product with the work's. */
  static float[] vector(PairwiseFoldIn.Visitor visitor) {
    float[] vector = Arrays.copyOf(visitor.factors(), visitor.factors().length + 1);
    vector[vector.length - 1] = 1;
    return vector;
  }

  /** Scores of all works; negative infinity for those of which nothing is known. */
  void scoreAll(SparseVector own, double[] scores) {
    vectors.innerProducts(vector(solve(own)), scores);
    for (int work = 0; work < scores.length; work++) {
      if (!vectors.isPresent(work)) {
        scores[work] = Double.NEGATIVE_INFINITY;
      }
    }
  }

  void save(StateWriter out) {
    int width = strategy.factors();
    float[] packed = new float[rows.length * width];
    for (int work = 0; work < rows.length; work++) {
      System.arraycopy(rows[work], 0, packed, work * width, rows[work].length);
    }
    out.putDouble("scale", scale);
    out.putInts("popularity", popularity);
    out.putFloats("biases", biases);
    out.putFloats("factors", packed);
    if (map.isPresent()) {
      out.putInts("placed", placed());
      map.get().save(out);
    }
  }

  /** Works that are known by what they are alone. */
  private int[] placed() {
    return IntStream.range(0, rows.length)
        .filter(work -> popularity[work] == 0 && rows[work].length > 0)
        .toArray();
  }

  static PairwiseModel read(StateReader in, PairwiseStrategy<?> strategy, Catalog catalog) {
    int works = catalog.size();
    double scale = in.getFinite("scale");
    int[] popularity = in.getInts("popularity", works);
    float[] biases = in.getFloats("biases", works);
    float[] packed = in.getFloats("factors", (long) works * strategy.factors());
    float[][] rows = new float[popularity.length][];
    for (int work = 0; work < rows.length; work++) {
      int from = work * strategy.factors();
      int width = popularity[work] > 0 ? strategy.factors() : 0;
      rows[work] = Arrays.copyOfRange(packed, from, from + width);
    }
    if (!strategy.readsFeatures()) {
      return new PairwiseModel(strategy, rows, biases, popularity, scale, Optional.empty());
    }
    for (int work : in.getIndices("placed", works)) {
      int from = work * strategy.factors();
      rows[work] = Arrays.copyOfRange(packed, from, from + strategy.factors());
    }
    FeatureMap map = FeatureMap.read(in, catalog, strategy.factors());
    return new PairwiseModel(strategy, rows, biases, popularity, scale, Optional.of(map));
  }
}
