package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Trait;
import io.artrec.explain.Contribution;
import io.artrec.explain.Obstacle;
import io.artrec.log.MemoryLog;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors follow and block artists, movements and subjects. */
class RecommenderFollowTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 16, 8, 2);
  private static final Trait CUBISM = Trait.movement("cubism");
  private static final Trait BAROQUE = Trait.movement("Baroque");

  @TempDir Path folder;

  private static Recommender recommender() {
    return Fixture.builder(CATALOG, EVENTS).build();
  }

  private static List<String> movements(Iterable<Recommendation> answer) {
    List<String> movements = new ArrayList<>();
    answer.forEach(given -> movements.add(given.artwork().movements().get(0)));
    return movements;
  }

  private static double sum(Recommendation given) {
    return given.explanation().contributions().stream().mapToDouble(Contribution::amount).sum();
  }

  /** Works of 5, 4, ... 1 visitors; c to e are by the artist Two. */
  private static RecommenderBuilder byPopularity() {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = String.valueOf((char) ('a' + i));
      works.add(
          Artwork.builder(id, id.toUpperCase(Locale.ROOT))
              .artist(i < 2 ? "One" : "Two")
              .subject(i == 4 ? "sea" : "tree")
              .build());
      for (int user = 0; user < 5 - i; user++) {
        events.add(Interaction.favorite("u" + user, id).at(Fixture.CLOCK.instant()));
      }
    }
    return Recommender.builder()
        .catalog(works)
        .interactions(events)
        .strategy(Popularity.allTime())
        .clock(Fixture.CLOCK);
  }

  @Test
  void oneFollowedTrait_isWorthHalfTheRange_twoThreeQuarters() {
    Recommender recommender = byPopularity().build();
    recommender.record(Interaction.view("ada", "a"));
    RecommendationRequest request = RecommendationRequest.forUser("ada").n(5).includeSeen().build();
    Recommendations before = recommender.recommend(request);
    double range = before.get(0).score() - before.get(4).score();
    double[] alone = before.stream().mapToDouble(Recommendation::score).toArray();

    assertThat(recommender.follow("ada", Trait.artist("TWO"))).isTrue();
    assertThat(recommender.follow("ada", Trait.subject("Sea"))).isTrue();
    Recommendations after = recommender.recommend(request);
    assertThat(Fixture.ids(after)).startsWith("c").contains("a", "b", "d", "e");
    for (Recommendation given : after) {
      int work = given.artwork().id().charAt(0) - 'a';
      double share = work == 4 ? 0.75 : work >= 2 ? 0.5 : 0;
      assertThat(given.score())
          .as("%s", given)
          .isCloseTo(alone[work] + share * range, within(1e-12))
          .isCloseTo(sum(given), within(1e-9));
    }
    assertThat(Fixture.ids(recommender.recommend("bob", 5)))
        .containsExactly("a", "b", "c", "d", "e");
    Recommendation sea =
        after.stream().filter(given -> given.artwork().id().equals("e")).findFirst().orElseThrow();
    assertThat(sea.explanation().sentence(Locale.ENGLISH))
        .contains("Two, whom you follow")
        .containsIgnoringCase("sea");
    assertThat(sea.explanation().sentence(Locale.CHINESE)).contains("您关注").contains("Two");
    assertThat(sea.chosenBy()).containsKey("follow");
    assertThat(new Gson().toJson(sea.plain()))
        .contains("{\"kind\":\"followed\",\"artist\":\"Two\",\"amount\":");
    assertThat(recommender.explain("ada", "e").score()).isEqualTo(sea.score());
  }

  @Test
  void newVisitorWhoOnlyFollows_getsWorksOfIt_popularOnesFirst_beforeAnythingFillsUp() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.preferred()).build();
    assertThat(recommender.recommend("new", 5).fallbackShare()).isEqualTo(1);
    recommender.follow("new", CUBISM);
    Recommendations answer = recommender.recommend("new", 14);
    assertThat(movements(answer.subList(0, 12))).containsOnly("Cubism");
    assertThat(answer.fallbackShare()).isCloseTo(2.0 / 14, within(1e-12));
    assertThat(answer.get(0).explanation().toString()).contains("Cubism, which you follow");
    RecommendationRequest everything = RecommendationRequest.forUser("other").n(48).build();
    List<String> popular =
        Fixture.ids(recommender.recommend(everything)).stream()
            .filter(id -> id.startsWith("w2-"))
            .toList();
    assertThat(answer.get(0).artwork().id()).isEqualTo(popular.get(0));
    answer.forEach(given -> assertThat(given.score()).isCloseTo(sum(given), within(1e-9)));
    recommender.update(
        CatalogChange.add(Artwork.builder("new", "Acquired").movement("Cubism").build()));
    assertThat(Fixture.ids(recommender.recommend("new", 13))).contains("new");
    assertThat(recommender.audience("new", 100)).extracting(AudienceMember::user).contains("new");
  }

  @Test
  void newVisitorWhoOnlyFollows_getsWorksOfItFirst_whereTheStrategyScoresPopularity() {
    Recommender recommender = recommender();
    recommender.follow("new", CUBISM);
    Recommendations answer = recommender.recommend("new", 20);
    assertThat(movements(answer.subList(0, 12))).containsOnly("Cubism");
    assertThat(answer.get(0).explanation().toString()).contains("Cubism, which you follow");
    answer.forEach(given -> assertThat(given.score()).isCloseTo(sum(given), within(1e-9)));
  }

  @Test
  void followingBringsForward_whoeverAnswers() {
    Recommender recommender = recommender();
    String user = "u1";
    long before =
        movements(recommender.recommend(user, 12)).stream().filter("Cubism"::equals).count();
    recommender.follow(user, CUBISM);
    Recommendations answer = recommender.recommend(user, 12);
    assertThat(movements(answer).stream().filter("Cubism"::equals).count()).isGreaterThan(before);
    TopArtworks top = recommender.recommendTop(List.of("u0", user), 12).get(1);
    assertThat(top.artworks()).isEqualTo(answer.stream().map(Recommendation::artwork).toList());
    RecommendationRequest group = RecommendationRequest.forGroup("new", "newer").n(4).build();
    recommender.follow("newer", BAROQUE);
    assertThat(movements(recommender.recommend(group))).containsOnly("Baroque");
  }

  @Test
  void whatIsBlocked_isInNoAnswer_onNoPath() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.preferred()).build();
    Trait artist = Trait.artist(CATALOG.get(0).artists().get(0).name());
    recommender.update(
        CatalogChange.add(
            Artwork.builder("copy", "After")
                .artist(new ArtistCredit(artist.name(), ArtistCredit.Qualifier.AFTER))
                .build()));
    recommender.block("u1", BAROQUE);
    recommender.block("u1", artist);
    for (RecommendationRequest request :
        List.of(
            RecommendationRequest.forUser("u1").n(60).build(),
            RecommendationRequest.forGroup("u1", "u2").n(60).build())) {
      Recommendations answer = recommender.recommend(request);
      assertThat(answer)
          .isNotEmpty()
          .allMatch(given -> !given.artwork().movements().contains("Baroque"))
          .allMatch(given -> !Trait.namedBy(given.artwork()).contains(artist));
    }
    assertThat(recommender.recommendTop(List.of("u1"), 60).get(0).artworks())
        .allMatch(work -> !work.movements().contains("Baroque"));
    WhyNot why = recommender.whyNot("u1", "copy");
    assertThat(why.obstacles())
        .containsExactly(new Obstacle(Obstacle.Kind.BLOCKED, artist.toString()));
    assertThat(why).asString().contains("the asker has blocked the artist Artist 0");
    assertThat(recommender.audience("w1-3", 100))
        .extracting(AudienceMember::user)
        .doesNotContain("u1");
    recommender.block("new", CUBISM);
    Recommendations filled = recommender.recommend("new", 37);
    assertThat(filled.fallbackShare()).isEqualTo(1);
    assertThat(filled)
        .hasSize(37)
        .allMatch(given -> !given.artwork().movements().contains("Cubism"));
    recommender.unblock("u1", BAROQUE);
    assertThat(movements(recommender.recommend("u1", 40))).contains("Baroque");
  }

  @Test
  void lastChoiceHolds_andOthersAreToldOnce() {
    Recommender recommender = recommender();
    List<String> heard = new ArrayList<>();
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void historyChanged(String user) {
            heard.add(user);
          }
        });
    assertThat(recommender.preferences("ada")).isEqualTo(ExplicitPreferences.none());
    assertThat(recommender.unfollow("ada", CUBISM)).isFalse();
    assertThat(recommender.follow("ada", CUBISM)).isTrue();
    assertThat(recommender.follow("ada", Trait.movement("CUBISM"))).isFalse();
    assertThat(recommender.unblock("ada", CUBISM)).isFalse();
    assertThat(recommender.block("ada", CUBISM)).isTrue();
    assertThat(recommender.preferences("ada").followed()).isEmpty();
    assertThat(recommender.preferences("ada").blocked()).containsExactly(CUBISM);
    assertThat(recommender.unfollow("ada", CUBISM)).isFalse();
    assertThat(recommender.unblock("ada", CUBISM)).isTrue();
    assertThat(recommender.preferences("ada").isEmpty()).isTrue();
    assertThat(heard).containsExactly("ada", "ada", "ada");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recommender.follow(" ", CUBISM))
        .withMessageContaining("the id of a visitor who chooses is ' '");
    recommender.close();
    assertThatThrownBy(() -> recommender.follow("ada", CUBISM))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the recommender is closed");
  }

  @Test
  void choicesOutliveRestarts_byLogAndByModelFile() {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    ExplicitPreferences chosen = ExplicitPreferences.none();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.follow("ada", Trait.artist("Élise \"X\""));
      recommender.follow("ada", CUBISM);
      recommender.block("ada", BAROQUE);
      recommender.save(model);
      recommender.unfollow("ada", CUBISM);
      recommender.retrain();
      chosen = recommender.preferences("ada");
      assertThat(chosen.followed()).hasSize(1);
    }
    try (Recommender rebuilt = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(rebuilt.preferences("ada")).isEqualTo(chosen);
    }
    try (Recommender loaded = Recommender.loader(model).log(log).load()) {
      assertThat(loaded.preferences("ada")).isEqualTo(chosen);
      loaded.save(model);
      loaded.compactLog();
    }
    try (Recommender loaded = Recommender.load(model)) {
      assertThat(loaded.preferences("ada")).isEqualTo(chosen);
      assertThat(loaded.preferences("bob").isEmpty()).isTrue();
    }
  }

  @Test
  void forgettingTakesChoicesAlong_fromEveryFile() throws IOException {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    Path aside = folder.resolve("backup.artrec");
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.follow("secret", CUBISM);
      recommender.block("secret", BAROQUE);
      recommender.save(model);
      Files.copy(model, aside);
      assertThat(recommender.forget("secret")).satisfies(Fixture.erased(0, 0, 2, false));
      assertThat(recommender.preferences("secret").isEmpty()).isTrue();
    }
    assertThat(Fixture.holds(log, "secret")).isFalse();
    assertThat(Fixture.holds(model, "secret")).isFalse();
    try (Recommender loaded = Recommender.loader(aside).log(log).load()) {
      assertThat(loaded.preferences("secret").isEmpty()).isTrue();
      loaded.awaitForgotten();
    }
    assertThat(Fixture.holds(aside, "secret")).isFalse();
    MemoryLog other = new MemoryLog();
    other.forget("late", Fixture.CLOCK.instant()).finish();
    try (Recommender recommender = recommender()) {
      recommender.follow("late", CUBISM);
      recommender.save(aside);
    }
    try (Recommender loaded = Recommender.loader(aside).log(other).load()) {
      assertThat(loaded.preferences("late").isEmpty()).isTrue();
    }
  }

  @Test
  void whoOptsOut_choosesNothing() {
    Recommender recommender = recommender();
    recommender.follow("ada", CUBISM);
    recommender.optOut("ada");
    assertThat(recommender.preferences("ada").isEmpty()).isTrue();
    assertThat(recommender.follow("ada", CUBISM)).isFalse();
    assertThat(recommender.preferences("ada").isEmpty()).isTrue();
    recommender.optIn("ada");
    assertThat(recommender.follow("ada", CUBISM)).isTrue();
  }

  @Test
  void mergedVisitor_bringsTheirChoices_whichHold() {
    MemoryLog log = new MemoryLog();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      recommender.follow("cookie", CUBISM);
      recommender.block("cookie", BAROQUE);
      recommender.follow("ada", BAROQUE);
      recommender.follow("ada", Trait.subject("sea"));
      assertThat(recommender.merge("cookie", "ada")).as("events").isZero();
      assertThat(recommender.preferences("cookie").isEmpty()).isTrue();
      assertThat(recommender.preferences("ada").blocked()).containsExactly(BAROQUE);
      assertThat(recommender.preferences("ada").followed())
          .containsExactlyInAnyOrder(CUBISM, Trait.subject("sea"));
    }
    try (Recommender again = Fixture.builder(CATALOG, EVENTS).log(log).build()) {
      assertThat(again.preferences("cookie").isEmpty()).isTrue();
      assertThat(again.preferences("ada").followed()).contains(CUBISM);
      again.optOut("ada");
      again.follow("cookie", CUBISM);
      again.merge("cookie", "ada");
      assertThat(again.preferences("ada").isEmpty()).isTrue();
      assertThat(again.preferences("cookie").isEmpty()).isTrue();
    }
  }

  @Test
  void largeCatalogue_isLookedAtForWhatIsFollowed() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).candidates(3).build();
    recommender.follow("u1", CUBISM);
    assertThat(movements(recommender.recommend("u1", 12))).contains("Cubism");
  }

  @Test
  void drawMovedByWhatIsFollowed_hasNoPropensity() {
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).strategy(RandomOrder.seeded()).build();
    assertThat(recommender.recommend("new", 3).get(0).propensity()).hasValue(1.0 / 48);
    recommender.block("new", BAROQUE);
    assertThat(recommender.recommend("new", 3).get(0).propensity()).hasValue(1.0 / 36);
    recommender.follow("new", CUBISM);
    assertThat(recommender.recommend("new", 3)).allMatch(given -> given.propensity().isEmpty());
  }
}
