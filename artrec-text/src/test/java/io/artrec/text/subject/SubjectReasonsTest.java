package io.artrec.text.subject;

import static io.artrec.text.subject.SubjectLikenessTest.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.SharedTrait;
import io.artrec.strategy.ContentBased;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectReasonsTest {
  private static final Catalog CATALOG =
      Catalog.of(
          Stream.concat(
                  Stream.of(
                      work("regatta", "yacht", "sea"),
                      work("calm", "schooner", "Sea"),
                      work("pears", "pear")),
                  IntStream.range(0, 20).mapToObj(i -> work("w" + i, "apple")))
              .toList());

  private final FeatureEncoder encoder = SubjectFeature.standard().fit(CATALOG);

  private List<String> words(Artwork a, Artwork b, Locale language) {
    return encoder.shared(a, b).stream()
        .map(SharedTrait::words)
        .map(words -> words.getOrDefault(language, ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "schooner, sailing ship, sailing ships, 帆船",
    "sea, high seas, the sea, 海",
    "snow, snowfall, snow, 雪",
    "wolf, wolves, wolves, 狼",
    "rue de paris, Paris, Paris, 巴黎",
  })
  void words_areNatural(String a, String b, String english, String chinese) {
    assertThat(words(work("a", a), work("b", b), Locale.ENGLISH)).contains(english);
    assertThat(words(work("a", a), work("b", b), Locale.CHINESE))
        .anyMatch(words -> words.contains(chinese));
  }

  @Test
  void valueThatSaysMore_speaksForItself() {
    assertThat(words(work("a", "hornbeam"), work("b", "Hornbeam"), Locale.ENGLISH)).isEmpty();
    assertThat(words(work("a", "hornbeam"), work("b", "beech"), Locale.ENGLISH))
        .containsExactly("broadleaf trees");
  }

  @Test
  void valueOfTheLabel_isCovered_thatOfAnAncestorToo() {
    List<SharedTrait> told =
        encoder.shared(work("a", "Ships", "schooner"), work("b", "ships", "schooners"));
    assertThat(told).hasSize(1);
    assertThat(told.get(0).covered()).containsExactly("Ships");
  }

  @Test
  void mentionInADescription_isNotShown() {
    Artwork a = Artwork.builder("a", "A").description("Unlike his ships.").build();
    Artwork b = Artwork.builder("b", "Ships").build();
    assertThat(SubjectFinder.standard().find(a)).isNotEmpty();
    assertThat(encoder.shared(a, b)).isEmpty();
    assertThat(words(Artwork.builder("c", "A ship").build(), b, Locale.ENGLISH))
        .containsExactly("ships");
  }

  @Test
  void recommendation_saysWhatBothShow_alsoOnceLoaded(@TempDir Path folder) {
    Path file = folder.resolve("model");
    try (Recommender built =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(List.of(Interaction.favorite("ada", "regatta")))
            .feature(SubjectFeature.standard())
            .strategy(ContentBased.cosine())
            .build()) {
      assertSaid(built, "both show ", "both of them show ");
      built.save(file);
    }
    try (Recommender loaded = Recommender.loader(file).features(SubjectFeature.standard()).load()) {
      assertSaid(loaded, "both show ", "both of them show ");
    }
  }

  private static void assertSaid(Recommender recommender, String... ways) {
    String similar = recommender.similar("regatta", 1).get(0).explanation().toString();
    String taste = recommender.recommend("ada", 1).get(0).explanation().toString();
    for (String sentence : List.of(similar, taste)) {
      assertThat(sentence).contains("vessels", "the sea").doesNotContain("showing");
      assertThat(Stream.of(ways)).anyMatch(sentence::contains);
    }
    assertThat(recommender.similar("regatta", 1).get(0).explanation().sentence(Locale.CHINESE))
        .contains("海", "船");
  }
}
