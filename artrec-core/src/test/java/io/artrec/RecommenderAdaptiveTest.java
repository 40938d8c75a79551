package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.RewardRule;
import io.artrec.behavior.RewardedAnswer;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.feature.AttributeFeature;
import io.artrec.live.internal.LiveDraws;
import io.artrec.log.Change;
import io.artrec.log.MemoryLog;
import io.artrec.promotion.Promotions;
import io.artrec.strategy.AdaptiveHybrid;
import io.artrec.strategy.ArmWeights;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Draw;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arms drawn for answers, and what is learned of them. */
class RecommenderAdaptiveTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 16, 8, 2);
  private static final AdaptiveHybrid ADAPTIVE =
      Hybrid.adaptive()
          .add("content", ContentBased.preferred())
          .add("popular", Popularity.allTime())
          .exploration(0.2)
          .segments(Segments.none().history(1, 20).languages("zh").tags("kiosk"));
  private static final RewardRule RULE =
      RewardRule.standard().window(Duration.ofMinutes(10)).halfLife(Duration.ofDays(30));

  private final Moving clock = new Moving();

  @TempDir Path folder;

  /** A clock that stands still until it is set forward. */
  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Duration tick = Duration.ZERO;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      Instant told = now;
      now = now.plus(tick);
      return told;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("no other zone is asked for");
    }
  }

  private RecommenderBuilder builder() {
    return builder(ADAPTIVE);
  }

  private RecommenderBuilder builder(AdaptiveHybrid adaptive) {
    return Recommender.builder()
        .catalog(CATALOG)
        .interactions(EVENTS)
        .feature(AttributeFeature.standard())
        .strategy(adaptive)
        .rewards(RULE)
        .clock(clock)
        .background(Runnable::run)
        .threads(2);
  }

  private static double answers(Recommender recommender) {
    ArmWeights weights = recommender.armWeights().get(0);
    double sum = 0;
    for (String segment : weights.segments()) {
      for (String arm : weights.arms()) {
        sum += weights.earned(segment, arm).answers();
      }
    }
    return sum;
  }

  /** A visit: somebody is shown a wall, and marks one work of it if content chose it. */
  private Recommendations visit(Recommender recommender, String user, int round) {
    clock.pass(Duration.ofMinutes(1));
    Recommendations wall = recommender.recommend(user, 4);
    recommender.recordShown(wall);
    if (wall.draw().orElseThrow().arm().equals("content")) {
      recommender.record(
          Interaction.favorite(user, wall.get(round % 4).artwork().id()).withEventId("e" + round));
    }
    return wall;
  }

  private void visits(Recommender recommender, int from, int to) {
    for (int round = from; round < to; round++) {
      visit(recommender, "u" + round % 16, round);
    }
  }

  @Test
  void drawnArm_isTold_itsReasonsAddUp_andWhatCameOfItMovesLaterDraws() {
    Recommender recommender = builder().build();
    ArmWeights start = recommender.armWeights().get(0);
    assertThat(start.probability("some/other/other", "content")).isCloseTo(0.5, within(1e-12));
    Recommendations wall = visit(recommender, "u1", 0);
    Draw draw = wall.draw().orElseThrow();
    assertThat(draw.segment()).isEqualTo("some/other/other");
    assertThat(draw.probability()).isCloseTo(0.5, within(1e-12));
    assertThat(wall.plain().get("drawn"))
        .isEqualTo(
            Map.of(
                "arm", draw.arm(), "probability", draw.probability(), "segment", draw.segment()));
    for (Recommendation each : wall) {
      double sum =
          each.explanation().contributions().stream().mapToDouble(Contribution::amount).sum();
      assertThat(sum).isCloseTo(each.score(), within(1e-9));
    }
    assertThat(answers(recommender)).as("its window is not over").isZero();
    visits(recommender, 1, 60);
    clock.pass(Duration.ofMinutes(20));
    ArmWeights after = recommender.armWeights().get(0);
    assertThat(answers(recommender)).isEqualTo(60);
    assertThat(recommender.drawnAnswers())
        .hasSize(60)
        .allMatch(
            rewarded -> rewarded.reward() == (rewarded.answer().arm().equals("content") ? 1 : 0));
    assertThat(after.probability("some/other/other", "content")).isGreaterThan(0.85);
    assertThat(after.probability("some/other/other", "popular")).isGreaterThanOrEqualTo(0.1);
    assertThat(after.probability("new/zh/kiosk", "content"))
        .as("of whom nothing is known, as the others")
        .isGreaterThan(0.7);
    Recommendations chinese =
        recommender.recommend(
            RecommendationRequest.forUser("nobody").locale(Locale.CHINA).tag("kiosk").build());
    assertThat(chinese.draw().orElseThrow().segment()).isEqualTo("new/zh/kiosk");
    assertThat(chinese.draw().orElseThrow().probability())
        .isIn(
            after.probability("new/zh/kiosk", "content"),
            after.probability("new/zh/kiosk", "popular"));
    assertThat(recommender.recommend(RecommendationRequest.forGroup("u1", "u2").build()).draw())
        .isEmpty();
    TopArtworks top = recommender.recommendTop(List.of("u3"), 5).get(0);
    assertThat(top.artworks())
        .isEqualTo(recommender.recommend("u3", 5).stream().map(Recommendation::artwork).toList());
  }

  @Test
  void weightsOverTime_areWhatTheyWereThen_alsoAfterARestart() {
    Path log = folder.resolve("events.log");
    List<Instant> times = new ArrayList<>();
    List<Object> then = new ArrayList<>();
    try (Recommender recommender = builder().log(log).build()) {
      for (int step = 0; step < 4; step++) {
        times.add(clock.instant());
        then.add(recommender.armWeights().get(0).plain());
        visits(recommender, 15 * step, 15 * step + 15);
      }
      assertThat(then).doesNotHaveDuplicates();
      assertThat(plain(recommender, times)).isEqualTo(then);
    }
    try (Recommender again = builder().log(log).build()) {
      assertThat(plain(again, times)).isEqualTo(then);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> again.armWeights(List.of(times.get(1), times.get(0))))
          .withMessageContaining("expected times in order");
    }
  }

  private static List<Object> plain(Recommender recommender, List<Instant> times) {
    return recommender.armWeights(times).stream()
        .<Object>map(weights -> weights.get(0).plain())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void explanationOfARequest_isThatOfTheArmThatWasDrawn(long seed) {
    Recommender recommender = builder().build();
    RecommendationRequest request =
        RecommendationRequest.forUser("u1").n(4).seed(seed).locale(Locale.CHINESE).build();
    Recommendations wall = recommender.recommend(request);
    Recommendation first = wall.get(0);
    clock.pass(Duration.ofMinutes(1));
    Explanation why = recommender.explain(request, first.artwork().id());
    assertThat(why.strategies()).isEqualTo(first.explanation().strategies());
    assertThat(why.score()).isCloseTo(first.score(), within(1e-9));
    assertThat(why.sentence(Locale.CHINESE))
        .isEqualTo(first.explanation().sentence(Locale.CHINESE));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                recommender.explain(
                    RecommendationRequest.forGroup("u1", "u2").build(), first.artwork().id()))
        .withMessageContaining("ask for each of them");
  }

  @Test
  void answerRecordedTwice_countsOnce_andPlacedWorksAreNothingThatAnArmChose() {
    Recommender recommender = builder().build();
    String pinned = recommender.recommend("u1", 30).get(29).artwork().id();
    recommender.promote(Promotions.none().pin(pinned, 1));
    Recommendations wall = recommender.recommend("u1", 4);
    DrawnAnswer drawn = wall.drawn(wall.time()).orElseThrow();
    assertThat(drawn.works()).hasSize(3).doesNotContain(pinned);
    assertThat(recommender.recordShown(wall)).isEqualTo(4);
    assertThat(recommender.recordShown(wall)).isZero();
    assertThat(recommender.recordAll(wall.impressions())).isZero();
    recommender.record(Interaction.favorite("u1", pinned));
    recommender.record(Interaction.click("u1", drawn.works().get(0)));
    recommender.record(Interaction.click("u1", drawn.works().get(0)));
    clock.pass(Duration.ofHours(1));
    ArmWeights weights = recommender.armWeights().get(0);
    assertThat(weights.earned(drawn.segment(), drawn.arm()).answers()).isCloseTo(1, within(0.01));
    assertThat(weights.earned(drawn.segment(), drawn.arm()).reward()).isCloseTo(0.5, within(0.01));
    assertThatIllegalStateException()
        .isThrownBy(() -> recommender.recordShown(recommender.similar("w1-1", 3)))
        .withMessageContaining("is for no single visitor");
    Recommendations alike = recommender.similar("w1-1", 3);
    assertThat(recommender.recordShown(alike, "u1", alike.time())).isEqualTo(3);
    recommender.close();
    assertThatIllegalStateException().isThrownBy(() -> recommender.recordShown(wall));
  }

  @Test
  void experienceOutlivesRestarts_byLogAndByModelFile() {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    List<Object> expected = new ArrayList<>();
    try (Recommender recommender = builder().log(log).build()) {
      visits(recommender, 0, 30);
      recommender.save(model);
      visits(recommender, 30, 40);
      recommender.retrain();
      visits(recommender, 40, 60);
      expected.add(state(recommender));
    }
    try (Recommender rebuilt = builder().log(log).build()) {
      assertThat(state(rebuilt)).isEqualTo(expected.get(0));
    }
    try (Recommender loaded = Recommender.loader(model).clock(clock).log(log).load()) {
      assertThat(state(loaded)).isEqualTo(expected.get(0));
      loaded.save(model);
      loaded.compactLog();
    }
    try (Recommender loaded = Recommender.loader(model).clock(clock).threads(1).load()) {
      assertThat(state(loaded)).isEqualTo(expected.get(0));
      clock.pass(Duration.ofMinutes(7));
      try (Recommender other = Recommender.loader(model).clock(clock).threads(4).load()) {
        assertThat(other.armWeights().get(0).plain())
            .as("the windows of the last answers end for both")
            .isEqualTo(loaded.armWeights().get(0).plain());
        RecommendationRequest request = RecommendationRequest.forUser("u1").n(9).build();
        assertThat(other.recommend(request)).isEqualTo(loaded.recommend(request));
        assertThat(other.recommend(request).draw()).isEqualTo(loaded.recommend(request).draw());
      }
    }
  }

  private static Object state(Recommender recommender) {
    return List.of(
        recommender.live().now().draws().copy(),
        recommender.armWeights().get(0).plain(),
        recommender.recommend("u1", 5));
  }

  @Test
  void forgottenVisitor_leavesNothing_alsoInFilesOfBefore() throws IOException {
    Path log = folder.resolve("events.log");
    Path model = folder.resolve("m.artrec");
    Path aside = folder.resolve("backup.artrec");
    Map<String, Object> without;
    try (Recommender recommender = builder().log(log).build()) {
      visits(recommender, 0, 20);
      without = later(recommender);
      Recommendations wall = visit(recommender, "secret", 0);
      recommender.record(
          Interaction.purchase("secret", wall.get(0).artwork().id()).withEventId("hidden-event"));
      recommender.save(model);
      Files.copy(model, aside);
      assertThat(recommender.live().now().draws().of("secret")).hasSize(1);
      recommender.forget("secret");
      assertThat(recommender.live().now().draws().of("secret")).isEmpty();
      assertThat(later(recommender)).as("as if they had never been").isEqualTo(without);
      recommender.optOut("other");
      assertThat(recommender.recordShown(recommender.recommend("other", 3))).isZero();
      assertThat(recommender.live().now().draws().of("other")).isEmpty();
      String answerId = wall.id() + "\"";
      assertThat(Fixture.holds(log, answerId)).isFalse();
    }
    for (String text : List.of("secret", "hidden-event")) {
      assertThat(Fixture.holds(log, text)).isFalse();
      assertThat(Fixture.holds(model, text)).isFalse();
    }
    try (Recommender loaded =
        Recommender.loader(aside).clock(clock).background(Runnable::run).log(log).load()) {
      assertThat(loaded.live().now().draws().of("secret")).isEmpty();
      assertThat(later(loaded)).isEqualTo(without);
      loaded.awaitForgotten();
    }
    assertThat(Fixture.holds(aside, "secret")).isFalse();
  }

  /** Probabilities on a fixed day, when all windows are over. */
  private static Map<String, Object> later(Recommender recommender) {
    long millis = Instant.parse("2026-02-01T00:00:00Z").toEpochMilli();
    LiveDraws copy = new LiveDraws(RULE, event -> event.kind() == InteractionKind.CLICK ? 0.5 : 1);
    recommender.live().now().draws().copy().forEach(copy::putAll);
    return ADAPTIVE.weights(copy.earnings(millis)).plain();
  }

  @Test
  void undoneEvents_oldAnswersAndMergedVisitors_countAsTheyShould() {
    MemoryLog log = new MemoryLog();
    Object expected;
    try (Recommender recommender = builder().log(log).build()) {
      Recommendations first = recommender.recommend("cookie", 4);
      recommender.recordShown(first);
      String work = first.get(0).artwork().id();
      recommender.record(Interaction.favorite("cookie", work).withEventId("e1"));
      recommender.record(Interaction.click("cookie", work).withEventId("e2"));
      recommender.undo("cookie", "e1");
      clock.pass(Duration.ofHours(1));
      recommender.merge("cookie", "ada");
      LiveDraws draws = recommender.live().now().draws();
      assertThat(draws.of("cookie")).isEmpty();
      assertThat(draws.of("ada").get(0).answer())
          .isEqualTo(first.drawn(first.time()).orElseThrow());
      assertThat(draws.of("ada").get(0).events())
          .extracting(Interaction::kind)
          .containsExactly(InteractionKind.CLICK);
      assertThat(answers(recommender)).isCloseTo(1, within(0.01));
      Recommendations second = recommender.recommend("bob", 4);
      recommender.recordShown(second);
      clock.pass(Duration.ofHours(1));
      recommender.forgetBefore(second.time());
      assertThat(draws.of("ada")).isEmpty();
      assertThat(draws.of("bob")).hasSize(1);
      expected = draws.copy();
      List<Change> left = new ArrayList<>();
      log.replay(0, entry -> left.add(entry.change()));
      assertThat(left).filteredOn(Change.Answered.class::isInstance).hasSize(1);
    }
    try (Recommender again = builder().log(log).build()) {
      assertThat(again.live().now().draws().copy()).isEqualTo(expected);
    }
  }

  /** A refresh takes an event before the page says that it was shown. */
  @Test
  void eventThatWasLearned_isCreditedToAnAnswerRecordedAfterIt() {
    MemoryLog log = new MemoryLog();
    Object expected;
    try (Recommender recommender = builder().log(log).build()) {
      Recommendations wall = recommender.recommend("u1", 4);
      clock.pass(Duration.ofMinutes(1));
      String work = wall.get(0).artwork().id();
      recommender.record(Interaction.favorite("u1", work).withEventId("e1"));
      recommender.record(Interaction.click("u1", work));
      recommender.retrain();
      recommender.recordShown(wall);
      assertThat(recommender.live().now().draws().of("u1").get(0).events()).hasSize(2);
      expected = rewards(recommender);
    }
    try (Recommender again = builder().log(log).build()) {
      assertThat(rewards(again)).isEqualTo(expected);
    }
  }

  @Test
  void drawIsRecorded_alsoWhenImpressionsWereBefore() {
    MemoryLog log = new MemoryLog();
    try (Recommender recommender = builder().log(log).build()) {
      Recommendations wall = recommender.recommend("u1", 4);
      recommender.recordAll(wall.impressions());
      assertThat(recommender.recordShown(wall)).isZero();
      assertThat(recommender.recordShown(wall)).isZero();
      assertThat(rewards(recommender)).hasSize(1);
      Recommendations other = recommender.recommend("u2", 4);
      recommender.recordAll(other.impressions());
      recommender.optOut("u2");
      assertThat(recommender.recordShown(other)).isZero();
      assertThat(rewards(recommender)).hasSize(1);
      List<Change> changes = new ArrayList<>();
      log.replay(0, entry -> changes.add(entry.change()));
      assertThat(changes).filteredOn(Change.Answered.class::isInstance).hasSize(1);
    }
  }

  @Test
  void drawnAnswers_areHandedOverToTheirVisitor() {
    try (Recommender recommender = builder().build()) {
      Recommendations wall = recommender.recommend("new", 4);
      recommender.recordShown(wall);
      String work = wall.get(0).artwork().id();
      recommender.record(Interaction.favorite("new", work).withEventId("e1"));
      DrawnAnswer drawn = wall.drawn(wall.time()).orElseThrow();
      PersonalData data = recommender.export("new");
      assertThat(data.drawnAnswers()).containsOnlyKeys(drawn);
      assertThat(data.drawnAnswers().get(drawn))
          .extracting(event -> event.eventId().orElseThrow())
          .containsExactly("e1");
      assertThat(String.valueOf(data.plain().get("drawnAnswers")))
          .startsWith("[{answer=" + wall.id() + ", time=2026-01-01T00:00:00Z, arm=" + drawn.arm())
          .contains("segment=" + drawn.segment(), "artworks=" + drawn.works(), "eventId=e1");
      assertThat(data.text(Locale.ENGLISH))
          .contains("one of several methods was drawn (1):")
          .contains("method '" + drawn.arm() + "' with probability 0.500")
          .contains("it led to 2026-01-01T00:00:00Z favorite " + work + " [e1]");
      assertThat(data.text(Locale.CHINA))
          .contains("方法“" + drawn.arm() + "”，概率 0.500")
          .contains("带来的行为：");
      recommender.undo("new", "e1");
      recommender.live().now().unlearned().shown().remove("new");
      PersonalData left = recommender.export("new");
      assertThat(left.liveEvents()).isEmpty();
      assertThat(left.shown()).isEmpty();
      assertThat(left.isEmpty()).isFalse();
      recommender.forget("new");
      assertThat(recommender.export("new").isEmpty()).isTrue();
    }
  }

  @Test
  void questionsWithinOne_areAskedAtOneMoment() {
    Recommender recommender = builder().build();
    for (int round = 0; round < 4; round++) {
      RecommendationRequest request = RecommendationRequest.forUser("u" + round).n(3).build();
      Instant start = clock.now;
      for (String work : CATALOG.stream().map(each -> each.id()).toList()) {
        clock.tick = Duration.ZERO;
        Object expected = recommender.whyNot(request, work).changes();
        clock.tick = Duration.ofMillis(1);
        Object found = recommender.whyNot(request, work).changes();
        assertThat(found).as("%s at %s", work, start).isEqualTo(expected);
        clock.now = start;
      }
      clock.tick = Duration.ZERO;
      clock.pass(Duration.ofMillis(7));
    }
  }

  @Test
  void explanation_isOfTheArmThatTheLanguageDraws() {
    Recommender recommender = builder(ADAPTIVE.borrowed(1)).build();
    visits(recommender, 0, 40);
    clock.pass(Duration.ofMinutes(20));
    ArmWeights weights = recommender.armWeights().get(0);
    assertThat(weights.probability("some/zh/other", "content"))
        .isNotCloseTo(weights.probability("some/other/other", "content"), within(0.02));
    RecommendationRequest request =
        RecommendationRequest.forUser("u1").locale(Locale.CHINA).n(1).build();
    for (int round = 0; round < 100; round++) {
      clock.pass(Duration.ofMillis(1));
      Recommendation first = recommender.recommend(request).get(0);
      assertThat(recommender.explain("u1", first.artwork().id(), Locale.CHINA).contributions())
          .as("round %d", round)
          .isEqualTo(first.explanation().contributions());
    }
  }

  /** Many at once, as an application's threads are: what a replay gives is the same. */
  @Test
  void concurrentVisits_replayToTheSame() throws InterruptedException {
    MemoryLog log = new MemoryLog();
    Object expected;
    try (Recommender recommender = builder().log(log).build()) {
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        int number = t;
        threads.add(
            new Thread(
                () -> {
                  SplittableRandom random = new SplittableRandom(number);
                  for (int round = 0; round < 20; round++) {
                    String user = "u" + random.nextInt(8);
                    Recommendations wall = recommender.recommend(user, 4);
                    if (random.nextBoolean()) {
                      recommender.record(Interaction.click(user, wall.get(0).artwork().id()));
                    }
                    recommender.recordShown(wall);
                    recommender.record(Interaction.favorite(user, wall.get(1).artwork().id()));
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      expected = rewards(recommender);
    }
    try (Recommender again = builder().log(log).build()) {
      assertThat(rewards(again)).isEqualTo(expected);
    }
  }

  private static List<RewardedAnswer> rewards(Recommender recommender) {
    return recommender.live().now().draws().rewarded(Long.MAX_VALUE);
  }
}
