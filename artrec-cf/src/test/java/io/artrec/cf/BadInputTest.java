package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method has a defined answer where behaviour is small, one-sided or strange. */
class BadInputTest {
  private static final Set<String> WITH_FACTORS =
      Set.of(
          "biased-mf",
          "bpr",
          "feature-bpr",
          "implicit-als",
          "nmf",
          "pure-svd",
          "svd-plus-plus",
          "warp");

  private static final Set<String> WITHOUT_NEIGHBORS =
      Set.of("additive-ratings", "bias", "collective-ease", "ease", "slope-one");

  private static Map<String, Behavior> worlds() {
    Map<String, Behavior> worlds = new LinkedHashMap<>();
    worlds.put("nothing", Behavior.of(0));
    worlds.put("one visitor, one artwork", Behavior.of(1).rates(0, 0, 4));
    worlds.put("one visitor", Behavior.of(6).rates(0, 0, 4).rates(0, 3, 2).likes(0, 5));
    worlds.put("one artwork", Behavior.of(1).rates(0, 0, 4).rates(1, 0, 2).likes(2, 0));
    worlds.put("artworks without visitors", Behavior.of(6));
    worlds.put("a visitor with everything", withEverything());
    worlds.put("all ratings equal", equal());
    worlds.put("all negative", negative());
    worlds.put("duplicated pairs", duplicated());
    worlds.put("far apart", Behavior.of(6).rates(0, 0, 1e30).rates(0, 1, -1e30).rates(1, 1, 1e-30));
    worlds.put("strangers to each other", Behavior.of(6).rates(0, 0, 5).rates(1, 2, 4).likes(2, 4));
    return worlds;
  }

  private static Behavior withEverything() {
    Behavior world = Behavior.random(5, 8, 0.4, 3);
    for (int work = 0; work < 8; work++) {
      world.likes(5, work).rates(5, work, 1 + work % 5);
    }
    return world;
  }

  private static Behavior equal() {
    Behavior world = Behavior.of(7);
    for (int user = 0; user < 5; user++) {
      world.rates(user, user, 3).rates(user, user + 1, 3).rates(user, user + 2, 3);
    }
    return world;
  }

  private static Behavior negative() {
    Behavior world = Behavior.of(7);
    for (int user = 0; user < 5; user++) {
      world.event(user, user, InteractionKind.DISLIKE).rates(user, user + 1, 0.5);
      world.event(user, 6, InteractionKind.DISLIKE);
    }
    return world;
  }

  private static Behavior duplicated() {
    Behavior world = Behavior.of(6);
    for (int time = 0; time < 4; time++) {
      world.likes(0, 0, 1).likes(1, 1, 2).rates(0, 0, 4).rates(1, 0, 4).rates(1, 1, time);
    }
    return world;
  }

  static List<String> names() {
    return CfStrategies.names();
  }

  /** Each with standard hyper-parameters, and with more factors or neighbours than there are. */
  static Stream<String> settings() {
    return names().stream()
        .flatMap(
            name ->
                WITH_FACTORS.contains(name)
                    ? Stream.of(name, name + ":factors=33")
                    : WITHOUT_NEIGHBORS.contains(name)
                        ? Stream.of(name)
                        : Stream.of(name, name + ":neighbors=2000000000"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void strangeWorlds_haveADefinedAnswer(String name) {
    Strategy strategy = CfStrategies.parse(name);
    worlds()
        .forEach(
            (title, world) -> {
              Scorer scorer = strategy.train(world.context(2));
              for (int user = 0; user < 7; user++) {
                assertDefined(name + ", " + title, world, scorer, world.query(user));
              }
            });
  }

  /** Works of the catalogue that some visitors know, asked for by each and by a stranger. */
  private static void assertDefined(String title, Behavior world, Scorer scorer, Query query) {
    Scores scores = scorer.score(query, Candidates.all(world.catalog().size()));
    for (int work = 0; work < scores.candidates().size(); work++) {
      if (scores.isScored(work)) {
        double score = scores.value(work);
        double sum = scores.contributions(work).stream().mapToDouble(Contribution::amount).sum();
        assertThat(score).as(title).isFinite();
        assertThat(sum).as(title).isCloseTo(score, within(1e-6 * Math.max(1, Math.abs(score))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void visitorWithNothing_getsMeansOrNothing(String name) {
    Behavior world = withEverything();
    Strategy strategy = CfStrategies.parse(name);
    Scores scores =
        strategy.train(world.context()).score(world.query(List.of()), Candidates.all(8));
    if (strategy.capabilities().contains(Capability.PREDICTS_RATINGS)) {
      assertThat(scores.scoredCount()).as(name).isEqualTo(8);
    } else {
      assertThat(scores.scoredCount()).as(name).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void samePairAgain_countsAsItsLatestEventOfAKind(String name) {
    Behavior once = Behavior.of(6);
    Behavior twice = Behavior.of(6);
    for (int user = 0; user < 5; user++) {
      for (int work = 0; work < 5; work++) {
        if ((user + work) % 3 > 0) {
          twice.rates(user, work, 1 + (user * work) % 4);
          twice.rates(user, work, 1 + (2 * user + work) % 5);
          once.rates(user, work, 1 + (2 * user + work) % 5);
        }
      }
    }
    Candidates all = Candidates.all(6);
    double[] expected =
        Behavior.values(CfStrategies.parse(name).train(once.context()).score(once.query(1), all));
    double[] actual =
        Behavior.values(CfStrategies.parse(name).train(twice.context()).score(twice.query(1), all));
    assertThat(actual).as(name).isEqualTo(expected);
  }

  @Test
  void nanAndInfiniteRatings_areRefusedBeforeAnyMethodSeesThem() {
    List<Double> wrong =
        new ArrayList<>(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    for (double value : wrong) {
      assertThatThrownBy(() -> Interaction.rating("u0", "w0", value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(value));
    }
  }
}
