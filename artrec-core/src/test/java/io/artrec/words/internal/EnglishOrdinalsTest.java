package io.artrec.words.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishOrdinalsTest {
  @ParameterizedTest
  @CsvSource({
    "first, 1",
    "second, 2",
    "twelfth, 12",
    "twentieth, 20",
    "twenty-first, 21",
    "last, 0",
    "1st, 0"
  })
  void words_sayTheirNumber(String word, int number) {
    assertThat(EnglishOrdinals.number(word)).isEqualTo(number);
  }
}
