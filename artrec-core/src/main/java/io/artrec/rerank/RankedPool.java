package io.artrec.rerank;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A ranked list, best first, what is known of its works, and for whom it is ordered. Immutable but
 * for the notes of its {@link #context()}, and thread-safe.
 */
public final class RankedPool {
  private final int[] artworks;
  private final double[] scores;
  private final Catalog catalog;
  private final FeatureStore features;
  private final RerankContext context;
  private final @Nullable Order order;

  /** Fills in works in the order that somebody hands out, as far as they are looked at. */
  private static final class Order {
    private final RankedPool from;
    private final IntSupplier next;
    private final int[] artworks;
    private final BitSet given = new BitSet();
    private volatile int known;

    Order(RankedPool from, IntSupplier next, int[] artworks) {
      this.from = from;
      this.next = next;
      this.artworks = artworks;
    }

    void lookAt(int position) {
      if (position >= known) {
        workOut(Objects.checkIndex(position, artworks.length));
      }
    }

    private synchronized void workOut(int position) {
      while (known <= position) {
        int chosen = Objects.checkIndex(next.getAsInt(), artworks.length);
        if (given.get(chosen)) {
          throw new IllegalArgumentException(
              "position " + chosen + " is given twice, expected distinct positions");
        }
        given.set(chosen);
        artworks[known] = from.index(chosen);
        known = known + 1;
      }
    }
  }

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
    context = RerankContext.none();
    order = null;
  }

  private RankedPool(RankedPool from, int[] artworks, double[] scores, RerankContext context) {
    this.artworks = artworks;
    this.scores = scores;
    catalog = from.catalog;
    features = from.features;
    this.context = context;
    order = null;
  }

  private RankedPool(RankedPool from, IntSupplier next) {
    artworks = new int[from.size()];
    scores = from.scores;
    catalog = from.catalog;
    features = from.features;
    context = from.context;
    order = new Order(from, next, artworks);
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
   * {@return a work's catalogue index}
   *
   * @param position 0 for the best, to {@code size() - 1}
   */
  public int index(int position) {
    if (order != null) {
      order.lookAt(position);
    }
    return artworks[position];
  }

  /**
   * Returns a work.
   *
   * @param position 0 for the best
   * @return the record
   */
  public Artwork artwork(int position) {
    return catalog.get(index(position));
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
   * {@return the whole catalogue, for the records of works that the asker knows; by the indices
   * that {@link #index} and histories hold}
   */
  public Catalog catalog() {
    return catalog;
  }

  /** {@return the features of the whole catalogue} */
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
      chosen[i] = index(positions[i]);
      falling[i] = scores[sorted[i]];
    }
    return new RankedPool(this, chosen, falling, context);
  }

  /**
   * Returns this pool for somebody.
   *
   * @param context who asks, and how long an answer may take
   * @return the same works in the same order
   * @throws IllegalStateException when this pool is {@linkplain #inOrder worked out as it is looked
   *     at}
   */
  public RankedPool in(RerankContext context) {
    if (order != null) {
      throw new IllegalStateException(
          "a pool in a new order has the context of that it is made of");
    }
    return new RankedPool(this, artworks, scores, Objects.requireNonNull(context, "context"));
  }

  /**
   * Returns for whom the pool is ordered, and how long that may take.
   *
   * @return the context, {@link RerankContext#none()} unless one was given
   */
  public RerankContext context() {
    return context;
  }

  /**
   * Says why a work stands where it does; the answer shows it.
   *
   * @param position the work's position in this pool
   * @param why in a few words
   */
  public void note(int position, String why) {
    context.note(index(position), why);
  }

  /**
   * Returns all works in a new order, which is asked for as far as somebody looks at them: what
   * {@link #select} of the whole order is. A position out of the pool, or one given twice, is an
   * exception when it is come to.
   *
   * @param next gives a position of this pool each time it is called, best first, each once; is
   *     called by one thread at a time, at most as often as there are works
   * @return the reordered pool
   */
  public RankedPool inOrder(IntSupplier next) {
    return new RankedPool(this, Objects.requireNonNull(next, "next"));
  }

  /** Where a work is. */
  int position(int artwork) {
    int position = 0;
    while (index(position) != artwork) {
      position++;
    }
    return position;
  }
}
