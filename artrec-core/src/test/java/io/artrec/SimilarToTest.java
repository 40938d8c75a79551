package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureSpec.Source;
import io.artrec.filter.Filters;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.rerank.AttributeCap;
import io.artrec.similarity.Similarities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarToTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);

  @TempDir private Path folder;

  private static RecommenderBuilder builder() {
    return Fixture.builder(CATALOG, List.of());
  }

  private static Artwork showing(String id, String... subjects) {
    Artwork.Builder work = Artwork.builder(id, id);
    List.of(subjects).forEach(work::subject);
    return work.build();
  }

  /** The ways in which a sentence begins that says how alike two works are. */
  private static final String LIKE = "(Like|Akin to|Close to) ";

  @Test
  void severalWorks_findWhatIsNearestToAll_byTheirWeights() {
    Recommender recommender =
        Recommender.builder()
            .catalog(
                Catalog.of(
                    showing("a", "sea"),
                    showing("b", "bridge"),
                    showing("a2", "sea"),
                    showing("b2", "bridge"),
                    showing("both", "sea", "bridge"),
                    showing("other", "king"),
                    showing("another", "king")))
            .feature(AttributeFeature.subjects())
            .clock(Fixture.CLOCK)
            .build();
    assertThat(first(recommender, SimilarRequest.to("a", "b"))).isEqualTo("both");
    assertThat(first(recommender, SimilarRequest.to().and("a", 9).and("b", 1))).isEqualTo("a2");
    assertThat(first(recommender, SimilarRequest.to("a").and("b", 9))).isEqualTo("b2");
    assertThatThrownBy(() -> recommender.similar(SimilarRequest.to("a", "c").build()))
        .isInstanceOf(UnknownArtworkException.class);
  }

  private static String first(Recommender recommender, SimilarRequest.Builder request) {
    return recommender.similar(request.build()).get(0).artwork().id();
  }

  @Test
  void excludedWorks_andThoseNamed_areNotAnswered() {
    Recommender recommender = builder().build();
    SimilarRequest request =
        SimilarRequest.to("w0-0", "w1-1").exclude("w0-1", "w2-2").n(50).build();
    assertThat(ids(recommender.similar(request)))
        .hasSize(36)
        .doesNotContain("w0-0", "w1-1", "w0-1", "w2-2");
  }

  @Test
  void reranker_holdsForSimilarWorks() {
    Recommender recommender = builder().rerank(AttributeCap.perArtist(2)).build();
    Recommendations answer = recommender.similar("w0-0", 12);
    Map<String, Integer> byArtist = new HashMap<>();
    for (Recommendation r : answer) {
      for (ArtistCredit credit : r.artwork().artists()) {
        byArtist.merge(credit.name(), 1, Integer::sum);
      }
    }
    assertThat(answer).hasSize(12);
    assertThat(byArtist.values()).allMatch(count -> count <= 2);
    assertThat(answer).anyMatch(r -> r.rankBefore() > r.rank());
  }

  @Test
  void workFromOutside_isAnsweredAsIfItWereInTheCatalogue_andDoesNotEnterIt() {
    Artwork twin = renamed("guest", CATALOG.find("w0-4").orElseThrow());
    Recommender recommender = builder().build();
    String version = recommender.recommend("u", 1).modelVersion();
    Recommendations answer = recommender.similar(SimilarRequest.to(twin).n(8).build());

    assertThat(answer.get(0).artwork().id()).isEqualTo("w0-4");
    assertThat(answer.get(0).explanation().toString()).matches(LIKE + "The guest: .*");
    assertThat(recommender.catalog().find("guest")).isEmpty();
    assertThat(recommender.features().artworks()).isEqualTo(CATALOG.size());
    assertThat(recommender.recommend("u", 1).modelVersion()).isEqualTo(version);

    recommender.update(CatalogChange.add(twin));
    assertThat(recommender.similar("guest", 8)).isEqualTo(answer);
  }

  @Test
  void workFromOutside_mayStandBesideOthers_andLackWhatFeaturesRead() {
    Recommender recommender = builder().build();
    Artwork undated = Artwork.builder("guest", "The guest").movement("Cubism").build();
    assertThat(recommender.similar(SimilarRequest.to(undated).n(5).build()))
        .allMatch(r -> r.artwork().movements().contains("Cubism"));
    assertThat(
            recommender.similar(
                SimilarRequest.to(undated)
                    .and("w2-1", 2)
                    .filter(Filters.movement("Baroque").negate())
                    .n(5)
                    .build()))
        .allMatch(r -> r.artwork().movements().contains("Cubism"))
        .noneMatch(r -> r.artwork().id().equals("w2-1"));
  }

  @Test
  void recordOfAKnownId_countsAsGiven_andThatWorkIsNotAnswered() {
    Recommender recommender = builder().build();
    Artwork anew = Artwork.builder("w0-0", "Told anew").movement("Romanticism").build();
    assertThat(recommender.similar(SimilarRequest.to(anew).n(5).build()))
        .allMatch(r -> r.artwork().movements().contains("Romanticism"))
        .allMatch(r -> r.explanation().toString().matches(LIKE + "Told anew.*"));
    assertThat(ids(recommender.similar(SimilarRequest.to(anew).n(50).build())))
        .doesNotContain("w0-0")
        .hasSize(39);
  }

  @Test
  void imageAndText_countInTheFeaturesOfTheirKindAlone() {
    Recommender recommender = withBytes();
    Recommendations byImage =
        recommender.similar(SimilarRequest.to(SimilarSource.image("z")).n(1).build());
    assertThat(ids(byImage)).containsExactly("shown-as-z");
    assertThat(byImage.get(0).explanation().facets()).containsOnlyKeys("palette");
    assertThat(byImage.get(0).explanation().toString())
        .matches(LIKE + "the image given: a similar palette\\.");
    assertThat(
            recommender
                .similar(
                    SimilarRequest.to(SimilarSource.image("z")).n(1).locale(Locale.CHINESE).build())
                .get(0)
                .explanation()
                .toString())
        .contains("所给的图片");

    Recommendations byText =
        recommender.similar(SimilarRequest.to(SimilarSource.text("zz top")).n(1).build());
    assertThat(ids(byText)).containsExactly("called-z");
    assertThat(byText.get(0).explanation().facets()).containsOnlyKeys("text");
    assertThat(byText.get(0).explanation().toString()).matches(LIKE + "zz top.*");
  }

  @Test
  void whatNoFeatureReads_isRefusedWithTheFeatures() {
    Recommender recommender = builder().build();
    assertThatThrownBy(
            () -> recommender.similar(SimilarRequest.to(SimilarSource.image("z")).build()))
        .isInstanceOf(ExtractionException.class)
        .hasMessage(
            "no feature could be computed of image z, so that nothing can be called like it; the"
                + " features are [details, period], and the record says nothing in them; an image"
                + " needs images(...)");
    assertThatThrownBy(
            () ->
                Recommender.builder()
                    .catalog(CATALOG)
                    .build()
                    .similar(SimilarRequest.to(Artwork.builder("a", "A").build()).build()))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("the features are []");
    assertThatThrownBy(
            () -> withBytes().similar(SimilarRequest.to(SimilarSource.image("broken")).build()))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("failed: ")
        .hasMessageContaining("no such image");
  }

  @Test
  void loadedModel_needsItsFeaturesForWorksFromOutside() {
    Recommender recommender = withBytes();
    recommender.save(folder.resolve("model"));
    SimilarRequest request = SimilarRequest.to(SimilarSource.text("zz top")).n(2).build();
    try (Recommender loaded =
        Recommender.loader(folder.resolve("model")).clock(Fixture.CLOCK).load()) {
      assertThatThrownBy(() -> loaded.similar(request))
          .isInstanceOf(ExtractionException.class)
          .hasMessageContaining("was not passed when the model was loaded")
          .hasMessageContaining("features(...)");
      assertThat(loaded.similar("called-z", 2)).isEqualTo(recommender.similar("called-z", 2));
    }
    try (Recommender loaded =
        Recommender.loader(folder.resolve("model"))
            .features(new Letters("bytes", "palette", Source.IMAGE))
            .features(new Letters("letters", "text", Source.RECORD))
            .clock(Fixture.CLOCK)
            .load()) {
      assertThat(loaded.similar(request)).isEqualTo(recommender.similar(request));
    }
  }

  private static Artwork renamed(String id, Artwork work) {
    Artwork.Builder copy = Artwork.builder(id, "The " + id);
    work.artists().forEach(copy::artist);
    work.created().ifPresent(copy::created);
    work.movements().forEach(copy::movement);
    work.subjects().forEach(copy::subject);
    return copy.build();
  }

  /** Works whose image bytes and titles are letters; an image's bytes are its reference. */
  private static Recommender withBytes() {
    ArtworkImages images =
        artwork -> {
          if (artwork.image().filter("broken"::equals).isPresent()) {
            throw new ExtractionException("no such image");
          }
          return artwork.image().map(reference -> reference.getBytes(StandardCharsets.UTF_8));
        };
    return Recommender.builder()
        .catalog(
            Catalog.of(
                Artwork.builder("called-z", "zzz").image("abc").build(),
                Artwork.builder("shown-as-z", "abc").image("zzzz").build(),
                Artwork.builder("neither", "mno").image("mno").build()))
        .images(images)
        .feature(new Letters("bytes", "palette", Source.IMAGE))
        .feature(new Letters("letters", "text", Source.RECORD))
        .clock(Fixture.CLOCK)
        .build();
  }

  /** How often each letter stands in the title, or in the bytes of the image. */
  private record Letters(String name, String facet, Source source) implements FeatureExtractor {
    @Override
    public FeatureSpec spec() {
      return FeatureSpec.named(name)
          .facet(facet)
          .similarity(Similarities.cosine())
          .source(source)
          .build();
    }

    @Override
    public FeatureEncoder fit(Catalog catalog) {
      return new FeatureEncoder() {
        @Override
        public int dimensions() {
          return 26;
        }

        @Override
        public Optional<float[]> encode(ArtworkInput input) {
          return source == Source.IMAGE
              ? input.image().map(bytes -> count(new String(bytes, StandardCharsets.UTF_8)))
              : Optional.of(count(input.artwork().title()));
        }

        @Override
        public String fingerprint() {
          return "";
        }

        @Override
        public void save(StateWriter out) {
          // There is nothing to keep.
        }
      };
    }

    private static float[] count(String text) {
      float[] counts = new float[26];
      text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
      return counts;
    }

    @Override
    public FeatureEncoder read(StateReader in) {
      return fit(Catalog.of());
    }
  }
}
