package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.TrainingContext;
import java.util.BitSet;
import java.util.Optional;

/**
 * Where training draws works to: to where they stand by what they are, which is learned from where
 * training has brought them. Not thread-safe while it is fitted.
 */
final class WorkPrior {
  /** After the first epochs, embeddings move little from one to the next. */
  private static final int ITERATIONS = 3;

  private final TrainingContext context;
  private final String stage;
  private final boolean own;
  private final int factors;
  private final WorkEncoding encoding;
  private final SparseMatrix encoded;
  private final EmbeddingFit fit;
  private Optional<FeatureMap> frozen = Optional.empty();

  /** Works that {@link #frozen} knows. */
  private final BitSet placed = new BitSet();

  final float[][] rows;
  final float[] biases;

  /**
   * Begins at 0.
   *
   * @param stride length of the works' rows
   */
  WorkPrior(
      TrainingContext context,
      FeatureBpr strategy,
      WorkEncoding encoding,
      PairwiseEvents events,
      int stride) {
    this.context = context;
    this.encoding = encoding;
    stage = "training " + strategy.name();
    own = strategy.ownEmbedding();
    factors = strategy.factors();
    encoded = encoding.of(context);
    int works = encoded.rows();
    MemoryNeed.check(
        strategy.name(),
        8.0 * encoded.size()
            + 16.0 * encoding.size() * (factors + 1)
            + 4.0 * works * (stride + factors),
        "lower factors, or choose fewer features");
    fit =
        new EmbeddingFit(
            context,
            stage,
            encoded,
            weights(events, strategy.negatives()),
            (float) strategy.shrinkage(),
            factors + 1);
    rows = new float[works][stride];
    biases = new float[works];
  }

  /** How often each work is compared, in units of the mean over those that are. */
  private static float[] weights(PairwiseEvents events, Negatives negatives) {
    int[] popularity = events.popularity();
    double shares = 0;
    double known = 0;
    for (int visitors : popularity) {
      shares += negatives.share(visitors);
      known += visitors > 0 ? 1 : 0;
    }
    double entries = events.matrix().size();
    float[] weights = new float[popularity.length];
    for (int work = 0; work < weights.length && shares > 0; work++) {
      double drawn = entries * negatives.share(popularity[work]) / shares;
      weights[work] = (float) ((popularity[work] + drawn) * known / (2 * entries));
    }
    return weights;
  }

  /** Places all works as an earlier training did, for good. */
  void freeze(FeatureMap earlier) {
    frozen = Optional.of(earlier);
    for (int work = 0; work < rows.length; work++) {
      float[] place = earlier.place(context, work);
      placed.set(work, place.length > 0);
      put(work, place);
    }
  }

  private void put(int work, float[] place) {
    if (place.length > 0) {
      System.arraycopy(place, 0, rows[work], 0, factors);
      biases[work] = place[factors];
    }
  }

  /**
   * Learns from where works stand now, and puts them where they belong if they have nothing own.
   */
  void fit(float[][] works, float[] worksBiases) {
    if (frozen.isEmpty()) {
      fit.improve(works, worksBiases, ITERATIONS);
      context
          .workers()
          .run(
              stage,
              rows.length,
              (from, to) -> {
                for (int work = from; work < to; work++) {
                  put(work, FeatureMap.place(encoded.row(work), fit.solution()));
                }
              });
    }
    for (int work = 0; work < rows.length && !own; work++) {
      System.arraycopy(rows[work], 0, works[work], 0, factors);
      worksBiases[work] = biases[work];
    }
  }

  /** Whether anything is known of a work, by the map that places it. */
  boolean knows(int work) {
    return frozen.isPresent() ? placed.get(work) : encoded.length(work) > 0;
  }

  /** What was learned so far, copied. */
  FeatureMap map() {
    if (frozen.isPresent()) {
      return frozen.get();
    }
    float[][] copy = new float[fit.solution().length][];
    for (int k = 0; k < copy.length; k++) {
      copy[k] = fit.solution()[k].clone();
    }
    return new FeatureMap(encoding, copy);
  }
}
