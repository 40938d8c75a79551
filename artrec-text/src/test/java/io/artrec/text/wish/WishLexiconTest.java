package io.artrec.text.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.text.wish.WishLexicon.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WishLexiconTest {
  private static final List<Kind> BOTH =
      List.of(
          Kind.MEDIUM,
          Kind.SUPPORT,
          Kind.STYLE,
          Kind.GENRE,
          Kind.COLOR,
          Kind.MOOD,
          Kind.SIZE,
          Kind.SHAPE,
          Kind.PRICING,
          Kind.WHERE,
          Kind.CITY,
          Kind.ARTIST,
          Kind.WORK);

  @Test
  void everyValue_hasNamesInBothLanguages() {
    for (Kind kind : BOTH) {
      Map<String, WishLexicon.Names> names = WishLexicon.standard().names(kind);
      assertThat(names).as("%s", kind).isNotEmpty();
      assertThat(names.values())
          .as("%s", kind)
          .allMatch(name -> !name.english().isEmpty() && !name.chinese().isEmpty());
    }
    assertThat(WishLexicon.standard().names(Kind.ARTIST)).hasSizeGreaterThan(150);
  }

  @Test
  void everyPeriod_hasYears() {
    WishParser parser = WishParser.standard();
    WishLexicon.standard()
        .names(Kind.PERIOD)
        .forEach(
            (value, names) -> {
              String capital = value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
              assertThat(parser.parse(capital).parts(WishSlot.YEAR)).as(value).hasSize(1);
            });
  }

  @Test
  void misspelledWords_areCorrectedWhereOneSlipAway() {
    Spelling spelling = new Spelling(List.of("watercolor", "portrait", "portraits"));
    assertThat(spelling.meant("watercolr")).containsExactly("watercolor");
    assertThat(spelling.meant("watrecolor")).containsExactly("watercolor");
    assertThat(spelling.meant("portrats")).containsExactly("portraits");
    assertThat(spelling.meant("watrcolr")).isEmpty();
    assertThat(spelling.meant("water")).isEmpty();
  }

  @Test
  void traditionalCharacters_areReadAsSimplified() {
    WishParser parser = WishParser.standard();
    assertThat(parser.parse("莫奈的油畫，不要戰爭")).hasToString(parser.parse("莫奈的油画，不要战争").toString());
  }
}
