package io.artrec.vision.image.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFilterTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 12})
  void parts_areTheSumsOfTheDefinition(int reach) {
    LineFilter filter = LineFilter.gaussian(1.7, 0.15, reach, 0.3);
    double[][] window = new double[2 * filter.reach() + 1][];
    SplittableRandom random = new SplittableRandom(reach);
    for (int i = 0; i < window.length; i++) {
      window[i] = random.doubles(31, -1, 1).toArray();
    }
    double[] even = new double[31];
    double[] odd = new double[31];

    filter.even(window, even);
    filter.odd(window, odd);

    for (int x = 0; x < 31; x++) {
      double real = 0;
      double imaginary = 0;
      for (int u = -reach; u <= reach; u++) {
        double value = window[filter.reach() + u][x];
        double envelope = 0.3 * Math.exp(-u * u / (2 * 1.7 * 1.7));
        real += value * envelope * Math.cos(2 * Math.PI * 0.15 * u);
        imaginary += value * envelope * Math.sin(2 * Math.PI * 0.15 * u);
      }
      assertThat(even[x]).as("value %s", x).isCloseTo(real, within(1e-14));
      assertThat(odd[x]).as("value %s", x).isCloseTo(imaginary, within(1e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40})
  void weightInside_isWhatTheFilterMakesOfOnes(int size) {
    LineFilter filter = LineFilter.gaussian(1.4, 0, 6, 1);
    int reach = filter.reach();
    double[][] window = new double[2 * reach + 1][size];
    for (int u = -reach; u <= reach; u++) {
      for (int x = Math.max(0, -u); x < Math.min(size, size - u); x++) {
        window[reach + u][x] = 1;
      }
    }
    double[] sums = new double[size];

    filter.even(window, sums);

    for (int x = 0; x < size; x++) {
      assertThat(filter.weightInside(x, size)).isCloseTo(sums[x], within(1e-14));
    }
  }
}
