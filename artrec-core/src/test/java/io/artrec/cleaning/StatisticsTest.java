package io.artrec.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void meanAndDeviation_areThePopulations() {
    double[] values = {2, 4, 4, 4, 5, 5, 7, 9};

    assertThat(Statistics.mean(values)).isEqualTo(5);
    assertThat(Statistics.deviation(values, 5)).isEqualTo(2);
  }

  @Test
  void quantile_interpolatesLinearly() {
    double[] sorted = {1, 2, 3, 4};

    assertThat(Statistics.quantile(sorted, 0.25)).isCloseTo(1.75, within(1e-15));
    assertThat(Statistics.quantile(sorted, 0.5)).isEqualTo(2.5);
    assertThat(Statistics.quantile(sorted, 0.75)).isCloseTo(3.25, within(1e-15));
    assertThat(Statistics.quantile(sorted, 0)).isEqualTo(1);
    assertThat(Statistics.quantile(sorted, 1)).isEqualTo(4);
    assertThat(Statistics.quantile(new double[] {7}, 0.75)).isEqualTo(7);
  }

  @Test
  void mode_isTheSmallestOfTheMostFrequent() {
    assertThat(Statistics.mode(new double[] {1, 2, 2, 3, 3, 4})).isEqualTo(2);
    assertThat(Statistics.mode(new double[] {5})).isEqualTo(5);
  }

  @Test
  void missingValue_standsInAsStated() {
    double[] present = {5, 1, 2, 2};

    assertThat(MissingValue.drop().of(present)).isEmpty();
    assertThat(MissingValue.mean().of(present)).hasValue(2.5);
    assertThat(MissingValue.median().of(present)).hasValue(2);
    assertThat(MissingValue.mode().of(present)).hasValue(2);
    assertThat(MissingValue.constant(3).of(present)).hasValue(3);
    assertThat(MissingValue.mean().of(new double[0])).isEmpty();
  }
}
