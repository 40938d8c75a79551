package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.Interest.Evidence;
import io.artrec.behavior.InterestProfile;
import io.artrec.behavior.InterestRule;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What visitors are interested in, with weights and evidence. */
class RecommenderInterestsTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 16, 8, 2);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Trait CUBISM = Trait.movement("cubism");
  private static final Trait BAROQUE = Trait.movement("Baroque");
  private static final Trait SEA = Trait.subject("sea");

  @TempDir Path folder;

  private static RecommenderBuilder builder() {
    return Fixture.builder(CATALOG, EVENTS);
  }

  private static Interest comment(Trait trait, double weight) {
    return Interest.of(trait, weight, Evidence.COMMENTS);
  }

  private static List<String> movements(Iterable<Recommendation> answer) {
    List<String> movements = new ArrayList<>();
    answer.forEach(given -> movements.add(given.artwork().movements().get(0)));
    return movements;
  }

  private static double sum(Recommendation given) {
    return given.explanation().contributions().stream().mapToDouble(Contribution::amount).sum();
  }

  /** Works of 5, 4, ... 1 visitors: a and b show trees, d and e the sea, e is calm. */
  private static Recommender byPopularity() {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = String.valueOf((char) ('a' + i));
      works.add(
          Artwork.builder(id, id.toUpperCase(Locale.ROOT))
              .artist("One")
              .subject(i < 2 ? "tree" : i == 2 ? "sky" : "Sea")
              .attribute(i == 4 ? Artwork.MOOD_ATTRIBUTE : "other", "calm")
              .build());
      for (int user = 0; user < 5 - i; user++) {
        events.add(Interaction.favorite("u" + user, id).at(NOW));
      }
    }
    return Recommender.builder()
        .catalog(works)
        .interactions(events)
        .strategy(Popularity.allTime())
        .clock(Fixture.CLOCK)
        .build();
  }

  @Test
  void interestsMoveScores_byLessThanAFollow_andReasonsSaySo() {
    Recommender recommender = byPopularity();
    recommender.record(Interaction.view("ada", "a"));
    RecommendationRequest request = RecommendationRequest.forUser("ada").n(5).includeSeen().build();
    Recommendations before = recommender.recommend(request);
    double range = before.get(0).score() - before.get(4).score();
    double[] alone = before.stream().mapToDouble(Recommendation::score).toArray();

    assertThat(
            recommender.learn(
                "ada",
                List.of(
                    comment(SEA, 0.8),
                    Interest.of(Trait.mood("Calm"), 0.2, Evidence.SEARCHES),
                    comment(Trait.subject("tree"), -1))))
        .isEqualTo(3);
    Recommendations after = recommender.recommend(request);
    double[] weights = {-1, -1, 0, 0.8, 1.0};
    for (Recommendation given : after) {
      int work = given.artwork().id().charAt(0) - 'a';
      double share = (1 - Math.pow(2, -Math.abs(weights[work]))) / 2;
      assertThat(given.score())
          .as("%s", given)
          .isCloseTo(alone[work] + Math.signum(weights[work]) * share * range, within(1e-12))
          .isCloseTo(sum(given), within(1e-9));
    }
    Recommendation calm =
        after.stream().filter(given -> given.artwork().id().equals("e")).findFirst().orElseThrow();
    assertThat(calm.explanation().sentence(Locale.ENGLISH))
        .containsIgnoringCase("Sea, of which you wrote well");
    assertThat(calm.explanation().sentence(Locale.CHINESE)).contains("您在评论中称道的").contains("Sea");
    assertThat(new Gson().toJson(calm.plain()))
        .contains(
            "{\"kind\":\"interest\",\"subject\":\"Sea\",\"evidence\":\"comments\",\"amount\":")
        .contains("{\"kind\":\"interest\",\"mood\":\"calm\",\"evidence\":\"searches\",\"amount\":");
    assertThat(calm.chosenBy()).containsKey("interests");
    assertThat(recommender.explain("ada", "e").score()).isEqualTo(calm.score());
    assertThat(Fixture.ids(recommender.recommend("bob", 5)))
        .containsExactly("a", "b", "c", "d", "e");
    recommender.follow("ada", SEA);
    double followed =
        recommender.recommend(request).stream()
            .filter(given -> given.artwork().id().equals("d"))
            .findFirst()
            .orElseThrow()
            .score();
    assertThat(followed).as("the follow alone").isCloseTo(alone[3] + range / 2, within(1e-12));
  }

  @Test
  void dislikesLower_theyNeverBlock_inTheFallBackToo_andWhyNotSaysSo() {
    Recommender recommender = builder().strategy(ContentBased.preferred()).build();
    recommender.learn("new", List.of(comment(CUBISM, -1), comment(BAROQUE, -0.9)));
    Recommendations answer = recommender.recommend("new", 48);
    assertThat(answer).hasSize(48);
    assertThat(answer.fallbackShare()).isEqualTo(1);
    assertThat(movements(answer)).contains("Cubism", "Baroque");
    assertThat(movements(answer.subList(0, 8))).doesNotContain("Cubism");
    answer.forEach(given -> assertThat(given.score()).isCloseTo(sum(given), within(1e-9)));
    answer.forEach(
        given ->
            assertThat(given.explanation().sentence(Locale.ENGLISH)).doesNotContain("wrote well"));
    Recommender popular = byPopularity();
    popular.learn("ada", List.of(comment(Trait.subject("tree"), -1)));
    WhyNot why = popular.whyNot(RecommendationRequest.forUser("ada").n(1).build(), "b");
    assertThat(why.disliked()).containsExactly(Trait.subject("tree"));
    assertThat(why.toString()).contains("for what the asker is known to dislike: subject tree");
    assertThat(why.plain()).containsEntry("disliked", List.of("subject tree"));
    assertThat(popular.whyNot("ada", "c").disliked()).isEmpty();
  }

  @Test
  void newVisitorOfWhomOnlyInterestsAreKnown_getsWhatTheyLikeFirst() {
    Recommender recommender = builder().strategy(ContentBased.preferred()).build();
    recommender.learn("new", List.of(comment(CUBISM, 0.3), comment(BAROQUE, -0.5)));
    Recommendations answer = recommender.recommend("new", 14);
    assertThat(movements(answer.subList(0, 12))).containsOnly("Cubism");
    assertThat(answer.get(0).explanation().toString()).contains("Cubism, of which you wrote well");
    answer.forEach(given -> assertThat(given.score()).isCloseTo(sum(given), within(1e-9)));
    TopArtworks top = recommender.recommendTop(List.of("u0", "new"), 14).get(1);
    assertThat(top.artworks()).isEqualTo(answer.stream().map(Recommendation::artwork).toList());
    assertThat(recommender.audience("w2-0", 100)).extracting(AudienceMember::user).contains("new");
    Recommender few = builder().candidates(3).build();
    few.learn("u1", List.of(comment(CUBISM, 1)));
    assertThat(movements(few.recommend("u1", 12))).contains("Cubism");
  }

  @Test
  void whatIsTakenBack_isNotLearnedAgain_untilStated() {
    List<String> heard = new ArrayList<>();
    Recommender recommender = builder().build();
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void historyChanged(String user) {
            heard.add(user);
          }
        });
    assertThat(recommender.interests("ada")).isEqualTo(InterestProfile.none());
    assertThat(recommender.learn("ada", List.of(comment(SEA, 0.6), comment(SEA, 0.6))))
        .isEqualTo(1);
    assertThat(recommender.dropInterest("ada", SEA)).isTrue();
    assertThat(recommender.dropInterest("ada", SEA)).isFalse();
    assertThat(recommender.interests("ada").weights()).isEmpty();
    assertThat(recommender.learn("ada", List.of(comment(SEA, 0.6)))).isZero();
    assertThat(recommender.learn("ada", List.of(Interest.stated(SEA, 0.5)))).isEqualTo(1);
    assertThat(recommender.interests("ada").weight(SEA)).isEqualTo(0.5);
    assertThat(heard).containsExactly("ada", "ada", "ada");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recommender.learn(" ", List.of(comment(SEA, 1))))
        .withMessageContaining("the id of a visitor who is interested is ' '");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> comment(SEA, Double.NaN))
        .withMessageContaining("the weight of interest in subject sea is NaN, expected -1 to 1");
    recommender.close();
    assertThatThrownBy(() -> recommender.learn("ada", List.of(comment(SEA, 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the recommender is closed");
  }

  @Test
  void interestsOutliveRestarts_byLogAndByModelFile_withTheirRule() {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    InterestRule rule = InterestRule.standard().halfLife(Duration.ofDays(30)).most(5).perDay(1.25);
    InterestProfile held;
    try (Recommender recommender = builder().interests(rule).log(log).build()) {
      recommender.learn(
          "ada",
          List.of(
              comment(Trait.artist("Élise \"X\""), 0.5)
                  .from("e 1")
                  .at(NOW.minus(Duration.ofDays(30))),
              Interest.stated(CUBISM, -0.25)));
      recommender.save(model);
      recommender.learn("ada", List.of(Interest.of(Trait.mood("calm"), 0.75, Evidence.HISTORY)));
      recommender.retrain();
      held = recommender.interests("ada");
      assertThat(held.interests()).hasSize(3);
      assertThat(held.weight(Trait.artist("élise \"x\""))).isCloseTo(0.25, within(1e-12));
    }
    try (Recommender rebuilt = builder().interests(rule).log(log).build()) {
      assertThat(rebuilt.interests("ada")).isEqualTo(held);
    }
    try (Recommender loaded = Recommender.loader(model).clock(Fixture.CLOCK).log(log).load()) {
      assertThat(loaded.interests("ada")).isEqualTo(held);
      loaded.save(model);
      loaded.compactLog();
    }
    try (Recommender loaded = Recommender.loader(model).clock(Fixture.CLOCK).load()) {
      assertThat(loaded.interests("ada")).isEqualTo(held);
      loaded.learn("ada", List.of(comment(SEA, 1)));
      assertThat(loaded.interests("ada").weight(SEA))
          .as("what is left of the day, restarts or not")
          .isCloseTo(1.25 - 0.25 - 0.75, within(1e-9));
    }
  }

  @Test
  void forgettingTakesInterestsAlong_fromEveryFile() throws IOException {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    Path aside = folder.resolve("backup.artrec");
    try (Recommender recommender = builder().log(log).build()) {
      recommender.learn("secret", List.of(comment(SEA, 1).from("hidden-event")));
      recommender.save(model);
      Files.copy(model, aside);
      assertThat(recommender.forget("secret")).satisfies(Fixture.erased(0, 0, 1, false));
      assertThat(recommender.interests("secret").isEmpty()).isTrue();
      recommender.optOut("other");
      assertThat(recommender.learn("other", List.of(comment(SEA, 1)))).isZero();
    }
    for (String text : List.of("secret", "hidden-event")) {
      assertThat(Fixture.holds(log, text)).isFalse();
      assertThat(Fixture.holds(model, text)).isFalse();
    }
    try (Recommender loaded = Recommender.loader(aside).log(log).load()) {
      assertThat(loaded.interests("secret").isEmpty()).isTrue();
      loaded.awaitForgotten();
    }
    assertThat(Fixture.holds(aside, "secret")).isFalse();
  }

  @Test
  void whatWasLearnedFromOldEvidence_goesWithIt_whatWasStatedStays() {
    MemoryLog log = new MemoryLog();
    Path model = folder.resolve("m.artrec");
    Path plain = folder.resolve("plain.artrec");
    Instant old = NOW.minus(Duration.ofDays(400));
    Instant limit = NOW.minus(Duration.ofDays(365));
    try (Recommender recommender = builder().log(log).build()) {
      recommender.learn(
          "ada",
          List.of(
              comment(SEA, 1).at(old), comment(CUBISM, 0.5), Interest.stated(BAROQUE, 1).at(old)));
      recommender.save(model);
      recommender.save(plain);
      recommender.forgetBefore(limit);
      assertThat(recommender.interests("ada").weights()).containsOnlyKeys(BAROQUE, CUBISM);
    }
    try (Recommender again = builder().log(log).build()) {
      assertThat(again.interests("ada").weights()).containsOnlyKeys(BAROQUE, CUBISM);
    }
    try (Recommender loaded = Recommender.loader(plain).clock(Fixture.CLOCK).log(log).load()) {
      assertThat(loaded.interests("ada").weights()).containsOnlyKeys(BAROQUE, CUBISM);
    }
  }

  @Test
  void whatWasLearnedFromAnEvent_goesWhenThatIsTakenBack() {
    MemoryLog log = new MemoryLog();
    try (Recommender recommender = builder().log(log).build()) {
      recommender.record(Interaction.view("ada", "w0-0").withEventId("e1"));
      recommender.learn("ada", List.of(comment(SEA, 0.5).from("e1"), comment(CUBISM, 0.5)));
      recommender.undo("ada", "e1");
      assertThat(recommender.interests("ada").weights()).containsOnlyKeys(CUBISM);
    }
    try (Recommender again = builder().log(log).build()) {
      assertThat(again.interests("ada").weights()).containsOnlyKeys(CUBISM);
    }
  }

  @Test
  void mergedVisitor_bringsTheirInterests_whichHold() {
    MemoryLog log = new MemoryLog();
    try (Recommender recommender = builder().log(log).build()) {
      recommender.learn("cookie", List.of(comment(SEA, 0.75), Interest.stated(CUBISM, -1)));
      recommender.learn("ada", List.of(comment(SEA, -0.5), comment(BAROQUE, 0.5)));
      recommender.merge("cookie", "ada");
      assertThat(recommender.interests("cookie").isEmpty()).isTrue();
      assertThat(recommender.interests("ada").weight(SEA)).isEqualTo(0.75);
      assertThat(recommender.interests("ada").weight(CUBISM)).isEqualTo(-1);
      assertThat(recommender.interests("ada").weight(BAROQUE)).isEqualTo(0.5);
    }
    try (Recommender again = builder().log(log).build()) {
      assertThat(again.interests("cookie").isEmpty()).isTrue();
      assertThat(again.interests("ada").weight(SEA)).isEqualTo(0.75);
      again.optOut("ada");
      again.learn("cookie", List.of(comment(SEA, 1)));
      again.merge("cookie", "ada");
      assertThat(again.interests("ada").isEmpty()).isTrue();
    }
  }

  @Test
  void whatWasLearnedFromAnEventThatWasTakenBackMeanwhile_isNotKept() {
    try (Recommender recommender = Recommender.builder().catalog(Fixture.catalog(4, 1)).build()) {
      recommender.record(Interaction.favorite("ada", "w1-1").withEventId("loved"));
      Interest late =
          Interest.of(Trait.subject("sea"), 0.5, Interest.Evidence.COMMENTS).from("loved");
      assertThat(recommender.undo("ada", "loved")).isTrue();

      assertThat(recommender.learn("ada", List.of(late))).isZero();
      assertThat(recommender.interests("ada").isEmpty()).isTrue();
    }
  }
}
