package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoodStepsTest {
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... args) {
    return MoodSteps.run(
        args,
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(messages, true, StandardCharsets.UTF_8));
  }

  @Test
  void theExamplesWorks_leadFromTenseToCalm() {
    assertThat(run("--from", "紧张", "--to", "calm", "--steps", "3"))
        .as(messages.toString(StandardCharsets.UTF_8))
        .isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .hasSize(4)
        .anyMatch(line -> line.matches("Step \\d of 3, \".+\": .+, judging by .+\\."))
        .last()
        .asString()
        .startsWith("Works whose records name war, death, illness or cruelty are kept out.");
  }

  @ParameterizedTest
  @CsvSource({
    "--from sad,                   --from and --to are needed",
    "--from xyzzy --to calm,       is no word of mood",
    "--from sad --to calm --steps 1, --steps is",
    "--mood sad,                   --mood"
  })
  void badOptions_areRefusedWithAMessage(String options, String message) {
    assertThat(run(options.split(" "))).isEqualTo(2);

    assertThat(messages.toString(StandardCharsets.UTF_8)).contains(message);
  }

  @Test
  void help_listsTheOptions() {
    assertThat(run("--help")).isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--from MOOD");
  }
}
