package io.artrec.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Workers;
import io.artrec.vector.FeatureMatrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsneTest {
  private static final Workers ALONE = Workers.of(1);

  /** Works in groups, one axis each, with some noise; the last of all has no vector. */
  private static FeatureMatrix groups(int works, int groups, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(works + 1, groups + 2);
    for (int work = 0; work < works; work++) {
      float[] row = new float[groups + 2];
      for (int d = 0; d < row.length; d++) {
        row[d] = (float) (0.2 * chance.nextDouble());
      }
      row[work % groups] += 1;
      matrix.set(work, row);
    }
    return matrix.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void groups_stayTogether(long seed) {
    int works = 90;
    PlaneLayout layout =
        Tsne.standard().perplexity(10).steps(400).layout(groups(works, 3, seed), ALONE);
    assertThat(layout.placedCount()).isEqualTo(works);
    assertThat(layout.isPlaced(works)).isFalse();
    for (int work = 0; work < works; work++) {
      int of = work;
      int nearest =
          IntStream.range(0, works)
              .filter(other -> other != of)
              .boxed()
              .min((a, b) -> Double.compare(distance(layout, of, a), distance(layout, of, b)))
              .orElseThrow();
      assertThat(nearest % 3).as("neighbor of work %s, seed %s", work, seed).isEqualTo(work % 3);
    }
  }

  private static double distance(PlaneLayout layout, int a, int b) {
    return Math.hypot(layout.x(a) - layout.x(b), layout.y(a) - layout.y(b));
  }

  @Test
  void layout_isTheSameAtAnyNumberOfThreads() {
    FeatureMatrix vectors = groups(200, 4, 7);
    PlaneLayout one = Tsne.standard().steps(120).layout(vectors, ALONE);
    PlaneLayout three = Tsne.standard().steps(120).layout(vectors, Workers.of(3));
    for (int work = 0; work < 200; work++) {
      assertThat(three.x(work)).isEqualTo(one.x(work));
      assertThat(three.y(work)).isEqualTo(one.y(work));
    }
  }

  @Test
  void equalWorks_haveFinitePlaces() {
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(40, 2);
    IntStream.range(0, 40).forEach(work -> matrix.set(work, new float[] {1, 1}));
    PlaneLayout layout = Tsne.standard().steps(100).layout(matrix.build(), ALONE);
    assertThat(layout.placedCount()).isEqualTo(40);
  }

  @Test
  void fewWorks_lieByPrincipalComponents() {
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(4, 3);
    matrix.set(0, new float[] {3, 0, 5});
    matrix.set(1, new float[] {-3, 0, 5});
    matrix.set(2, new float[] {0, 1, 5});
    matrix.set(3, new float[] {0, -1, 5});
    PlaneLayout layout = Tsne.standard().layout(matrix.build(), ALONE);
    assertThat(layout.x(0)).isCloseTo(3, within(1e-9));
    assertThat(layout.x(1)).isCloseTo(-3, within(1e-9));
    assertThat(layout.y(2)).isCloseTo(1, within(1e-9));
    assertThat(layout.y(3)).isCloseTo(-1, within(1e-9));
    assertThat(layout.y(0)).isCloseTo(0, within(1e-9));
    assertThat(Tsne.standard().layout(FeatureMatrix.builder(3, 2).build(), ALONE).placedCount())
        .isZero();
  }

  @Test
  void cancelled_ends() {
    Cancellation token = new Cancellation();
    token.cancel();
    assertThatThrownBy(() -> Tsne.standard().layout(groups(50, 2, 1), ALONE.cancellation(token)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void cancelledOnTheWay_ends() {
    Cancellation token = new Cancellation();
    Workers workers =
        ALONE
            .cancellation(token)
            .progress(
                (stage, done, total) -> {
                  if (stage.equals("drawing the map") && done == 10) {
                    token.cancel();
                  }
                });
    assertThatThrownBy(() -> Tsne.standard().layout(groups(50, 2, 1), workers))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void settings_areChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tsne.standard().perplexity(Double.NaN))
        .withMessage("perplexity is NaN, expected 2 to 200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tsne.standard().steps(99))
        .withMessage("steps is 99, expected 100 to 10,000");
  }

  @Test
  void affinities_haveThePerplexity() {
    double[] squares = {0.1, 0.2, 0.25, 0.4, 0.9, 1.3};
    float[] chances = Affinities.chances(squares, 3);
    double entropy = 0;
    double sum = 0;
    for (int j = 0; j < chances.length; j++) {
      entropy -= chances[j] * Math.log(chances[j]);
      sum += chances[j];
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(Math.exp(entropy)).isCloseTo(3, within(1e-4));
    assertThat(Math.log(chances[0] / chances[1]) / Math.log(chances[0] / chances[3]))
        .isCloseTo((0.2 - 0.1) / (0.4 - 0.1), within(1e-4));
  }

  @Test
  void affinities_areSymmetricAndAddUpToOne() {
    Affinities affinities = Affinities.of(groups(60, 3, 5), 5, ALONE);
    double[][] dense = new double[60][60];
    double sum = 0;
    for (int i = 0; i < 60; i++) {
      for (int p = affinities.starts()[i]; p < affinities.starts()[i + 1]; p++) {
        dense[i][affinities.neighbors()[p]] = affinities.values()[p];
        sum += affinities.values()[p];
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    for (int i = 0; i < 60; i++) {
      assertThat(dense[i][i]).isZero();
      for (int j = 0; j < i; j++) {
        assertThat(dense[i][j]).isCloseTo(dense[j][i], within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021})
  void tree_withoutApproximation_isTheSumOverAll(int points) {
    SplittableRandom chance = new SplittableRandom(points);
    double[] x = chance.doubles(points).toArray();
    double[] y = chance.doubles(points).toArray();
    if (points > 7) {
      x[5] = x[3];
      y[5] = y[3];
    }
    QuadTree tree = new QuadTree(x, y);
    QuadTree.Walk walk = new QuadTree.Walk();
    for (int i = 0; i < Math.min(points, 40); i++) {
      double weight = 0;
      double forceX = 0;
      double forceY = 0;
      for (int j = 0; j < points; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double near = j == i ? 0 : 1 / (1 + dx * dx + dy * dy);
        weight += near;
        forceX += near * near * dx;
        forceY += near * near * dy;
      }
      tree.push(i, 0, walk);
      assertThat(walk.weight()).isCloseTo(weight, within(1e-9));
      assertThat(walk.x()).isCloseTo(forceX, within(1e-9));
      assertThat(walk.y()).isCloseTo(forceY, within(1e-9));
      tree.push(i, 0.5, walk);
      assertThat(walk.weight()).isCloseTo(weight, within(0.02 * weight + 1e-9));
    }
  }
}
