package io.artrec.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.Provenance;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.experiment.Timing;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.metric.UserValues;
import io.artrec.tabular.CsvCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TextReportsTest {
  private static final String AWKWARD = "item-knn:a=1,b=\"2\"|x\n*y* <b>";

  private static ExperimentResult awkward() {
    return Examples.of(
        "T|tle", List.of(AWKWARD, " popularity"), List.of("a, b", "c"), List.of("one | two"));
  }

  @Test
  void csv_readsBackAsTheSame() {
    ExperimentResult result = awkward();
    List<NamedCsvRecord> lines = read(Report.of(result).csv());
    assertThat(lines).hasSize(2 * 2 * 5);
    int line = 0;
    for (RunResult run : result.runs()) {
      for (Measurement measurement : run.measurements()) {
        NamedCsvRecord found = lines.get(line++);
        assertThat(found.getField("recommender")).isEqualTo(run.recommender());
        assertThat(found.getField("split")).isEqualTo(run.split());
        assertThat(found.getField("metric")).isEqualTo(measurement.metric());
        String value = found.getField("value");
        assertThat(value.isEmpty() ? OptionalDouble.empty() : number(value))
            .isEqualTo(measurement.value());
        int visitors = measurement.users().map(UserValues::count).orElse(Examples.VISITORS);
        assertThat(found.getField("visitors")).isEqualTo(Integer.toString(visitors));
      }
    }
  }

  @Test
  void csvByVisitor_holdsEveryValueThatThereIs() {
    ExperimentResult result = awkward();
    List<NamedCsvRecord> lines = read(Report.of(result).csvByUser());
    // 4 runs, each with 180 values of ndcg, 200 of recall and 200 of diversity
    assertThat(lines).hasSize(4 * (180 + 200 + 200));
    for (NamedCsvRecord line : lines.subList(0, 500)) {
      RunResult run =
          result.run(line.getField("recommender"), line.getField("split")).orElseThrow();
      int user = run.users().indexOf(line.getField("visitor"));
      UserValues values =
          run.measurement(line.getField("metric")).orElseThrow().users().orElseThrow();
      assertThat(number(line.getField("value"))).isEqualTo(values.get(user));
      assertThat(line.getField("activity")).isEqualTo(run.activity().get(user).toString());
      assertThat(line.getField("weight")).isEqualTo("1.0");
    }
  }

  @Test
  void idThatBeginsLikeAFormula_isNoneInCsv() {
    List<String> users = List.of("=cmd|' /C calc'!A0", "@x", "-3", "ada", "'=x");
    Measurement values = Examples.byVisitor("ndcg@10", new double[] {-0.5, 1, 1, 1, 1});
    RunResult bare = Examples.bare("+r", values);
    RunResult run =
        new RunResult(
            bare.recommender(),
            bare.split(),
            users,
            List.of(1, 1, 1, 1, 1),
            bare.measurements(),
            bare.timing(),
            bare.provenance());
    ExperimentResult result =
        new ExperimentResult(
            "t", List.of("+r"), List.of("random"), List.of("ndcg@10"), List.of(run), List.of());

    List<NamedCsvRecord> lines = read(Report.of(result).csvByUser());

    assertThat(lines)
        .extracting(line -> line.getField("visitor"))
        .containsExactly("'=cmd|' /C calc'!A0", "'@x", "-3", "ada", "''=x");
    assertThat(lines)
        .extracting(line -> CsvCell.text(line.getField("visitor")))
        .containsExactlyElementsOf(users);
    assertThat(lines.get(0).getField("value")).isEqualTo("-0.5");
    assertThat(lines.get(0).getField("recommender")).isEqualTo("'+r");
    assertThat(read(Report.of(result).csv()).get(0).getField("recommender")).isEqualTo("'+r");
  }

  private static OptionalDouble number(String text) {
    return OptionalDouble.of(Double.parseDouble(text));
  }

  private static List<NamedCsvRecord> read(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  @Test
  void markdown_hasTablesOfOneShape() {
    String markdown = Report.of(awkward()).markdown();
    assertThat(markdown).startsWith("# T\\|tle\n").contains("- one \\| two\n");
    List<String> lines = markdown.lines().toList();
    int tables = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("| ") && !lines.get(i - 1).startsWith("|")) {
        tables++;
        int cells = cells(lines.get(i));
        assertThat(lines.get(i + 1)).matches("\\|( (:--|--:) \\|)+");
        for (int j = i; j < lines.size() && lines.get(j).startsWith("|"); j++) {
          assertThat(cells(lines.get(j))).as(lines.get(j)).isEqualTo(cells);
        }
      }
    }
    // results, splits, three metrics by visitor, times, provenance
    assertThat(tables).isEqualTo(7);
    assertThat(markdown)
        .contains("item-knn:a=1,b=\"2\"\\|x \\*y\\* &lt;b&gt;")
        .doesNotContain("<b>");
  }

  private static int cells(String line) {
    return line.replace("\\\\", "").replace("\\|", "").split("\\|", -1).length - 2;
  }

  @Test
  void markdown_emphasizesTheBest() {
    assertThat(Report.of(Examples.plain("rmse", Direction.LOWER, 0.9, 0.8)).markdown())
        .contains("| recommender 1 | **0.8000** |\n| recommender 0 | 0.9000 |\n");
  }

  @Test
  void json_holdsTheWholeResult() {
    UserValues weighted = new UserValues(new double[] {0.5, Double.NaN, 0}, new double[] {2, 0, 3});
    RunResult bare =
        Examples.bare(
            "w",
            new Measurement(
                "auc/grouped", Direction.HIGHER, weighted.mean(), Optional.of(weighted)));
    ExperimentResult small =
        new ExperimentResult(
            "weights",
            List.of("w"),
            List.of("random"),
            List.of("auc/grouped"),
            List.of(
                new RunResult(
                    "w",
                    "random",
                    List.of("a", "b", "c"),
                    List.of(1, 2, 3),
                    bare.measurements(),
                    bare.timing(),
                    bare.provenance())),
            List.of());
    for (ExperimentResult result : List.of(awkward(), Examples.two(), small)) {
      JsonObject json = JsonParser.parseString(Report.of(result).json()).getAsJsonObject();
      assertThat(json.get("format").getAsString()).isEqualTo("artrec-report");
      assertSame(rebuilt(json), result);
    }
  }

  @Test
  void json_holdsMeansReasonsAndComparisons() {
    JsonObject json = JsonParser.parseString(Report.of(Examples.two()).json()).getAsJsonObject();
    assertThat(json.get("baseline").getAsString()).isEqualTo("popularity");
    assertThat(json.getAsJsonArray("values")).hasSize(10);
    assertThat(objects(json.getAsJsonArray("values")))
        .filteredOn(value -> value.get("value").isJsonNull())
        .singleElement()
        .satisfies(
            value ->
                assertThat(value.get("reason").getAsString())
                    .isEqualTo("the metric says nothing of these answers"));
    assertThat(objects(json.getAsJsonArray("comparisons")))
        .extracting(one -> one.get("metric").getAsString())
        .containsExactly("ndcg@10", "recall@20", "diversity@10");
  }

  private static ExperimentResult rebuilt(JsonObject json) {
    List<JsonObject> splits = objects(json.getAsJsonArray("splits"));
    List<RunResult> runs = new ArrayList<>();
    for (JsonObject run : objects(json.getAsJsonArray("runs"))) {
      JsonObject split =
          splits.stream()
              .filter(s -> s.get("name").equals(run.get("split")))
              .findFirst()
              .orElseThrow();
      JsonObject t = run.getAsJsonObject("timing");
      JsonObject p = run.getAsJsonObject("provenance");
      runs.add(
          new RunResult(
              run.get("recommender").getAsString(),
              run.get("split").getAsString(),
              strings(split.get("visitors")),
              elements(split.get("activity")).stream().map(JsonElement::getAsInt).toList(),
              objects(run.getAsJsonArray("measurements")).stream()
                  .map(TextReportsTest::measurement)
                  .toList(),
              new Timing(
                  t.get("trainingSeconds").getAsDouble(),
                  t.get("answeringSeconds").getAsDouble(),
                  t.get("medianMillis").getAsDouble(),
                  t.get("p95Millis").getAsDouble(),
                  t.get("p99Millis").getAsDouble(),
                  t.get("answersPerSecond").getAsDouble(),
                  t.get("heapBytes").getAsLong()),
              new Provenance(
                  p.get("data").getAsString(),
                  p.get("configuration").getAsString(),
                  p.get("seed").getAsLong(),
                  p.get("artrecVersion").getAsString(),
                  p.get("javaVersion").getAsString())));
    }
    return new ExperimentResult(
        json.get("title").getAsString(),
        strings(json.get("recommenders")),
        splits.stream().map(split -> split.get("name").getAsString()).toList(),
        strings(json.get("metrics")),
        runs,
        strings(json.get("notes")));
  }

  private static Measurement measurement(JsonObject json) {
    return new Measurement(
        json.get("metric").getAsString(),
        Direction.valueOf(json.get("direction").getAsString()),
        json.get("value").isJsonNull()
            ? OptionalDouble.empty()
            : OptionalDouble.of(json.get("value").getAsDouble()),
        Optional.ofNullable(json.get("byVisitor"))
            .map(
                values ->
                    new UserValues(
                        numbers(values),
                        json.has("weights") ? numbers(json.get("weights")) : new double[0])));
  }

  private static void assertSame(ExperimentResult found, ExperimentResult expected) {
    assertThat(found)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
        .isEqualTo(expected);
  }

  private static double[] numbers(JsonElement array) {
    return elements(array).stream()
        .mapToDouble(e -> e.isJsonNull() ? Double.NaN : e.getAsDouble())
        .toArray();
  }

  private static List<String> strings(JsonElement array) {
    return elements(array).stream().map(JsonElement::getAsString).toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return elements(array).stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static List<JsonElement> elements(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).toList();
  }
}
