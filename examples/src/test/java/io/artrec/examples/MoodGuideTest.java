package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.examples.atelier.Exhibition;
import io.artrec.examples.atelier.Studio;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.AttributeFeature;
import io.artrec.text.mood.Affect;
import io.artrec.text.mood.ArtworkMood;
import io.artrec.text.mood.CatalogMoods;
import io.artrec.text.mood.MatchedArtwork;
import io.artrec.text.mood.MoodFeature;
import io.artrec.text.mood.MoodFit;
import io.artrec.text.mood.MoodLexicon;
import io.artrec.text.mood.MoodMatch;
import io.artrec.text.mood.MoodPath;
import io.artrec.text.mood.MoodReader;
import io.artrec.text.mood.MoodSource;
import io.artrec.text.mood.MoodWalk;
import io.artrec.text.mood.MoodWord;
import io.artrec.vision.color.ColorEmotionFeature;
import io.artrec.vision.composition.CompositionFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs the code of docs/mood.md on the atelier's works, and checks that it stands there. */
class MoodGuideTest {
  private static final int WORKS = 12;

  private final MoodLexicon lexicon = MoodLexicon.standard();

  @Test
  void words_leadToMoods() {
    assertThat(lexicon.mood("serenely").orElseThrow().name()).isEqualTo("calm");
    assertThat(lexicon.mood("忧郁的").orElseThrow().name()).isEqualTo("melancholic");
    assertThat(lexicon.find("ecstatic").orElseThrow().affect())
        .hasToString("valence +1.00, arousal +0.75");
    assertThat(lexicon.in("A quiet evening, without fear"))
        .extracting(MoodWord::word)
        .containsExactly("quiet");
  }

  @Test
  void works_areReadMatchedAndLed() {
    Exhibition exhibition = Exhibition.of(Studio.paintings(WORKS, 1));
    Catalog catalog = exhibition.catalog();
    ArtworkImages images = exhibition;
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .images(images)
            .feature(ColorEmotionFeature.standard())
            .feature(CompositionFeature.standard())
            .feature(AttributeFeature.subjects())
            .build();
    CatalogMoods moods =
        CatalogMoods.of(MoodReader.standard(), recommender.catalog(), recommender.features());
    String id = catalog.get(0).id();
    Optional<ArtworkMood> mood = moods.mood(id);
    mood.ifPresent(felt -> System.out.println(felt + " of " + felt.contributions()));

    assertThat(moods.known(MoodSource.COLORS)).isPositive();
    assertThat(moods.known(MoodSource.COMPOSITION)).isPositive();

    Recommendations pool =
        recommender.recommend(RecommendationRequest.forUser("ada").n(500).build());
    Affect calm = lexicon.mood("calm").orElseThrow().affect();
    List<MatchedArtwork> fits = MoodMatch.of(moods).among(pool, calm, 10);
    assertThat(fits).allMatch(fit -> fit.distance() <= MoodMatch.REACH);

    MoodWalk walk =
        MoodPath.of(moods)
            .from("sad")
            .to("calm")
            .steps(5)
            .walk(recommender, RecommendationRequest.forUser("ada").build());
    walk.steps().forEach(step -> System.out.println(step.sentence(Locale.ENGLISH)));
    System.out.println(walk.note(Locale.ENGLISH));
    assertThat(walk.steps()).hasSize(5);

    Map<String, Affect> ratings =
        catalog.stream().collect(Collectors.toMap(Artwork::id, work -> Affect.NEUTRAL));
    MoodFit fit = MoodFit.of(moods, ratings); // Map<String, Affect> by artwork id
    System.out.println(fit);
    MoodReader reader = MoodReader.standard().weighing(fit.weights());
    assertThat(reader.weights().isStated()).isTrue();
    recommender.close();
  }

  @Test
  void aFeatureIsMadeOfColorsCompositionAndRecords() {
    MoodFeature affect =
        MoodFeature.standard()
            .and(ColorEmotionFeature.standard())
            .and(CompositionFeature.standard());
    assertThat(affect.inputs()).hasSize(3);
    Exhibition exhibition = Exhibition.of(Studio.paintings(4, 1));

    try (Recommender recommender =
        Recommender.builder()
            .catalog(exhibition.catalog())
            .images(exhibition)
            .feature(affect)
            .build()) {
      assertThat(recommender.features().find(MoodFeature.NAME).orElseThrow().presentCount())
          .isPositive();
    }
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve("examples/src/test/java/io/artrec/examples/MoodGuideTest.java"))
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project.resolve("docs/mood.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        String code = line.replaceFirst("; // .*", "").replaceAll("\\s+", "");
        assertThat(here).as(line).contains(code.replaceFirst(";$", ""));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(25);
  }
}
