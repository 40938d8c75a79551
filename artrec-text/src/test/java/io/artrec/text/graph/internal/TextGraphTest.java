package io.artrec.text.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextGraphTest {
  @Test
  void path_isRankedAsByHand() {
    TextGraph graph = new TextGraph(4);
    graph.join(0, 1, 1);
    graph.join(2, 1, 1);
    graph.join(3, 3, 1);
    double end = 0.21375 / 0.2775;
    assertThat(graph.rank())
        .containsExactly(new double[] {end, 0.15 + 1.7 * end, end, 0.15}, within(1e-8));
  }

  @Test
  void weights_shareVotesOut_laterOnesReplace() {
    TextGraph graph = new TextGraph(3);
    graph.join(0, 1, 7);
    graph.join(1, 0, 2);
    graph.join(0, 2, 2);
    graph.join(1, 2, 1);
    double side = 0.21375 / 0.235;
    assertThat(graph.rank())
        .containsExactly(new double[] {0.15 + 3.4 / 3 * side, side, side}, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ranks_solveTheirEquation_andHaveMeanOne(long seed) {
    Random random = new Random(seed);
    int n = 40;
    double[][] weights = new double[n][n];
    TextGraph graph = new TextGraph(n);
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        if (b == a + 1 || random.nextInt(4) == 0) {
          weights[a][b] = random.nextDouble() + 0.01;
          weights[b][a] = weights[a][b];
          graph.join(b, a, weights[a][b]);
        }
      }
    }
    double[] ranks = graph.rank();
    assertThat(Arrays.stream(ranks).average().orElseThrow()).isEqualTo(1, within(1e-7));
    for (int v = 0; v < n; v++) {
      double sum = 0;
      for (int u = 0; u < n; u++) {
        sum += weights[v][u] / Arrays.stream(weights[u]).sum() * ranks[u];
      }
      assertThat(ranks[v]).isEqualTo(0.15 + 0.85 * sum, within(1e-7));
    }
  }

  @Test
  void noVertices_giveNoRanks_unfitValuesAreRefused() {
    assertThat(new TextGraph(0).rank()).isEmpty();
    TextGraph graph = new TextGraph(2);
    assertThatThrownBy(() -> graph.join(0, 2, 1))
        .hasMessage("edge from 0 to 2, expected vertices 0 to 1");
    assertThatThrownBy(() -> graph.join(0, 1, Double.NaN))
        .hasMessage("weight is NaN, expected 0 or more");
    assertThatThrownBy(() -> new TextGraph(-1)).hasMessage("vertices is -1, expected 0 or more");
  }
}
