package io.artrec.llm.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.WeightedFeature;
import io.artrec.llm.analysis.TextAnalysis;
import io.artrec.llm.embedding.SentenceEncoder;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.model.ModelFileException;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.testkit.StrategyContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningSearchTest extends StrategyContract {
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              Artwork.builder("snow", "A bridge under snow").build(),
              Artwork.builder("storm", "A ship in a storm").build(),
              Artwork.builder("feast", "A feast of the gods").build()));

  @TempDir Path files;

  @Override
  protected Strategy strategy() {
    return MeaningSearch.by(new Letters("letters"));
  }

  @Override
  protected List<StrategyReader> readers() {
    return List.of(MeaningSearch.reader(new Letters("letters")));
  }

  @Override
  protected Optional<String> wish() {
    return Optional.of("Work 7");
  }

  @Override
  protected boolean isPersonal() {
    return false;
  }

  @Test
  void wish_findsTheWorkThatMeansIt() {
    CatalogSearch search = CatalogSearch.of(CATALOG, strategy());
    List<SearchResult> found = search.search("bridge under snow", 2);
    assertThat(found.get(0).artwork().id()).isEqualTo("snow");
    assertThat(found.get(0).score()).isGreaterThan(0.99).isLessThanOrEqualTo(1 + 1e-6);
    assertThat(found).hasSize(2);
    assertThat(search.search("123", 2)).as("the encoder reads letters only").isEmpty();
  }

  @Test
  void vectorsOfTheFeature_areTakenWhereItIsThere() {
    Letters letters = new Letters("letters");
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .feature(TextEmbedding.of(letters))
            .strategy(MeaningSearch.by(letters))
            .build();
    assertThat(letters.encoded.get()).isEqualTo(3);
    recommender.recommend(RecommendationRequest.builder().wish("a storm").n(1).build());
    assertThat(letters.encoded.get()).isEqualTo(4);
  }

  @Test
  void blended_joinsTasteAndWish_andComesBackFromAFile() {
    Letters letters = new Letters("letters");
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .feature(TextEmbedding.of(letters))
            .strategy(
                Hybrid.weighted()
                    .add(0.5, ContentBased.cosine())
                    .add(0.5, TextSearch.blended(letters, TextAnalysis.english())))
            .build();
    List<Recommendation> answer =
        recommender.recommend(
            RecommendationRequest.builder().wish("ships that fight a storm").n(3).build());
    assertThat(answer.get(0).artwork().id()).isEqualTo("storm");
    assertThat(answer.get(0).explanation().toString())
        .matches(
            "(Fits|Answers) what you asked for, “ships that fight a storm”\\.|Meets your wish for .*");
    Path file = files.resolve("gallery.artrec");
    recommender.save(file);
    Recommender loaded =
        Recommender.loader(file)
            .strategies(TextSearch.readers(letters, TextAnalysis.english()))
            .load();
    List<Recommendation> again =
        loaded.recommend(
            RecommendationRequest.builder().wish("ships that fight a storm").n(3).build());
    assertThat(again.get(0).score()).isEqualTo(answer.get(0).score());
    assertThatThrownBy(
            () ->
                Recommender.loader(file)
                    .strategies(TextSearch.readers(new Letters("runes"), TextAnalysis.english()))
                    .load())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(
            "the model searches by vectors of encoder 'letters', and 'runes' was passed to read it");
  }

  @Test
  void feature_isExtractedOnce() {
    Letters letters = new Letters("letters");
    assertThat(
            FeatureExtraction.standard()
                .run(CATALOG, List.of(new WeightedFeature(1, TextEmbedding.of(letters))))
                .features()
                .entries())
        .hasSize(1);
  }

  /** Counts letters; reads nothing else. */
  private static final class Letters implements SentenceEncoder {
    private final String name;
    private final AtomicInteger encoded = new AtomicInteger();

    Letters(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int dimensions() {
      return 26;
    }

    @Override
    public Optional<float[]> encode(String text) {
      encoded.incrementAndGet();
      float[] counts = new float[26];
      double square = 0;
      text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
      for (float count : counts) {
        square += count * count;
      }
      if (square == 0) {
        return Optional.empty();
      }
      for (int i = 0; i < counts.length; i++) {
        counts[i] /= (float) Math.sqrt(square);
      }
      return Optional.of(counts);
    }
  }
}
