package io.artrec.text.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.strategy.Wish;
import io.artrec.testkit.StrategyContract;
import io.artrec.text.analysis.TextAnalysis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    assertThat(found).as("others are no more alike than random letters").hasSize(1);
    assertThat(
            CatalogSearch.of(CATALOG, MeaningSearch.by(new Letters("letters")).background(0))
                .search("bridge under snow", 2))
        .hasSize(2);
    assertThat(search.search("123", 2)).as("the encoder reads letters only").isEmpty();
  }

  @Test
  void vectorsOfTheFeature_areTakenWhereItIsThere() {
    Letters letters = new Letters("letters");
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .feature(new LetterVectors(letters))
            .strategy(MeaningSearch.by(letters))
            .build();
    assertThat(letters.encoded()).isEqualTo(3 + LikenessFloor.QUESTIONS);
    recommender.recommend(RecommendationRequest.builder().wish("a storm").n(1).build());
    assertThat(letters.encoded()).isEqualTo(4 + LikenessFloor.QUESTIONS);
  }

  @Test
  void blended_joinsTasteAndWish_andComesBackFromAFile() {
    Letters letters = new Letters("letters");
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .feature(new LetterVectors(letters))
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
  void longDescription_isFoundByOneOfItsSentences() {
    String others = "Zzz zyx xyz. Qqq qwx. Jjj kkk. ";
    Artwork work =
        Artwork.builder("long", "Vvv").description(others + "A violet moon. " + others).build();
    Catalog catalog = Catalog.of(List.of(work));
    MeaningSearch search = MeaningSearch.by(new Letters("letters")).passageShare(1);
    assertThat(CatalogSearch.of(catalog, search).search("violet moon", 1))
        .singleElement()
        .satisfies(found -> assertThat(found.score()).isGreaterThan(0.9));
    assertThat(CatalogSearch.of(catalog, search.passages(0).background(0)).search("violet moon", 1))
        .singleElement()
        .satisfies(found -> assertThat(found.score()).isLessThan(0.7));
  }

  @Test
  void artistsAndMedia_areReadByMeaningToo() {
    Artwork work = Artwork.builder("a", "Zzz").artist("Onim Tublu").medium("oil").build();
    assertThat(
            CatalogSearch.of(Catalog.of(List.of(work)), strategy())
                .search("Zzz. Onim Tublu, oil", 1))
        .hasSize(1);
  }

  @Test
  void modelOfBefore_withoutPassages_searchesAsItDid() {
    Letters letters = new Letters("letters");
    Path file = files.resolve("before");
    ModelFile.write(
        file,
        out -> {
          out.putString("strategy", "meaning-search");
          out.putLong("works", -1);
          out.putString("encoder", "letters");
          out.putLong("fromFeature", 0);
          out.putLong("dimensions", letters.dimensions());
          out.putLongs("present", new long[] {1});
          out.putFloats("values", letters.encode("violet moon").orElseThrow());
        });
    Catalog one = Catalog.of(List.of(Artwork.builder("a", "violet moon").artist("Qxz").build()));
    TrainingContext context =
        TrainingContext.of(Dataset.of(one, Interactions.of(List.of())), FeatureStore.empty(1));
    Scorer read = ModelFile.read(file, in -> StrategyReaders.coreAnd(readers()).read(in, context));
    assertThat(read.strategy())
        .hasToString(strategy().toString().replace("passages=12", "passages=0"));
    Query query =
        Query.builder(History.none(), Preferences.none())
            .wish(Optional.of(Wish.of("violet moon")))
            .build();
    assertThat(read.score(query, Candidates.all(1)).value(0)).isCloseTo(1, within(1e-6));
  }

  @Test
  void unfitSettings_areRefused() {
    MeaningSearch search = MeaningSearch.by(new Letters("letters"));
    assertThatThrownBy(() -> search.passages(101))
        .hasMessage("passages is 101, expected 0 to 100 beside the whole text");
    assertThatThrownBy(() -> search.passageShare(-1))
        .hasMessage("passageShare is -1.0, expected 0 to 1");
    assertThatThrownBy(() -> search.background(Double.NaN))
        .hasMessage("background is NaN, expected 0 to 1");
    assertThatThrownBy(
            () -> TextSearch.blended(new Letters("x"), TextAnalysis.english()).weights(2, 0))
        .hasMessage("weights of words are 2.0 and 0.0, expected 0 to 1");
  }
}
