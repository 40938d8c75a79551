package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgesTest {
  @Test
  void filters_areOddAndTurnOverAfterHalfTheCircle() {
    for (int i = 0; i < 12; i++) {
      for (int y = -15; y <= 15; y++) {
        for (int x = -15; x <= 15; x++) {
          int value = OrientedEdges.filter(i, x, y);
          assertThat(OrientedEdges.filter(i, -x, -y)).isEqualTo(-value);
          assertThat(OrientedEdges.filter(i + 12, x, y)).isEqualTo(-value);
        }
      }
    }
  }

  @Test
  void bins_areThoseOfTheAngle() {
    for (int gy = -510; gy <= 510; gy += 7) {
      for (int gx = -510; gx <= 510; gx += 3) {
        double angle = Math.toDegrees(Math.atan2(gy, gx == 0 ? 0.00001 : gx)) + 180;
        int expected = (int) Math.floor((angle + 11.25) / 22.5) % 16;
        assertThat(GradientPyramid.bin(gx, gy)).as("%d, %d", gx, gy).isEqualTo(expected);
      }
    }
    assertThat(GradientPyramid.bin(0, 0)).isEqualTo(8);
    assertThat(GradientPyramid.bin(-3, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1,60,45", "2,300,7", "3,5,280", "4,700,3", "5,40,40"})
  void pairs_areCountedAsOneByOne(long seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] strengths = new double[width * height];
    byte[] orientations = new byte[strengths.length];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = random.nextInt(4) == 0 ? random.nextDouble(0.1, 20) : 0;
      orientations[i] = (byte) random.nextInt(24);
    }

    double actual = EdgePairs.entropy(width, height, strengths, orientations).orElseThrow();

    assertThat(actual).isCloseTo(oneByOne(width, strengths, orientations), within(1e-9));
  }

  @Test
  void edgesTooNearOrTooFew_haveNoPairEntropy() {
    double[] strengths = new double[19 * 3];
    byte[] orientations = new byte[strengths.length];
    assertThat(EdgePairs.entropy(19, 3, strengths, orientations)).isEmpty();
    strengths[0] = 5;
    strengths[18] = 5;
    assertThat(EdgePairs.entropy(19, 3, strengths, orientations)).isEmpty();
  }

  @Test
  void evenPattern_whoseEdgesAllTie_isNotPairedForMinutes() {
    Composition stripes =
        Composition.of(CompositionTest.painted(346, 346, (x, y) -> x / 2 % 2 == 0 ? 0 : 0xFFFFFF));

    assertThat(stripes.value(CompositionProperty.EDGE_ORIENTATION_ENTROPY_2)).isEmpty();
    assertThat(stripes.value(CompositionProperty.EDGE_ORIENTATION_ENTROPY_1)).isPresent();
  }

  /** The definition, every ordered pair by itself. */
  private static double oneByOne(int width, double[] strengths, byte[] orientations) {
    double[][][] counts = new double[500][48][24];
    for (int p = 0; p < strengths.length; p++) {
      for (int q = 0; q < strengths.length; q++) {
        if (p != q && strengths[p] > 0 && strengths[q] > 0) {
          int dx = q % width - p % width;
          int dy = q / width - p / width;
          int distance = Math.min(499, (int) Math.rint(Math.hypot(dx, dy)));
          double turns = Math.rint(Math.atan2(dy, dx) * 24 / Math.PI + 2 * orientations[p]);
          int direction = Math.floorMod((int) turns, 48);
          int relative = Math.floorMod(orientations[q] - orientations[p], 24);
          counts[distance][direction][relative] += strengths[p] * strengths[q];
        }
      }
    }
    double sum = 0;
    int distances = 0;
    for (int distance = 20; distance < 240; distance++) {
      double entropies = 0;
      int valid = 0;
      for (double[] relatives : counts[distance]) {
        double total = 0;
        for (double count : relatives) {
          total += count;
        }
        if (total > 1) {
          entropies += Entropy.bits(relatives).orElseThrow();
          valid++;
        }
      }
      sum += valid > 0 ? entropies / valid : 0;
      distances += valid > 0 ? 1 : 0;
    }
    return sum / distances;
  }
}
