package io.artrec.text.analysis.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishLemmasTest {
  private static final Set<String> KNOWN =
      Set.of("happy", "sad", "charm", "drama", "dramatic", "gentle", "hope", "die", "storm");

  @ParameterizedTest
  @CsvSource({
    "happily, happy", "happier, happy", "happiness, happy", "saddest, sad", "charmingly, charm",
    "dramatically, dramatic", "gently, gentle", "hoping, hope", "storm's, storm", "dies, die",
    "happy, ", "sadness's, sad", "ing, ", "'', "
  })
  void theFirstKnownFormIsFound(String word, String lemma) {
    assertThat(EnglishLemmas.of(word, KNOWN::contains).orElse(null)).isEqualTo(lemma);
  }
}
