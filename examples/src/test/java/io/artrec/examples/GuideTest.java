package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.SimilarSource;
import io.artrec.WhyNot;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.ArtworkField;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.catalog.MuseumDate;
import io.artrec.catalog.Offer;
import io.artrec.catalog.Price;
import io.artrec.catalog.Trait;
import io.artrec.catalog.YearRange;
import io.artrec.eval.online.ImpressionLog;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.explain.Cause;
import io.artrec.explain.Explanation;
import io.artrec.explain.Sentences;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.PeriodFeature;
import io.artrec.filter.Filters;
import io.artrec.promotion.Promotions;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Rerankers;
import io.artrec.scoring.ScoringBackends;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.GroupRule;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Trending;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.TermFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/guide.md, and checks that it is the code that stands there. */
class GuideTest {
  @TempDir Path folder;

  private Path works() throws IOException {
    Path file = folder.resolve("works.csv");
    try (InputStream in = BundledWorks.csv()) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  private Path visits() throws IOException {
    Path file = folder.resolve("visits.csv");
    Files.writeString(
        file,
        """
        user,artwork,kind,value
        ada,the-starry-night,favorite,
        ada,starry-night,favorite,
        ada,mona-lisa,view,
        bruno,guernica,rating,9
        chen,fine-wind-clear-morning,favorite,
        """);
    return file;
  }

  @Test
  void worksAndVisitsOfFiles_answer_andWhatIsRecordedCounts() throws IOException {
    works();
    visits();
    List<String> printed = new ArrayList<>();
    Recommender recommender =
        Recommender.builder()
            .catalog(CatalogLoader.csv(folder.resolve("works.csv")).load().catalog())
            .interactions(
                InteractionsLoader.csv(folder.resolve("visits.csv")).load().interactions())
            .feature(AttributeFeature.standard())
            .feature(TermFeature.tfIdf(TextAnalysis.english()))
            .strategy(
                Hybrid.weighted().add(0.8, ContentBased.cosine()).add(0.2, Popularity.allTime()))
            .rerank(Mmr.lambda(0.7))
            .build();

    for (Recommendation r : recommender.recommend("ada", 10)) {
      printed.add(r.artwork().title() + ": " + r.explanation());
    }
    recommender.record(Interaction.favorite("ada", "the-great-wave"));

    assertThat(printed).hasSize(10).allMatch(line -> line.contains("The Starry Night"));
    assertThat(recommender.recommend("ada", 344))
        .noneMatch(r -> r.artwork().id().equals("the-great-wave"));
  }

  @Test
  void guide_runs() throws IOException {
    Path works = works();
    Path visits = visits();
    LoadedCatalog loadedCatalog = CatalogLoader.csv(works).load();
    Catalog catalog = loadedCatalog.catalog();
    LoadedCatalog shop =
        CatalogLoader.csv(works)
            .column(ArtworkField.ID, "id")
            .column(ArtworkField.SUBJECT, "subjects", "genre")
            .currency("EUR")
            .load();
    assertThat(shop.report().columns().unfilled())
        .containsExactly("price", "availability", "image");
    Artwork wave =
        Artwork.builder("the-great-wave", "The Great Wave off Kanagawa")
            .artist("Katsushika Hokusai")
            .created(MuseumDate.parse("c. 1830–32").orElseThrow())
            .movement("Ukiyo-e")
            .subject("sea")
            .subject("boat")
            .attribute("palette", List.of("blue", "white"))
            .build();
    assertThat(wave.created().orElseThrow()).hasToString("c. 1830–1832");
    Interactions interactions = InteractionsLoader.csv(visits).load().interactions();
    PreferenceModel preferences =
        PreferenceModel.standard()
            .withRatingScale(1, 10)
            .withWeight(InteractionKind.PURCHASE, 3)
            .withHalfLife(Duration.ofDays(90));
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .preferences(preferences)
            .feature(1.0, AttributeFeature.subjects())
            .feature(0.6, AttributeFeature.artist())
            .feature(0.4, PeriodFeature.standard())
            .feature(0.8, TermFeature.tfIdf(TextAnalysis.english()))
            .strategy(
                Hybrid.switching(
                        Hybrid.weighted()
                            .add(0.8, ContentBased.preferred())
                            .add(0.2, Popularity.allTime()))
                    .fallback(Trending.weekly()))
            .rerank(Rerankers.chain(Mmr.lambda(0.75), AttributeCap.perArtist(2)))
            .filter(Filters.available())
            .log(folder.resolve("log"))
            .cache(folder.resolve("features"))
            .build();
    assertThat(recommender.recommend("ada", 10)).hasSize(10);
    assertThat(
            recommender.recommend(
                RecommendationRequest.forUser("ada")
                    .n(5)
                    .filter(
                        Filters.yearBetween(1800, 1900)
                            .and(Filters.artist("Claude Monet").negate()))
                    .exclude("the-great-wave")
                    .locale(Locale.CHINESE)
                    .build()))
        .hasSize(5)
        .allMatch(r -> r.artwork().created().orElseThrow().overlaps(YearRange.of(1800, 1900)));
    assertThat(
            recommender.recommend(
                RecommendationRequest.forHistory(
                        List.of(Interaction.favorite("anybody", "the-great-wave")))
                    .build()))
        .hasSize(10);
    assertThat(
            recommender.recommend(
                RecommendationRequest.forGroup("ada", "bruno", "chen")
                    .groupRule(GroupRule.FAIR_ROTATION)
                    .build()))
        .hasSize(10);
    assertThat(
            recommender.similar(
                SimilarRequest.to("the-great-wave")
                    .facet("subject", 1)
                    .facet("period", 0.5)
                    .n(5)
                    .build()))
        .hasSize(5);
    assertThat(
            recommender.similar(
                SimilarRequest.to("the-great-wave")
                    .and("guernica", 0.5)
                    .exclude("kite-day")
                    .build()))
        .hasSize(10);
    assertThat(
            recommender.similar(SimilarRequest.to(SimilarSource.text("a boat in a storm")).build()))
        .hasSize(10);
    assertThat(recommender.recommendTop(List.of("ada", "bruno", "chen"), 10))
        .hasSize(3)
        .allMatch(top -> top.artworks().size() == 10);
    RecommendationRequest request = RecommendationRequest.forUser("ada").variant("b").build();
    Recommendations answer = recommender.recommend(request);
    assertThat(answer.id()).isNotBlank();
    assertThat(answer.modelVersion()).isNotBlank();
    assertThat(answer.fallbackShare()).isZero();
    assertThat(answer.timings().total()).isPositive();
    assertThat(answer.get(0).chosenBy()).isNotEmpty();
    assertThat(recommender.recommend(request.toBuilder().seed(answer.seed()).build()))
        .isEqualTo(answer);
    assertThat(answer.plain()).containsKeys("answer", "recommendations");
    Recommendations next = recommender.recommend(request.toBuilder().after(answer).build());
    assertThat(next).isNotEmpty().doesNotContainAnyElementsOf(answer);
    ImpressionLog.Builder log = ImpressionLog.builder();
    log.answered(answer);
    log.answered(next, "ada", Set.of(next.get(0).artwork().id()));
    assertThat(log.build().size()).isEqualTo(answer.size() + next.size());
    Recommendations quick =
        recommender.recommend(
            RecommendationRequest.forUser("ada").deadline(Duration.ofMillis(50)).build());
    assertThat(quick).isNotEmpty();
    assertThat(quick.isPartial()).isEqualTo(!quick.leftOut().isEmpty());
    Explanation why = recommender.explain("ada", "the-great-wave");
    assertThat(why.works()).isNotEmpty();
    assertThat(why.facets()).containsKey("subject");
    assertThat(why.strategies()).isNotEmpty();
    WhyNot missing = recommender.whyNot("ada", catalog.get(catalog.size() - 1).id());
    assertThat(missing.toString()).isNotBlank();
    Recommender.builder().catalog(catalog).scoring(ScoringBackends.best()).build().close();
    reasonsAreOpen(catalog, why);
    recommender.record(Interaction.favorite("ada", "the-great-wave"));
    recommender.refresh();
    recommender.retrain();
    recommender.recordAll(List.of(Interaction.view("bruno", "the-great-wave")));
    recommender.recordAll(
        List.of(Interaction.view("cookie-4711", "the-great-wave")), "clicks/partition-3", 41);
    assertThat(recommender.position("clicks/partition-3").orElse(-1) + 1).isEqualTo(42);
    recommender.undo("ada", "click-17");
    assertThat(recommender.merge("cookie-4711", "ada")).isEqualTo(1);
    recommender.follow("ada", Trait.artist("Katsushika Hokusai"));
    recommender.block("ada", Trait.subject("battle"));
    Set<Trait> followed = recommender.preferences("ada").followed();
    assertThat(followed).hasSize(1);
    Recommendations wall = recommender.recommend("ada", 3);
    assertThat(wall.get(0).explanation().toString())
        .contains("Katsushika Hokusai, whom you follow");
    recommender.recordAll(wall.impressions());
    recommender.promote(
        Promotions.none()
            .pin("the-great-wave", 1)
            .boost("kite-day", 0.2)
            .bury("guernica", 0.5)
            .sponsor("mona-lisa", "The Friends of the Museum", 4));
    assertThat(recommender.recommend("dora", 4).get(3).sponsor())
        .contains("The Friends of the Museum");
    recommender.promote(Promotions.none());
    recommender.forget("ada");
    Artwork kite =
        Artwork.builder("kite-day", "Kite Day")
            .artist("Katsushika Hokusai")
            .subject("kite")
            .offer(Offer.unknown().price(Price.of("120", "EUR")).stock(3))
            .build();
    recommender.update(CatalogChange.put(kite));
    assertThat(recommender.similar("kite-day", 1).get(0).artwork().artists())
        .extracting(ArtistCredit::name)
        .contains("Katsushika Hokusai");
    recommender.record(Interaction.view("chen", "kite-day").withEventId("c-18"));
    recommender.record(Interaction.purchase("chen", "kite-day"));
    recommender.update(CatalogChange.offer("kite-day", kite.offer().stock(0)));
    recommender.update(CatalogChange.withdraw("guernica"));
    recommender.forget("bruno");
    recommender.retrain();
    assertThat(recommender.recommend("ada", 500))
        .noneMatch(r -> List.of("kite-day", "guernica").contains(r.artwork().id()));
    recommender.optOut("ada");
    recommender.forgetBefore(Instant.now().minus(Duration.ofDays(365)));
    recommender.save(folder.resolve("gallery.artrec"));
    try (Recommender loaded =
        Recommender.loader(folder.resolve("gallery.artrec"))
            .filter(Filters.available())
            .features(TermFeature.tfIdf(TextAnalysis.english()))
            .load()) {
      assertThat(loaded.recommend("bruno", 3)).hasSize(3);
      loaded.update(CatalogChange.offer("kite-day", kite.offer()));
      assertThat(loaded.recommend("ada", 500)).anyMatch(r -> r.artwork().id().equals("kite-day"));
    }
    recommender.close();
  }

  private static void reasonsAreOpen(Catalog catalog, Explanation why) {
    Recommender reticent =
        Recommender.builder()
            .catalog(catalog)
            .sentences(Sentences.standard().withoutDislikes().withoutCounts())
            .build();
    assertThat(reticent.recommend("ada", 1)).hasSize(1);
    Sentences ours =
        (reason, language) ->
            reason.preferred().isEmpty()
                ? Sentences.standard().write(reason, language)
                : "Hangs well beside " + reason.preferred().get(0).artwork().title() + ".";
    assertThat(ours.write(why, Locale.ENGLISH)).startsWith("Hangs well beside ");
    Cause pick =
        Cause.worded(
            "editors-pick", Map.of(Locale.ENGLISH, "an editor's pick", Locale.CHINESE, "编辑推荐"));
    assertThat(pick.words(Locale.SIMPLIFIED_CHINESE)).hasValue("编辑推荐");
  }

  @Test
  void blendThatLearns_showsItsWeights() throws IOException {
    Recommender recommender =
        Recommender.builder()
            .catalog(CatalogLoader.csv(works()).load().catalog())
            .interactions(InteractionsLoader.csv(visits()).load().interactions())
            .feature(AttributeFeature.standard())
            .strategy(Hybrid.stacked().add(ContentBased.preferred()).add(Popularity.allTime()))
            .build();

    assertThat(recommender.recommend("ada", 10)).hasSize(10);
    assertThat(recommender.stackedWeights()).hasSize(1);
    assertThat(recommender.stackedWeights().get(0).parts())
        .containsExactly("content-based", "popularity");
  }

  @Test
  void codeInTheGuide_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        squeeze(
            Files.readString(
                project.resolve("examples/src/test/java/io/artrec/examples/GuideTest.java")));
    for (String line : Files.readString(project.resolve("docs/guide.md")).lines().toList()) {
      String code = squeeze(line.replaceAll("//.*", ""));
      if (code.startsWith(".") && code.endsWith(")") && code.contains("(")) {
        String chained = code.replaceAll("Path\\.of\\(\"(.*?)\"\\)", "folder.resolve(\"$1\")");
        assertThat(here).as(line).contains(chained);
      }
    }
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
