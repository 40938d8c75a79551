package io.artrec.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrayPlaneTest {
  @Test
  void row_isCopiedToTheStart() {
    GrayPlane gray = RgbImage.of(2, 2, new int[] {0, 0xFFFFFF, 0x333333, 0}).gray();
    double[] row = {9, 9, 9};

    gray.copyRow(1, row);

    assertThat(row).containsExactly(new double[] {0.2, 0, 9}, within(1e-15));
    assertThatThrownBy(() -> gray.copyRow(2, row)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Three columns on two: the middle one counts half in each. */
  @Test
  void stretching_averagesWhatIsCovered() {
    GrayPlane gray = RgbImage.of(3, 1, new int[] {0x333333, 0x999999, 0xFFFFFF}).gray();

    assertThat(gray.stretchedTo(2, 1).toArray())
        .containsExactly(new double[] {(0.2 + 0.6 / 2) / 1.5, (0.6 / 2 + 1) / 1.5}, within(1e-15));
    assertThatThrownBy(() -> gray.stretchedTo(0, 4))
        .hasMessageContaining("stretched to 0 x 4, expected 1 or more");
  }

  @ParameterizedTest
  @CsvSource({"7, 5, 3, 4", "7, 5, 14, 11", "1, 9, 6, 2", "64, 48, 16, 16", "31, 17, 31, 17"})
  void stretched_isTheMeanOfEachRectangle(int width, int height, int newWidth, int newHeight) {
    int[] pixels = new SplittableRandom(width).ints((long) width * height, 0, 1 << 24).toArray();
    GrayPlane gray = RgbImage.of(width, height, pixels).gray();

    GrayPlane stretched = gray.stretchedTo(newWidth, newHeight);

    for (int i = 0; i < newWidth * newHeight; i++) {
      int row = i / newWidth;
      double left = (double) (i % newWidth) * width / newWidth;
      double top = (double) row * height / newHeight;
      double right = left + (double) width / newWidth;
      double bottom = top + (double) height / newHeight;
      double sum = 0;
      for (int at = 0; at < pixels.length; at++) {
        int x = at % width;
        int y = at / width;
        double across = Math.min(right, x + 1) - Math.max(left, x);
        double down = Math.min(bottom, y + 1) - Math.max(top, y);
        sum += Math.max(0, across) * Math.max(0, down) * gray.value(at);
      }
      assertThat(stretched.value(i))
          .as("value %s", i)
          .isCloseTo(sum / ((right - left) * (bottom - top)), within(1e-12));
    }
  }
}
