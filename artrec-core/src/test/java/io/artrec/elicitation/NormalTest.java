package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  /** Values of Abramowitz and Stegun, and of mpmath far out. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.8413447460685429",
    "-1, 0.15865525393145705",
    "-2.5, 0.006209665325776132",
    "-5, 2.866515718791939e-7",
    "-7.05, 8.945889558770233e-13",
    "-10, 7.619853024160527e-24",
    "-40, 0"
  })
  void cdf_isThatOfTables(double x, double expected) {
    assertThat(Normal.cdf(x)).isCloseTo(expected, within(1e-15 + 1e-11 * expected));
    assertThat(Normal.cdf(-x)).isCloseTo(1 - expected, within(1e-14));
  }

  /** {@code φ(x) / Φ(x)}, far below 0 by the asymptotic series {@code z + 1/z - 2/z³ + 10/z⁵}. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.7978845608028654",
    "1, 0.2875999709391784",
    "-1, 1.5251352761609807",
    "-40, 40.02496884720831",
    "-1000, 1000.000999998"
  })
  void hazard_isDensityOverProbability(double x, double expected) {
    assertThat(Normal.hazard(x)).isCloseTo(expected, withinPercentage(1e-6));
  }
}
