package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  @TempDir Path folder;

  private record Ran(int status, String out, String messages) {}

  private static Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        Texts.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8));
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
  }

  private Path texts(String... lines) throws IOException {
    Path file = folder.resolve("texts.txt");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return file;
  }

  private List<List<String>> rows(Path in, String... task) throws IOException {
    Path out = folder.resolve("out.csv");
    List<String> args = new ArrayList<>(List.of("--in", in.toString(), "--out", out.toString()));
    args.addAll(List.of(task));
    Ran ran = run(args.toArray(String[]::new));
    assertThat(ran.status()).as(ran.messages()).isZero();
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(out)) {
      csv.forEach(row -> rows.add(row.getFields()));
    }
    return rows;
  }

  @Test
  void textThatBeginsLikeAFormula_isNoneInTheFile() throws IOException {
    Path in = folder.resolve("texts.txt");
    Files.writeString(in, "=cmd|' /C calc'!A0 is what it says.\n");

    List<List<String>> rows = rows(in, "--summary", "1");

    assertThat(rows.get(1).get(0)).startsWith("'=cmd|");
  }

  private static double cosine(List<String> a, List<String> b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += Double.parseDouble(a.get(i)) * Double.parseDouble(b.get(i));
    }
    return sum;
  }

  @Test
  void embed_writesAVectorForEachLine_andNothingForABlankOne() throws IOException {
    Path in = texts("A cat sleeps on the sofa.", "", "A kitten naps on a couch.", "Stocks fell.");
    List<List<String>> rows = rows(in, "--embed", "minilm");
    assertThat(rows).hasSize(5).allMatch(row -> row.size() == 384);
    assertThat(rows.get(0)).startsWith("v1", "v2").endsWith("v384");
    assertThat(rows.get(2)).allMatch(String::isEmpty);
    assertThat(cosine(rows.get(1), rows.get(1))).isEqualTo(1, within(1e-5));
    assertThat(cosine(rows.get(1), rows.get(3))).isGreaterThan(0.6);
    assertThat(cosine(rows.get(1), rows.get(4))).isLessThan(0.2);
  }

  @Test
  void chineseEmbedding_andSentiment_readChinese() throws IOException {
    Path in = texts("这幅画太美了，我非常喜欢。", "展览很糟糕，浪费时间。");
    assertThat(rows(in, "--embed", "bge-zh").get(1)).hasSize(512);
    List<List<String>> rows = rows(in, "--sentiment", "zh");
    assertThat(rows.get(0)).containsExactly("label", "intensity");
    assertThat(rows.get(1).get(0)).isEqualTo("positive");
    assertThat(rows.get(2).get(0)).isEqualTo("negative");
  }

  @ParameterizedTest
  @CsvSource({"both", "lexicon", "model"})
  void sentiment_tellsForFromAgainst(String method) throws IOException {
    Path in = texts("A wonderful, moving exhibition.", "A dull and disappointing mess.", "");
    List<List<String>> rows = rows(in, "--sentiment", "en", "--method", method);
    assertThat(rows.get(1).get(0)).isEqualTo("positive");
    assertThat(Double.parseDouble(rows.get(1).get(1))).isGreaterThan(0.1).isLessThanOrEqualTo(1);
    assertThat(rows.get(2).get(0)).isEqualTo("negative");
    assertThat(rows.get(3)).containsExactly("neutral", "0.0");
  }

  @ParameterizedTest
  @CsvSource({"tf-idf", "textrank"})
  void keywords_nameWhatATextIsAbout(String method) throws IOException {
    Path in =
        texts(
            "The lighthouse stands on the cliff. The lighthouse keeper lights the lighthouse lamp.",
            "A market square with fruit sellers; the sellers shout in the market.",
            "Clouds drift over the hills.");
    List<List<String>> rows = rows(in, "--keywords", "2", "--method", method);
    assertThat(rows.get(0)).containsExactly("keywords", "weights");
    assertThat(rows.get(1).get(0)).contains("lighthouse");
    assertThat(rows.get(1).get(1).split("; ")).hasSizeBetween(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"meaning", "nmf", "lda"})
  void topics_divideWhatIsUnlike(String method) throws IOException {
    List<String> lines = new ArrayList<>();
    String[] sea = {"ship", "harbour", "wave", "sailor", "boat", "storm"};
    String[] garden = {"rose", "lily", "garden", "flower", "tulip", "blossom"};
    for (int i = 0; i < 24; i++) {
      String[] words = i % 2 == 0 ? sea : garden;
      StringBuilder line = new StringBuilder();
      for (int w = 0; w < 8; w++) {
        line.append("A ").append(words[(i + w * (1 + i / 6)) % 6]).append(". ");
      }
      lines.add(line.toString());
    }
    List<List<String>> rows =
        rows(texts(lines.toArray(String[]::new)), "--topics", "2", "--method", method);
    assertThat(rows.get(0)).containsExactly("topic", "topic_1", "topic_2");
    for (int i = 1; i <= 24; i++) {
      assertThat(rows.get(i).get(0))
          .as("line %d", i)
          .isEqualTo(rows.get(i % 2 == 1 ? 1 : 2).get(0));
      double sum = Double.parseDouble(rows.get(i).get(1)) + Double.parseDouble(rows.get(i).get(2));
      assertThat(sum).isEqualTo(1, within(1e-5));
    }
    assertThat(rows.get(1).get(0)).isNotEqualTo(rows.get(2).get(0));
  }

  @Test
  void summary_keepsASentence() throws IOException {
    Path in =
        texts(
            "The painter left Paris. In the south the painter found light and colour. The light of"
                + " the south changed the colour of the painter's work. He missed the cafés.");
    String summary = rows(in, "--summary", "1").get(1).get(0);
    assertThat(summary).endsWith(".");
    assertThat(Files.readString(in)).contains(summary);
  }

  @Test
  void oddTexts_haveARowEach() throws IOException {
    Path in = folder.resolve("odd.txt");
    byte[] odd = {
      (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0xFF, (byte) 0xC3, '\n', 0, '\n'
    };
    Files.write(in, odd);
    Files.writeString(
        in, "\u202Eabc 😀 \uFFFD 画\n" + "x".repeat(100_000) + "\n   \n", StandardOpenOption.APPEND);
    for (String[] task :
        new String[][] {
          {"--embed", "minilm"},
          {"--sentiment", "en"},
          {"--keywords", "3"},
          {"--topics", "2"},
          {"--summary", "1"}
        }) {
      assertThat(rows(in, task)).as(task[0]).hasSize(7);
    }
    assertThat(Texts.read(in).get(0)).isEqualTo("a");
  }

  @Test
  void emptyFile_givesAHeader() throws IOException {
    Path in = folder.resolve("empty.txt");
    Files.writeString(in, "");
    assertThat(rows(in, "--topics", "2")).hasSize(1);
  }

  @Test
  void withoutOut_firstRowsAreShown() throws IOException {
    Ran ran = run("--in", texts("What a joy.").toString(), "--sentiment", "en");
    assertThat(ran.out()).contains("1. What a joy.", "label positive");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sentiment en|--in FILE is missing: the texts, one a line",
        "--in x|say what to do: --embed, --sentiment, --keywords, --topics or --summary",
        "--in x --topics 2 --summary 1|--topics and --summary cannot both be done; run them one after",
        "--in x --sentiment fr|--sentiment is 'fr', expected en or zh",
        "--in x --topics one|--topics is 'one', expected a whole number",
        "--in x --keywords 0|--keywords is '0', expected a whole number from 1 to 1000",
        "--in no-such-file --keywords 2|file no-such-file does not exist",
        "--in x --keywords 2 --engine abacus|--engine is 'abacus', expected onnxruntime or pytorch",
        "--in x --embed minilm --method lda|--method says nothing about --embed; leave it out",
        "--in x --sentiment en --lang en|--lang says nothing about --sentiment; leave it out",
        "--in x --summary 1 --engine pytorch|--engine says nothing about --summary; leave it out",
        "--in x --topics 2 --pooling cls|--pooling says nothing about --topics; leave it out",
        "--in x --embed minilm --pooling sum|--pooling is 'sum', expected mean, cls or max",
        "--what|unknown option '--what'; --help lists them",
      })
  void badOption_isNamed(String args, String message) {
    Ran ran = run(args.split(" ", -1));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.messages()).startsWith("texts: " + message);
  }

  @Test
  void filesThatCannotBe_areNamedBeforeTheWork() throws IOException {
    String in = texts("One.").toString();
    String nowhere = folder.resolve("nowhere").resolve("out.csv").toString();
    assertThat(run("--in", in, "--embed", "minilm", "--out", nowhere).messages())
        .isEqualToIgnoringNewLines(
            "texts: --out " + nowhere + ": there is no folder " + folder.resolve("nowhere"));
    assertThat(run("--in", in, "--embed", "minilm", "--out", folder.toString()).messages())
        .isEqualToIgnoringNewLines("texts: --out " + folder + " is a folder, expected a file");
    assertThat(run("--in", folder.toString(), "--embed", "minilm").messages())
        .contains("is a folder, expected a file with one text a line");
    assertThat(run("--in", in, "--sentiment", "en", "--out", in).messages())
        .contains("would replace the texts of --in; name another file");
    assertThat(Files.readString(Path.of(in))).isEqualTo("One.\n");
  }

  @Test
  void poolingAndThreads_areKept() throws IOException {
    Path in = texts("A cat sleeps on the sofa.", "Stocks fell.");
    List<List<String>> usual = rows(in, "--embed", "minilm");
    assertThat(rows(in, "--embed", "minilm", "--pooling", "mean", "--threads", "1"))
        .isEqualTo(usual);
    assertThat(rows(in, "--embed", "minilm", "--pooling", "cls").get(1)).isNotEqualTo(usual.get(1));
  }

  @Test
  void unknownMethodModelAndLanguage_areNamed() throws IOException {
    String in = texts("One.", "Two.").toString();
    assertThat(run("--in", in, "--topics", "2", "--method", "magic").messages())
        .contains("--method is 'magic', expected meaning, nmf, lda for --topics");
    assertThat(run("--in", in, "--embed", "no-such-model").messages()).contains("no-such-model");
    assertThat(run("--in", in, "--keywords", "2", "--lang", "xx").messages()).contains("xx");
    assertThat(run("--help").out()).contains("--embed", "--sentiment", "--topics");
  }
}
