package io.artrec.rerank;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** A ranked list, best first, and what is known of its works. Immutable and thread-safe. */
public final class RankedPool {
  private final int[] artworks;
  private final double[] scores;
  private final Catalog catalog;
  private final FeatureStore features;

  /**
   * Creates a pool.
   *
   * @param artworks distinct catalogue indices, best first
   * @param scores their scores, not rising
   * @param catalog the works
   * @param features their features
   */
  public RankedPool(int[] artworks, double[] scores, Catalog catalog, FeatureStore features) {
    if (artworks.length != scores.length) {
      throw new IllegalArgumentException(
          artworks.length + " artworks and " + scores.length + " scores; expected as many");
    }
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[i - 1]) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "score %s at rank %d is above %s before it; expected best first",
                scores[i],
                i + 1,
                scores[i - 1]));
      }
    }
    this.artworks = artworks.clone();
    this.scores = scores.clone();
    this.catalog = Objects.requireNonNull(catalog, "catalog");
    this.features = Objects.requireNonNull(features, "features");
  }

  /**
   * Returns the number of works.
   *
   * @return the size
   */
  public int size() {
    return artworks.length;
  }

  /**
   * Returns a work's catalogue index.
   *
   * @param position 0 for the best, to {@code size() - 1}
   * @return the index
   */
  public int index(int position) {
    return artworks[position];
  }

  /**
   * Returns a work.
   *
   * @param position 0 for the best
   * @return the record
   */
  public Artwork artwork(int position) {
    return catalog.get(artworks[position]);
  }

  /**
   * Returns a work's score.
   *
   * @param position 0 for the best
   * @return the score as the strategy gave it
   */
  public double score(int position) {
    return scores[position];
  }

  /**
   * Returns a work's relevance within this pool: its score brought linearly to the range from 0 for
   * the last to 1 for the first.
   *
   * @param position 0 for the best
   * @return 0 to 1; 1 for all when all scores are equal
   */
  public double relevance(int position) {
    double span = scores[0] - scores[scores.length - 1];
    return span > 0 ? (scores[position] - scores[scores.length - 1]) / span : 1;
  }

  /**
   * Returns the features of the whole catalogue.
   *
   * @return the features
   */
  public FeatureStore features() {
    return features;
  }

  /**
   * Returns some of these works in a new order, for a reranker that follows another. Scores must
   * not rise, so the chosen works' scores are handed out anew: the first gets the highest of them,
   * the last the lowest. Where the order stays, so do the scores.
   *
   * @param positions distinct positions in this pool, best first
   * @return the reordered pool
   */
  public RankedPool select(int... positions) {
    int[] chosen = new int[positions.length];
    double[] falling = new double[positions.length];
    int[] sorted = positions.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < positions.length; i++) {
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        throw new IllegalArgumentException(
            "position " + sorted[i] + " is selected twice, expected distinct positions");
      }
      chosen[i] = artworks[positions[i]];
      falling[i] = scores[sorted[i]];
    }
    return new RankedPool(chosen, falling, catalog, features);
  }
}
