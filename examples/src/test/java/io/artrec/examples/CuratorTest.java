package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.examples.options.Options;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CuratorTest {
  @TempDir static Path cache;
  private static Gallery gallery;

  @BeforeAll
  static void open() {
    gallery =
        Gallery.open(QuickstartOptions.parse(new String[] {"--words-only", "--cache", "" + cache}));
  }

  @AfterAll
  static void close() {
    gallery.close();
  }

  /** Talks in lines; returns what is printed. */
  private static String talk(String lines, String... args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Curator.talk(
        CuratorOptions.parse(args),
        gallery,
        in(lines),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static InputStream in(String lines) {
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void dialogue_fromAScript_inEnglish() throws IOException {
    String said =
        talk(
            """
            a quiet landscape with snow, no people
            older
            more like the first
            :back
            start over
            :forget
            :quit
            a portrait
            """,
            "--echo");
    assertThat(said)
        .containsSubsequence(
            "> a quiet landscape with snow, no people",
            "snow",
            "without people",
            "1. ",
            "> older",
            "older than before",
            "1. ",
            "> more like the first",
            "Works like",
            "> :back",
            "We are back at: ",
            "older than before",
            "> start over",
            "Let us start again.",
            "> :forget",
            "Forgotten.")
        .doesNotContain("a portrait");
    assertThat(said.lines()).allMatch(line -> Page.columns(line) <= Page.WIDTH);
  }

  @Test
  void firstMeeting_thenWishes_inChinese() throws IOException {
    String said = talk(":meet\n1\n2\nb\nq\n想看山水\n换一批\n", "--lang", "zh", "--n", "2");
    assertThat(said)
        .containsSubsequence(
            "第 1 组", "第 4 组", "现在了解到的", "1. ", "2. ", "您想要：", "风景", "1. ", "2. ", "1. ");
  }

  @Test
  void unreachableModel_leavesTheLibrarysAnswer() throws IOException {
    String said =
        talk(
            "a portrait, sort of gloamingish\n",
            "--url",
            "http://127.0.0.1:1/v1",
            "--model",
            "none");
    assertThat(said).contains("1. ", "portrait", "(The model gave no answer: ");
  }

  @Test
  void modelWithoutItsServer_isRefused() {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8);
    assertThat(Curator.run(new String[] {"--model", "qwen3:8b"}, in(""), out, out)).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("curator: --url and --model go together; --url is missing");
  }

  @Test
  void help_tellsTheOptions() {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(messages, true, StandardCharsets.UTF_8);
    assertThat(Curator.run(new String[] {"--help"}, in(""), out, out)).isZero();
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .isEqualTo(Options.help(new CuratorOptions()));
  }
}
