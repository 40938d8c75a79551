package io.artrec.tabular.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        " -3.5 |-3.5",
        "+4|4",
        "1e3|1000",
        "4,5|4.5",
        "1200,50|1200.5",
        "1,2345|1.2345",
        "1.200,50|1200.5",
        "1.234.567,8|1234567.8",
        "1,200.50|1200.5",
        "1,234,567|1234567",
        "-1,234.5|-1234.5"
      })
  void number_isRead(String text, double number) {
    assertThat(NumberText.parse(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "NaN",
        "Infinity",
        "1e999",
        "0x10",
        "1,200",
        "1,2,3",
        ",5",
        "1,",
        "12,34.5",
        "1 200",
        "1.2.3",
        "4,5e3",
        "--1",
        "٣"
      })
  void textThatIsNoNumberOrMayBeTwo_isNone(String text) {
    assertThat(NumberText.parse(text)).isEmpty();
    assertThat(NumberText.decimal(text)).isEmpty();
  }

  @Test
  void decimal_keepsEveryDigit() {
    assertThat(NumberText.decimal("1200,50")).contains(new BigDecimal("1200.50"));
    assertThat(NumberText.decimal(" 1,200.50 ")).contains(new BigDecimal("1200.50"));
  }
}
