package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcaTest {
  private static final CountingFeature INPUT = CountingFeature.ofTitle();

  private static FeatureMatrix matrix(float[]... rows) {
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(rows.length, rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length > 0) {
        matrix.set(i, rows[i]);
      }
    }
    return matrix.build();
  }

  private static FeatureMatrix project(FeatureMatrix matrix, int components) {
    return Pca.of(INPUT, components).fit(List.of(matrix)).encodeAll(List.of(matrix));
  }

  @Test
  void ellipse_isTurnedOntoItsAxes() {
    FeatureMatrix projected =
        project(
            matrix(
                new float[] {5, 5},
                new float[] {1, 1},
                new float[] {4, 2},
                new float[] {2, 4},
                new float[0]),
            2);
    float root = (float) Math.sqrt(2);
    float[][] expected = {{2 * root, 0}, {-2 * root, 0}, {0, root}, {0, -root}};
    for (int i = 0; i < expected.length; i++) {
      assertThat(projected.row(i).orElseThrow())
          .as("row %d", i)
          .containsExactly(expected[i], within(1e-5f));
    }
    assertThat(projected.isPresent(4)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 40, 7", "2, 7, 40", "3, 31, 31", "4, 2500, 5", "5, 2, 1021", "6, 2, 1"})
  void allComponents_keepEveryDistance(long seed, int rows, int dimensions) {
    FeatureMatrix matrix = random(new Random(seed), rows, dimensions);
    FeatureMatrix projected = project(matrix, Math.min(rows, dimensions));
    for (int i = 0; i < Math.min(rows, 20); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(distance(projected, i, j))
            .isCloseTo(distance(matrix, i, j), within(1e-4 * Math.sqrt(dimensions)));
      }
    }
    assertThat(project(matrix, Math.min(rows, dimensions))).isEqualTo(projected);
  }

  @ParameterizedTest
  @CsvSource({"1, 60, 7", "2, 9, 60"})
  void components_areUncorrelatedAndFallInVariance(long seed, int rows, int dimensions) {
    FeatureMatrix projected = project(random(new Random(seed), rows, dimensions), 5);
    double[][] products = new double[5][5];
    for (int i = 0; i < rows; i++) {
      float[] row = projected.row(i).orElseThrow();
      for (int a = 0; a < 5; a++) {
        for (int b = 0; b < 5; b++) {
          products[a][b] += (double) row[a] * row[b];
        }
      }
    }
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < a; b++) {
        assertThat(products[a][b]).isCloseTo(0, within(1e-3));
      }
      if (a > 0) {
        assertThat(products[a][a]).isLessThan(products[a - 1][a - 1]).isPositive();
      }
    }
  }

  @Test
  void moreComponentsThanDirections_areZeros() {
    FeatureMatrix projected =
        project(matrix(new float[] {1, 2}, new float[] {2, 4}, new float[] {3, 6}), 4);
    assertThat(projected.dimensions()).isEqualTo(4);
    float[] row = projected.row(2).orElseThrow();
    assertThat(row[0]).isCloseTo((float) Math.sqrt(5), within(1e-5f));
    assertThat(row[1]).isZero();
    assertThat(row[3]).isZero();
  }

  @Test
  void equalRows_haveNoDirection_notEvenThatOfRounding() {
    float[][] same = new float[7][];
    Arrays.fill(same, new float[] {0.1f, 0.7f, 1e-3f});
    FeatureMatrix projected = project(matrix(same), 2);
    for (int i = 0; i < same.length; i++) {
      assertThat(projected.row(i)).hasValue(new float[] {0, 0});
    }
    assertThat(project(matrix(new float[] {3, 4}), 1).row(0)).hasValue(new float[] {0});
  }

  @Test
  void nothingPresent_staysMissing() {
    FeatureMatrix projected = project(FeatureMatrix.builder(3, 5).build(), 2);
    assertThat(projected.size()).isEqualTo(3);
    assertThat(projected.dimensions()).isEqualTo(2);
    assertThat(projected.presentCount()).isZero();
  }

  @Test
  void sign_ofEvenlyMixedDirections_isFixedByTheFirst() {
    FeatureMatrix projected =
        project(matrix(new float[] {1, -1}, new float[] {-1, 1}, new float[] {0, 0}), 1);
    assertThat(projected.row(0).orElseThrow()[0]).isPositive();
  }

  @Test
  void spec_followsTheInput() {
    FeatureSpec spec = Pca.of(INPUT, 3).spec();
    assertThat(spec.name()).isEqualTo("title-length-pca");
    assertThat(spec.facet()).isEqualTo("test");
    assertThat(spec.parameters()).startsWith("3 of ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pca.of(INPUT, 0))
        .withMessage("components is 0, expected 1 or more");
  }

  private static FeatureMatrix random(Random random, int rows, int dimensions) {
    float[][] values = new float[rows][dimensions];
    for (float[] row : values) {
      for (int d = 0; d < dimensions; d++) {
        row[d] = (float) (random.nextGaussian() * (1 + d % 5) + 3);
      }
    }
    return matrix(values);
  }

  private static double distance(FeatureMatrix matrix, int i, int j) {
    float[] a = matrix.row(i).orElseThrow();
    float[] b = matrix.row(j).orElseThrow();
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += ((double) a[d] - b[d]) * ((double) a[d] - b[d]);
    }
    return Math.sqrt(sum);
  }
}
