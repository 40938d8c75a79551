package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.StrategyParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/hyperparameters.md is what the tables say; {@code -Dartrec.docs=write} writes it anew after
 * a change.
 */
class HyperparameterTablesTest {
  private static final StrategyParser PARSER = StrategyParser.core().with(CfStrategies.methods());

  private static final String HEAD =
      """
      # Hyper-parameters

      What strategies can be told, in text (`implicit-als:factors=64,epochs=20`) and by setters of the same names. A table is declared
      once, at the head of its strategy's class, and stands here as declared (`HyperparameterTablesTest` sees to it);
      `Evaluate --help STRATEGY` prints it, and `SearchSpace.proposed` takes from it what a search tries.
      """;

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (String name : names()) {
      List<Hyperparameter<?>> rows = PARSER.hyperparameters(name).rows();
      page.append("\n## ").append(name).append("\n\n");
      if (rows.isEmpty()) {
        page.append("None.\n");
        continue;
      }
      page.append("| name | may be | unless set | meaning | a search tries |\n");
      page.append("|---|---|---|---|---|\n");
      for (Hyperparameter<?> row : rows) {
        page.append("| `")
            .append(row.name())
            .append("` | ")
            .append(row.range())
            .append(" | ")
            .append(row.standard())
            .append(" | ")
            .append(row.meaning())
            .append(" | ")
            .append(row.tried().map(HyperparameterTablesTest::words).orElse(""))
            .append(" |\n");
      }
    }
    return page.toString();
  }

  private static String words(Hyperparameter.Tried tried) {
    if (tried instanceof Hyperparameter.Choice choice) {
      return String.join(", ", choice.values());
    }
    Hyperparameter.Span span = (Hyperparameter.Span) tried;
    return span.from() + " to " + span.to() + (span.byMagnitude() ? ", by magnitude" : "");
  }

  @Test
  void document_isWhatTheTablesSay() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    Path document = project.resolve("docs/hyperparameters.md");
    if ("write".equals(System.getProperty("artrec.docs"))) {
      Files.writeString(document, page());
    }
    assertThat(document)
        .as("a table changed; run this test with -Dartrec.docs=write")
        .content()
        .isEqualTo(page());
  }

  /** Methods, and hybrids that have any. */
  static List<String> names() {
    return Stream.concat(
            PARSER.methods().stream(),
            PARSER.hybridNames().stream()
                .filter(name -> !PARSER.hyperparameters(name).rows().isEmpty()))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyHyperParameter_isDescribedAndDefaultsAreAllowed(String name) {
    for (Hyperparameter<?> row : PARSER.hyperparameters(name).rows()) {
      assertThat(row.meaning()).as(row.name()).isNotBlank().doesNotEndWith(".");
      assertThat(row.range()).as(row.name()).isNotBlank();
      assertThat(row.standard()).as(row.name()).isNotBlank();
    }
    if (CfStrategies.names().contains(name)) {
      StrategyMethod<?> method = PARSER.method(name);
      Parameters written = method.hyperparameters().parameters();
      assertThat(method.parse(written)).isEqualTo(method.standard());
      assertThat(PARSER.parse(method.standard().toString())).isEqualTo(method.standard());
    }
  }

  /** As strategies wrote themselves before their hyper-parameters stood in tables. */
  @Test
  void textsOfModelFiles_areReadAndWrittenAsEver() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            HyperparameterTablesTest.class.getResourceAsStream("texts-of-model-files.txt"))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSizeGreaterThan(CfStrategies.names().size());
      for (String line : lines) {
        String[] asked = line.split(" => ", -1);
        assertThat(PARSER.parse(asked[0])).hasToString(asked[1]);
        assertThat(PARSER.parse(asked[1])).hasToString(asked[1]).isEqualTo(PARSER.parse(asked[0]));
      }
    }
  }
}
