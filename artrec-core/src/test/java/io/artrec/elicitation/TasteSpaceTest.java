package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.feature.FeatureStore;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasteSpaceTest {
  private static double product(double[] a, double[] b) {
    return Comparison.product(a, b);
  }

  /** Two opposite works: at 1 and at -1 of the only direction, whatever their lengths. */
  @Test
  void twoWorks_byHand() {
    TasteSpace space =
        TasteSpace.fit(MadeCollection.of(new float[][] {{3, 0}, {-1, 0}}).features(), 5, 2);
    assertThat(space.dimensions()).isEqualTo(1);
    assertThat(Math.abs(space.at(0)[0])).isCloseTo(2, within(1e-5));
    assertThat(space.at(1)[0]).isCloseTo(-space.at(0)[0], within(1e-5));
    assertThat(space.rest(0)).isCloseTo(0, within(1e-5));
    assertThat(space.explained()).isCloseTo(1, within(1e-5));
  }

  /** With as many directions as there are, products are those of the features' rows. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void allDirections_keepProducts(long seed) {
    MadeCollection made = MadeCollection.gallery(60, seed);
    TasteSpace space = TasteSpace.fit(made.features(), 256, 1);
    double[][] rows = made.rows();
    for (int i = 0; i < 60; i += 7) {
      for (int j = 0; j < 60; j += 5) {
        assertThat(product(space.at(i), space.at(j)))
            .isCloseTo(product(rows[i], rows[j]), within(1e-4));
      }
      assertThat(space.rest(i)).isCloseTo(0, within(1e-4));
    }
  }

  /** What few directions leave is what is missing of the square. */
  @Test
  void fewDirections_leaveTheRest() {
    MadeCollection made = MadeCollection.gallery(80, 5);
    TasteSpace space = TasteSpace.fit(made.features(), 4, 1);
    double[][] rows = made.rows();
    assertThat(space.dimensions()).isEqualTo(4);
    assertThat(space.explained()).isBetween(0.2, 0.9);
    double held = 0;
    double whole = 0;
    for (int i = 0; i < 80; i++) {
      assertThat(space.rest(i) + product(space.at(i), space.at(i)))
          .isCloseTo(product(rows[i], rows[i]), within(1e-4));
      held += product(space.at(i), space.at(i));
      whole += product(rows[i], rows[i]);
    }
    assertThat(space.explained()).isCloseTo(held / whole, within(1e-4));
    assertThat(whole / 80).isCloseTo(1, within(1e-4));
  }

  /** Beyond the landmarks: a rank that they cover is held for all works. */
  @Test
  void worksThatAreNoLandmarks_areBroughtToTheDirections() {
    SplittableRandom random = new SplittableRandom(3);
    float[][] rows = new float[1500][9];
    for (float[] row : rows) {
      for (int d = 0; d < 9; d++) {
        row[d] = (float) MadeCollection.normal(random);
      }
    }
    MadeCollection made = MadeCollection.of(rows);
    TasteSpace space = TasteSpace.fit(made.features(), 20, 1);
    assertThat(space.dimensions()).isEqualTo(9);
    double[][] expected = made.rows();
    for (int i = 0; i < 1500; i += 113) {
      assertThat(space.rest(i)).isCloseTo(0, within(1e-4));
      assertThat(product(space.at(i), space.at(1499)))
          .isCloseTo(product(expected[i], expected[1499]), within(1e-3));
    }
  }

  @Test
  void missingFeatures_areAtTheMean_andWorksWithoutAnyAreNotThere() {
    float[][] first = {{1, 0}, {0, 1}, {}, {}, {0, 0}};
    float[][] second = {{1, 2}, {2, 1}, {-1, 1}, {}, {}};
    List<Artwork> works = MadeCollection.of(first).catalog().stream().toList();
    MadeCollection made =
        MadeCollection.of(
            works,
            List.of(MadeCollection.entry("a", 2, first), MadeCollection.entry("b", 1, second)));
    TasteSpace space = TasteSpace.fit(made.features(), 9, 1);
    double[][] rows = made.rows();
    assertThat(space.works().stream().toArray()).containsExactly(0, 1, 2);
    assertThat(product(space.at(2), space.at(0)))
        .isCloseTo(product(rows[2], rows[0]), within(1e-5));
    assertThat(product(space.at(1), space.at(0)))
        .isCloseTo(product(rows[1], rows[0]), within(1e-5));
  }

  @Test
  void worksThatAreAllAlikeOrUnknown_haveNoDirection() {
    for (float[][] rows : new float[][][] {{{1, 1}, {2, 2}, {3, 3}}, {{}, {}}, {{1, 0}}, {}}) {
      TasteSpace space = TasteSpace.fit(MadeCollection.of(rows).features(), 9, 1);
      assertThat(space.explained()).isZero();
      assertThat(space.works().isEmpty()).isTrue();
    }
    assertThat(TasteSpace.fit(FeatureStore.empty(3), 9, 1).works().isEmpty()).isTrue();
  }
}
