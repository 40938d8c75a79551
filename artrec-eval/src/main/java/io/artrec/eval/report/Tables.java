package io.artrec.eval.report;

import io.artrec.eval.experiment.Breakdown;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.experiment.Timing;
import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.report.Table.Cell;
import io.artrec.eval.report.Table.Column;
import io.artrec.eval.report.Table.Order;
import io.artrec.eval.statistics.ConfidenceInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Makes the tables of a report. */
final class Tables {
  private final Findings findings;

  Tables(Findings findings) {
    this.findings = findings;
  }

  /** Recommenders by metrics. */
  Table results() {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Recommender")));
    for (String metric : findings.metrics()) {
      Order best =
          findings.direction(metric) == Direction.LOWER ? Order.ASCENDING : Order.DESCENDING;
      Column column = metricColumn(metric).sortedFirst(best);
      columns.add(columns.size() == 1 ? column.sorted(best) : column);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : findings.ranked()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.name(name, findings.rank(name))));
      for (String metric : findings.metrics()) {
        row.add(value(name, metric));
      }
      rows.add(row);
    }
    return new Table("Values, best first on the first metric", columns, rows);
  }

  private Column metricColumn(String metric) {
    return Column.number(
        Words.withDirection(findings, metric), Words.spoken(findings.direction(metric)));
  }

  private Cell value(String name, String metric) {
    OptionalDouble value = findings.value(name, metric);
    Optional<String> reason = findings.reason(name, metric);
    if (value.isEmpty()) {
      return Cell.absent(reason.orElse("no value"));
    }
    Cell cell =
        number(value.getAsDouble(), decimals(metric)).emphasized(findings.best(name, metric));
    return reason.map(cell::explained).orElse(cell);
  }

  private int decimals(String metric) {
    return Numbers.decimals(
        findings.ranked().stream().flatMapToDouble(name -> findings.value(name, metric).stream()));
  }

  private static Cell number(double value, int decimals) {
    return Cell.number(Numbers.fixed(value, decimals), value);
  }

  /** Every run's values; empty when there is one split. */
  Optional<Table> splits() {
    if (findings.result().splits().size() < 2) {
      return Optional.empty();
    }
    List<Column> columns =
        new ArrayList<>(List.of(Column.text("Recommender"), Column.text("Split")));
    findings.metrics().forEach(metric -> columns.add(metricColumn(metric)));
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : findings.ranked()) {
      for (String split : findings.result().splits()) {
        findings.run(name, split).ifPresent(run -> rows.add(splitRow(run)));
      }
    }
    return Optional.of(new Table("Values on every split", columns, rows));
  }

  private List<Cell> splitRow(RunResult run) {
    List<Cell> row =
        new ArrayList<>(
            List.of(
                Cell.name(run.recommender(), findings.rank(run.recommender())),
                Cell.of(run.split())));
    for (String metric : findings.metrics()) {
      OptionalDouble value =
          run.measurement(metric).map(m -> m.value()).orElse(OptionalDouble.empty());
      row.add(
          value.isPresent()
              ? number(value.getAsDouble(), decimals(metric))
              : Cell.absent(
                  run.measurement(metric).isPresent()
                      ? "the metric says nothing of these answers"
                      : "not measured"));
    }
    return row;
  }

  /** Differences to the baseline on a metric; empty when nothing can be compared. */
  Optional<Table> comparisons(String metric) {
    List<Comparison> all = Comparison.withBaseline(findings, metric);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int decimals = Numbers.decimals(all.stream().mapToDouble(Comparison::difference));
    List<Column> columns =
        List.of(
            Column.text("Recommender"),
            Column.number("Difference", "mean of the values less the baseline\u2019s"),
            Column.number("95\u00a0% interval", "Student\u2019s, of the mean difference")
                .sortedFirst(Order.ASCENDING),
            Column.number("p", "paired t-test, two-sided").sortedFirst(Order.ASCENDING),
            Column.number("p, Holm", "the t-test\u2019s, corrected for all rows of this table")
                .sortedFirst(Order.ASCENDING),
            Column.number("p, Wilcoxon", "signed rank test, uncorrected")
                .sortedFirst(Order.ASCENDING),
            Column.number("Effect", "Cohen\u2019s d of the pairs"),
            Column.number("Better / same / worse", "visitors"),
            Column.text("At 5\u00a0%"));
    return Optional.of(
        new Table(
            metric + " against " + findings.baseline(),
            columns,
            all.stream().map(one -> comparisonRow(one, decimals)).toList()));
  }

  private List<Cell> comparisonRow(Comparison one, int decimals) {
    boolean lower = findings.direction(one.metric()) == Direction.LOWER;
    int better = lower ? one.effects().losses() : one.effects().wins();
    int worse = lower ? one.effects().wins() : one.effects().losses();
    String why = one.test().detail();
    return List.of(
        Cell.name(one.recommender(), findings.rank(one.recommender())),
        Cell.number(Numbers.signed(one.difference(), decimals), one.difference()),
        one.interval().map(i -> interval(i, decimals)).orElse(Cell.absent("one visitor only")),
        optional(one.test().p(), Numbers::probability, why),
        optional(one.adjusted(), Numbers::probability, why),
        optional(one.wilcoxon().p(), Numbers::probability, one.wilcoxon().detail()),
        optional(one.effects().standardized(), d -> Numbers.signed(d, 2), why),
        new Cell(
            better + " / " + one.effects().ties() + " / " + worse,
            "",
            OptionalDouble.of(better - worse),
            false,
            Optional.empty()),
        Cell.of(verdict(one)));
  }

  private String verdict(Comparison one) {
    if (!one.significant()) {
      return "may be chance";
    }
    return switch (findings.direction(one.metric())) {
      case HIGHER -> one.difference() > 0 ? "better" : "worse";
      case LOWER -> one.difference() < 0 ? "better" : "worse";
      case NEITHER -> "different";
    };
  }

  private static Cell interval(ConfidenceInterval interval, int decimals) {
    return new Cell(
        Numbers.signed(interval.lower(), decimals)
            + " to "
            + Numbers.signed(interval.upper(), decimals),
        Numbers.full(interval.lower()) + " to " + Numbers.full(interval.upper()),
        OptionalDouble.of(interval.lower()),
        false,
        Optional.empty());
  }

  private static Cell optional(OptionalDouble value, DoubleFunction<String> text, String reason) {
    return value.isPresent()
        ? Cell.number(text.apply(value.getAsDouble()), value.getAsDouble())
        : Cell.absent(reason);
  }

  /** Values in parts, means over splits; a table for each way to divide. */
  List<Table> breakdowns() {
    return findings.ranked().stream()
        .flatMap(name -> findings.runs(name).stream())
        .flatMap(run -> run.breakdowns().stream())
        .map(Breakdown::by)
        .distinct()
        .map(this::breakdown)
        .toList();
  }

  private Table breakdown(String by) {
    List<Breakdown> all = findings.ranked().stream().flatMap(name -> breakdowns(name, by)).toList();
    String measure = all.get(0).measure();
    Direction direction = by.equals("activity") ? findings.direction(measure) : Direction.HIGHER;
    List<String> names =
        all.stream().flatMap(b -> b.groups().stream()).map(g -> g.name()).distinct().toList();
    List<Column> columns = new ArrayList<>(List.of(Column.text("Recommender")));
    for (String group : names) {
      double size = groups(all.stream(), group).mapToInt(Breakdown.Group::size).average().orElse(0);
      columns.add(
          Column.number(
              group + ": " + Numbers.fixed(size, 0),
              by.equals("activity") ? "visitors" : "relevant tested works"));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : findings.ranked()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.name(name, findings.rank(name))));
      for (String group : names) {
        OptionalDouble value = part(name, by, group);
        row.add(
            value.isEmpty()
                ? Cell.absent("nothing to measure")
                : number(value.getAsDouble(), 3)
                    .emphasized(isBestPart(value.getAsDouble(), by, group, direction)));
      }
      rows.add(row);
    }
    return new Table(measure + " by " + by, columns, rows);
  }

  private OptionalDouble part(String name, String by, String group) {
    return groups(breakdowns(name, by), group).flatMapToDouble(g -> g.value().stream()).average();
  }

  private boolean isBestPart(double value, String by, String group, Direction direction) {
    return direction != Direction.NEITHER
        && findings.ranked().size() > 1
        && findings.ranked().stream()
            .flatMapToDouble(name -> part(name, by, group).stream())
            .noneMatch(other -> Findings.better(other, value, direction));
  }

  private Stream<Breakdown> breakdowns(String name, String by) {
    return findings.runs(name).stream()
        .flatMap(run -> run.breakdowns().stream())
        .filter(breakdown -> breakdown.by().equals(by));
  }

  private static Stream<Breakdown.Group> groups(Stream<Breakdown> breakdowns, String name) {
    return breakdowns.flatMap(b -> b.groups().stream()).filter(g -> g.name().equals(name));
  }

  /** Times and memory, means over splits. */
  Table timings() {
    List<ToDoubleFunction<Timing>> sources =
        List.of(
            Timing::trainingSeconds,
            Timing::answeringSeconds,
            Timing::medianMillis,
            Timing::p95Millis,
            Timing::p99Millis,
            Timing::answersPerSecond,
            Timing::heapBytes);
    List<Column> columns =
        List.of(
            Column.text("Recommender"),
            Column.number("Training, s", "").sortedFirst(Order.ASCENDING),
            Column.number("Answering, s", "all tested visitors").sortedFirst(Order.ASCENDING),
            Column.number("Median, ms", "one visitor\u2019s answer").sortedFirst(Order.ASCENDING),
            Column.number("95th\u00a0%, ms", "").sortedFirst(Order.ASCENDING),
            Column.number("99th\u00a0%, ms", "").sortedFirst(Order.ASCENDING),
            Column.number("Answers per s", ""),
            Column.number("Heap growth", "").sortedFirst(Order.ASCENDING));
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : findings.ranked()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.name(name, findings.rank(name))));
      for (int i = 0; i < sources.size(); i++) {
        boolean bytes = i == sources.size() - 1;
        OptionalDouble mean = times(name, sources.get(i)).average();
        int decimals = Numbers.decimals(allTimes(sources.get(i)));
        row.add(
            optional(
                mean,
                v -> bytes ? Numbers.bytes(v) : Numbers.fixed(v, Math.min(decimals, 4)),
                "there is no run"));
      }
      rows.add(row);
    }
    return new Table("Wall times and memory", columns, rows);
  }

  private DoubleStream times(String name, ToDoubleFunction<Timing> source) {
    return findings.runs(name).stream().map(RunResult::timing).mapToDouble(source);
  }

  private DoubleStream allTimes(ToDoubleFunction<Timing> source) {
    return findings.ranked().stream().flatMapToDouble(name -> times(name, source));
  }

  /** Where every run comes from. */
  Table provenance() {
    List<List<Cell>> rows =
        findings.result().runs().stream()
            .map(
                run ->
                    List.of(
                        Cell.of(run.recommender()),
                        Cell.of(run.split()),
                        Cell.of(Long.toString(run.provenance().seed())),
                        Cell.of(run.provenance().data()),
                        Cell.of(run.provenance().configuration())))
            .toList();
    return new Table(
        "Every run",
        List.of(
            Column.text("Recommender"),
            Column.text("Split"),
            Column.text("Seed"),
            Column.text("Data, SHA-256"),
            Column.text("Configuration")),
        rows);
  }

  /** Returns the versions that made the runs, each pair once. */
  List<String> versions() {
    return findings.result().runs().stream()
        .map(RunResult::provenance)
        .map(p -> "artrec " + p.artrecVersion() + " on Java " + p.javaVersion())
        .distinct()
        .toList();
  }
}
