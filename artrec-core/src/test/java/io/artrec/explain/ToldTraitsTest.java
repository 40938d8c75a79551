package io.artrec.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FittedFeatures;
import io.artrec.feature.SharedTrait;
import io.artrec.feature.WeightedFeature;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What features say of two works that they liken reaches the sentence, and nothing else does. */
class ToldTraitsTest {
  private static final Catalog CATALOG =
      Catalog.of(
          work("a", "Ship", "brig", "sea"),
          work("b", "ship", "brig", "gulls"),
          work("c", "ship", "sea"),
          work("d", "gulls"),
          work("e", "failure"));

  private static final FittedFeatures FITTED =
      FeatureExtraction.standard()
          .run(
              CATALOG,
              List.of(
                  new WeightedFeature(1, new Shows("shows", "subject")),
                  new WeightedFeature(1, new Shows("signs", "sign"))))
          .fitted();

  private static Artwork work(String id, String... subjects) {
    Artwork.Builder work = Artwork.builder(id, id.toUpperCase(Locale.ROOT));
    List.of(subjects).forEach(work::subject);
    return work.build();
  }

  private static Contribution because(int work, String feature, double amount) {
    return new Contribution(
        "content",
        new Cause.KnownArtwork(
            work, 1, Optional.of(new Cause.Likeness(feature, OptionalDouble.of(0.1)))),
        amount);
  }

  private static Explanation explanation(
      Explanation.Occasion occasion, int artwork, Contribution... contributions) {
    return new Explanation(
        CATALOG.get(artwork),
        1,
        occasion,
        List.of(contributions),
        ExplanationContext.of(CATALOG)
            .features(FITTED.features().stream().map(each -> each.feature().spec()).toList())
            .sentences(FirstWays.SENTENCES)
            .telling(FITTED));
  }

  private static String similar(int artwork, Contribution... contributions) {
    return explanation(Explanation.Occasion.SIMILAR, artwork, contributions).toString();
  }

  @Test
  void whatIsTold_isSaid_andCoversTheRecordsValues() {
    assertThat(similar(1, because(0, "shows", 0.5)))
        .isEqualTo("Like A: both show ships; showing brig too.");
    assertThat(
            explanation(Explanation.Occasion.SIMILAR, 1, because(0, "shows", 0.5))
                .sentence(Locale.CHINESE))
        .isEqualTo("与《A》相近：都表现了船；都有 brig。");
  }

  @Test
  void severalTraits_areJoined() {
    assertThat(similar(2, because(0, "shows", 0.5)))
        .isEqualTo("Like A: both show ships and the sea.");
  }

  @Test
  void twoKnownWorks_areNamedForWhatAllThreeShow() {
    assertThat(
            explanation(
                    Explanation.Occasion.TASTE,
                    2,
                    because(0, "shows", 0.5),
                    because(1, "shows", 0.4))
                .toString())
        .isEqualTo("Like both A and B, which you liked: all three show ships.");
  }

  @Test
  void facetThatHadNoPart_isSilent() {
    assertThat(similar(1, because(0, "palette", 0.5), because(0, "shows", 0.01)))
        .isEqualTo("Among the nearest to A.");
  }

  @Test
  void otherFacet_isNotCalledAlikeOnTop() {
    assertThat(similar(2, because(0, "signs", 0.5)))
        .isEqualTo("Like A: sharing ships and the sea.");
  }

  @Test
  void featureThatFails_isLeftOut() {
    assertThat(similar(4, because(0, "shows", 0.5))).isEqualTo("Among the nearest to A.");
  }

  @Test
  void languageThatIsNotThere_isLeftOut() {
    Sentences french = Sentences.standard().language(Locale.FRENCH, new FrenchPhrases());
    assertThat(
            french.write(
                explanation(Explanation.Occasion.SIMILAR, 2, because(0, "shows", 0.5)),
                Locale.FRENCH))
        .doesNotContain("ships", "船");
  }

  @Test
  void dislikedWorkThatSharesSomething_isNotCalledUnlike() {
    Cause disliked =
        new Cause.KnownArtwork(
            0, -1, Optional.of(new Cause.Likeness("signs", OptionalDouble.of(0.1))));
    assertThat(
            explanation(Explanation.Occasion.TASTE, 2, new Contribution("content", disliked, 0.5))
                .toString())
        .isEqualTo("A match overall.");
  }

  @Test
  void blankWords_areRefused() {
    assertThatThrownBy(() -> new SharedTrait("ship", Map.of(Locale.ENGLISH, " "), Set.of()))
        .hasMessageContaining("words of shared trait 'ship' are blank in en");
  }

  /** Tells of ships and the sea. */
  private record Shows(String name, String facet) implements FeatureExtractor, FeatureEncoder {
    private static final Map<String, SharedTrait> TOLD =
        Map.of(
            "ship", trait("ship", "ships", "船", Set.of("ship", "Ship")),
            "sea", trait("sea", "the sea", "海", Set.of("sea")));

    private static SharedTrait trait(
        String id, String english, String chinese, Set<String> covered) {
      return new SharedTrait(id, Map.of(Locale.ENGLISH, english, Locale.CHINESE, chinese), covered);
    }

    @Override
    public FeatureSpec spec() {
      return FeatureSpec.named(name).facet(facet).build();
    }

    @Override
    public FeatureEncoder fit(Catalog catalog) {
      return this;
    }

    @Override
    public FeatureEncoder read(StateReader in) {
      return this;
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return Optional.of(new float[] {1});
    }

    @Override
    public List<SharedTrait> shared(Artwork work, Artwork other) {
      if (work.subjects().contains("failure")) {
        throw new IllegalStateException("told nothing");
      }
      return List.of("ship", "sea").stream()
          .filter(word -> shows(work, word) && shows(other, word))
          .map(TOLD::get)
          .toList();
    }

    private static boolean shows(Artwork work, String word) {
      return work.subjects().stream().anyMatch(word::equalsIgnoreCase);
    }

    @Override
    public String fingerprint() {
      return "";
    }

    @Override
    public void save(StateWriter out) {
      out.putLong("nothing", 0);
    }
  }
}
