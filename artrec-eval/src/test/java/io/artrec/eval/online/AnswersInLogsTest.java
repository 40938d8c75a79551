package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Strategy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a recommender's answers to a log, and from there to estimates and preferences. */
class AnswersInLogsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Catalog CATALOG =
      Catalog.of(
          IntStream.range(0, 5)
              .mapToObj(i -> Artwork.builder("w" + i, "Work " + i).build())
              .toList());

  /** How often visitors open each work where it stands. */
  private static final Map<String, Double> OPENED =
      Map.of("w0", 0.1, "w1", 0.2, "w2", 0.7, "w3", 0.4, "w4", 0.05);

  private static Recommender recommender(Strategy strategy) {
    return Recommender.builder()
        .catalog(CATALOG)
        .interactions(
            List.of(
                Interaction.favorite("fan", "w3"),
                Interaction.favorite("other", "w3"),
                Interaction.favorite("other", "w4")))
        .strategy(strategy)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build();
  }

  @Test
  void answer_becomesAnImpressionForEachPlace() {
    Recommendations answer =
        recommender(RandomOrder.seeded())
            .recommend(RecommendationRequest.forUser("new").n(3).variant("explore").build());
    String second = answer.get(1).artwork().id();
    ImpressionLog log =
        ImpressionLog.builder().answered(answer, "new", Set.of(second)).answered(answer).build();

    assertThat(log.size()).isEqualTo(6);
    assertThat(log.variants()).containsExactly("explore");
    for (int place = 1; place <= 3; place++) {
      Impression shown = log.get(place - 1);
      assertThat(shown.visitor()).isEqualTo("new");
      assertThat(shown.work()).isEqualTo(answer.get(place - 1).artwork().id());
      assertThat(shown.place()).isEqualTo(place);
      assertThat(shown.time()).isEqualTo(NOW);
      assertThat(shown.propensity()).hasValue(0.2);
      assertThat(shown.clicked()).isEqualTo(place == 2);
      assertThat(log.get(place + 2).clicked()).isFalse();
    }
  }

  @Test
  void placedWorks_areLeftOut_andTheOthersKeepTheirPlaces() {
    Recommender recommender = recommender(RandomOrder.seeded());
    recommender.promote(Promotions.none().pin("w0", 1).sponsor("w2", "Frames", 3));
    Recommendations answer = recommender.recommend("new", 4);
    ImpressionLog log = ImpressionLog.builder().answered(answer, "new", Set.of("w0")).build();
    assertThat(log.size()).isEqualTo(2);
    assertThat(log.get(0).place()).isEqualTo(2);
    assertThat(log.get(1).place()).isEqualTo(4);
    for (int row = 0; row < 2; row++) {
      assertThat(log.get(row).work()).isNotIn("w0", "w2");
      assertThat(log.get(row).propensity()).hasValue(1.0 / 3);
      assertThat(log.get(row).clicked()).isFalse();
    }
  }

  @Test
  void answerOfNobody_needsToBeToldWhoWasShownIt() {
    Recommender recommender = recommender(Popularity.allTime());
    Recommendations similar = recommender.similar(SimilarRequest.to("w0").n(2).build());
    assertThatThrownBy(() -> ImpressionLog.builder().answered(similar))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is of no single visitor; call answered(answer, visitor, clicked)");
    assertThatThrownBy(() -> ImpressionLog.builder().answered(similar, "ada", Set.of("w9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clicked works [w9] are not in answer " + similar.id());
    ImpressionLog log = ImpressionLog.builder().answered(similar, "ada", Set.of()).build();
    assertThat(log.variants()).containsExactly(similar.modelVersion());
  }

  @Test
  void whatARecommenderDrew_estimatesAnother() {
    Recommender drawing = recommender(RandomOrder.seeded());
    SplittableRandom random = new SplittableRandom(7);
    ImpressionLog.Builder log = ImpressionLog.builder();
    for (int visitor = 0; visitor < 8_000; visitor++) {
      Recommendations answer = drawing.recommend("v" + visitor, 1);
      String shown = answer.get(0).artwork().id();
      boolean opened = random.nextDouble() < OPENED.getOrDefault(shown, 0.0);
      log.answered(answer, "v" + visitor, opened ? Set.of(shown) : Set.of());
    }
    for (Map.Entry<String, Double> opened : OPENED.entrySet()) {
      String target = opened.getKey();
      TargetPolicy always = (visitor, work, place) -> work.equals(target) ? 1 : 0;
      OffPolicyLog actions = OffPolicyLog.of(log.build(), always, ImpressionValue.CLICK);
      assertThat(OffPolicyEstimators.ips(actions).value())
          .as(target)
          .isCloseTo(opened.getValue(), within(0.06));
      assertThat(actions.weights().mean()).as(target).isCloseTo(1, within(0.08));
    }
  }

  @Test
  void placesWithoutChance_areLeftOutOfEstimates() {
    Recommendations answer = recommender(Popularity.allTime()).recommend("new", 4);
    ImpressionLog log = ImpressionLog.builder().answered(answer).build();
    assertThatThrownBy(
            () -> OffPolicyLog.of(log, (visitor, work, place) -> 0.2, ImpressionValue.CLICK))
        .isInstanceOf(IllegalArgumentException.class);
    ImpressionLog drawn = log.withPropensities();
    assertThat(answer.get(0).artwork().id()).isEqualTo("w3");
    assertThat(drawn.size()).isEqualTo(2);
    assertThat(drawn.get(0).place()).isEqualTo(3);
    assertThat(drawn.get(0).propensity()).hasValue(1.0 / 3);
  }

  @Test
  void answersOfTwoRecommenders_areInterleaved() {
    TeamDraft draft = new TeamDraft(3);
    int votes = 0;
    for (int visitor = 0; visitor < 50; visitor++) {
      Recommendations first = recommender(Popularity.allTime()).recommend("v" + visitor, 4);
      Recommendations second = recommender(RandomOrder.seeded()).recommend("v" + visitor, 4);
      MergedList merged = draft.merge(first, second, 4);
      assertThat(merged.works()).hasSize(4).doesNotHaveDuplicates();
      votes += merged.credit(List.of(merged.works().get(0))).first();
    }
    assertThat(votes).isBetween(1, 49);
  }
}
