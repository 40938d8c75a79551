package io.artrec.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementsTest {
  private static final List<Metric> METRICS =
      Metrics.parseAll(
          "precision@5,recall@5,f1@5,map@5,ndcg/rating@5,rbp@5,auc,mrr,gauc,mse,mae/visitor,rmse,"
              + "r-squared,accuracy,cross-entropy,auc/predictions");

  private static Needs needs() {
    return METRICS.stream().map(Metric::needs).reduce(Needs.NOTHING, Needs::and);
  }

  /** Lists with repetitions, predictions and ranks with gaps and ties. */
  private static Visitors random(long seed, int users) {
    SplittableRandom random = new SplittableRandom(seed);
    Visitors visitors = Visitors.of(Visitors.STARS);
    for (int u = 0; u < users; u++) {
      String user = "v" + u;
      StringBuilder list = new StringBuilder();
      for (int place = random.nextInt(12); place > 0; place--) {
        list.append((char) ('a' + random.nextInt(26))).append(' ');
      }
      visitors.sees(user, list.toString()).others(user, 20);
      for (int work = 1 + random.nextInt(9); work > 0; work--) {
        String letter = String.valueOf((char) ('a' + random.nextInt(26)));
        visitors.rates(user, letter, random.nextInt(1, 6));
        if (random.nextInt(4) > 0) {
          visitors.predicted(user, letter, random.nextInt(2, 12) / 2.0);
          visitors.ranked(user, letter, random.nextInt(15), random.nextInt(5));
        }
      }
    }
    return visitors;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void manyThreads_giveTheSameBits(long seed) {
    Outcomes outcomes = random(seed, 3000).outcomes(needs());
    List<Measurement> one = Measurements.of(outcomes, METRICS);
    for (int threads : new int[] {2, 3, 8}) {
      List<Measurement> many = Measurements.of(outcomes, METRICS, threads);
      for (int i = 0; i < one.size(); i++) {
        assertSame(one.get(i), many.get(i));
      }
    }
  }

  @Test
  void manyMetrics_areAsEachAlone() {
    Outcomes outcomes = random(4, 200).outcomes(needs());
    List<Measurement> all = Measurements.of(outcomes, METRICS);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).metric()).isEqualTo(METRICS.get(i).name());
      assertThat(all.get(i).value()).as(all.get(i).metric()).isPresent();
      assertSame(all.get(i), Measurement.of(METRICS.get(i), outcomes));
    }
  }

  private static void assertSame(Measurement a, Measurement b) {
    assertThat(b.metric()).isEqualTo(a.metric());
    assertThat(b.value()).as(a.metric()).isEqualTo(a.value());
    assertThat(b.users().isPresent()).isEqualTo(a.users().isPresent());
    a.users()
        .ifPresent(
            users -> {
              for (int user = 0; user < users.size(); user++) {
                UserValues others = b.users().orElseThrow();
                assertThat(others.get(user)).isEqualTo(users.get(user));
                assertThat(others.weight(user)).isEqualTo(users.weight(user));
              }
            });
  }

  /** A list moved forward by one miss is never worse, and no list gets more than 1. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void droppingAMiss_neverHarms(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (String name :
        List.of(
            "precision@5", "recall/min@5", "map@5", "ndcg/rating@5", "ndcg@5", "mrr@5", "rbp@5")) {
      for (int trial = 0; trial < 50; trial++) {
        StringBuilder list = new StringBuilder();
        for (int place = 0; place < 8; place++) {
          list.append((char) ('a' + random.nextInt(12))).append(' ');
        }
        double with = Visitors.one("a5 b4 c5 d4", "x " + list).value(name).orElseThrow();
        double without = Visitors.one("a5 b4 c5 d4", list.toString()).value(name).orElseThrow();
        assertThat(without).as("%s of %s", name, list).isBetween(with, 1.0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ndcg@9 | metric 'ndcg@9' needs lists of 9 works, the outcomes hold lists of at most 3;",
        "rmse   | metric 'rmse' needs predictions of tested works, the outcomes hold none;",
        "auc    | metric 'auc' needs ranks among all candidates, the outcomes hold none;",
      })
  void needsThatWereNotCollected_areRefused(String name, String message) {
    Outcomes outcomes = Visitors.one("a5", "a").outcomes(Needs.list(3));
    assertThatThrownBy(() -> Measurement.of(Metrics.parse(name), outcomes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message + " collect them with the needs of every metric");
  }

  @Test
  void largeCatalogue_hitsAreThoseOfSets() {
    SplittableRandom random = new SplittableRandom(9);
    List<String> ids = IntStream.range(0, 200).mapToObj(i -> "w" + i).toList();
    for (int trial = 0; trial < 50; trial++) {
      List<String> list = random.ints(30, 0, 200).mapToObj(ids::get).toList();
      Set<String> relevant = new TreeSet<>();
      Visitors visitors = Visitors.over(ids, Visitors.STARS).sees("v", list);
      for (int work : random.ints(12, 0, 200).toArray()) {
        if (relevant.add(ids.get(work))) {
          visitors.rates("v", ids.get(work), 5);
        }
      }
      long hits = list.stream().distinct().filter(relevant::contains).count();
      UserOutcome outcome = visitors.outcomes(Needs.list(30)).user(0);
      assertThat(outcome.hits(30)).isEqualTo((int) hits);
      for (int hit = 0; hit < hits; hit++) {
        assertThat(outcome.isHit(outcome.hitPlace(hit))).isTrue();
      }
    }
  }

  @Test
  void noThreads_isRefused() {
    Outcomes outcomes = Visitors.one("a5", "a").outcomes(Needs.list(3));
    assertThatThrownBy(() -> Measurements.of(outcomes, List.of(), 0))
        .hasMessage("threads is 0, expected 1 or more");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void valueThatIsNotFinite_isRefused(int threads) {
    Outcomes outcomes = Visitors.one("a5", "a").outcomes(Needs.list(3));
    assertThatThrownBy(
            () -> Measurements.of(outcomes, List.of(new Broken(), new Broken()), threads))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("metric 'broken' is NaN, expected a finite number");
  }

  @Test
  void noVisitors_sayNothing() {
    Outcomes outcomes = Visitors.of(Visitors.STARS).outcomes(needs());
    assertThat(Measurements.of(outcomes, METRICS))
        .allSatisfy(measurement -> assertThat(measurement.value()).isEmpty());
  }

  private record Broken() implements UserMetric {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public Direction direction() {
      return Direction.NEITHER;
    }

    @Override
    public OptionalDouble of(UserOutcome outcome) {
      return OptionalDouble.of(Double.NaN);
    }
  }
}
