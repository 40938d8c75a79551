package io.artrec.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.Similarities;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerankersTest {
  /*
   * Relevance 1, 0.9, 0.4, 0. Jaccard 0-1: 1, 0-2: 0, 0-3: 1/3; 1-2: 0, 1-3: 1/3; 2-3: 1/3.
   * Lambda 0.5 after 0: 1 has 0.45 - 0.5, 2 has 0.2, 3 has -1/6. After 2: 1 -0.05, 3 -1/6.
   */
  private static final RankedPool POOL =
      pool(
          new double[] {10, 9, 4, 0},
          entry(
              "tags",
              Similarities.jaccard(),
              1,
              new float[] {1, 1, 0, 0},
              new float[] {1, 1, 0, 0},
              new float[] {0, 0, 1, 1},
              new float[] {0, 1, 1, 0}));

  @Test
  void mmr_ofAHandWorkedPool() {
    assertThat(Mmr.lambda(0.5).rerank(POOL, 4)).containsExactly(0, 2, 1, 3);
    assertThat(Mmr.lambda(0.5).rerank(POOL, 2)).containsExactly(0, 2);
    assertThat(Mmr.lambda(0).rerank(POOL, 4)).containsExactly(0, 2, 3, 1);
    assertThat(Mmr.lambda(0.95).rerank(POOL, 4)).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mmr_ofLambdaOne_keepsThePoolsOrder(long seed) {
    RankedPool pool = randomPool(new SplittableRandom(seed), 25, Similarities.cosine());
    assertThat(Mmr.lambda(1).rerank(pool, 25)).isEqualTo(IntStream.range(0, 25).toArray());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void mmr_agreesWithThePlainLoop(long seed) {
    RankedPool pool = randomPool(new SplittableRandom(seed), 20, Similarities.cosine());
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < 12) {
      int best = -1;
      double bestValue = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < pool.size(); i++) {
        double nearest = 0;
        for (int other : chosen) {
          nearest = Math.max(nearest, unit(pool, i, other));
        }
        double value = 0.6 * pool.relevance(i) - 0.4 * nearest;
        if (!chosen.contains(i) && value > bestValue) {
          best = i;
          bestValue = value;
        }
      }
      chosen.add(best);
    }
    assertThat(Mmr.lambda(0.6).rerank(pool, 12)).containsExactly(toArray(chosen));
  }

  @Test
  void mmr_averagesFeatures_leavingMissingOnesOut() {
    RankedPool pool =
        pool(
            new double[] {1, 1, 1},
            entry(
                "palette", Similarities.cosine(), 3, new float[] {1, 0}, new float[] {1, 0}, null),
            entry(
                "texture",
                Similarities.euclidean(),
                1,
                new float[] {0},
                new float[] {9},
                new float[] {4}));
    // 0-1: (3 * 1 + 1 * 0.1) / 4 = 0.775; 0-2: texture alone, 0.2
    assertThat(Mmr.lambda(0).rerank(pool, 2)).containsExactly(0, 2);
    // by texture alone 0-1 is 0.1, 0-2 is 0.2
    assertThat(Mmr.lambda(0).on("texture").rerank(pool, 2)).containsExactly(0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mmr.lambda(0).on("mood").rerank(pool, 2))
        .withMessageContaining("mood")
        .withMessageContaining("palette");
  }

  @Test
  void mmr_withoutFeatures_usesSharedAttributes() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "A").artist("Monet").movement("Impressionism").build(),
            Artwork.builder("b", "B").artist("MONET").movement("Impressionism").build(),
            Artwork.builder("c", "C").artist("Hokusai").subject("wave").build());
    RankedPool pool =
        new RankedPool(
            new int[] {0, 1, 2}, new double[] {3, 2.9, 2}, catalog, FeatureStore.empty(3));
    assertThat(Mmr.lambda(0.3).rerank(pool, 3)).containsExactly(0, 2, 1);
    assertThat(Dpp.theta(0.3).rerank(pool, 3)).containsExactly(0, 2, 1);
  }

  @Test
  void cap_leavesOutWorksOverIt_andNoneWithoutTheAttribute() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("a", "A").artist("Monet").build(),
            Artwork.builder("b", "B").artist("monet").build(),
            Artwork.builder("c", "C").build(),
            Artwork.builder("d", "D").artist("Manet").artist("Monet").build(),
            Artwork.builder("e", "E").artist("Manet").attribute("room", "1").build(),
            Artwork.builder("f", "F").attribute("room", "1").build());
    RankedPool pool =
        new RankedPool(new int[] {0, 1, 2, 3, 4, 5}, new double[6], catalog, FeatureStore.empty(6));
    assertThat(AttributeCap.perArtist(1).rerank(pool, 6)).containsExactly(0, 2, 4, 5);
    assertThat(AttributeCap.perArtist(2).rerank(pool, 6)).containsExactly(0, 1, 2, 4, 5);
    assertThat(AttributeCap.perArtist(1).rerank(pool, 2)).containsExactly(0, 2);
    assertThat(AttributeCap.per("room", 1).rerank(pool, 6)).containsExactly(0, 1, 2, 3, 4);
  }

  /** The greedy choice by determinants computed anew for every candidate set. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void dpp_agreesWithNaiveDeterminants(long seed) {
    RankedPool pool = randomPool(new SplittableRandom(seed), 9, Similarities.cosine());
    double theta = 0.1 * seed;
    double alpha = theta / (2 * (1 - theta));
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < 6) {
      int best = -1;
      double bestValue = 0;
      for (int i = 0; i < pool.size(); i++) {
        if (!chosen.contains(i)) {
          List<Integer> set = new ArrayList<>(chosen);
          set.add(i);
          double determinant = determinant(kernel(pool, set, alpha));
          if (determinant > bestValue) {
            best = i;
            bestValue = determinant;
          }
        }
      }
      chosen.add(best);
    }
    assertThat(Dpp.theta(theta).rerank(pool, 6)).containsExactly(toArray(chosen));
  }

  @Test
  void dpp_ofRepeatedWorks_takesDifferentOnesFirst_thenThePoolsOrder() {
    assertThat(Dpp.theta(0.5).rerank(POOL, 4)).containsExactly(0, 2, 3, 1);
  }

  @Test
  void chain_runsInSequence_onTheWholePool() {
    Reranker chain = Rerankers.chain(Mmr.lambda(0.5), AttributeCap.per("group", 1));
    // mmr orders 0 2 1 3; groups are a b b a
    assertThat(chain.rerank(POOL, 4)).containsExactly(0, 2);
    assertThat(Rerankers.chain(AttributeCap.per("group", 1), Mmr.lambda(0.5)).rerank(POOL, 1))
        .containsExactly(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rerankers.chain())
        .withMessage("chain without rerankers, expected one or more");
  }

  @Test
  void select_handsScoresOutAnew() {
    RankedPool selected = POOL.select(3, 0, 1);
    assertThat(selected.size()).isEqualTo(3);
    assertThat(selected.index(0)).isEqualTo(POOL.index(3));
    assertThat(IntStream.range(0, 3).mapToDouble(selected::score).toArray())
        .containsExactly(10, 9, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POOL.select(1, 2, 1))
        .withMessage("position 1 is selected twice, expected distinct positions");
  }

  @Test
  void configuration_isReadBack() {
    List<Reranker> all =
        List.of(
            Mmr.lambda(0.7),
            Mmr.lambda(1).on("palette", "odd, (name)|=%"),
            Dpp.theta(0.25).on("texture"),
            AttributeCap.per("a=b,(c)", 3),
            Rerankers.chain(
                Rerankers.chain(AttributeCap.perArtist(2)), Mmr.lambda(0).on("x", "y")));
    for (Reranker reranker : all) {
      String text = reranker.configuration();
      assertThat(Rerankers.parse(text).orElseThrow().configuration()).isEqualTo(text);
      assertThat(reranker).hasToString(text);
    }
    assertThat(all.get(0).configuration()).isEqualTo("mmr(lambda=0.7)");
    assertThat(all.get(4).configuration())
        .isEqualTo("chain(chain(cap(attribute=artist,max=2)),mmr(lambda=0.0,on=x|y))");
    assertThat(all.get(1).configuration())
        .isEqualTo("mmr(lambda=1.0,on=palette|odd%2C+%28name%29%7C%3D%25)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "mmr", "mine(x=1)", "chain(mmr(lambda=0.5),mine())", "chain()", "(", ")"})
  void parse_ofAnythingElse_isEmpty(String text) {
    assertThat(Rerankers.parse(text)).isEmpty();
  }

  @Test
  void mistakes_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mmr.lambda(1.5))
        .withMessage("lambda is 1.5, expected 0 to 1 (mmr)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dpp.theta(1))
        .withMessage("theta is 1.0, expected 0 or more and less than 1 (dpp)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttributeCap.perArtist(0))
        .withMessage("cap per artist is 0, expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mmr.lambda(1).on(" "))
        .withMessage("blank name, expected features or facets (mmr)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rerankers.parse("mmr(on=x)"))
        .withMessage("reranker 'mmr(on=x)' lacks lambda, expected lambda=...");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rerankers.parse("dpp(theta=x)"))
        .withMessage("theta is 'x' in reranker 'dpp(theta=x)', expected a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rerankers.parse("cap(attribute=artist,max=1.5)"))
        .withMessageContaining("max is '1.5'");
  }

  private static double unit(RankedPool pool, int a, int b) {
    FeatureStore.Entry entry = pool.features().entries().get(0);
    float[] rowA = entry.matrix().row(pool.index(a)).orElseThrow();
    float[] rowB = entry.matrix().row(pool.index(b)).orElseThrow();
    return (1 + entry.spec().similarity().compare(rowA, rowB)) / 2;
  }

  private static double[][] kernel(RankedPool pool, List<Integer> set, double alpha) {
    double[][] kernel = new double[set.size()][set.size()];
    for (int i = 0; i < set.size(); i++) {
      for (int j = 0; j < set.size(); j++) {
        kernel[i][j] =
            Math.exp(alpha * pool.relevance(set.get(i)))
                * unit(pool, set.get(i), set.get(j))
                * Math.exp(alpha * pool.relevance(set.get(j)));
      }
    }
    return kernel;
  }

  /** Laplace expansion along the first row. */
  private static double determinant(double[][] matrix) {
    if (matrix.length == 1) {
      return matrix[0][0];
    }
    double sum = 0;
    for (int column = 0; column < matrix.length; column++) {
      double[][] minor = new double[matrix.length - 1][matrix.length - 1];
      for (int i = 1; i < matrix.length; i++) {
        for (int j = 0; j < matrix.length; j++) {
          if (j != column) {
            minor[i - 1][j < column ? j : j - 1] = matrix[i][j];
          }
        }
      }
      sum += (column % 2 == 0 ? 1 : -1) * matrix[0][column] * determinant(minor);
    }
    return sum;
  }

  private static RankedPool randomPool(SplittableRandom random, int size, Similarity similarity) {
    float[][] rows = new float[size][6];
    double[] scores = new double[size];
    for (int i = 0; i < size; i++) {
      for (int d = 0; d < 6; d++) {
        rows[i][d] = (float) (2 * random.nextDouble() - 1);
      }
      scores[i] = -i - random.nextDouble();
    }
    return pool(scores, entry("feature", similarity, 1, rows));
  }

  private static RankedPool pool(double[] scores, FeatureStore.Entry... entries) {
    List<Artwork> works = new ArrayList<>();
    int[] indices = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      indices[i] = i;
      String group = i % 3 == 0 ? "a" : "b";
      works.add(Artwork.builder("w" + i, "Work " + i).attribute("group", group).build());
    }
    return new RankedPool(
        indices, scores, Catalog.of(works), FeatureStore.of(scores.length, Arrays.asList(entries)));
  }

  private static FeatureStore.Entry entry(
      String name, Similarity similarity, double weight, float[] @Nullable ... rows) {
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(rows.length, dimensions(rows));
    for (int i = 0; i < rows.length; i++) {
      float[] row = rows[i];
      if (row != null) {
        matrix.set(i, row);
      }
    }
    return new FeatureStore.Entry(
        FeatureSpec.named(name).similarity(similarity).build(), matrix.build(), weight);
  }

  private static int dimensions(float[] @Nullable [] rows) {
    return Arrays.stream(rows).filter(Objects::nonNull).findFirst().orElseThrow().length;
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
