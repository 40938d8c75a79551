package io.artrec.vision.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "-1, 0, 0",
    "1, -0.0, 0",
    "-1, -0.0, 0",
    "1, 1, 9",
    "-1, -1, 9",
    "0, 1, 18",
    "0, -3, 18",
    "-0.0, 2, 18",
    "-1, 1, 27",
    "1, -1, 27",
    "1, -1e-9, 35",
    "-1e-300, 1e-300, 27"
  })
  void exactDirections_lieInTheBinThatBeginsThere(double across, double down, int bin) {
    assertThat(new Orientation(36).bin(across, down)).isEqualTo(bin);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 18, 36, 127})
  void anyGradient_liesInTheBinOfItsAngle(int bins) {
    Orientation orientation = new Orientation(bins);
    SplittableRandom random = new SplittableRandom(bins);
    for (int i = 0; i < 20_000; i++) {
      double across = random.nextDouble(-1, 1);
      double down = random.nextDouble(-1, 1);
      double degrees = Math.toDegrees(Math.atan2(down, across));
      double unsigned = degrees < 0 ? degrees + 180 : degrees;

      assertThat(orientation.bin(across, down))
          .as("%s across, %s down", across, down)
          .isEqualTo((int) (unsigned * bins / 180) % bins);
    }
  }
}
