package io.artrec.text.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import io.artrec.text.analysis.ArtworkText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFactsTest {
  private static final Artwork WAVE =
      Artwork.builder("wave", "The Great Wave off Kanagawa")
          .artist("Katsushika Hokusai")
          .created(new YearRange(1830, 1832, true))
          .movement("Ukiyo-e")
          .medium("Woodblock print")
          .dimensions(Dimensions.ofCm(37.9, 25.7))
          .attribute("collection", "The Metropolitan Museum of Art, New York")
          .attribute("culture", "Japanese")
          .description("A clawed crest of foam hangs over three boats, and tiny Mount Fuji.")
          .build();
  private static final KnownFacts FACTS = KnownFacts.of(WAVE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hokusai printed The Great Wave off Kanagawa around 1831.",
        "Made in the 1830s, in the nineteenth century, in the 19th-century manner.",
        "It measures 37.9 by 25.7 cm, that is 38 × 26 cm.",
        "It is in New York, at the Metropolitan Museum.",
        "A print of Japan, by K. Hokusai.",
        "Between 1830–32 he cut 3 boats.",
        "Foam hangs over the boats. Look! Behind them stands Fuji.",
        "葛饰北斋在1831年，十九世纪，于日本画了富士山。",
        "一八三一年的作品，尺寸为37.9×25.7厘米。",
      })
  void whatTheRecordHolds_isSupported(String told) {
    assertThat(FACTS.unsupported(told)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The print was made by Hiroshige. | NAME | Hiroshige",
        "It was praised by Edmond Goncourt himself. | NAME | Edmond Goncourt",
        "It hangs in Paris. | PLACE | Paris",
        "The French bought it. | PLACE | French",
        "It was made in 1905. | YEAR | 1905",
        "A work of the 1850s. | YEAR | 1850s",
        "A work of the seventeenth century. | YEAR | seventeenth century",
        "It is 37.4 cm wide. | NUMBER | 37.4",
        "Some 5,000 were printed. | NUMBER | 5,000",
        "In this work, Vincent sees home. | NAME | Vincent",
        "这是歌川广重的作品。 | NAME | 歌川广重",
        "画家齐大山的代表作。 | NAME | 齐大山",
        "由王小明创作。 | NAME | 王小明",
        "它现藏巴黎。 | PLACE | 巴黎",
        "创作于1905年。 | YEAR | 1905",
        "创作于一九〇五年。 | YEAR | 一九〇五年",
        "二十世纪的作品。 | YEAR | 二十世纪",
        "参见《红楼梦》。 | NAME | 红楼梦",
        "作者是约瑟夫·汉姆。 | NAME | 约瑟夫·汉姆",
      })
  void whatItDoesNotHold_isNamed(String told, Claim.Kind kind, String words) {
    assertThat(FACTS.unsupported(told))
        .anySatisfy(
            claim -> {
              assertThat(claim.kind()).isEqualTo(kind);
              assertThat(claim.words()).contains(words);
            });
  }

  @Test
  void endings_doNotMatter_butOtherWordsDo() {
    KnownFacts facts = KnownFacts.of("Impressionism in Italy, with Cézanne's Mountains");
    assertThat(facts.unsupported("An Impressionist and Italian picture of a Mountain by Cezanne."))
        .isEmpty();
    assertThat(facts.unsupported("A picture of the Mounties.")).hasSize(1);
  }

  @Test
  void factsOfTwo_areHeldByBoth() {
    KnownFacts both = FACTS.and(KnownFacts.of("Painted by Ilse Maren in 1910."));
    assertThat(both.unsupported("In 1910 Maren saw Hokusai's print of 1831.")).isEmpty();
  }

  @Test
  void checkedText_losesTheSentencesThatClaimMore() {
    FactCheck check =
        FactCheck.of(
            "Three boats meet a wave. It was sold to Paris in 1901. Fuji is small.", FACTS);
    assertThat(check.text()).isEqualTo("Three boats meet a wave. Fuji is small.");
    assertThat(check.dropped()).containsExactly("It was sold to Paris in 1901.");
    assertThat(check.unsupported())
        .containsExactly(new Claim(Claim.Kind.PLACE, "Paris"), new Claim(Claim.Kind.YEAR, "1901"));
  }

  @Test
  void complaint_isAboutTheFirstTextAlone_andRepeatsNothingOfIt() {
    var complaint = FactCheck.complaint(FACTS);
    assertThat(complaint.apply("Seen from Paris in 1901."))
        .hasValueSatisfying(
            said -> assertThat(said).contains("1 names").contains("1 years").doesNotContain("Par"));
    assertThat(complaint.apply("Seen from Paris in 1901.")).isPresent();
    assertThat(complaint.apply("Seen from Rome in 1902.")).isEmpty();
  }

  @Test
  void everyRecordOfTheExamples_holdsItsOwnWords() {
    Catalog catalog =
        CatalogLoader.csv(
                Path.of(
                    "../examples/collection/src/main/resources/io/artrec/examples/collection/artworks.csv"))
            .load()
            .catalog();
    int strangers = 0;
    for (int i = 0; i < catalog.size(); i++) {
      Artwork work = catalog.get(i);
      assertThat(KnownFacts.of(work).unsupported(ArtworkText.complete(work)))
          .as(work.id())
          .isEmpty();
      Artwork other = catalog.get((i + 1) % catalog.size());
      String name = other.artists().isEmpty() ? "Nobody Else" : other.artists().get(0).name();
      List<Claim> claims = KnownFacts.of(work).unsupported("It is by " + name + ", and no other.");
      strangers += claims.isEmpty() ? 1 : 0;
    }
    assertThat(strangers).as("neighbors by the same artist").isLessThan(40);
  }
}
