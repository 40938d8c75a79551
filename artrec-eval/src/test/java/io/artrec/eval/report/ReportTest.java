package io.artrec.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.Metric.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ReportTest {
  private static final String EVIL = "<script>alert('x')</script> \"onload=\"a&b\u0000\ud800";

  static Stream<ExperimentResult> shapes() {
    return Stream.of(
        Examples.two(),
        Examples.of("one", List.of("popularity"), List.of("random"), List.of()),
        Examples.of("many", Examples.longNames(20), List.of("random"), List.of()),
        Examples.of(
            "\u63a8\u8350", List.of("\u6d41\u884c\u5ea6", "\u90bb\u8fd1"), List.of("r"), List.of()),
        Examples.of(EVIL, List.of(EVIL, "b"), List.of(EVIL), List.of(EVIL)),
        Examples.of("shares", List.of("a", "b"), List.of("r share=0.5", "r share=1.0"), List.of()),
        Examples.plain("rmse", Direction.LOWER, 0.9, 0.8, Double.NaN),
        Examples.plain("recall@20", Direction.HIGHER, 0, 0),
        new ExperimentResult("nothing", List.of("a"), List.of(), List.of(), List.of(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void anyResult_makesAPageThatIsWellFormedAndNeedsNothingElse(ExperimentResult result) {
    String html = Report.of(result).html();
    Page page = Page.of(Report.of(result));
    assertThat(page.all("script")).hasSize(1);
    assertThat(page.all("h1")).hasSize(1);
    assertThat(html.replaceAll("xmlns=\"[^\"]*\"", ""))
        .doesNotContain("http:", "https:", "src=", "<link", "@import", "url(");
    assertThat(html).doesNotContain("NaN", "Infinity");
    assertThat(Report.of(result).html()).isEqualTo(html);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyDrawing_hasATitleAndADescription(ExperimentResult result) {
    for (Element svg : Page.of(Report.of(result)).all("svg")) {
      assertThat(svg.getAttribute("role")).isEqualTo("img");
      String[] ids = svg.getAttribute("aria-labelledby").split(" ", -1);
      Element title = (Element) svg.getFirstChild();
      Element description = (Element) title.getNextSibling();
      assertThat(title.getTagName()).isEqualTo("title");
      assertThat(title.getAttribute("id")).isEqualTo(ids[0]);
      assertThat(title.getTextContent()).isNotBlank();
      assertThat(description.getTagName()).isEqualTo("desc");
      assertThat(description.getAttribute("id")).isEqualTo(ids[1]);
      assertThat(description.getTextContent()).isNotBlank();
    }
  }

  @Test
  void twoRecommenders_everyValueIsInTheTableInFull() {
    ExperimentResult result = Examples.two();
    Page page = Page.of(Report.of(result));
    Element section = page.byId("section", "results");
    List<String> titles =
        Page.all(section, "td").stream().map(cell -> cell.getAttribute("title")).toList();
    for (RunResult run : result.runs()) {
      run.measurements().stream()
          .flatMapToDouble(m -> m.value().stream())
          .forEach(value -> assertThat(titles).contains(Double.toString(value)));
    }
    assertThat(Page.rows(Page.all(section, "table").get(0))).hasSize(3);
    assertThat(page.all("h2"))
        .extracting(Element::getTextContent)
        .containsExactly(
            "Results", "Plots", "Is it chance?", "Time and memory", "Notes", "Provenance");
  }

  @Test
  void lowerIsBetter_theLeastComesFirstAndIsBold() {
    Page page = Page.of(Report.of(Examples.plain("rmse", Direction.LOWER, 0.9, 0.8, 1.25)));
    Element table = page.all("table").get(0);
    assertThat(Page.rows(table))
        .containsExactly(
            List.of("Recommender", "rmse \u2193"),
            List.of("1 recommender 1", "0.800"),
            List.of("2 recommender 0", "0.900"),
            List.of("3 recommender 2", "1.250"));
    assertThat(Page.all(table, "strong"))
        .extracting(Element::getTextContent)
        .containsExactly("0.800");
    Element head = Page.all(table, "th").get(1);
    assertThat(head.getAttribute("aria-sort")).isEqualTo("ascending");
  }

  @Test
  void noValue_isADashWithTheReason() {
    Page page = Page.of(Report.of(Examples.two()));
    Element results = Page.all(page.byId("section", "results"), "table").get(0);
    List<Element> dashes =
        Page.all(results, "td").stream().filter(c -> c.getTextContent().equals("\u2013")).toList();
    assertThat(dashes).hasSize(1);
    assertThat(dashes.get(0).getAttribute("title"))
        .isEqualTo("the metric says nothing of these answers");
    assertThat(page.byId("section", "results").getTextContent())
        .contains("rmse, popularity: mean of 1 of 2 splits.")
        .contains("rmse, ease:regularization=292: the metric says nothing of these answers.");
  }

  @Test
  void summary_namesTheBestAndComparesItWithTheBaseline() {
    Element summary =
        Page.of(Report.of(Examples.two()))
            .all("p", p -> p.getAttribute("class").equals("summary"))
            .get(0);
    assertThat(summary.getTextContent())
        .startsWith("popularity is best on ndcg@10")
        .contains("It is the baseline: nothing that was tried does better.");
    Element other =
        Page.of(Report.of(Examples.two()).baseline("ease:regularization=292"))
            .all("p", p -> p.getAttribute("class").equals("summary"))
            .get(0);
    assertThat(other.getTextContent())
        .contains("more than the baseline, ease:regularization=292 (")
        .containsPattern("the difference (is significant|may be chance) \\(p.*, 180 visitors\\)");
  }

  @Test
  void markupInNames_staysText() {
    ExperimentResult evil = Examples.of(EVIL, List.of(EVIL, "b"), List.of(EVIL), List.of(EVIL));
    Page page = Page.of(Report.of(evil));
    String shown = EVIL.replace('\u0000', '\ufffd').replace('\ud800', '\ufffd');
    assertThat(page.all("h1").get(0).getTextContent()).isEqualTo(shown);
    assertThat(page.all("title").get(0).getTextContent()).isEqualTo(shown);
    assertThat(page.all("span", e -> e.getTextContent().equals(shown))).isNotEmpty();
    assertThat(page.all("script").get(0).getTextContent()).doesNotContain("alert");
  }

  @Test
  void oneRecommender_hasNothingToCompare() {
    Page page = Page.of(Report.of(Examples.of("one", List.of("a"), List.of("random"), List.of())));
    assertThat(page.has("section", "significance")).isFalse();
    assertThat(page.has("section", "notes")).isFalse();
    assertThat(page.has("figure", "differences")).isFalse();
    assertThat(page.has("figure", "accuracy-variety")).isFalse();
    assertThat(page.has("figure", "activity")).isTrue();
  }

  @Test
  void noValuesByVisitor_noPlotsOfThem() {
    Page page = Page.of(Report.of(Examples.plain("recall@20", Direction.HIGHER, 0.1, 0.2)));
    assertThat(page.all("svg")).isEmpty();
    assertThat(page.has("section", "plots")).isFalse();
  }

  @Test
  void splitsOfSharesOfTheTrainingPart_makeALearningCurveAndTheLargestIsTheResult() {
    List<String> splits = List.of("per-user:ratio=0.2 share=0.25", "per-user:ratio=0.2 share=1.0");
    ExperimentResult result = Examples.of("t", List.of("a", "b"), splits, List.of());
    Page page = Page.of(Report.of(result));
    Element curve = page.byId("figure", "learning");
    assertThat(Page.all(curve, "desc").get(0).getTextContent())
        .startsWith("ndcg@10 \u2191 at 25\u00a0%, 100\u00a0%.");
    double whole =
        result
            .run("b", splits.get(1))
            .orElseThrow()
            .measurement("ndcg@10")
            .orElseThrow()
            .value()
            .orElseThrow();
    assertThat(Page.all(page.all("table").get(0), "td"))
        .extracting(cell -> cell.getAttribute("title"))
        .contains(Double.toString(whole));
    assertThat(Page.of(Report.of(Examples.two())).has("figure", "learning")).isFalse();
  }

  @Test
  void difference_isOfVisitorsMeansOverSplits() {
    // visitors a: 0.5 and 0.7 against 0.1 and 0.1; b: 0.4 (one split) against 0.2
    // differences 0.5 and 0.2, mean 0.35
    ExperimentResult result =
        new ExperimentResult(
            "t",
            List.of("x", "y"),
            List.of("1", "2"),
            List.of("recall@5"),
            List.of(
                run("x", "1", 0.5, 0.4),
                run("x", "2", 0.7, Double.NaN),
                run("y", "1", 0.1, 0.2),
                run("y", "2", 0.1, 0.9)),
            List.of());
    Findings findings = new Findings(result, "y");
    assertThat(Comparison.withBaseline(findings, "recall@5"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.difference()).isEqualTo(0.35, within(1e-12));
              assertThat(one.test().pairs()).isEqualTo(2);
              assertThat(one.effects().wins()).isEqualTo(2);
            });
  }

  private static RunResult run(String recommender, String split, double... values) {
    RunResult bare = Examples.bare(recommender, Examples.byVisitor("recall@5", values));
    return new RunResult(
        recommender,
        split,
        List.of("a", "b"),
        List.of(1, 2),
        bare.measurements(),
        bare.timing(),
        bare.provenance());
  }

  @Test
  void clock_isShownOnlyWhenGiven() {
    Clock clock = Clock.fixed(Instant.parse("2024-05-06T07:08:09.5Z"), ZoneOffset.UTC);
    Report dated = Report.of(Examples.two()).writtenAt(clock);
    assertThat(Page.of(dated).all("time").get(0).getTextContent())
        .isEqualTo("2024-05-06T07:08:09Z");
    assertThat(dated.markdown()).contains("2024-05-06T07:08:09Z");
    assertThat(Page.of(Report.of(Examples.two())).all("time")).isEmpty();
  }

  @Test
  void unknownBaseline_isRefusedWithTheNames() {
    assertThatThrownBy(() -> Report.of(Examples.two()).baseline("pop"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "baseline 'pop' is not in the experiment, expected one of popularity,"
                + " ease:regularization=292");
  }

  @Test
  void noRecommenders_areRefused() {
    ExperimentResult empty =
        new ExperimentResult("void", List.of(), List.of(), List.of(), List.of(), List.of());
    assertThatThrownBy(() -> Report.of(empty))
        .hasMessage("experiment 'void' has no recommenders, expected one or more to report");
  }

  @Test
  void otherVisitorsOnTheSameSplit_areRefused() {
    RunResult first = run("x", "1", 0.1, 0.2);
    RunResult second =
        new RunResult(
            "y",
            "1",
            List.of("b", "a"),
            List.of(1, 2),
            first.measurements(),
            first.timing(),
            first.provenance());
    ExperimentResult result =
        new ExperimentResult(
            "t",
            List.of("x", "y"),
            List.of("1"),
            List.of("recall@5"),
            List.of(first, second),
            List.of());
    assertThatThrownBy(() -> Report.of(result))
        .hasMessageContaining("run of 'y' on split '1' has other visitors than the runs before it");
  }

  @Test
  void files_areUtf8AndWhole(@TempDir Path folder) throws IOException {
    Report report =
        Report.of(
            Examples.of(
                "\u63a8\u8350", List.of("\u6d41\u884c\u5ea6", "b"), List.of("r"), List.of()));
    Files.writeString(folder.resolve("r.html"), "old");
    report.html(folder.resolve("r.html"));
    report.markdown(folder.resolve("r.md"));
    report.csv(folder.resolve("r.csv"));
    report.csvByUser(folder.resolve("v.csv"));
    report.json(folder.resolve("r.json"));
    assertThat(Files.readString(folder.resolve("r.html"), StandardCharsets.UTF_8))
        .isEqualTo(report.html());
    assertThat(Files.readString(folder.resolve("r.md"), StandardCharsets.UTF_8))
        .isEqualTo(report.markdown());
    assertThat(Files.readString(folder.resolve("r.csv"), StandardCharsets.UTF_8))
        .isEqualTo(report.csv());
    assertThat(Files.readString(folder.resolve("v.csv"), StandardCharsets.UTF_8))
        .isEqualTo(report.csvByUser());
    assertThat(Files.readString(folder.resolve("r.json"), StandardCharsets.UTF_8))
        .isEqualTo(report.json());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void noFolder_isSaidWithTheFile(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("r.html");
    assertThatThrownBy(() -> Report.of(Examples.two()).html(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("report " + file + " cannot be written, expected a folder");
  }
}
