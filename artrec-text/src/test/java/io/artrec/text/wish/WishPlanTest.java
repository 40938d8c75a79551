package io.artrec.text.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.search.TextSearch;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishPlanTest {
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Artwork.builder("guernica", "Guernica")
                  .artist("Pablo Picasso")
                  .created(YearRange.of(1937))
                  .movement("Cubism")
                  .genre("history")
                  .medium("Oil on canvas")
                  .subject("war")
                  .subject("horse")
                  .attribute("palette", List.of("black", "white", "grey"))
                  .dimensions(Dimensions.ofCm(776.6, 349.3))
                  .build(),
              Artwork.builder("saturn", "Saturn")
                  .artist("Francisco de Goya")
                  .created(YearRange.of(1821))
                  .genre("mythological")
                  .medium("Oil on canvas")
                  .description("A giant devours his son: murder in the dark.")
                  .attribute("palette", List.of("black", "brown"))
                  .dimensions(Dimensions.ofCm(81, 143))
                  .price(Price.of("9000", "EUR"))
                  .build(),
              Artwork.builder("haystacks", "Haystacks")
                  .artist("Claude Monet")
                  .created(YearRange.of(1891))
                  .movement("Impressionism")
                  .genre("landscape")
                  .medium("Oil on canvas")
                  .subject("harvest")
                  .attribute("palette", List.of("orange", "blue"))
                  .dimensions(Dimensions.ofCm(92, 60))
                  .price(Price.of("800", "EUR"))
                  .build(),
              Artwork.builder("schooner", "Schooner at anchor")
                  .artist("Fitz Henry Lane")
                  .created(YearRange.of(1850))
                  .genre("seascape")
                  .medium("Watercolor on paper")
                  .subject("schooner")
                  .description("A calm evening in the harbor.")
                  .attribute("palette", List.of("blue", "gold"))
                  .attribute("collection", "Museum of Fine Arts, Boston")
                  .dimensions(Dimensions.ofCm(38, 25))
                  .price(Price.of("300", "EUR"))
                  .build(),
              Artwork.builder("cat", "Cat asleep")
                  .created(YearRange.of(1901))
                  .medium("Lithograph")
                  .subject("cat")
                  .subject("woman")
                  .attribute("palette", List.of("red", "gray"))
                  .dimensions(Dimensions.ofCm(30, 30))
                  .price(Price.of("150", "EUR"))
                  .build()));

  private static final WishCatalog WISHES = WishCatalog.of(CATALOG);

  private static WishPlan plan(String wish) {
    return WISHES.plan(WISHES.parser().parse(wish));
  }

  private static List<String> answered(WishPlan plan) {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .strategy(TextSearch.byKeywords(TextAnalysis.english()))
            .build()) {
      return StreamSupport.stream(
              recommender.recommend(plan.request().seed(1).build()).spliterator(), false)
          .map(Recommendation::artwork)
          .map(Artwork::id)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not war, nothing violent | cat,haystacks,schooner",
        "ships | schooner",
        "a vessel | schooner",
        "船 | schooner",
        "莫奈 | haystacks",
        "not by Monet | cat,guernica,saturn,schooner",
        "油画，不要毕加索 | haystacks,saturn",
        "blue, without gold | haystacks",
        "under 500 euros | cat,schooner",
        "cheap | cat,schooner",
        "not expensive | cat,guernica,schooner",
        "before 1850 | saturn",
        "19th century | haystacks,saturn,schooner",
        "small | cat,schooner",
        "square | cat",
        "at most 40 cm wide | cat,schooner",
        "no people | guernica,haystacks,schooner",
        "watercolor or lithograph | cat,schooner",
        "in Boston museum | schooner",
      })
  void wishes_becomeConditions(String wish, String works) {
    WishPlan plan = plan(wish);
    assertThat(answered(plan)).as("%s: %s", plan, plan.notes()).containsExactly(works.split(","));
  }

  @Test
  void whoWantsNoShips_isShownNoBoatsEither() {
    Catalog catalog =
        Catalog.of(
            Artwork.builder("catboat", "Breezing Up").subject("sea").subject("boat").build(),
            Artwork.builder("frigate", "Frigate").subject("sea").subject("ship").build(),
            Artwork.builder("waves", "Waves").subject("sea").build());
    for (String wish : List.of("the sea, no ships", "the sea without boats", "大海，不要船")) {
      WishCatalog wishes = WishCatalog.of(catalog);
      WishPlan plan = wishes.plan(wishes.parser().parse(wish));
      assertThat(plan.fitting()).as(wish).isEqualTo(1);
    }
  }

  @Test
  void nonsense_isNotAnswered() {
    WishPlan plan = plan("xyzzy qwerty");
    assertThat(plan.isAnswerable()).isFalse();
    assertThat(plan.notes(Locale.ENGLISH)).isEqualTo("\"xyzzy qwerty\" was not understood");
    assertThat(plan.notes(Locale.CHINESE)).isEqualTo("没有听懂“xyzzy qwerty”");
    assertThat(plan.text()).isEmpty();
  }

  @Test
  void nothingFits_isAnAnswer() {
    WishPlan plan = plan("ships before 1700");
    assertThat(plan.fitting()).isZero();
    assertThat(plan.isAnswerable()).isFalse();
    assertThat(plan.notes(Locale.ENGLISH)).isEqualTo("nothing fits");
    assertThat(plan("works by Rembrandt").notes(Locale.ENGLISH))
        .isEqualTo("works by Rembrandt are not here; nothing fits");
  }

  @Test
  void whatRecordsCannotTell_isSaid() {
    Catalog bare =
        Catalog.of(
            List.of(Artwork.builder("a", "Sea").build(), Artwork.builder("b", "War").build()));
    WishCatalog wishes = WishCatalog.of(bare);
    WishPlan plan =
        wishes.plan(wishes.parser().parse("blue, cheap, small, in oil, before 1900, for sale"));
    assertThat(plan.fitting()).isEqualTo(2);
    assertThat(plan.notes(Locale.ENGLISH))
        .contains("prices are not known here", "sizes are not known", "years are not known")
        .contains("whether works are blue is not known here", "media are not known here");
    assertThat(plan.notes(Locale.CHINESE)).contains("这里没有价格信息");
  }

  @Test
  void severalSubjects_areAllWantedOrAnyOfThem() {
    assertThat(plan("a woman with a cat").notes()).isEmpty();
    WishPlan plan = plan("cats and horses");
    assertThat(answered(plan)).containsExactly("cat", "guernica");
    assertThat(plan.notes())
        .extracting(WishNote::kind)
        .containsExactly(WishNote.Kind.ANY_OF_SEVERAL);
  }

  @Test
  void corrections_compareWithTheEarlierAnswer() {
    List<Artwork> earlier = List.of(CATALOG.get(2));
    assertThat(corrected("older", earlier)).containsExactly("saturn", "schooner");
    assertThat(corrected("cheaper", earlier)).containsExactly("cat", "schooner");
    assertThat(corrected("再便宜一点", earlier)).containsExactly("cat", "schooner");
    assertThat(corrected("bigger", earlier)).containsExactly("guernica", "saturn");
    assertThat(corrected("less blue", earlier)).containsExactly("cat", "guernica", "saturn");
    assertThat(corrected("another artist", earlier))
        .containsExactly("cat", "guernica", "saturn", "schooner");
    WishPlan none = WISHES.plan(WISHES.parser().parseCorrection("older"));
    assertThat(none.notes(Locale.ENGLISH)).isEqualTo("there is no earlier answer to compare with");
  }

  private static List<String> corrected(String wish, List<Artwork> earlier) {
    return answered(WISHES.plan(WISHES.parser().parseCorrection(wish), earlier));
  }

  @Test
  void measuredColors_countWhereTheApplicationPassesThem() {
    WishCatalog measured =
        WISHES.colors(
            (work, color) ->
                color.equals("green")
                    ? OptionalDouble.of(work.id().length() / 20.0)
                    : OptionalDouble.empty());
    assertThat(answered(measured.plan(measured.parser().parse("no green")))).isEmpty();
    assertThat(answered(measured.plan(measured.parser().parse("green")))).hasSize(5);
    assertThat(
            answered(
                measured.plan(
                    measured.parser().parseCorrection("less green"), List.of(CATALOG.get(0)))))
        .containsExactly("cat", "saturn");
  }

  @Test
  void words_areInTheLanguageOfTheRecords() {
    assertThat(plan("宁静的船，水彩").text()).contains("peaceful ship watercolor");
    assertThat(plan("不要船").text()).isEmpty();
  }

  @Test
  void countsAndLikes_goIntoTheRequest() {
    WishPlan plan = plan("three paintings like Monet");
    assertThat(plan.request().build().n()).isEqualTo(3);
    assertThat(plan.likes()).containsExactly("haystacks");
    assertThat(plan.requestFor("ada").build().user()).contains("ada");
    assertThat(plan.request().build().history()).hasSize(1);
  }
}
