package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.linear.Ease;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.report.Report;
import io.artrec.eval.search.HyperparameterSearch;
import io.artrec.eval.search.SearchSpace;
import io.artrec.eval.search.SearchVerdict;
import io.artrec.eval.search.TuningResult;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.eval.statistics.ComparisonSettings;
import io.artrec.eval.statistics.ComparisonTable;
import io.artrec.llm.chat.ChatReply;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.rerank.LlmReranker;
import io.artrec.rerank.Mmr;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.StrategyParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/evaluation.md, and checks that it is the code that stands there. */
class EvaluationGuideTest {
  @TempDir Path folder;

  private static Interactions interactions() {
    SplittableRandom random = new SplittableRandom(5);
    List<Interaction> events = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      for (int work = 0; work < 30; work++) {
        if (random.nextDouble() < (user % 2 == work % 2 ? 0.6 : 0.1)) {
          events.add(Interaction.favorite("u" + user, "w" + work));
        }
      }
    }
    return Interactions.of(events);
  }

  @Test
  void tenLines_compareAndReport() throws IOException {
    Interactions interactions = interactions();
    Catalog catalog = Experiment.catalogOf(List.of(interactions));
    ExperimentResult result =
        Experiment.of(catalog, interactions)
            .split("per-user:ratio=0.2")
            .add("popularity", Popularity.allTime())
            .add("ease", Ease.regularization(300))
            .add(
                "whole",
                builder -> builder.strategy(Ease.regularization(300)).rerank(Mmr.lambda(0.7)))
            .metrics("ndcg@10,recall@20,diversity@10")
            .breakdown("activity", "popularity")
            .run();
    Report.of(result).baseline("popularity").html(folder.resolve("report.html"));
    ComparisonTable table =
        ComparisonTable.of(result, "ndcg@10", "popularity", ComparisonSettings.standard(42));
    assertThat(Files.readString(folder.resolve("report.html"))).contains("whole");
    assertThat(table.row("ease").orElseThrow().verdict()).isEqualTo(ComparisonTable.Verdict.BETTER);
  }

  /** 60 works, every other one of snow, and 40 visitors who like a dozen of one of the two. */
  private static ExperimentResult withAndWithout(ScriptedChatModel model) {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> interactions = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(7);
    for (int work = 0; work < 60; work++) {
      String subject = work % 2 == 0 ? "snow" : "fire";
      works.add(Artwork.builder("w" + work, "Work " + work).subject(subject).build());
      for (int user = 0; user < 40; user++) {
        if (random.nextDouble() < (user % 2 == work % 2 ? 0.4 : 0.02)) {
          interactions.add(Interaction.favorite("u" + user, "w" + work));
        }
      }
    }
    Prompter prompter = Prompter.of(model);
    return Experiment.of(Catalog.of(works), Interactions.of(interactions))
        .split("per-user:ratio=0.3")
        .add("without", builder -> builder.strategy(Popularity.allTime()))
        .add(
            "with",
            builder ->
                builder
                    .strategy(Popularity.allTime())
                    .rerank(LlmReranker.with(prompter).historyBelow(Integer.MAX_VALUE)))
        .metrics("ndcg@10,recall@10")
        .breakdown("activity")
        .run();
  }

  /** Names the candidates that show, or do not show, what most works that the visitor liked do. */
  private static ScriptedChatModel byTaste(boolean well) {
    return ScriptedChatModel.answering(
        request -> {
          String text = request.turns().get(0).text();
          int liked = text.indexOf("Works that the visitor liked");
          boolean snow =
              text.substring(liked).split("; snow", -1).length
                  > text.substring(liked).split("; fire", -1).length;
          return ChatReply.of(
              text.substring(0, liked)
                  .lines()
                  .filter(line -> line.endsWith(snow == well ? "; snow" : "; fire"))
                  .map(line -> "{\"name\": \"" + line.substring(0, 4) + "\"}")
                  .collect(Collectors.joining(", ", "{\"order\": [", "]}")));
        });
  }

  @Test
  void modelThatHelps_andOneThatHurts_areTold() {
    ExperimentResult result = withAndWithout(byTaste(true));
    ComparisonTable told =
        ComparisonTable.of(result, "ndcg@10", "without", ComparisonSettings.standard(42));
    assertThat(told.row("with").orElseThrow().verdict()).isEqualTo(ComparisonTable.Verdict.BETTER);
    ComparisonTable harm =
        ComparisonTable.of(
            withAndWithout(byTaste(false)), "ndcg@10", "without", ComparisonSettings.standard(42));
    assertThat(harm.row("with").orElseThrow().verdict()).isEqualTo(ComparisonTable.Verdict.WORSE);
  }

  @Test
  void search_findsOnTheTrainingPart() {
    StrategyParser parser = StrategyParser.core().with(CfStrategies.methods());
    Interactions interactions = interactions();
    Split split =
        Splits.parse("per-user:ratio=0.2")
            .split(Experiment.catalogOf(List.of(interactions)), interactions, 42)
            .get(0);
    TuningResult found =
        HyperparameterSearch.of(split, parser::parse)
            .metric("ndcg@10")
            .within(Duration.ofMinutes(30))
            .file(folder.resolve("trials.jsonl"))
            .random(SearchSpace.proposed(parser.method("ease")), 20);
    assertThat(found.trials()).hasSize(1 + 20);
    assertThat(found.trials().get(0).strategy()).isEqualTo("ease");
    assertThat(found.verdict()).isNotEqualTo(SearchVerdict.UNTESTED);
    assertThat(parser.parse(found.chosen())).isInstanceOf(Ease.class);
  }

  @Test
  void whateverATableProposes_parses() {
    StrategyParser parser = StrategyParser.core().with(CfStrategies.methods());
    SplittableRandom random = new SplittableRandom(9);
    for (String name : parser.methods()) {
      SearchSpace space = SearchSpace.proposed(parser.method(name));
      for (int draw = 0; draw < 50; draw++) {
        assertThat(parser.parse(space.draw(random)).name()).isEqualTo(name);
      }
    }
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        squeeze(
            Files.readString(
                project.resolve(
                    "examples/src/test/java/io/artrec/examples/EvaluationGuideTest.java")));
    int checked = 0;
    for (String line : Files.readString(project.resolve("docs/evaluation.md")).lines().toList()) {
      String code = squeeze(line.replaceAll("Path\\.of\\(\"(.*?)\"\\)", "folder.resolve(\"$1\")"));
      if (code.endsWith(");") || (code.startsWith(".") && code.endsWith(")"))) {
        assertThat(here).as(line).contains(code);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(8);
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
