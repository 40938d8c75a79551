package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.RecommenderBuilder;
import io.artrec.SimilarRequest;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.cf.als.ImplicitAls;
import io.artrec.cf.neighbors.ItemKnn;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.examples.collection.SyntheticVisitors;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.PeriodFeature;
import io.artrec.feature.SizeFeature;
import io.artrec.rerank.Mmr;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Trending;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.terms.TermFeature;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.texture.GaborTexture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand drawn answers, each claim of each sentence recomputed from records, events and
 * vectors: of many visitors, by the recommenders of the programs here and of every kind of reason,
 * in English and Chinese.
 */
class TrueAnswersTest {
  private static final int ANSWERS = 200;
  private static final int WORKS = 5;
  private static final List<String> WISHES =
      List.of("bad weather", "a ship in a storm", "people dancing", "quarterly tax report");

  private static final Catalog CATALOG = BundledWorks.load().catalog();
  private static final List<Interaction> EVENTS =
      events(SyntheticVisitors.visit(CATALOG, SyntheticVisitors.SEED));

  @TempDir Path folder;

  private static List<Interaction> events(Interactions events) {
    return IntStream.range(0, events.size()).mapToObj(events::get).toList();
  }

  private static RecommenderBuilder builder() {
    return Recommender.builder().catalog(CATALOG).interactions(EVENTS);
  }

  @Test
  void quickstart_byMeaning_saysWhatIsTrue() {
    try (Gallery gallery = open()) {
      check(gallery.recommender(), gallery.meaning().encoder(), true);
    }
  }

  @Test
  void quickstart_byWords_saysWhatIsTrue() {
    try (Gallery gallery = open("--words-only")) {
      check(gallery.recommender(), Optional.empty(), true);
    }
  }

  private Gallery open(String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--cache", folder.resolve("cache").toString()));
    return Gallery.open(QuickstartOptions.parse(options.toArray(String[]::new)));
  }

  @Test
  void imagesAndBehavior_sayWhatIsTrue() {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(PaintedWorks.framed(CATALOG))
            .interactions(EVENTS)
            .images(new PaintedWorks())
            .feature(ColorHistogram.hsv())
            .feature(GaborTexture.standard())
            .feature(AttributeFeature.standard())
            .strategy(
                Hybrid.weighted()
                    .add(0.5, ContentBased.cosine())
                    .add(0.3, ItemKnn.neighbors(50))
                    .add(0.2, ImplicitAls.factors(64)))
            .rerank(Mmr.lambda(0.7))
            .build()) {
      check(recommender, Optional.empty(), false);
    }
  }

  @Test
  void nearestWorks_sayWhatIsTrue() {
    try (Recommender recommender =
        builder()
            .feature(SizeFeature.standard())
            .feature(AttributeFeature.medium())
            .feature(AttributeFeature.genre())
            .feature(PeriodFeature.standard())
            .feature(TermFeature.tfIdf(TextAnalysis.english()))
            .strategy(ContentBased.preferred().nearest(3))
            .build()) {
      check(recommender, Optional.empty(), false);
    }
  }

  @Test
  void popularityTrendsAndChance_sayWhatIsTrue() {
    try (Recommender recommender =
        builder()
            .strategy(
                Hybrid.weighted()
                    .add(0.4, Popularity.allTime())
                    .add(0.3, Trending.weekly())
                    .add(0.3, RandomOrder.seeded()))
            .build()) {
      check(recommender, Optional.empty(), false);
    }
  }

  private static void check(
      Recommender recommender, Optional<? extends SentenceEncoder> encoder, boolean hears) {
    Facts facts = new Facts(recommender, EVENTS, encoder);
    Map<Locale, Claims> claims =
        Map.of(Locale.ENGLISH, new Claims(facts, false), Locale.CHINESE, new Claims(facts, true));
    SplittableRandom random = new SplittableRandom(1000);
    List<String> wrong = new ArrayList<>();
    for (int answer = 0; answer < ANSWERS; answer++) {
      for (Claims.Asked asked : draw(recommender, facts, random, hears)) {
        claims.forEach(
            (language, checked) ->
                checked.wrong(asked, asked.why().sentence(language)).ifPresent(wrong::add));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Claims.Asked> draw(
      Recommender recommender, Facts facts, SplittableRandom random, boolean hears) {
    String visitor = EVENTS.get(random.nextInt(EVENTS.size())).user();
    String work = CATALOG.get(random.nextInt(CATALOG.size())).id();
    Map<String, Double> opinions = facts.opinions(visitor);
    return switch (random.nextInt(hears ? 6 : 5)) {
      case 0 ->
          asked(
              recommender.similar(SimilarRequest.to(work).n(WORKS).build()),
              Map.of(work, 1.0),
              Optional.empty());
      case 1 ->
          List.of(new Claims.Asked(recommender.explain(visitor, work), opinions, Optional.empty()));
      case 2 -> ofStranger(recommender, history(work, random));
      case 5 -> wishing(recommender, visitor, opinions, WISHES.get(random.nextInt(WISHES.size())));
      default -> asked(recommender.recommend(visitor, WORKS), opinions, Optional.empty());
    };
  }

  private static List<Claims.Asked> ofStranger(Recommender recommender, List<Interaction> history) {
    return asked(
        recommender.recommend(RecommendationRequest.forHistory(history).n(WORKS).build()),
        opinions(history),
        Optional.empty());
  }

  private static List<Claims.Asked> wishing(
      Recommender recommender, String visitor, Map<String, Double> opinions, String wish) {
    return asked(
        recommender.recommend(RecommendationRequest.forUser(visitor).wish(wish).n(WORKS).build()),
        opinions,
        Optional.of(wish));
  }

  /** Somebody never seen, who favoured, disliked and looked at a work each. */
  private static List<Interaction> history(String work, SplittableRandom random) {
    String other = CATALOG.get(random.nextInt(CATALOG.size())).id();
    String third = CATALOG.get(random.nextInt(CATALOG.size())).id();
    return List.of(
        Interaction.view("x", third),
        Interaction.dislike("x", other),
        Interaction.favorite("x", work));
  }

  private static Map<String, Double> opinions(List<Interaction> history) {
    Map<String, List<Interaction>> byWork = new HashMap<>();
    history.forEach(e -> byWork.computeIfAbsent(e.artwork(), w -> new ArrayList<>()).add(e));
    Map<String, Double> opinions = new HashMap<>();
    byWork.forEach((work, events) -> opinions.put(work, Facts.opinion(events)));
    return opinions;
  }

  private static List<Claims.Asked> asked(
      List<Recommendation> answer, Map<String, Double> opinions, Optional<String> wish) {
    return answer.stream().map(r -> new Claims.Asked(r.explanation(), opinions, wish)).toList();
  }
}
