package io.artrec.examples.gallery.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguagesTest {
  private static final Words ENGLISH = Languages.of("en").orElseThrow();
  private static final Words CHINESE = Languages.of("zh").orElseThrow();

  @ParameterizedTest
  @EnumSource(Text.class)
  void bothLanguages_sayEverythingWithTheSameGaps(Text text) {
    Object[] values = {"<1>", "<2>"};
    int gaps = gaps(ENGLISH.pattern(text));
    assertThat(gaps(CHINESE.pattern(text))).isEqualTo(gaps).isLessThanOrEqualTo(2);
    for (Words words : new Words[] {ENGLISH, CHINESE}) {
      String said = gaps == 0 ? words.say(text) : words.say(text, values);
      assertThat(said).isNotBlank().doesNotContain("%s", "%%");
      assertThat(said.contains("<1>")).isEqualTo(gaps > 0);
    }
    assertThat(CHINESE.pattern(text)).isNotEqualTo(ENGLISH.pattern(text));
  }

  private static int gaps(String pattern) {
    return pattern.split("%s", -1).length - 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8|zh",
        "en-US,en;q=0.9|en",
        "fr,zh;q=0.5|zh",
        "de|en",
        "''|en",
        "*|en",
        ";;;q=|en",
        "zh-Hant-TW|zh"
      })
  void theFirstLanguageThatABrowserAsksFor_counts(String accepted, String language) {
    assertThat(Languages.preferred(accepted).locale().getLanguage()).isEqualTo(language);
  }

  @Test
  void eachKnowsTheOther() {
    assertThat(ENGLISH.other()).isSameAs(CHINESE);
    assertThat(CHINESE.other()).isSameAs(ENGLISH);
    assertThat(ENGLISH.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(Languages.of("tr")).isEmpty();
  }
}
