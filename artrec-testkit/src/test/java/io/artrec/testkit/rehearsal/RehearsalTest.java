package io.artrec.testkit.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.RecommenderBuilder;
import io.artrec.SimilarRequest;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.explain.Explanation;
import io.artrec.explain.Sentences;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Draw;
import io.artrec.strategy.Popularity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that an application may bring of its own, at once, and nothing of it in core. */
class RehearsalTest {
  private static final String[] WORDS = {"sea", "moon", "bridge", "field", "night", "rain"};
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Locale ITALIAN = Locale.ITALIAN;

  /** Says in Italian what it knows to say, and leaves the rest to the standard. */
  private static final Sentences SENTENCES =
      (explanation, language) ->
          language.equals(ITALIAN) && !explanation.works().isEmpty()
              ? "Vicino a " + explanation.works().get(0).artwork().title() + "."
              : Sentences.standard().write(explanation, language);

  @TempDir Path folder;

  private final DirectMemoryBackend backend = new DirectMemoryBackend(5);
  private final BatchedInitials letters = new BatchedInitials();
  private final BanditBlend bandit = new BanditBlend(ContentBased.cosine(), Popularity.allTime());

  private static Catalog catalog() {
    SplittableRandom random = new SplittableRandom(1);
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Artwork.Builder work =
          Artwork.builder(
              "w" + i, WORDS[random.nextInt(WORDS.length)] + " " + WORDS[i % WORDS.length]);
      works.add(i % 10 == 0 ? work.attribute("acquired", "2025").build() : work.build());
    }
    return Catalog.of(works);
  }

  private static List<Interaction> events() {
    SplittableRandom random = new SplittableRandom(2);
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      events.add(Interaction.favorite("u" + i % 10, "w" + random.nextInt(60)).at(CLOCK.instant()));
    }
    return events;
  }

  private RecommenderBuilder builder() {
    return Recommender.builder()
        .catalog(catalog())
        .interactions(events())
        .feature(letters)
        .strategy(bandit)
        .scoring(backend)
        .sentences(SENTENCES)
        .clock(CLOCK)
        .background(Runnable::run);
  }

  private static List<String> told(Recommendations answer) {
    return answer.stream().map(r -> r.artwork().id() + " " + r.explanation()).toList();
  }

  @Test
  void aDayOfEverythingAtOnce() {
    Path file = folder.resolve("m.artrec");
    RecommendationRequest request = RecommendationRequest.forUser("u3").seed(7).n(8).build();
    List<String> before;
    try (Recommender recommender = builder().rerank(new LateReranker()).build()) {
      for (int user = 0; user < 10; user++) {
        assertThat(recommender.recommend("u" + user, 8)).hasSize(8);
        recommender.record(Interaction.favorite("u" + user, "w" + user));
      }
      recommender.update(CatalogChange.add(Artwork.builder("late", "sea moon").build()));
      assertThat(recommender.similar(SimilarRequest.to("late").n(3).build()).get(0).score())
          .isPositive();
      recommender.refresh();
      recommender.retrain();
      recommender.forget("u1");
      before = told(recommender.recommend(request));
      recommender.save(file);
    }
    assertThat(backend.open()).isZero();
    try (Recommender loaded =
        Recommender.loader(file)
            .features(letters)
            .strategies(bandit.reader())
            .rerankers(new LateReranker())
            .scoring(backend)
            .sentences(SENTENCES)
            .clock(CLOCK)
            .load()) {
      assertThat(told(loaded.recommend(request))).isEqualTo(before);
    }
    assertThat(backend.open()).isZero();
    assertThat(backend.calls()).as("calls of which every fifth failed").isGreaterThan(5);
    assertThat(letters.largestBatch()).isEqualTo(16);
    backend.close();
  }

  @Test
  void rerankerThatIsLate_fallsBack_andTheAnswerSaysSo() {
    try (Recommender recommender = builder().rerank(new LateReranker()).build()) {
      RecommendationRequest request = RecommendationRequest.forUser("u3").seed(1).n(5).build();
      Recommendations whole = recommender.recommend(request);
      assertThat(whole.isPartial()).isFalse();
      assertThat(whole.get(0).notes()).containsExactly("brought forward from place 5");
      assertThat(whole.get(0).rankBefore()).isEqualTo(5);
      Recommendations late =
          recommender.recommend(request.toBuilder().deadline(Duration.ofMillis(200)).build());
      assertThat(late).hasSize(5);
      assertThat(late.isPartial()).isTrue();
      assertThat(late.leftOut().get(0)).contains("re-ranking");
      assertThat(late.get(0).artwork()).isEqualTo(whole.get(4).artwork());
    }
  }

  @Test
  void banditLearnsFromClicks_andItsDrawsWeighTheLog() {
    try (Recommender recommender = builder().build()) {
      double[] start = bandit.probabilities();
      int clicks = 0;
      int rounds = 600;
      double estimate = 0;
      int drawn = 0;
      for (int round = 0; round < rounds; round++) {
        Recommendations answer =
            recommender.recommend(
                RecommendationRequest.forUser("u" + round % 10).seed(round).n(3).build());
        Draw draw = answer.draw().orElseThrow();
        double reward = draw.arm().equals(Popularity.allTime().name()) ? 1 : 0;
        clicks += (int) reward;
        drawn += draw.arm().equals(Popularity.allTime().name()) ? 1 : 0;
        estimate += reward / draw.probability() / rounds;
        bandit.reward(draw, reward);
        assertThat(answer.plain().get("drawn"))
            .isEqualTo(
                Map.of("arm", draw.arm(), "probability", draw.probability(), "segment", "all"));
      }
      assertThat(start).containsExactly(0.5, 0.5);
      assertThat(bandit.probabilities()[1]).isGreaterThan(0.85);
      assertThat(clicks).isEqualTo(drawn).isGreaterThan(rounds * 3 / 4);
      assertThat(estimate).as("clicks if popularity always answered").isCloseTo(1, within(0.1));
    }
  }

  @Test
  void causeAndLanguageOfOnesOwn_areTold() {
    try (Recommender recommender = builder().build()) {
      Explanation acquired = recommender.explain("u3", "w10");
      assertThat(acquired.sentence(Locale.ENGLISH)).contains("new acquisition");
      assertThat(acquired.sentence(Locale.CHINESE)).contains("新入藏");
      assertThat(recommender.recommend("u3", 30).plain().toString()).contains("new-acquisition");
      Recommendation similar =
          recommender.similar(SimilarRequest.to("w1").n(1).locale(ITALIAN).build()).get(0);
      assertThat(similar.explanation().toString()).startsWith("Vicino a ");
    }
  }
}
