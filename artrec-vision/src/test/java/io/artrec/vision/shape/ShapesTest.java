package io.artrec.vision.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.vision.image.RgbImage;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
  private static RgbImage painted(int width, int height, IntBinaryOperator gray) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = gray.applyAsInt(i % width, i / width) * 0x010101;
    }
    return RgbImage.of(width, height, pixels);
  }

  private static RgbImage blob(double centerX, double centerY, double scale, double turned) {
    return painted(
        200,
        200,
        (x, y) -> {
          double dx = (x - centerX) / scale;
          double dy = (y - centerY) / scale;
          double u = dx * Math.cos(turned) + dy * Math.sin(turned);
          double v = dy * Math.cos(turned) - dx * Math.sin(turned);
          double main = Math.exp(-(u * u / 400 + v * v / 60));
          double knob = 0.7 * Math.exp(-((u - 15) * (u - 15) / 50 + (v - 8) * (v - 8) / 50));
          return (int) (255 * Math.min(1, main + knob));
        });
  }

  @Test
  void gradientsOfAStep_areOneAcrossAndNothingDown() {
    Gradients gradients = Gradients.of(painted(4, 3, (x, y) -> x < 2 ? 0 : 255).gray());
    assertThat(gradients.across(4 + 1)).isCloseTo(1, within(1e-12));
    assertThat(gradients.across(4 + 2)).isCloseTo(1, within(1e-12));
    assertThat(gradients.across(4)).isCloseTo(0, within(1e-12));
    assertThat(gradients.down(4 + 1)).isCloseTo(0, within(1e-12));
    assertThat(gradients.strength(4 + 1)).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(gradients.meanStrength()).isCloseTo(Math.sqrt(0.5) / 2, within(1e-12));
  }

  @Test
  void edgesOfASquare_areAThinClosedLine() {
    RgbImage square = painted(40, 40, (x, y) -> x >= 10 && x < 30 && y >= 10 && y < 30 ? 255 : 0);
    CannyEdges edges = CannyEdges.of(square.gray());
    assertThat(edges.count()).isBetween(60, 90);
    Contours borders = Contours.of(edges);
    assertThat(borders.all()).extracting(Contour::isHole).contains(true);
    assertThat(edges.isEdge(20, 20)).isFalse();
    assertThat(edges.isEdge(-1, 0)).isFalse();
    assertThat(CannyEdges.of(painted(9, 9, (x, y) -> 80).gray()).density()).isZero();
    assertThatThrownBy(() -> CannyEdges.of(square.gray(), 1, 0.5, 0.2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("thresholds 0.5 and 0.2")
        .hasMessageContaining("0 <= low <= high");
  }

  @Test
  void momentInvariants_heedNeitherPlaceNorSizeNorRotation() {
    HuMoments moments = HuMoments.standard();
    double[] known = moments.measure(blob(100, 100, 1, 0)).orElseThrow();
    double[][] others = {
      moments.measure(blob(90, 115, 1, 0)).orElseThrow(),
      moments.measure(blob(100, 100, 1.4, 0)).orElseThrow(),
      moments.measure(blob(100, 100, 1, 0.7)).orElseThrow(),
      moments.measure(blob(105, 95, 1.2, 2.5)).orElseThrow()
    };
    for (double[] other : others) {
      for (int i = 0; i < 4; i++) {
        assertThat(other[i]).isCloseTo(known[i], within(0.03 * Math.abs(known[i])));
      }
    }
    assertThat(moments.measure(painted(5, 5, (x, y) -> 0))).isEmpty();
  }

  @Test
  void shapes_matchThemselvesMovedAndScaled_andOthersLess() {
    ShapeContext blob = context(blob(90, 90, 1, 0));
    ShapeContext moved = context(blob(110, 105, 1.4, 0));
    ShapeContext square =
        context(painted(200, 200, (x, y) -> x > 60 && x < 140 && y > 60 && y < 140 ? 255 : 0));
    assertThat(blob.distance(blob)).isZero();
    assertThat(blob.distance(moved)).isLessThan(0.12);
    assertThat(blob.distance(square)).isGreaterThan(2 * blob.distance(moved));
    assertThat(square.distance(blob)).isEqualTo(blob.distance(square));
    Contours dot = Contours.of(painted(3, 3, (x, y) -> x == 1 && y == 1 ? 255 : 0).gray(), 0.5);
    assertThatThrownBy(() -> ShapeContext.of(dot, 10))
        .hasMessage("describing a shape of 1 pixels, expected 2 or more");
    assertThatThrownBy(() -> ShapeContext.of(dot, 1)).hasMessageContaining("expected 2 to 1000");
  }

  private static ShapeContext context(RgbImage image) {
    return ShapeContext.of(Contours.of(image.gray(), 0.5), 80);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void cheapestMatch_isTheBestOfAllOrders(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 1 + random.nextInt(6);
    int columns = rows + random.nextInt(3);
    double[][] costs = new double[rows][columns];
    for (double[] row : costs) {
      for (int c = 0; c < columns; c++) {
        row[c] = random.nextInt(20) / 4.0;
      }
    }
    int[] matched = Assignment.cheapest(costs);
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      sum += costs[row][matched[row]];
    }
    assertThat(matched).doesNotHaveDuplicates();
    assertThat(sum).isCloseTo(best(costs, 0, new boolean[columns]), within(1e-12));
  }

  private static double best(double[][] costs, int row, boolean[] taken) {
    if (row == costs.length) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < taken.length; c++) {
      if (!taken[c]) {
        taken[c] = true;
        least = Math.min(least, costs[row][c] + best(costs, row + 1, taken));
        taken[c] = false;
      }
    }
    return least;
  }
}
