package io.artrec.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.behavior.PreferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values of other libraries. */
class GoldenMetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** All ratings are relevant to LensKit, lists have 784 works. */
  @Test
  void ndcgAndReciprocalRank_asLensKit() throws IOException {
    Map<String, List<String>> lists = new TreeMap<>();
    Set<String> works = new TreeSet<>();
    for (String[] row : rows("ndcg-recs.csv")) {
      List<String> list = lists.computeIfAbsent(row[0] + "/" + row[1], key -> new ArrayList<>());
      list.add(row[3]);
      assertThat(row[2]).isEqualTo(String.valueOf(list.size()));
      works.add(row[3]);
    }
    List<String[]> truth = rows("ndcg-truth.csv");
    truth.forEach(row -> works.add(row[1]));
    int compared = 0;
    for (String[] row : rows("ndcg-metrics.csv")) {
      Visitors visitors = Visitors.over(works, Visitors.ALL_RELEVANT);
      truth.stream()
          .filter(rating -> rating[0].equals(row[1]))
          .forEach(rating -> visitors.rates("v", rating[1], Double.parseDouble(rating[2])));
      visitors.sees("v", lists.getOrDefault(row[0] + "/" + row[1], List.of()));
      Outcomes outcomes = visitors.outcomes(Needs.list(2000));
      List<Measurement> measured =
          Measurements.of(
              outcomes, Metrics.parseAll("ndcg/rating/flat-start/full-ideal@2000,mrr@2000"));
      assertThat(measured.get(0).value().orElseThrow())
          .as("%s for %s", row[0], row[1])
          .isCloseTo(Double.parseDouble(row[2]), EXACT);
      assertThat(measured.get(1).value().orElseThrow())
          .as("%s for %s", row[0], row[1])
          .isCloseTo(Double.parseDouble(row[3]), EXACT);
      compared++;
    }
    assertThat(compared).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "ndcg@10,       ndcg@10 (",
    "map@10,        map@10 (",
    "precision@10,  precision@10 (",
    "recall@10,     recall@10 (",
    "r-precision@3, r_precision@3",
    "r-precision@5, r_precision@5",
    "rmse,          rmse",
    "mae,           mae",
    "r-squared,     r_squared",
    "explained-variance, explained_variance",
  })
  void fixture_allRatedWorksRelevant(String metric, String key) throws IOException {
    assertFixture(metric, key, Visitors.ALL_RELEVANT);
  }

  @ParameterizedTest
  @CsvSource({
    "auc/predictions,             auc (true rating >= 3",
    "auc/predictions/threshold=3, auc (true rating >= 3",
    "cross-entropy,               log_loss (true rating >= 3",
    "cross-entropy/threshold=3,   log_loss (true rating >= 3",
  })
  void fixture_worksRatedThreeOrMoreRelevant(String metric, String key) throws IOException {
    assertFixture(metric, key, PreferenceModel.standard().withRatingScale(0, 5));
  }

  private static void assertFixture(String metric, String key, PreferenceModel model)
      throws IOException {
    JsonObject fixture = fixture();
    Visitors visitors = Visitors.over(ids(fixture), model);
    fixture.getAsJsonArray("true").forEach(rating -> rate(visitors, rating.getAsJsonArray()));
    Map<String, List<JsonArray>> predicted = new TreeMap<>();
    for (JsonElement element : fixture.getAsJsonArray("predicted")) {
      JsonArray row = element.getAsJsonArray();
      visitors.predicted(row.get(0).getAsString(), row.get(1).getAsString(), row.get(2).getAsInt());
      predicted.computeIfAbsent(row.get(0).getAsString(), user -> new ArrayList<>()).add(row);
    }
    predicted.forEach(
        (user, rows) -> {
          rows.sort(Comparator.comparing(row -> -row.get(2).getAsInt()));
          visitors.sees(user, rows.stream().map(row -> row.get(1).getAsString()).toList());
        });
    JsonObject expected = fixture.getAsJsonObject("expected");
    String name =
        expected.keySet().stream().filter(each -> each.startsWith(key)).findFirst().orElseThrow();
    double value = expected.get(name).getAsDouble();
    assertThat(visitors.value(metric).orElseThrow())
        .as(name)
        .isCloseTo(value, within(1e-4 * Math.abs(value)));
  }

  @Test
  void wikipediasNdcg_hasRatingGain() throws IOException {
    JsonObject wiki = fixture().getAsJsonObject("wiki_ndcg");
    List<String> ids = new ArrayList<>();
    JsonArray grades = wiki.getAsJsonArray("true");
    for (int work = 0; work < grades.size(); work++) {
      ids.add(String.valueOf(work));
    }
    Visitors visitors = Visitors.over(ids, Visitors.ALL_RELEVANT);
    for (int work = 0; work < grades.size(); work++) {
      visitors.rates("v", ids.get(work), grades.get(work).getAsDouble());
    }
    List<String> list = new ArrayList<>();
    wiki.getAsJsonArray("ranked_items").forEach(work -> list.add(work.getAsString()));
    visitors.sees("v", list);
    assertThat(visitors.value("ndcg/rating@" + wiki.get("k").getAsInt()).orElseThrow())
        .isCloseTo(0.785, within(1e-4 * 0.785));
  }

  @ParameterizedTest
  @CsvSource({
    "catalog-coverage@2,         catalog_coverage",
    "catalog-coverage/trained@2, catalog_coverage",
    "entropy@2,                  distributional_coverage",
    "novelty@2,                  novelty",
    "efd@2,                      novelty",
    "diversity@2,                diversity",
    "serendipity@2,              serendipity",
  })
  void fixture_beyondAccuracy(String metric, String key) throws IOException {
    double value = diversityFixture().getAsJsonObject("expected").get(key).getAsDouble();
    assertThat(diversityVisitors().value(metric).orElseThrow())
        .as(key)
        .isCloseTo(value, within(1e-4 * value));
  }

  @ParameterizedTest
  @CsvSource({
    "diversity@2,   user_diversity (co-occurrence similarity)",
    "serendipity@2, user_serendipity",
  })
  void fixture_beyondAccuracyByVisitor(String metric, String key) throws IOException {
    JsonObject expected = diversityFixture().getAsJsonObject("expected").getAsJsonObject(key);
    UserValues values = diversityVisitors().measure(metric).users().orElseThrow();
    for (int user = 0; user < 3; user++) {
      double value = expected.get(String.valueOf(user + 1)).getAsDouble();
      assertThat(values.get(user).orElseThrow()).isCloseTo(value, within(1e-4 * value + 1e-12));
    }
  }

  @Test
  void fixture_noveltyOfEachWork() throws IOException {
    JsonObject expected =
        diversityFixture().getAsJsonObject("expected").getAsJsonObject("item_novelty");
    for (String work : expected.keySet()) {
      Visitors visitors = learned().rates("1", "1", 5).sees("1", List.of(work));
      double value = expected.get(work).getAsDouble();
      assertThat(visitors.value("novelty@1").orElseThrow()).isCloseTo(value, within(1e-4 * value));
    }
  }

  private static Visitors learned() throws IOException {
    Visitors visitors = Visitors.over(List.of("1", "2", "3", "4", "5"), Visitors.ALL_RELEVANT);
    for (JsonElement element : diversityFixture().getAsJsonArray("train")) {
      JsonArray row = element.getAsJsonArray();
      visitors.knows(row.get(0).getAsString(), row.get(1).getAsString());
    }
    return visitors;
  }

  /** Relevant are exactly the recommended works marked 1. */
  private static Visitors diversityVisitors() throws IOException {
    Visitors visitors = learned();
    Map<String, List<String>> lists = new TreeMap<>();
    for (JsonElement element :
        diversityFixture().getAsJsonArray("recommended (user,item,relevance)")) {
      JsonArray row = element.getAsJsonArray();
      String user = row.get(0).getAsString();
      String work = row.get(1).getAsString();
      lists.computeIfAbsent(user, each -> new ArrayList<>()).add(work);
      if (row.get(2).getAsInt() == 1) {
        visitors.rates(user, work, 5);
      }
    }
    lists.forEach(visitors::sees);
    return visitors;
  }

  private static JsonObject diversityFixture() throws IOException {
    return fixture().getAsJsonObject("diversity");
  }

  private static void rate(Visitors visitors, JsonArray rating) {
    visitors.rates(
        rating.get(0).getAsString(), rating.get(1).getAsString(), rating.get(2).getAsDouble());
  }

  private static Set<String> ids(JsonObject fixture) {
    Set<String> ids = new TreeSet<>();
    for (String part : List.of("true", "predicted")) {
      fixture
          .getAsJsonArray(part)
          .forEach(row -> ids.add(row.getAsJsonArray().get(1).getAsString()));
    }
    return ids;
  }

  private static JsonObject fixture() throws IOException {
    return JsonParser.parseString(Files.readString(golden("metrics-fixture.json")))
        .getAsJsonObject();
  }

  private static List<String[]> rows(String name) throws IOException {
    try (var lines = Files.lines(golden(name))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  private static Path golden(String name) {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.isDirectory(here.resolve("shared/data"))) {
      here = here.getParent();
    }
    Path file =
        (here == null ? Path.of("absent") : here.resolve("shared/data/goldens")).resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here");
    return file;
  }
}
