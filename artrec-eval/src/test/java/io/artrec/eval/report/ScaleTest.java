package io.artrec.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  private static List<String> labels(double... values) {
    Scale scale = Scale.around(values, 5);
    return Arrays.stream(scale.ticks()).mapToObj(scale::label).toList();
  }

  @Test
  void ticks_areAtNiceNumbers() {
    assertThat(labels(0.02, 0.37)).containsExactly("0.0", "0.1", "0.2", "0.3", "0.4");
    assertThat(labels(12, 19)).containsExactly("12", "14", "16", "18", "20");
    assertThat(labels(-3, 900))
        .containsExactly("\u2212200", "0", "200", "400", "600", "800", "1,000");
  }

  @Test
  void equalValues_lieInTheMiddle() {
    Scale scale = Scale.around(new double[] {5, 5}, 5).over(0, 100);
    assertThat(scale.at(5)).isBetween(40.0, 60.0);
    assertThat(Scale.around(new double[] {0}, 5).high()).isGreaterThan(0);
    assertThat(Scale.around(new double[0], 5).ticks()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyValues_areWithinAFewTicks(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double size = Math.pow(10, random.nextInt(-9, 10));
    double[] values = random.doubles(7, -size, size).toArray();
    Scale scale = Scale.around(values, 5);
    assertThat(scale.ticks().length).isBetween(3, 8);
    for (double value : values) {
      assertThat(value).isBetween(scale.low() - 1e-9 * size, scale.high() + 1e-9 * size);
    }
    assertThat(Arrays.stream(scale.ticks()).mapToObj(scale::label)).doesNotHaveDuplicates();
  }
}
