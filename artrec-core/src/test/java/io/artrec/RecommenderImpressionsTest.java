package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import io.artrec.behavior.ImpressionDiscount;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.log.MemoryLog;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What visitors were shown, and how works fade by it. */
class RecommenderImpressionsTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 16, 8, 2);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  /** Works a to e, liked by five visitors to one. */
  private static RecommenderBuilder byPopularity() {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = String.valueOf((char) ('a' + i));
      works.add(Artwork.builder(id, id.toUpperCase(Locale.ROOT)).build());
      for (int user = 0; user < 5 - i; user++) {
        events.add(Interaction.favorite("u" + user, id).at(NOW));
      }
    }
    return Recommender.builder()
        .catalog(works)
        .interactions(events)
        .strategy(Popularity.allTime())
        .clock(Fixture.CLOCK);
  }

  private static Recommendation of(List<Recommendation> answer, String id) {
    return answer.stream().filter(r -> r.artwork().id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void workShownAgainAndAgain_keepsTheStatedShare_andSaysSo() {
    Recommender recommender = byPopularity().build();
    Recommendations before = recommender.recommend("ada", 5);
    double lowest = of(before, "e").score();
    double above = of(before, "a").score() - lowest;
    for (int time = 1; time <= 5; time++) {
      recommender.record(Interaction.impression("ada", "a"));
      Recommendation faded = of(recommender.recommend("ada", 5), "a");
      assertThat(faded.score())
          .as("shown %d times", time)
          .isCloseTo(lowest + above * Math.pow(2, -time / 5.0), within(1e-12))
          .isCloseTo(
              faded.explanation().contributions().stream().mapToDouble(Contribution::amount).sum(),
              within(1e-9));
    }
    Recommendations after = recommender.recommend("ada", 5);
    assertThat(Fixture.ids(after)).startsWith("b").contains("a");
    Contribution gone =
        of(after, "a").explanation().contributions().stream()
            .filter(part -> part.cause() instanceof Cause.Shown)
            .findFirst()
            .orElseThrow();
    assertThat(gone.cause()).isEqualTo(new Cause.Shown(5));
    assertThat(gone.amount()).isNegative();
    assertThat(new Gson().toJson(of(after, "a").plain()))
        .contains("{\"kind\":\"shown\",\"times\":5,\"amount\":-");
    WhyNot why = recommender.whyNot(RecommendationRequest.forUser("ada").n(1).build(), "a");
    assertThat(why.shown()).isEqualTo(5);
    assertThat(why).asString().contains("it was shown 5 times and nothing was done with it");
    assertThat(Fixture.ids(recommender.recommend("bob", 5))).startsWith("a");
    assertThat(recommender.recommendTop(List.of("ada", "bob"), 1))
        .extracting(top -> top.artworks().get(0).id())
        .containsExactly("b", "a");
    assertThat(recommender.explain("ada", "a").score()).isEqualTo(of(after, "a").score());
  }

  @Test
  void anyReaction_beginsAnew_andTimeBringsWorksBack() {
    Recommender recommender = byPopularity().build();
    for (int time = 0; time < 4; time++) {
      recommender.record(Interaction.impression("ada", "a").at(NOW.minusSeconds(100 - time)));
      recommender.record(Interaction.impression("eve", "a").at(NOW.minus(Duration.ofDays(300))));
    }
    RecommendationRequest all = RecommendationRequest.forUser("ada").n(5).includeSeen().build();
    assertThat(recommender.whyNot(all, "a").shown()).isEqualTo(4);
    recommender.record(Interaction.click("ada", "a").at(NOW.minusSeconds(50)));
    assertThat(recommender.whyNot(all, "a").shown()).isZero();
    recommender.record(Interaction.impression("ada", "a").at(NOW.minusSeconds(10)));
    assertThat(recommender.whyNot(all, "a").shown()).isEqualTo(1);
    double fresh = of(recommender.recommend("bob", 5), "a").score();
    double recovered = of(recommender.recommend("eve", 5), "a").score();
    assertThat(recovered).isLessThan(fresh).isCloseTo(fresh, within(1e-3));
  }

  @Test
  void beingShown_isNothingThatAVisitorDid() {
    List<Interaction> events = new ArrayList<>(EVENTS);
    for (int time = 0; time < 40; time++) {
      events.add(
          Interaction.impression("u" + time % 20, CATALOG.get(time).id())
              .at(NOW.minusSeconds(time)));
    }
    Recommender expected =
        Fixture.builder(CATALOG, EVENTS).impressionDiscount(ImpressionDiscount.none()).build();
    Recommender trained =
        Fixture.builder(CATALOG, events).impressionDiscount(ImpressionDiscount.none()).build();
    assertThat(trained.dataset().size()).isEqualTo(expected.dataset().size());
    assertThat(trained.dataset().userIndex("u18")).isEmpty();
    assertThat(trained.history("u18")).hasSize(2).allMatch(Interaction::isImpression);
    trained.recordAll(
        IntStream.range(0, 40)
            .mapToObj(at -> Interaction.impression("u" + at % 20, CATALOG.get(at).id()))
            .toList());
    for (String user : List.of("u0", "u3", "u18", "nobody")) {
      assertThat(Fixture.ids(trained.recommend(user, 48)))
          .isEqualTo(Fixture.ids(expected.recommend(user, 48)));
    }
    assertThat(trained.recommend("u18", 48)).as("nothing counts as seen").hasSize(48);
    assertThat(trained.audience("w1-3", 100))
        .extracting(AudienceMember::user)
        .isEqualTo(expected.audience("w1-3", 100).stream().map(AudienceMember::user).toList());
    trained.retrain();
    expected.retrain();
    assertThat(trained.dataset().size()).isEqualTo(expected.dataset().size());
    assertThat(Fixture.ids(trained.recommend("u3", 48)))
        .isEqualTo(Fixture.ids(expected.recommend("u3", 48)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PreferenceModel.standard().withWeight(InteractionKind.IMPRESSION, 0.1))
        .withMessageContaining("being shown says nothing of taste");
  }

  @Test
  void fallBacksFade_too() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.preferred()).build();
    List<String> first = Fixture.ids(recommender.recommend("new", 4));
    for (int time = 0; time < 12; time++) {
      Recommendations answer = recommender.recommend("new", 4);
      assertThat(answer.fallbackShare()).isEqualTo(1);
      recommender.recordAll(answer.impressions());
    }
    assertThat(Fixture.ids(recommender.recommend("new", 4))).isNotEqualTo(first);
  }

  @Test
  void impressionsOfAnAnswer_countOnce() {
    Recommender recommender = byPopularity().build();
    Recommendations answer = recommender.recommend("ada", 3);
    assertThat(answer.impressions())
        .hasSize(3)
        .allMatch(event -> event.isImpression() && event.user().equals("ada"))
        .allMatch(event -> event.time().equals(Optional.of(NOW)))
        .extracting(Interaction::artwork)
        .isEqualTo(Fixture.ids(answer));
    assertThat(recommender.recordAll(answer.impressions())).isEqualTo(3);
    assertThat(recommender.recordAll(answer.impressions())).isZero();
    assertThat(recommender.recordAll(answer.impressions("bob", NOW))).isEqualTo(3);
    assertThat(recommender.history("ada")).hasSize(3);
    assertThatThrownBy(
            () ->
                recommender
                    .recommend(RecommendationRequest.forGroup("a", "b").build())
                    .impressions())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is for no single visitor; call impressions(visitor, when)");
  }

  @Test
  void impressionsInARequest_countAsThoseRecorded() {
    Recommender recommender = byPopularity().build();
    List<Interaction> shown =
        IntStream.range(0, 5).mapToObj(at -> Interaction.impression("x", "a").at(NOW)).toList();
    recommender.recordAll(shown);
    assertThat(
            Fixture.ids(
                recommender.recommend(RecommendationRequest.forHistory(shown).n(5).build())))
        .isEqualTo(Fixture.ids(recommender.recommend("x", 5)))
        .startsWith("b");
  }

  @Test
  void impressionsOutliveRestarts_andLearning_andTheRuleIsSaved() {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.impression("ada", "w1-1").at(NOW.minusSeconds(9)).withEventId("e1"));
    Interaction second = Interaction.impression("ada", "w1-2").at(NOW.minusSeconds(5));
    Interaction third = Interaction.impression("ada", "w1-3").at(NOW.minusSeconds(1));
    try (Recommender recommender =
        Fixture.builder(CATALOG, events)
            .impressionDiscount(ImpressionDiscount.halfAfter(1))
            .log(log)
            .build()) {
      recommender.record(second);
      recommender.refresh();
      recommender.save(model);
      recommender.record(third);
      assertThat(recommender.history("ada")).hasSize(3);
    }
    try (Recommender rebuilt = Fixture.builder(CATALOG, events).log(log).build()) {
      assertThat(rebuilt.history("ada")).hasSize(3);
      assertThat(rebuilt.record(events.get(events.size() - 1))).as("its id is known").isFalse();
    }
    try (Recommender loaded = Recommender.loader(model).log(log).clock(Fixture.CLOCK).load()) {
      assertThat(loaded.history("ada")).hasSize(3);
      assertThat(loaded.dataset().impressions()).isZero();
      assertThat(loaded.whyNot("ada", "w1-3").shown()).isEqualTo(1);
      assertThat(loaded.live().now().engine().settings().rules().discount())
          .isEqualTo(ImpressionDiscount.halfAfter(1));
    }
    try (Recommender loaded = Recommender.loader(model).load()) {
      assertThat(loaded.history("ada")).hasSize(2);
    }
  }

  @Test
  void forgottenTakenBackExpiredAndMerged_asAnyEvent() throws IOException {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    Path aside = folder.resolve("backup.artrec");
    Instant old = NOW.minus(Duration.ofDays(400));
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.record(Interaction.impression("secret", "w1-1").withEventId("s1"));
      recommender.record(Interaction.impression("secret", "w1-2"));
      recommender.record(Interaction.impression("ada", "w1-1").at(old));
      recommender.record(Interaction.impression("ada", "w1-2").withEventId("a2"));
      recommender.record(Interaction.impression("cookie", "w1-3"));
      recommender.save(model);
      Files.copy(model, aside);
      assertThat(recommender.merge("cookie", "ada")).isEqualTo(1);
      assertThat(recommender.undo("ada", "a2")).isTrue();
      assertThat(recommender.forgetBefore(NOW.minus(Duration.ofDays(300))).liveEvents())
          .isEqualTo(1);
      assertThat(recommender.history("ada"))
          .extracting(Interaction::artwork)
          .containsExactly("w1-3");
      assertThat(recommender.forget("secret").liveEvents()).isEqualTo(2);
      assertThat(recommender.history("secret")).isEmpty();
      assertThat(recommender.history("cookie")).isEmpty();
    }
    for (Path file : List.of(log, model)) {
      assertThat(Fixture.holds(file, "secret")).isFalse();
      assertThat(Fixture.holds(file, "cookie")).isFalse();
    }
    try (Recommender loaded = Recommender.loader(aside).log(log).load()) {
      assertThat(loaded.history("ada")).extracting(Interaction::artwork).containsExactly("w1-3");
      assertThat(loaded.history("secret")).isEmpty();
      loaded.awaitForgotten();
    }
    assertThat(Fixture.holds(aside, "secret")).isFalse();
  }

  @Test
  void onlyTheLastOfEachVisitor_areKeptInMemory() {
    MemoryLog log = new MemoryLog();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      List<Interaction> many = new ArrayList<>();
      for (int at = 0; at < 1700; at++) {
        many.add(
            Interaction.impression("ada", CATALOG.get(at % 48).id())
                .at(NOW.minusSeconds(1700 - at)));
      }
      recommender.recordAll(many);
      List<Interaction> kept = recommender.history("ada");
      assertThat(kept).hasSizeBetween(500, 999).isEqualTo(many.subList(1700 - kept.size(), 1700));
      assertThat(log.lastNumber()).isEqualTo(1700);
    }
  }

  @Test
  void rulesAreChecked_andSayWhatTheyAre() {
    ImpressionDiscount standard = ImpressionDiscount.standard();
    assertThat(standard).hasToString("half after 5.0 impressions, each half after PT720H");
    assertThat(standard)
        .isEqualTo(ImpressionDiscount.halfAfter(5).recovering(Duration.ofDays(30)))
        .hasSameHashCodeAs(ImpressionDiscount.halfAfter(5).recovering(Duration.ofDays(30)));
    assertThat(standard.kept(10)).isEqualTo(0.25);
    assertThat(standard.weight(0, Duration.ofDays(60).toMillis())).isEqualTo(0.25);
    assertThat(standard.weight(Interactions.NO_TIME, 0)).isEqualTo(1);
    assertThat(ImpressionDiscount.none().kept(1e9)).isEqualTo(1);
    assertThat(ImpressionDiscount.none()).hasToString("no discount");
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ImpressionDiscount.halfAfter(bad))
          .withMessageContaining("after " + bad + " impressions, expected more than 0");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.recovering(Duration.ZERO))
        .withMessageContaining("expected one millisecond or more");
  }
}
