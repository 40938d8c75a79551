package io.artrec.vision.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.image.RgbImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContoursTest {
  private static RgbImage drawn(String... rows) {
    int width = rows[0].length();
    int[] pixels = new int[width * rows.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = rows[i / width].charAt(i % width) == '#' ? 0xFFFFFF : 0;
    }
    return RgbImage.of(width, rows.length, pixels);
  }

  private static List<Contour> contours(String... rows) {
    return Contours.of(drawn(rows).gray(), 0.5).all();
  }

  @Test
  void frameWithADotInItsHole_hasThreeBordersInEachOther() {
    List<Contour> found =
        contours(
            ".......", //
            ".#####.", ".#...#.", ".#.#.#.", ".#...#.", ".#####.", ".......");
    assertThat(found).hasSize(3);
    assertThat(found).extracting(Contour::isHole).containsExactly(false, true, false);
    assertThat(found.get(0).parent()).isEmpty();
    assertThat(found.get(1).parent()).hasValue(0);
    assertThat(found.get(2).parent()).hasValue(1);
    assertThat(found.get(0).size()).isEqualTo(16);
    assertThat(found.get(0).area()).isEqualTo(16);
    assertThat(found.get(0).length()).isEqualTo(16);
    assertThat(found.get(1).size()).as("the corners are cut").isEqualTo(12);
    assertThat(found.get(1).area()).isEqualTo(14);
    assertThat(found.get(2).size()).isEqualTo(1);
    assertThat(found.get(2).x(0)).isEqualTo(3);
    assertThat(found.get(2).y(0)).isEqualTo(3);
    assertThat(found.get(2).length()).isZero();
  }

  @Test
  void cornersHangFiguresTogether_notHoles() {
    assertThat(contours("#.", ".#")).hasSize(1);
    List<Contour> ring = contours(".#.", "#.#", ".#.");
    assertThat(ring).extracting(Contour::isHole).containsExactly(false, true);
  }

  @Test
  void thinLine_isPassedThereAndBack() {
    Contour line = contours("####").get(0);
    assertThat(line.size()).isEqualTo(6);
    assertThat(line.area()).isZero();
    assertThat(line.length()).isEqualTo(6);
  }

  @Test
  void nothingBright_hasNoBorders() {
    assertThat(contours("...", "...")).isEmpty();
  }

  /** Components and holes counted by flooding, in pictures of noise. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noise_hasAsManyOutlinesAsFigures_andHolesAsEnclosedGrounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = 1 + random.nextInt(40);
    int height = 1 + random.nextInt(40);
    int[] pixels = new int[width * height];
    boolean[] figure = new boolean[(width + 2) * (height + 2)];
    for (int i = 0; i < pixels.length; i++) {
      boolean bright = random.nextInt(100) < 45;
      pixels[i] = bright ? 0xFFFFFF : 0;
      figure[(i / width + 1) * (width + 2) + i % width + 1] = bright;
    }
    List<Contour> found = Contours.of(RgbImage.of(width, height, pixels).gray(), 0.5).all();
    long holes = found.stream().filter(Contour::isHole).count();
    assertThat(found.size() - holes).isEqualTo(parts(figure, width + 2, true));
    assertThat(holes).isEqualTo(parts(figure, width + 2, false) - 1L);
    for (Contour contour : found) {
      assertThat(contour.isHole() && contour.parent().isEmpty()).isFalse();
      contour
          .parent()
          .ifPresent(
              parent -> assertThat(found.get(parent).isHole()).isNotEqualTo(contour.isHole()));
    }
  }

  private static int parts(boolean[] figure, int width, boolean wanted) {
    boolean[] seen = new boolean[figure.length];
    int parts = 0;
    for (int i = 0; i < figure.length; i++) {
      if (figure[i] == wanted && !seen[i]) {
        parts++;
        flood(figure, width, wanted, seen, i);
      }
    }
    return parts;
  }

  private static void flood(
      boolean[] figure, int width, boolean wanted, boolean[] seen, int start) {
    int[] open = new int[figure.length];
    int count = 0;
    open[count++] = start;
    seen[start] = true;
    while (count > 0) {
      int at = open[--count];
      for (int down = -1; down <= 1; down++) {
        for (int right = -1; right <= 1; right++) {
          int next = at + down * width + right;
          boolean near = wanted || down == 0 || right == 0;
          boolean inside =
              next >= 0 && next < figure.length && Math.abs(next % width - at % width) <= 1;
          if (near && inside && figure[next] == wanted && !seen[next]) {
            seen[next] = true;
            open[count++] = next;
          }
        }
      }
    }
  }
}
