package io.artrec.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.34125, 0.3412",
    "0.051239, 0.05124",
    "12.3456, 12.35",
    "1234.56, '1,235'",
    "98765.4, '98,765'",
    "-0.5, \u22120.5000",
    "0, 0.000",
    "0.00001234567, 0.0000123"
  })
  void brief_hasFourDigits(double value, String expected) {
    assertThat(Numbers.brief(value)).isEqualTo(expected);
  }

  @Test
  void column_hasTheDecimalsOfItsLargestAndSmallest() {
    // 0.34 wants 4 decimals, 0.05 is content with 4, 0.0012 wants 5
    assertThat(Numbers.decimals(DoubleStream.of(0.34, 0.05))).isEqualTo(4);
    assertThat(Numbers.decimals(DoubleStream.of(0.34, 0.0012))).isEqualTo(5);
    assertThat(Numbers.decimals(DoubleStream.of(0, 5000))).isEqualTo(0);
    assertThat(Numbers.decimals(DoubleStream.empty())).isEqualTo(3);
  }

  @Test
  void roundedToNothing_hasNoSign() {
    assertThat(Numbers.fixed(-0.0001, 2)).isEqualTo("0.00");
    assertThat(Numbers.signed(0.0001, 2)).isEqualTo("0.00");
    assertThat(Numbers.signed(0.25, 2)).isEqualTo("+0.25");
    assertThat(Numbers.signed(-0.25, 2)).isEqualTo("\u22120.25");
  }

  @Test
  void units_areThoseThatSuit() {
    assertThat(Numbers.bytes(900)).isEqualTo("900\u00a0B");
    assertThat(Numbers.bytes(1536)).isEqualTo("1.5\u00a0KiB");
    assertThat(Numbers.bytes(3L << 30)).isEqualTo("3.0\u00a0GiB");
    assertThat(Numbers.percent(0.256)).isEqualTo("26\u00a0%");
    assertThat(Numbers.percent(0.0123)).isEqualTo("1.2\u00a0%");
    assertThat(Numbers.probability(0.0004)).isEqualTo("< 0.001");
    assertThat(Numbers.probability(0.0314)).isEqualTo("0.031");
  }
}
