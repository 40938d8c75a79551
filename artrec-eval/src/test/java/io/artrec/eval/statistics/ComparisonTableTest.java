package io.artrec.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.Provenance;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.experiment.Timing;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.metric.UserValues;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTableTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final ComparisonSettings SETTINGS = ComparisonSettings.standard(1);
  private static final double NONE = Double.NaN;

  private static RunResult run(
      String recommender, String split, List<String> users, Measurement... measurements) {
    return new RunResult(
        recommender,
        split,
        users,
        Collections.nCopies(users.size(), 1),
        List.of(measurements),
        new Timing(0, 0, 0, 0, 0, 0, 0),
        new Provenance("", "", 1, "", ""));
  }

  private static Measurement measured(Direction direction, double... values) {
    UserValues users = new UserValues(values, new double[0]);
    return new Measurement("m", direction, users.mean(), Optional.of(users));
  }

  private static Measurement weighted(double[] values, double[] weights) {
    UserValues users = new UserValues(values, weights);
    return new Measurement("m", Direction.HIGHER, users.mean(), Optional.of(users));
  }

  private static ExperimentResult result(
      List<String> recommenders, List<String> splits, RunResult... runs) {
    return new ExperimentResult(
        "trial", recommenders, splits, List.of("m", "gini"), List.of(runs), List.of());
  }

  private static List<String> users(int count) {
    return IntStream.range(0, count).mapToObj(i -> "u" + i).toList();
  }

  @Test
  void oneSplit_asByHand() {
    // better − base = 1, 1, 1, 1, 1, 0: of 2^5 signs two are as far, p = 1/16; worse − base = −1 …
    // (six): p = 2/64; Holm: .03125 · 3, then .0625 · 2 = .125, then 1 · 1 of the copy
    List<String> users = users(6);
    ExperimentResult result =
        result(
            List.of("base", "better", "worse", "copy"),
            List.of("s"),
            run("base", "s", users, measured(Direction.HIGHER, 1, 2, 3, 4, 5, 6)),
            run("better", "s", users, measured(Direction.HIGHER, 2, 3, 4, 5, 6, 6)),
            run("worse", "s", users, measured(Direction.HIGHER, 0, 1, 2, 3, 4, 5)),
            run("copy", "s", users, measured(Direction.HIGHER, 1, 2, 3, 4, 5, 6)));
    ComparisonTable table = ComparisonTable.of(result, "m", "base", SETTINGS.withLevel(.9));
    assertThat(table.baselineValue()).hasValue(3.5);
    assertThat(table.rows())
        .extracting(row -> row.recommender())
        .containsExactly("better", "worse", "copy");
    ComparisonTable.Row better = table.row("better").orElseThrow();
    assertThat(better.value().getAsDouble()).isCloseTo(26 / 6.0, EXACT);
    assertThat(better.difference().getAsDouble()).isCloseTo(5 / 6.0, EXACT);
    assertThat(better.test().p()).hasValue(.0625);
    assertThat(better.adjustedP()).hasValue(.125);
    assertThat(better.wins()).isEqualTo(5);
    assertThat(better.ties()).isEqualTo(1);
    assertThat(better.losses()).isZero();
    assertThat(better.verdict()).isEqualTo(ComparisonTable.Verdict.UNDECIDED);
    assertThat(better.interval().orElseThrow().contains(5 / 6.0)).isTrue();
    ComparisonTable.Row worse = table.row("worse").orElseThrow();
    assertThat(worse.adjustedP()).hasValue(.09375);
    assertThat(worse.losses()).isEqualTo(6);
    assertThat(worse.verdict()).isEqualTo(ComparisonTable.Verdict.WORSE);
    ComparisonTable.Row copy = table.row("copy").orElseThrow();
    assertThat(copy.adjustedP()).hasValue(1);
    assertThat(copy.interval()).contains(new ConfidenceInterval(0, 0, .9, IntervalMethod.BCA));
    assertThat(copy.verdict()).isEqualTo(ComparisonTable.Verdict.UNDECIDED);
    assertThat(table.row("base")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HIGHER, BETTER, 9, 1", "LOWER, WORSE, 1, 9", "NEITHER, DIFFERENT, 9, 1"})
  void direction_decidesWhatIsBetter(
      Direction direction, ComparisonTable.Verdict verdict, int wins, int losses) {
    List<String> users = users(10);
    ExperimentResult result =
        result(
            List.of("more", "base"),
            List.of("s"),
            run("more", "s", users, measured(direction, 5, 6, 7, 8, 9, 5, 6, 7, 8, 0)),
            run("base", "s", users, measured(direction, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)));
    ComparisonTable.Row row = ComparisonTable.of(result, "m", "base", SETTINGS).rows().get(0);
    assertThat(row.verdict()).isEqualTo(verdict);
    assertThat(row.difference().getAsDouble()).isCloseTo(5.1, EXACT);
    assertThat(row.wins()).isEqualTo(wins);
    assertThat(row.losses()).isEqualTo(losses);
    assertThat(row.effect().wins()).isEqualTo(9);
  }

  @Test
  void severalSplits_averageEachVisitor() {
    // u0: (1 + 3) / 2 − (0 + 1) / 2 = 1.5; u1 only where both have a value: 5 − 2 = 3; u2: 4 − 4;
    // u3 has none of both
    ExperimentResult result =
        result(
            List.of("a", "b"),
            List.of("1", "2"),
            run("a", "1", List.of("u0", "u1", "u3"), measured(Direction.HIGHER, 1, 5, 7)),
            run("b", "1", List.of("u0", "u1", "u3"), measured(Direction.HIGHER, 0, 2, NONE)),
            run("a", "2", List.of("u1", "u2", "u0"), measured(Direction.HIGHER, NONE, 4, 3)),
            run("b", "2", List.of("u1", "u2", "u0"), measured(Direction.HIGHER, 8, 4, 1)));
    PairedComparison pairs = UserMeans.compare(result, "m", "a", "b");
    assertThat(pairs.differences()).containsExactly(1.5, 3, 0);
    assertThat(pairs.leftOut()).isEqualTo(1);
    assertThat(pairs.firstMean().getAsDouble()).isCloseTo((2 + 5 + 4) / 3.0, EXACT);
    UserValues a = UserMeans.of(result, "m", "a");
    assertThat(a.present()).containsExactly(2, 5, 7, 4);
  }

  @Test
  void severalSplits_weighByWeights() {
    // u0: (1·2 + 3·6) / 4 = 5 − 0, weight 2; u1: 1 − 0, weight 2: (10 + 2) / 4 = 3
    List<String> users = users(2);
    double[] zeros = new double[2];
    ExperimentResult result =
        result(
            List.of("a", "b"),
            List.of("1", "2"),
            run("a", "1", users, weighted(new double[] {2, 1}, new double[] {1, 2})),
            run("b", "1", users, weighted(zeros, new double[] {1, 2})),
            run("a", "2", users, weighted(new double[] {6, 1}, new double[] {3, 2})),
            run("b", "2", users, weighted(zeros, new double[] {3, 2})));
    assertThat(UserMeans.compare(result, "m", "a", "b").difference().getAsDouble())
        .isCloseTo(3, EXACT);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void folds_areNotMoreVisitors(long seed) {
    // the same differences in five folds are worth no more than once
    SplittableRandom random = new SplittableRandom(seed);
    List<String> users = users(31);
    double[] a = random.doubles(31).toArray();
    double[] b = random.doubles(31).toArray();
    List<String> splits = List.of("1", "2", "3", "4", "5");
    RunResult[] runs =
        splits.stream()
            .flatMap(
                split ->
                    List.of(
                        run("a", split, users, measured(Direction.HIGHER, a)),
                        run("b", split, users, measured(Direction.HIGHER, b)))
                        .stream())
            .toArray(RunResult[]::new);
    double p =
        UserMeans.compare(result(List.of("a", "b"), splits, runs), "m", "a", "b")
            .pairedT()
            .p()
            .getAsDouble();
    assertThat(p).isCloseTo(PairedComparison.of(a, b).pairedT().p().getAsDouble(), within(1e-9));
  }

  @Test
  void rowsWithoutPairs_areNotCountedByHolm() {
    List<String> users = users(6);
    ExperimentResult result =
        result(
            List.of("base", "silent", "missing", "worse"),
            List.of("s"),
            run("base", "s", users, measured(Direction.HIGHER, 1, 2, 3, 4, 5, 6)),
            run(
                "silent",
                "s",
                users,
                measured(Direction.HIGHER, NONE, NONE, NONE, NONE, NONE, NONE)),
            run("worse", "s", users, measured(Direction.HIGHER, 0, 1, 2, 3, 4, 5)));
    ComparisonTable table = ComparisonTable.of(result, "m", "base", SETTINGS);
    for (String name : List.of("silent", "missing")) {
      ComparisonTable.Row row = table.row(name).orElseThrow();
      assertThat(row.value()).isEmpty();
      assertThat(row.difference()).isEmpty();
      assertThat(row.interval()).isEmpty();
      assertThat(row.adjustedP()).isEmpty();
      assertThat(row.leftOut()).isEqualTo(6);
      assertThat(row.test().detail()).isEqualTo("no visitor has a value of both");
      assertThat(row.verdict()).isEqualTo(ComparisonTable.Verdict.UNDECIDED);
    }
    assertThat(table.row("worse").orElseThrow().adjustedP()).hasValue(2 / 64.0);
  }

  @Test
  void settings_areUsed() {
    List<String> users = users(31);
    SplittableRandom random = new SplittableRandom(4);
    double[] a = random.doubles(31).toArray();
    double[] b = random.doubles(31).toArray();
    ExperimentResult result =
        result(
            List.of("a", "b"),
            List.of("s"),
            run("a", "s", users, measured(Direction.HIGHER, a)),
            run("b", "s", users, measured(Direction.HIGHER, b)));
    PairedComparison pairs = PairedComparison.of(a, b);
    ComparisonSettings settings =
        SETTINGS.withInterval(IntervalMethod.T).withLevel(.8).withCorrection(Correction.NONE);
    for (SignificanceTest test : SignificanceTest.values()) {
      ComparisonTable.Row row =
          ComparisonTable.of(result, "m", "b", settings.withTest(test)).rows().get(0);
      assertThat(row.test()).isEqualTo(pairs.test(test, settings.resampling()));
      assertThat(row.adjustedP()).isEqualTo(row.test().p());
      assertThat(row.interval()).isEqualTo(pairs.interval(.8));
    }
    ComparisonTable threaded =
        ComparisonTable.of(
            result, "m", "b", SETTINGS.withResampling(SETTINGS.resampling().withThreads(3)));
    assertThat(threaded.rows()).isEqualTo(ComparisonTable.of(result, "m", "b", SETTINGS).rows());
  }

  @Test
  void badInput_saysWhat() {
    List<String> users = users(2);
    Measurement gini =
        new Measurement("gini", Metric.Direction.LOWER, OptionalDouble.of(1), Optional.empty());
    ExperimentResult result =
        result(
            List.of("a", "b"),
            List.of("s"),
            run("a", "s", users, measured(Direction.HIGHER, 1, 2), gini),
            run("b", "s", users(3), measured(Direction.HIGHER, 1, 2, 3), gini));
    assertThat(UserMeans.testable(result)).containsExactly("m");
    assertThatThrownBy(() -> ComparisonTable.of(result, "m", "c", SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("experiment 'trial' has no recommender 'c', expected one of a, b");
    assertThatThrownBy(() -> ComparisonTable.of(result, "gini", "a", SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "experiment 'trial' has no values by visitor of metric 'gini', which testing needs;"
                + " expected one of m");
    assertThatThrownBy(() -> ComparisonTable.of(result, "m", "a", SETTINGS))
        .hasMessage(
            "recommenders b, a were tested on different visitors of split 's', expected the same"
                + " in the same order");
    assertThatThrownBy(() -> SETTINGS.withLevel(0))
        .hasMessage("confidence level is 0.0, expected between 0 and 1, as 0.95");
  }
}
