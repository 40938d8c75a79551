package io.artrec.text.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.tabular.RowProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IconclassReaderTest {
  @TempDir Path folder;

  private ReadSubjects read() throws IOException {
    Path notations =
        Files.writeString(
            folder.resolve("notations.txt"),
            """
            N 9
            C 9A
            ; 9A(...)
            K 9k
            ; 9l
            $
            N 9A
            C 9A1
            ; 9AA
            $
            N 9A1
            $
            N 9AA
            $
            N 9A(...)
            C 9A(ROSE)
            $
            N 9A(ROSE)
            $
            C lost
            $
            """);
    Path labels =
        Files.writeString(
            folder.resolve("labels.txt"),
            "9|made-up things\n9A|toys (in general)\n9A1|wooden toys\n9AA|toys ~ allegory\nno bar\n8|elsewhere\n");
    Path chinese = Files.writeString(folder.resolve("zh.txt"), "9A|玩具\n");
    Path keywords =
        Files.writeString(folder.resolve("kw.txt"), "9A1|horse\n9AA|horse\n9A1|block\n");
    return IconclassReader.of(notations)
        .labels(Locale.ENGLISH, labels)
        .labels(Locale.CHINESE, chinese)
        .keywords(Locale.ENGLISH, keywords)
        .read();
  }

  @Test
  void files_becomeATree() throws IOException {
    SubjectTree tree = read().tree();
    assertThat(tree.size()).isEqualTo(6);
    assertThat(tree.parent(tree.get("9A1"))).contains(tree.get("9A"));
    assertThat(tree.parent(tree.get("9A(ROSE)"))).contains(tree.get("9A(...)"));
    assertThat(tree.get("9A").label(Locale.ENGLISH)).isEqualTo("toys");
    assertThat(tree.get("9A").label(Locale.CHINESE)).isEqualTo("玩具");
    assertThat(tree.get("9A1").names(Locale.ENGLISH))
        .containsExactly("wooden toys", "horse", "block");
    assertThat(tree.named("horse", Locale.ENGLISH)).hasSize(2);
    assertThat(SubjectFinder.of(tree).find("a horse")).isEmpty();
    assertThat(SubjectFinder.of(tree).find("a block")).hasSize(1);
  }

  @Test
  void linesThatCannotBeUsed_areReported() throws IOException {
    assertThat(read().problems())
        .extracting(RowProblem::value)
        .contains("C lost", "no bar", "8|elsewhere");
  }

  @ParameterizedTest
  @CsvSource({
    "9A1, 9A1",
    "9A1(+12), 9A1",
    "9A(ROSE), 9A(ROSE)",
    "9A(TULIP), 9A(...)",
    "9A(TULIP)(+3), 9A(...)",
    "9A19999, 9A1",
    "9AA(+1)7, 9AA",
    "5B, ''",
    "'', ''"
  })
  void notations_areFound(String notation, String id) throws IOException {
    Optional<Subject> found = IconclassReader.find(read().tree(), notation);
    assertThat(found.map(Subject::id).orElse("")).isEqualTo(id);
  }
}
