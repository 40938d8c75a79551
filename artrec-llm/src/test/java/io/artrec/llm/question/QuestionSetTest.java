package io.artrec.llm.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A hundred questions about the examples' catalogue and, in Chinese, about works of the atelier,
 * written before the answers. The first half was looked at while these were made, the second was
 * scored once.
 */
class QuestionSetTest {
  private static final Questions EXAMPLES = Questions.about(examples());
  private static final Questions ATELIER =
      Questions.about(load("src/test/resources/io/artrec/llm/question/atelier-zh.csv"));

  private static Catalog examples() {
    return load(
        "../examples/collection/src/main/resources/io/artrec/examples/collection/artworks.csv");
  }

  private static Catalog load(String file) {
    return CatalogLoader.csv(Path.of(file)).load().catalog();
  }

  private static Map<String, Integer> right(String name) throws IOException {
    Map<String, Integer> right = new TreeMap<>();
    List<String> report = new ArrayList<>();
    for (AskedQuestion asked : AskedQuestion.read("questions-" + name + ".tsv")) {
      Questions questions = asked.catalog().equals("examples") ? EXAMPLES : ATELIER;
      Answer answer = questions.ask(asked.question());
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
    assertThat(right("tuning")).containsEntry("all", 50);
  }

  @Test
  void questionsHeldOut_areAnswered() throws IOException {
    assertThat(right("held-out")).containsEntry("all", 50);
  }

  @Test
  void everyRecord_answersForItsFields_andForNoOthers() {
    Catalog catalog = examples();
    for (int i = 0; i < catalog.size(); i += 8) {
      Artwork work = catalog.get(i);
      Answer maker = EXAMPLES.ask("Who painted " + work.title() + "?");
      assertThat(maker.isKnown()).as(work.title()).isEqualTo(!work.artists().isEmpty());
      work.artists().forEach(credit -> assertThat(maker.text()).contains(credit.name()));
      Answer when = EXAMPLES.ask("《" + work.title() + "》是哪一年创作的？");
      assertThat(when.works()).contains(work.id());
      assertThat(when.text()).contains(String.valueOf(work.created().orElseThrow().first()));
    }
  }

  /**
   * Details of records in other words, which were written for search: with the record there, and
   * with it taken away, when nothing supports an answer.
   */
  @Test
  void detailsInOtherWords_areAnsweredFromTheirRecord_andNotWithoutIt() throws IOException {
    Catalog catalog = examples();
    List<String[]> all = new ArrayList<>();
    for (String line :
        Files.readAllLines(
            Path.of("src/test/resources/io/artrec/llm/search/examples-questions.tsv"))) {
      if (!line.startsWith("#")) {
        all.add(line.split("\t", -1));
      }
    }
    Set<String> taken = new HashSet<>();
    List<String[]> items = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 3) {
      items.add(all.get(i));
      taken.add(all.get(i)[0]);
    }
    Questions without =
        Questions.about(
            Catalog.of(catalog.stream().filter(work -> !taken.contains(work.id())).toList()));
    int right = 0;
    int wrong = 0;
    int invented = 0;
    for (String[] item : items) {
      String question = "Which work shows " + item[1] + "?";
      Answer answer = EXAMPLES.ask(question);
      boolean is = answer.works().equals(List.of(item[0]));
      right += is ? 1 : 0;
      wrong += answer.isKnown() && !is ? 1 : 0;
      invented += without.ask(question).isKnown() ? 1 : 0;
    }
    assertThat(items).hasSize(72);
    assertThat(right).isGreaterThanOrEqualTo(69);
    assertThat(wrong).isLessThanOrEqualTo(1);
    assertThat(invented).isLessThanOrEqualTo(2);
  }
}
