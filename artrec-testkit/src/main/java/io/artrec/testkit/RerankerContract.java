package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.Reranker;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Reranker} must do: give distinct positions of the pool, as many as asked for or
 * left, the same every time, whatever features are missing.
 */
public abstract class RerankerContract {
  /** For subclasses. */
  protected RerankerContract() {}

  /** {@return what is tested} */
  protected abstract Reranker reranker();

  /**
   * Tells whether the reranker may give fewer works than asked for, as a cap does.
   *
   * @return false unless overridden
   */
  protected boolean leavesWorksOut() {
    return false;
  }

  @Test
  void nameAndConfiguration_areStableAndNotBlank() {
    assertThat(reranker().name()).isNotBlank().isEqualTo(reranker().name());
    assertThat(reranker().configuration()).isNotBlank().isEqualTo(reranker().configuration());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void rerank_givesDistinctPositionsOfThePool(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RankedPool pool = pool(random, 1 + random.nextInt(40), random.nextInt(4));
    for (int n : new int[] {1, 2, 5, pool.size(), pool.size() + 7}) {
      int[] order = reranker().rerank(pool, n);
      assertThat(order).doesNotHaveDuplicates();
      for (int position : order) {
        assertThat(position).isBetween(0, pool.size() - 1);
      }
      if (leavesWorksOut()) {
        assertThat(order).hasSizeBetween(1, Math.min(n, pool.size()));
      } else {
        assertThat(order).hasSize(Math.min(n, pool.size()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rerank_isTheSameEveryTime(long seed) {
    int[] first = reranker().rerank(pool(new SplittableRandom(seed), 30, 3), 10);
    int[] second = reranker().rerank(pool(new SplittableRandom(seed), 30, 3), 10);
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderedPool_isThePoolInItsOrder(long seed) {
    RankedPool pool = pool(new SplittableRandom(seed), 30, 3);
    RankedPool expected = pool.select(reranker().rerank(pool, pool.size()));
    RankedPool ordered = reranker().ordered(pool);
    assertThat(ordered.size()).isEqualTo(expected.size());
    for (int position = 0; position < expected.size(); position++) {
      assertThat(ordered.index(position)).isEqualTo(expected.index(position));
      assertThat(ordered.score(position)).isEqualTo(expected.score(position));
    }
  }

  @Test
  void equalWorks_areAllThere() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "Same").build(),
            Artwork.builder("b", "Same").build(),
            Artwork.builder("c", "Same").build());
    FeatureMatrix.Builder rows = FeatureMatrix.builder(3, 2);
    for (int i = 0; i < 3; i++) {
      rows.set(i, new float[] {1, 2});
    }
    FeatureStore store =
        FeatureStore.of(3, List.of(entry("same", Similarities.cosine(), rows.build(), 1)));
    RankedPool pool = new RankedPool(new int[] {2, 0, 1}, new double[] {1, 1, 1}, catalog, store);
    assertThat(reranker().rerank(pool, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void emptyPool_givesNothing() {
    RankedPool pool =
        new RankedPool(new int[0], new double[0], Catalog.of(), FeatureStore.empty(0));
    assertThat(reranker().rerank(pool, 5)).isEmpty();
  }

  @Test
  void nBelowOne_isRefused() {
    RankedPool pool = pool(new SplittableRandom(1), 3, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reranker().rerank(pool, 0))
        .withMessageContaining("n is 0, expected 1 or more");
  }

  @Test
  @SuppressWarnings("NullAway") // passing null is the point
  void null_isRefused() {
    assertThatNullPointerException().isThrownBy(() -> reranker().rerank(null, 1));
  }

  /**
   * {@return a random pool over a larger catalogue}
   *
   * @param random where it is drawn from
   * @param size the number of works in the pool
   * @param features 0 to 3 features, called {@code f0} to {@code f2}, some rows missing
   */
  protected static RankedPool pool(SplittableRandom random, int size, int features) {
    int artworks = size + 5;
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < artworks; i++) {
      Artwork.Builder work = Artwork.builder("w" + i, "Work " + i);
      if (random.nextInt(4) > 0) {
        work.artist("Artist " + random.nextInt(4)).movement("Movement " + random.nextInt(3));
      }
      works.add(work.build());
    }
    List<Similarity> similarities =
        List.of(Similarities.cosine(), Similarities.euclidean(), Similarities.dot());
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (int f = 0; f < features; f++) {
      FeatureMatrix.Builder rows = FeatureMatrix.builder(artworks, 8);
      for (int i = 0; i < artworks; i++) {
        if (random.nextInt(5) > 0) {
          float[] row = new float[8];
          for (int d = 0; d < row.length; d++) {
            row[d] = (float) (2 * random.nextDouble() - 1);
          }
          rows.set(i, row);
        }
      }
      entries.add(entry("f" + f, similarities.get(f), rows.build(), 1 + f));
    }
    int[] indices = new int[artworks];
    double[] scores = new double[size];
    for (int i = 0; i < artworks; i++) {
      int other = random.nextInt(i + 1);
      indices[i] = indices[other];
      indices[other] = i;
    }
    double score = 10;
    for (int i = 0; i < size; i++) {
      scores[i] = score;
      score -= random.nextInt(3) * random.nextDouble();
    }
    return new RankedPool(
        Arrays.copyOf(indices, size),
        scores,
        Catalog.of(works),
        FeatureStore.of(artworks, entries));
  }

  private static FeatureStore.Entry entry(
      String name, Similarity similarity, FeatureMatrix rows, double weight) {
    return new FeatureStore.Entry(
        FeatureSpec.named(name).similarity(similarity).build(), rows, weight);
  }
}
