package io.artrec.llm.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A hundred questions about the examples' catalogue and, in Chinese, about works of the atelier,
 * written before the answers. The first half was looked at while these were made, the second was
 * scored once.
 */
class QuestionSetTest {
  private static final Map<String, Questions> QUESTIONS =
      Map.of(
          "examples", about("../examples/src/main/resources/io/artrec/examples/artworks.csv"),
          "atelier", about("src/test/resources/io/artrec/llm/question/atelier-zh.csv"));

  private static Questions about(String file) {
    Catalog catalog = CatalogLoader.csv(Path.of(file)).load().catalog();
    return Questions.about(catalog);
  }

  private static Map<String, Integer> right(String name) throws IOException {
    Map<String, Integer> right = new TreeMap<>();
    List<String> report = new ArrayList<>();
    for (AskedQuestion asked : AskedQuestion.read("questions-" + name + ".tsv")) {
      Answer answer = QUESTIONS.get(asked.catalog()).ask(asked.question());
      boolean is = asked.isRight(answer);
      right.merge("all", is ? 1 : 0, Integer::sum);
      right.merge(asked.language() + " " + asked.kind(), is ? 1 : 0, Integer::sum);
      report.add((is ? "right " : "WRONG ") + asked.question() + " -> " + answer);
    }
    report.add(right.toString());
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "questions-" + name + ".txt"), report);
    return right;
  }

  @Test
  void questionsLookedAt_areAnswered() throws IOException {
    assertThat(right("tuning").get("all")).isGreaterThanOrEqualTo(25);
  }
}
