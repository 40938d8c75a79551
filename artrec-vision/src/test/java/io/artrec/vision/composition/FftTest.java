package io.artrec.vision.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {
  @Test
  void fourValues_areTransformedAsByHand() {
    double[] real = {1, 2, 3, 4};
    double[] imaginary = new double[4];

    new Fft(4).forward(real, imaginary);

    assertThat(real).containsExactly(new double[] {10, -2, -2, -2}, within(1e-15));
    assertThat(imaginary).containsExactly(new double[] {0, 2, 0, -2}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 12, 31, 64, 100, 255, 256, 1021})
  void anyLength_agreesWithTheSumOfTheDefinition(int length) {
    SplittableRandom random = new SplittableRandom(length);
    double[] real = random.doubles(length, -1, 1).toArray();
    double[] imaginary = random.doubles(length, -1, 1).toArray();
    double[] expectedReal = new double[length];
    double[] expectedImaginary = new double[length];
    for (int k = 0; k < length; k++) {
      for (int j = 0; j < length; j++) {
        double angle = -2 * Math.PI * ((long) j * k % length) / length;
        expectedReal[k] += real[j] * Math.cos(angle) - imaginary[j] * Math.sin(angle);
        expectedImaginary[k] += real[j] * Math.sin(angle) + imaginary[j] * Math.cos(angle);
      }
    }

    new Fft(length).forward(real, imaginary);

    assertThat(real).containsExactly(expectedReal, within(1e-11));
    assertThat(imaginary).containsExactly(expectedImaginary, within(1e-11));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 8, 10, 16})
  void radialMeans_areThoseOfAllFrequenciesOneByOne(int side) {
    double[] values = new SplittableRandom(side).doubles((long) side * side, 0, 255).toArray();
    int half = side / 2;
    double[] powers = new double[half + 1];
    double[] amplitudes = new double[half + 1];
    int[] counts = new int[half + 1];
    for (int v = -half; v < half; v++) {
      for (int u = -half; u < half; u++) {
        int radius = (int) Math.rint(Math.hypot(u, v));
        if (radius <= half) {
          double power = power(values, side, u, v);
          powers[radius] += power;
          amplitudes[radius] += Math.sqrt(power);
          counts[radius]++;
        }
      }
    }
    Arrays.setAll(powers, radius -> powers[radius] / counts[radius]);
    Arrays.setAll(amplitudes, radius -> amplitudes[radius] / counts[radius]);

    assertThat(RadialSpectrum.power(values, side, half).orElseThrow())
        .containsExactly(powers, within(1e-9 * powers[0]));
    assertThat(RadialSpectrum.amplitude(values, side, half).orElseThrow())
        .containsExactly(amplitudes, within(1e-9 * amplitudes[0]));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10, 900})
  void planeOfOneValue_hasNoSpectrum(int side) {
    double[] values = new double[side * side];
    Arrays.fill(values, 117);

    assertThat(RadialSpectrum.power(values, side, side / 2)).isEmpty();
    assertThat(RadialSpectrum.amplitude(values, side, side / 2)).isEmpty();
  }

  @Test
  void lengthOfZero_isRefused() {
    assertThatThrownBy(() -> new Fft(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length of a Fourier transform is 0, expected 1 to 134217728");
  }

  private static double power(double[] values, int side, int u, int v) {
    double real = 0;
    double imaginary = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double angle = -2 * Math.PI * (u * x + v * y) / side;
        real += values[y * side + x] * Math.cos(angle);
        imaginary += values[y * side + x] * Math.sin(angle);
      }
    }
    return real * real + imaginary * imaginary;
  }
}
