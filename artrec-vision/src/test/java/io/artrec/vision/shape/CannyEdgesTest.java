package io.artrec.vision.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.RgbImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edges against the definition, computed plane by plane with all that a plane wants. */
class CannyEdgesTest {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.2;

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 9", "3, 3", "40, 2", "31, 57", "64, 33", "90, 70"})
  void edges_areThoseOfTheDefinition(int width, int height) {
    SplittableRandom random = new SplittableRandom(31L * width + height);
    int[] pixels = new int[width * height];
    int level = 0;
    for (int i = 0; i < pixels.length; i++) {
      level = i % 7 == 0 ? random.nextInt(256) : level;
      pixels[i] = 0x010101 * level;
    }
    GrayPlane gray = RgbImage.of(width, height, pixels).gray();

    CannyEdges edges = CannyEdges.of(gray, 1.4, LOW, HIGH);

    boolean[] expected = expected(gray);
    int count = 0;
    for (int i = 0; i < expected.length; i++) {
      count += expected[i] ? 1 : 0;
      assertThat(edges.isEdge(i % width, i / width)).as("pixel %s", i).isEqualTo(expected[i]);
    }
    assertThat(edges.count()).isEqualTo(count);
    assertThat(count).isGreaterThan(width > 30 && height > 30 ? 50 : -1);
  }

  private static boolean[] expected(GrayPlane gray) {
    int width = gray.width();
    int height = gray.height();
    double[] smooth = smoothed(gray);
    double[] across = new double[smooth.length];
    double[] down = new double[smooth.length];
    double[] strengths = new double[smooth.length];
    for (int i = 0; i < smooth.length; i++) {
      for (int k = -1; k <= 1; k++) {
        double weight = k == 0 ? 2 : 1;
        int x = i % width;
        int y = i / width;
        across[i] += weight * (at(smooth, x + 1, y + k, width) - at(smooth, x - 1, y + k, width));
        down[i] += weight * (at(smooth, x + k, y + 1, width) - at(smooth, x + k, y - 1, width));
      }
      strengths[i] = Math.hypot(across[i], down[i]);
    }
    boolean[] stands = new boolean[smooth.length];
    Deque<Integer> open = new ArrayDeque<>();
    boolean[] edges = new boolean[smooth.length];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        stands[i] = strengths[i] >= LOW && isRidge(strengths, across[i], down[i], i, width);
        if (stands[i] && strengths[i] >= HIGH) {
          open.add(i);
        }
      }
    }
    while (!open.isEmpty()) {
      int i = open.pop();
      if (!edges[i]) {
        edges[i] = true;
        for (int k = 0; k < 9; k++) {
          int near = i + (k / 3 - 1) * width + k % 3 - 1;
          if (stands[near]) {
            open.add(near);
          }
        }
      }
    }
    return edges;
  }

  private static double[] smoothed(GrayPlane gray) {
    int width = gray.width();
    double[] smooth = new double[width * gray.height()];
    for (int i = 0; i < smooth.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int dy = -6; dy <= 6; dy++) {
        for (int dx = -6; dx <= 6; dx++) {
          int x = i % width + dx;
          int y = i / width + dy;
          if (x >= 0 && y >= 0 && x < width && y < gray.height()) {
            double weight = Math.exp(-(dx * dx + dy * dy) / (2 * 1.4 * 1.4));
            sum += weight * gray.value(y * width + x);
            weights += weight;
          }
        }
      }
      smooth[i] = sum / weights;
    }
    return smooth;
  }

  private static double at(double[] values, int x, int y, int width) {
    int height = values.length / width;
    int row = Math.max(0, Math.min(height - 1, y));
    return values[row * width + Math.max(0, Math.min(width - 1, x))];
  }

  /** Whether it is at least as steep as one step up and down the slope, between two pixels each. */
  private static boolean isRidge(double[] strengths, double a, double d, int i, int width) {
    double longer = Math.max(Math.abs(a), Math.abs(d));
    double slant = Math.min(Math.abs(a), Math.abs(d)) / longer;
    int right = a < 0 ? -1 : 1;
    int under = d < 0 ? -width : width;
    int straight = Math.abs(d) > Math.abs(a) ? under : right;
    double ahead = slant * strengths[i + right + under] + (1 - slant) * strengths[i + straight];
    double behind = slant * strengths[i - right - under] + (1 - slant) * strengths[i - straight];
    return ahead <= strengths[i] + 1e-12 && behind <= strengths[i] + 1e-12;
  }
}
