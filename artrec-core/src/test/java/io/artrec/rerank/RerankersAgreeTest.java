package io.artrec.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.similarity.WeightedMixture;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is gathered once and worked out as it is looked at gives the lists of the plain loops. */
class RerankersAgreeTest {
  private static final int DIMENSIONS = 24;

  private static final List<Similarity> SIMILARITIES =
      List.of(
          Similarities.cosine(),
          Similarities.dot(),
          Similarities.pearson(),
          Similarities.euclidean(),
          Similarities.jaccard(),
          Similarities.histogramIntersection(),
          Similarities.chiSquare(),
          WeightedMixture.of()
              .add(2, Similarities.cosine(), DIMENSIONS / 2)
              .add(1, Similarities.euclidean(), DIMENSIONS / 2));

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 120);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mmrAndDpp_agreeWithThePlainLoops(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RankedPool pool = pool(random);
    List<String> on = random.nextInt(4) == 0 ? List.of("f0") : List.of();
    double share = random.nextInt(10) / 10.0;
    for (int n : new int[] {1, 7, pool.size(), pool.size() + 3}) {
      assertThat(mmr(share, on).rerank(pool, n))
          .as("mmr, seed %d, n %d", seed, n)
          .isEqualTo(PlainRerankers.mmr(pool, n, share, on));
      assertThat(dpp(share, on).rerank(pool, n))
          .as("dpp, seed %d, n %d", seed, n)
          .isEqualTo(PlainRerankers.dpp(pool, n, share, on));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void chains_agreeWithStepsThatOrderEverything(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RankedPool pool = pool(random);
    List<Reranker> plain = new ArrayList<>();
    List<Reranker> steps = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int step = 0; step < count; step++) {
      double share = random.nextInt(10) / 10.0;
      switch (random.nextInt(4)) {
        case 0 -> {
          steps.add(AttributeCap.perArtist(1 + random.nextInt(4)));
          plain.add(steps.get(step));
        }
        case 1 -> {
          steps.add(new Reversed());
          plain.add(steps.get(step));
        }
        case 2 -> {
          steps.add(Mmr.lambda(share));
          plain.add(new Plain((p, n) -> PlainRerankers.mmr(p, n, share, List.of())));
        }
        default -> {
          steps.add(Dpp.theta(share));
          plain.add(new Plain((p, n) -> PlainRerankers.dpp(p, n, share, List.of())));
        }
      }
    }
    Reranker chain = Rerankers.chain(steps.toArray(Reranker[]::new));
    for (int n : new int[] {1, 5, 10, pool.size()}) {
      assertThat(chain.rerank(pool, n))
          .as("%s, seed %d, n %d", chain, seed, n)
          .isEqualTo(PlainRerankers.chain(pool, n, plain));
    }
    Reranker nested = Rerankers.chain(chain, AttributeCap.perArtist(2));
    assertThat(nested.rerank(pool, 10))
        .as("%s, seed %d", nested, seed)
        .isEqualTo(
            PlainRerankers.chain(
                pool,
                10,
                List.of(
                    new Plain((p, n) -> PlainRerankers.chain(p, n, plain)),
                    AttributeCap.perArtist(2))));
  }

  @Test
  void chain_goesAsManyRoundsAsTheCapLooksAt() {
    RankedPool pool = pool(new SplittableRandom(7));
    List<Integer> asked = new ArrayList<>();
    Reranker counting =
        new Reversed() {
          @Override
          public RankedPool ordered(RankedPool ranked) {
            return ranked.inOrder(
                () -> {
                  asked.add(asked.size());
                  return ranked.size() - asked.size();
                });
          }
        };
    int[] order = Rerankers.chain(counting, AttributeCap.perArtist(100)).rerank(pool, 3);
    int last = pool.size() - 1;
    assertThat(order).containsExactly(last, last - 1, last - 2);
    assertThat(asked).hasSize(3);
  }

  @Test
  void orderWithAPositionTwiceOrOutside_isRefused() {
    RankedPool pool = pool(new SplittableRandom(7));
    RankedPool twice = pool.inOrder(() -> 1);
    assertThat(twice.index(0)).isEqualTo(pool.index(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twice.index(1))
        .withMessage("position 1 is given twice, expected distinct positions");
    assertThatThrownBy(() -> pool.inOrder(pool::size).index(0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> pool.inOrder(() -> 0).index(pool.size()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Reranker mmr(double lambda, List<String> on) {
    return Mmr.lambda(lambda).on(on.toArray(String[]::new));
  }

  private static Reranker dpp(double theta, List<String> on) {
    return Dpp.theta(theta).on(on.toArray(String[]::new));
  }

  private interface Loop {
    int[] rerank(RankedPool pool, int n);
  }

  private record Plain(Loop loop) implements Reranker {
    @Override
    public String name() {
      return "plain";
    }

    @Override
    public String configuration() {
      return "plain()";
    }

    @Override
    public int[] rerank(RankedPool pool, int n) {
      return loop.rerank(pool, n);
    }
  }

  /** As somebody else would write one. */
  private static class Reversed implements Reranker {
    @Override
    public String name() {
      return "reversed";
    }

    @Override
    public String configuration() {
      return "reversed()";
    }

    @Override
    public int[] rerank(RankedPool pool, int n) {
      int last = pool.size() - 1;
      return IntStream.range(0, Math.min(n, pool.size())).map(i -> last - i).toArray();
    }
  }

  /** Up to four features of any similarity, of few or many values, with rows that are missing. */
  private static RankedPool pool(SplittableRandom random) {
    int works = 8 + random.nextInt(60);
    List<Artwork> catalog = new ArrayList<>();
    for (int i = 0; i < works + 5; i++) {
      Artwork.Builder work = Artwork.builder("w" + i, "Work " + i);
      if (random.nextInt(4) > 0) {
        work.artist("Artist " + random.nextInt(6)).movement("Movement " + random.nextInt(3));
      }
      catalog.add(work.build());
    }
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (int f = 1 + random.nextInt(4); f > 0; f--) {
      entries.add(entry(random, "f" + (f - 1), catalog.size()));
    }
    int[] indices = new int[catalog.size()];
    for (int i = 0; i < indices.length; i++) {
      int other = random.nextInt(i + 1);
      indices[i] = indices[other];
      indices[other] = i;
    }
    double[] scores = new double[works];
    double score = 10;
    for (int i = 0; i < works; i++) {
      scores[i] = score;
      score -= random.nextInt(3) * random.nextDouble();
    }
    return new RankedPool(
        IntStream.of(indices).limit(works).toArray(),
        scores,
        Catalog.of(catalog),
        FeatureStore.of(catalog.size(), entries));
  }

  private static FeatureStore.Entry entry(SplittableRandom random, String name, int works) {
    Similarity similarity = SIMILARITIES.get(random.nextInt(SIMILARITIES.size()));
    boolean signed = similarity instanceof io.artrec.similarity.InnerProductSimilarity;
    int filled = random.nextBoolean() ? DIMENSIONS : 2;
    FeatureMatrix.Builder rows = FeatureMatrix.builder(works, DIMENSIONS);
    for (int i = 0; i < works; i++) {
      if (random.nextInt(5) > 0) {
        float[] row = new float[DIMENSIONS];
        for (int k = 0; k < filled; k++) {
          int d = filled == DIMENSIONS ? k : random.nextInt(DIMENSIONS);
          row[d] = (float) (random.nextDouble() * 2 - (signed ? 1 : 0));
        }
        rows.set(i, row);
      }
    }
    return new FeatureStore.Entry(
        FeatureSpec.named(name).similarity(similarity).build(),
        rows.build(),
        0.5 + random.nextInt(4));
  }
}
