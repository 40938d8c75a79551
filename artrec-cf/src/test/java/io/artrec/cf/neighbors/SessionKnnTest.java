package io.artrec.cf.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.neighbors.SessionKnn.Decay;
import io.artrec.cf.neighbors.SessionKnn.Similarity;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKnnTest {
  private static final long HALF_HOUR = 1_800_000;
  private static final long NEVER = Long.MIN_VALUE;

  @Test
  void smallWorld_byHand() {
    // sessions {0, 1, 2}, {3, 4}, {1, 4}; now 0 then 1: weights 1/2 and 1, length sqrt(5)/2
    Behavior world =
        Behavior.of(5)
            .likesAt(0, 0, 0)
            .likesAt(1, 0, 1)
            .likesAt(2, 0, 2)
            .likesAt(100, 0, 3)
            .likesAt(101, 0, 4)
            .likesAt(50, 1, 1)
            .likesAt(60, 1, 4)
            .likesAt(500, 9, 0)
            .likesAt(501, 9, 1);
    double length = Math.sqrt(5) / 2;
    Scorer scorer = SessionKnn.neighbors(10).train(world.context());
    Scores scores = scorer.score(world.query(9), Candidates.all(5));
    assertThat(scores.value(2)).isEqualTo(1.5 / (length * Math.sqrt(3)), within(1e-7));
    assertThat(scores.value(4)).isEqualTo(1 / (length * Math.sqrt(2)), within(1e-7));
    assertThat(scores.isScored(3)).as("its session shares nothing").isFalse();
    assertThat(scores.contributions(2))
        .extracting(Contribution::amount)
        .satisfiesExactly(
            a -> assertThat(a).isEqualTo(1 / (length * Math.sqrt(3)), within(1e-7)),
            a -> assertThat(a).isEqualTo(0.5 / (length * Math.sqrt(3)), within(1e-7)));
    assertThat(scores.contributions(2).get(0).cause())
        .isInstanceOfSatisfying(
            Cause.KnownArtwork.class, known -> assertThat(known.artwork()).isEqualTo(1));

    SessionKnn dot = SessionKnn.neighbors(10).similarity(Similarity.DOT).idf(true);
    Scores rare = dot.train(world.context()).score(world.query(9), Candidates.all(5));
    assertThat(rare.value(2)).isEqualTo(1.5 * Math.log(4 / 1.0), within(1e-7));
    assertThat(rare.value(4)).isEqualTo(Math.log(4 / 2.0), within(1e-7));
  }

  @Test
  void sessions_endWherePausesAreLonger() {
    assertThat(starts(HALF_HOUR, 0, 30, 60, 91, 92)).containsExactly(0, 3, 5);
    assertThat(starts(0, 0, 30, 6_000_000)).as("0 for none").containsExactly(0, 3);
    assertThat(starts(Long.MAX_VALUE, 0, 30, 6_000_000)).containsExactly(0, 3);
    assertThat(starts(HALF_HOUR)).containsExactly(0);
    assertThat(starts(HALF_HOUR, NEVER, NEVER, NEVER)).as("no times").containsExactly(0, 3);
    assertThat(starts(HALF_HOUR, NEVER, NEVER, 5, 6)).as("times later").containsExactly(0, 2, 4);
    assertThat(starts(0, NEVER, NEVER, 5, 6)).containsExactly(0, 4);
    assertThat(starts(HALF_HOUR, -1_000_000_000L, 1_000_000_000L)).containsExactly(0, 1, 2);
  }

  /** The starts of sessions of events at some minutes, or at no time. */
  private static int[] starts(long idleMillis, long... minutes) {
    List<Interaction> events = new ArrayList<>();
    for (long minute : minutes) {
      Interaction event = Interaction.favorite("u", "w0");
      events.add(minute == NEVER ? event : event.at(Instant.ofEpochSecond(60 * minute)));
    }
    return Sessions.starts(Behavior.of(1).query(events).history(), idleMillis);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void scores_areThoseOfAPlainLoop(long seed) {
    Behavior world = visits(seed, 25, 30);
    SessionKnn strategy =
        SessionKnn.neighbors(seed % 2 == 0 ? 7 : 1000)
            .sample(seed % 3 == 0 ? 0 : 12)
            .similarity(seed % 2 == 0 ? Similarity.COSINE : Similarity.DOT)
            .decay(List.of(Decay.values()).get((int) (seed % 3)))
            .idf(seed > 3)
            .idleMinutes(seed == 5 ? 0 : 60);
    Scorer scorer = strategy.train(world.context());
    for (int user = 0; user < 25; user++) {
      double[] expected = plain(world, strategy, user);
      Scores scores = scorer.score(world.query(user), Candidates.all(30));
      for (int work = 0; work < 30; work++) {
        assertThat(scores.isScored(work))
            .as("%s, %d for %d", strategy, work, user)
            .isEqualTo(!Double.isNaN(expected[work]));
        if (scores.isScored(work)) {
          assertThat(scores.value(work)).isEqualTo(expected[work], within(1e-5));
          double sum = 0;
          for (Contribution contribution : scores.contributions(work)) {
            sum += contribution.amount();
          }
          assertThat(sum).isEqualTo(scores.value(work), within(1e-9));
        }
      }
    }
  }

  /** A session of the plain loop: distinct works by their last event, and the last time. */
  private record Visit(int user, long end, List<Integer> works) {}

  private static List<Visit> visitsOf(Behavior world, int user, long idleMinutes) {
    List<Visit> visits = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (Interaction event :
        world.events().stream()
            .filter(e -> e.user().equals("u" + user))
            .sorted(Comparator.comparing(e -> e.time().orElseThrow()))
            .toList()) {
      long minute = event.time().orElseThrow().getEpochSecond() / 60;
      boolean fresh = visits.isEmpty() || (idleMinutes > 0 && minute - last > idleMinutes);
      List<Integer> works =
          fresh ? new ArrayList<>() : new ArrayList<>(visits.get(visits.size() - 1).works());
      Integer work = Integer.valueOf(event.artwork().substring(1));
      works.remove(work);
      works.add(work);
      if (!fresh) {
        visits.remove(visits.size() - 1);
      }
      visits.add(new Visit(user, minute, works));
      last = minute;
    }
    return visits;
  }

  private static double[] plain(Behavior world, SessionKnn strategy, int user) {
    List<Visit> all = new ArrayList<>();
    for (int other = 0; other < 25; other++) {
      all.addAll(visitsOf(world, other, strategy.idleMinutes()));
    }
    List<Visit> own = visitsOf(world, user, strategy.idleMinutes());
    double[] scores = new double[30];
    Arrays.fill(scores, Double.NaN);
    if (own.isEmpty()) {
      return scores;
    }
    List<Integer> current = own.get(own.size() - 1).works();
    Set<Integer> set = new TreeSet<>(current);
    double square = 0;
    for (int p = 1; p <= current.size(); p++) {
      square += Math.pow(weight(strategy, p, current.size()), 2);
    }
    double length = Math.sqrt(square);
    int sample = strategy.sample() == 0 ? Integer.MAX_VALUE : strategy.sample();
    List<Visit> sampled =
        all.stream()
            .filter(visit -> visit.works().stream().anyMatch(set::contains))
            .sorted(Comparator.comparingLong((Visit visit) -> -visit.end()))
            .limit(sample)
            .toList();
    record Neighbor(double alike, Visit visit) {}
    List<Neighbor> neighbors = new ArrayList<>();
    for (Visit visit : sampled) {
      double product = 0;
      for (int p = 1; p <= current.size(); p++) {
        boolean shared = visit.works().contains(current.get(p - 1));
        product += shared ? weight(strategy, p, current.size()) : 0;
      }
      boolean cosine = strategy.similarity() == Similarity.COSINE;
      double alike = cosine ? product / (length * Math.sqrt(visit.works().size())) : product;
      if (!set.equals(new TreeSet<>(visit.works()))) {
        neighbors.add(new Neighbor((float) alike, visit));
      }
    }
    neighbors.sort(Comparator.comparingDouble((Neighbor neighbor) -> -neighbor.alike()));
    neighbors.stream()
        .limit(strategy.neighbors())
        .forEach(
            neighbor -> {
              for (int work : neighbor.visit().works()) {
                scores[work] = (Double.isNaN(scores[work]) ? 0 : scores[work]) + neighbor.alike();
              }
            });
    for (int work = 0; work < 30 && strategy.idf(); work++) {
      int number = work;
      double holding = all.stream().filter(visit -> visit.works().contains(number)).count();
      scores[work] *= Math.log(all.size() / holding);
    }
    return scores;
  }

  private static double weight(SessionKnn strategy, double position, int size) {
    return switch (strategy.decay()) {
      case NONE -> 1;
      case LINEAR -> position / size;
      case QUADRATIC -> position / size * position / size;
    };
  }

  /** Visitors who come back now and then and like some works each time, some of them again. */
  private static Behavior visits(long seed, int users, int works) {
    SplittableRandom random = new SplittableRandom(seed);
    Behavior world = Behavior.of(works);
    for (int user = 0; user < users; user++) {
      int visits = random.nextInt(4);
      for (int visit = 0; visit < visits; visit++) {
        long minute = 1000L * random.nextInt(1, 1000) + user;
        int events = random.nextInt(1, 8);
        for (int event = 0; event < events; event++) {
          minute += random.nextInt(1, 50);
          world.likesAt(minute, user, random.nextInt(works));
        }
      }
    }
    return world;
  }

  @Test
  void historiesInOnePieceWithoutDecay_areUserKnn() {
    Behavior world = Behavior.random(60, 40, 0.2, 5);
    Scorer sessions =
        SessionKnn.neighbors(9).idleMinutes(0).decay(Decay.NONE).train(world.context());
    Scorer users = UserKnn.neighbors(9).train(world.context());
    for (int user = 0; user < 20; user++) {
      double[] expected = Behavior.values(users.score(world.query(user), Candidates.all(40)));
      double[] actual = Behavior.values(sessions.score(world.query(user), Candidates.all(40)));
      assertThat(actual).containsExactly(expected, within(1e-6));
    }
  }

  @Test
  void latestSessions_areSampledAndWinTies() {
    Behavior world = Behavior.of(5);
    for (int user = 0; user < 4; user++) {
      world.likesAt(1000 - 100 * user, user, 0).likesAt(1001 - 100 * user, user, user + 1);
    }
    List<Interaction> now = List.of(Interaction.favorite("u9", "w0"));
    Scores sampled =
        SessionKnn.neighbors(10)
            .sample(2)
            .train(world.context())
            .score(world.query(now), Candidates.all(5));
    Scores nearest =
        SessionKnn.neighbors(2).train(world.context()).score(world.query(now), Candidates.all(5));
    for (Scores scores : List.of(sampled, nearest)) {
      assertThat(List.of(scores.isScored(1), scores.isScored(2))).containsOnly(true);
      assertThat(List.of(scores.isScored(3), scores.isScored(4))).containsOnly(false);
    }
  }

  @Test
  void lastWorks_countMost() {
    Behavior world = Behavior.of(4).likes(0, 0, 2).likes(1, 1, 3).likes(9, 0, 1);
    assertThat(world.unseen(SessionKnn.neighbors(5).train(world.context()), 9, 2))
        .containsExactly(3, 2);
    Behavior turned = Behavior.of(4).likes(0, 0, 2).likes(1, 1, 3).likes(9, 1, 0);
    assertThat(turned.unseen(SessionKnn.neighbors(5).train(turned.context()), 9, 2))
        .containsExactly(2, 3);
  }

  @Test
  void currentSession_isTheLastInWhichSomethingCountsFor() {
    Behavior world =
        Behavior.of(5).likes(0, 0, 1).likes(1, 2, 3).likesAt(0, 9, 2).likesAt(500, 9, 0);
    Scorer scorer = SessionKnn.neighbors(5).train(world.context());
    Scores scores = scorer.score(world.query(9), Candidates.all(5));
    assertThat(scores.isScored(1)).isTrue();
    assertThat(scores.isScored(3)).as("of an earlier session").isFalse();
    List<Interaction> own = new ArrayList<>(world.events().subList(4, 6));
    own.add(Interaction.of("u9", "w4", InteractionKind.DISLIKE).at(Instant.ofEpochSecond(60_000)));
    assertThat(scorer.score(world.query(own), Candidates.all(5)).isScored(1)).isTrue();
    Scores none =
        scorer.score(
            world.query(List.of(Interaction.of("u9", "w0", InteractionKind.DISLIKE))),
            Candidates.all(5));
    assertThat(none.scoredCount()).isZero();
  }

  @Test
  void dislikes_makeSessionsLessAlike() {
    Behavior world = Behavior.of(5).likes(0, 0, 1, 2).likes(1, 0, 3, 4);
    Scorer scorer = SessionKnn.neighbors(5).train(world.context());
    List<Interaction> now =
        List.of(
            Interaction.of("u9", "w1", InteractionKind.DISLIKE), Interaction.favorite("u9", "w0"));
    Scores scores = scorer.score(world.query(now), Candidates.all(5));
    assertThat(scores.value(3)).isGreaterThan(scores.value(2));
    assertThat(scores.contributions(2))
        .extracting(Contribution::amount)
        .satisfiesExactly(a -> assertThat(a).isPositive(), a -> assertThat(a).isNegative());
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    for (Similarity similarity : Similarity.values()) {
      for (Decay decay : Decay.values()) {
        for (boolean idf : new boolean[] {false, true}) {
          SessionKnn strategy =
              SessionKnn.neighbors(50).similarity(similarity).decay(decay).idf(idf);
          Scorer scorer = strategy.train(board.context());
          for (int user = 0; user < 50; user++) {
            assertThat(board.unseen(scorer, user, 1))
                .as("%s, %d", strategy, user)
                .containsExactly(user);
          }
        }
      }
    }
  }

  @Test
  void degenerateWorlds_train() {
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(3).likes(0, 0, 1, 2).likes(1, 0, 1, 2).likes(2, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(2).event(0, 0, InteractionKind.UNFAVORITE),
            Behavior.of(2).rates(0, 0, 3).rates(0, 1, 3),
            Behavior.of(2).likes(0, 0).likes(0, 0).likes(1, 0, 1))) {
      int works = world.catalog().size();
      for (SessionKnn strategy :
          List.of(
              SessionKnn.neighbors(1000).sample(0).idf(true),
              SessionKnn.neighbors(1).sample(1).similarity(Similarity.DOT).idleMinutes(0),
              SessionKnn.neighbors(Integer.MAX_VALUE)
                  .sample(Integer.MAX_VALUE)
                  .idleMinutes(Long.MAX_VALUE))) {
        Scores scores =
            strategy.train(world.context()).score(world.query(0), Candidates.all(works));
        assertThat(scores.candidates().size()).isEqualTo(works);
        for (int work = 0; work < works; work++) {
          assertThat(scores.value(work)).isFinite();
        }
      }
    }
  }

  @Test
  void parameters_areCheckedAndReadFromText() {
    assertThat(CfStrategies.parse("session-knn"))
        .isEqualTo(SessionKnn.neighbors(100))
        .hasToString(
            "session-knn:neighbors=100,sample=1000,idleMinutes=30,similarity=cosine,decay=linear,"
                + "idf=false,feedback=preference");
    SessionKnn changed =
        SessionKnn.neighbors(7)
            .sample(0)
            .idleMinutes(0)
            .similarity(Similarity.DOT)
            .decay(Decay.QUADRATIC)
            .idf(true)
            .feedback(Feedback.ANY);
    assertThat(CfStrategies.parse(changed.toString())).isEqualTo(changed);
    assertThatThrownBy(() -> SessionKnn.neighbors(0))
        .hasMessage("neighbors of session-knn is 0, expected 1 or more");
    assertThatThrownBy(() -> SessionKnn.neighbors(1).sample(-1))
        .hasMessage("sample of session-knn is -1, expected 0 or more");
    assertThatThrownBy(() -> SessionKnn.neighbors(1).idleMinutes(-1))
        .hasMessage("idleMinutes of session-knn is -1, expected 0 or more");
    assertThatThrownBy(() -> SessionKnn.neighbors(1).feedback(Feedback.RATING))
        .hasMessage("feedback of session-knn is rating, expected one of preference, positive, any");
    assertThatThrownBy(() -> CfStrategies.parse("session-knn:decay=slow"))
        .hasMessage("decay is 'slow', expected one of none, linear, quadratic");
    assertThatThrownBy(() -> CfStrategies.parse("session-knn:k=5"))
        .hasMessageStartingWith("strategy 'session-knn' has no parameter 'k', expected one of ");
  }
}
