package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  private int run(String... args) {
    return Enrich.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(messages, true, StandardCharsets.UTF_8));
  }

  private Path records() throws IOException {
    return Files.writeString(
        folder.resolve("works.csv"),
        """
        id,title,artist,year,medium
        a,Quiet Harbour with Ships,Jo Maler,1890,oil on canvas
        b,Untitled,,,
        """);
  }

  @Test
  void recordsAreReadWithoutAModel_andOnce() throws IOException {
    String journal = folder.resolve("j.jsonl").toString();
    String csv = folder.resolve("out.csv").toString();
    String catalog = records().toString();

    assertThat(run("--catalog", catalog, "--journal", journal, "--out", csv)).isZero();
    List<String> lines = Files.readAllLines(Path.of(csv));
    assertThat(lines.get(0)).isEqualTo("id,field,value,from");
    assertThat(lines).anyMatch(line -> line.matches("a,subject,.*ship.*,LIBRARY"));
    assertThat(lines).anyMatch(line -> line.startsWith("a,mood,"));
    assertThat(lines).anyMatch(line -> line.matches("a,description,.*Jo Maler.*1890.*,LIBRARY"));
    String first = Files.readString(Path.of(journal));

    assertThat(run("--catalog", catalog, "--journal", journal)).isZero();
    assertThat(Files.readString(Path.of(journal))).isEqualTo(first);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("2 works", "without a model");
    assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void modelThatIsNotThereIsReplaced_andSaidSo() throws IOException {
    assertThat(
            run(
                "--catalog",
                records().toString(),
                "--journal",
                folder.resolve("j.jsonl").toString(),
                "--fields",
                "subject",
                "--lang",
                "zh",
                "--url",
                "http://127.0.0.1:9/v1",
                "--model",
                "none"))
        .isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("without the model, which gave nothing that fits", "船", "the model: ");
  }

  @Test
  void badOptionsAreTold() {
    assertThat(run("--fields", "mood,colour")).isEqualTo(2);
    assertThat(run("--url", "http://localhost:1/v1")).isEqualTo(2);
    assertThat(run("--key-from", "K")).isEqualTo(2);
    assertThat(run("--lang", "de")).isEqualTo(2);
    assertThat(messages.toString(StandardCharsets.UTF_8))
        .contains(
            "enrich: --fields is 'mood,colour', expected some of mood,subject,description",
            "enrich: --url and --model go together",
            "enrich: --key-from goes with --url",
            "enrich: --lang is 'de', expected en or zh");
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("artrec enrich: ");
  }
}
