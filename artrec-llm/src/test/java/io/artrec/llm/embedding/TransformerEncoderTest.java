package io.artrec.llm.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelException;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.text.embedding.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformerEncoderTest {
  /** Pairs that say the same in other words. */
  private static final List<List<String>> ENGLISH =
      List.of(
          List.of("A boat returns to the harbour at night", "In the dark a vessel comes into port"),
          List.of("A mother holds her sleeping child", "A woman with a baby asleep in her arms"),
          List.of(
              "Snow covers the roofs of the village",
              "The hamlet's houses lie under a white winter"),
          List.of("The soldiers charge across the field", "Troops attack over open ground"),
          List.of("Apples and a jug on a table", "Still life with fruit and a pitcher"),
          List.of("He painted himself in old age", "A self-portrait from the artist's last years"),
          List.of("Dancers practise before a mirror", "Ballerinas rehearse in the studio"),
          List.of("An empty street after the rain", "Nobody on the wet road"));

  private static final List<List<String>> CHINESE =
      List.of(
          List.of("夜里小船回到港口", "天黑以后渔船驶入码头"),
          List.of("母亲抱着熟睡的孩子", "一位妇女怀里的婴儿睡着了"),
          List.of("大雪覆盖了村庄的屋顶", "村子的房子上落满了白雪"),
          List.of("士兵们冲过田野", "军队在旷野上发起进攻"),
          List.of("桌上放着苹果和水壶", "有水果和罐子的静物"),
          List.of("画家晚年的自画像", "艺术家在老年时画了自己"),
          List.of("山间瀑布旁的一座小亭", "瀑布边的山中凉亭"),
          List.of("雨后空无一人的街道", "下过雨的路上没有行人"));

  private static TransformerEncoder miniLm;
  private static TransformerEncoder bge;

  @BeforeAll
  static void open() {
    miniLm = TransformerEncoder.miniLm();
    bge = TransformerEncoder.bgeChinese();
  }

  @AfterAll
  static void close() {
    miniLm.close();
    bge.close();
  }

  private static double cosine(SentenceEncoder encoder, String one, String other) {
    float[] a = encoder.encode(one).orElseThrow();
    float[] b = encoder.encode(other).orElseThrow();
    double dot = 0;
    for (int d = 0; d < a.length; d++) {
      dot += (double) a[d] * b[d];
    }
    return dot;
  }

  /** Each paraphrase is nearer than every sentence of the other pairs. */
  private static void assertParaphrasesNearest(SentenceEncoder encoder, List<List<String>> pairs) {
    for (List<String> pair : pairs) {
      double near = cosine(encoder, pair.get(0), pair.get(1));
      for (List<String> other : pairs) {
        if (other != pair) {
          for (String sentence : other) {
            assertThat(near)
                .as("%s: with its paraphrase, above with '%s'", pair, sentence)
                .isGreaterThan(cosine(encoder, pair.get(0), sentence));
          }
        }
      }
    }
  }

  @Test
  void englishParaphrases_areNearerThanUnrelatedSentences() {
    assertParaphrasesNearest(miniLm, ENGLISH);
  }

  @Test
  void chineseParaphrases_areNearerThanUnrelatedSentences() {
    assertParaphrasesNearest(bge, CHINESE);
  }

  @Test
  void presets_sayWhatTheyAreBeforeTheyAreOpened() {
    TransformerEncoder closed = TransformerEncoder.bgeChinese();
    closed.close();
    assertThat(closed.name()).isEqualTo("bge-small-zh-v15-q");
    assertThat(closed).hasToString("bge-small-zh-v15-q");
    assertThat(closed.dimensions()).isEqualTo(512);
    assertThat(closed.encode("  ")).isEmpty();
    assertThat(miniLm.name()).isEqualTo("all-minilm-l6-v2-q");
    assertThat(miniLm.dimensions()).isEqualTo(384).isEqualTo(miniLm.open().dimensions());
    assertThat(miniLm.open().maxTokens()).isEqualTo(256);
    assertThat(miniLm.open().pooling()).isEqualTo(Pooling.MEAN);
    assertThat(bge.open().dimensions()).isEqualTo(512);
    assertThat(bge.open().pooling()).isEqualTo(Pooling.CLS);
    assertThat(bge.open().maxTokens()).isEqualTo(512);
  }

  @Test
  void chineseQuery_getsTheInstruction() {
    String query = "夜晚的海港";
    assertThat(bge.encodeQuery(query).orElseThrow())
        .containsExactly(bge.encode(bge.queryPrefix() + query).orElseThrow(), within(1e-5f));
    assertThat(bge.encodeQuery(query).orElseThrow()).isNotEqualTo(bge.encode(query).orElseThrow());
    assertThat(miniLm.encodeQuery("a harbour")).hasValue(miniLm.encode("a harbour").orElseThrow());
    assertThat(bge.encodeQuery(" ")).isEmpty();
  }

  @Test
  void many_areEncodedAsOne() {
    List<String> texts = new ArrayList<>();
    ENGLISH.forEach(texts::addAll);
    texts.add(3, "");
    List<Optional<float[]>> all = miniLm.encodeAll(texts);
    for (int i = 0; i < texts.size(); i++) {
      Optional<float[]> one = miniLm.encode(texts.get(i));
      assertThat(all.get(i).isPresent()).isEqualTo(i != 3).isEqualTo(one.isPresent());
      all.get(i).ifPresent(v -> assertThat(v).containsExactly(one.orElseThrow(), within(1e-5f)));
    }
  }

  @Test
  void changedUse_hasAnotherName() {
    TransformerEncoder shorter = miniLm.with(options -> options.maxTokens(64));
    TransformerEncoder elsewhere = miniLm.with(options -> options.device("cpu").runs(1));
    assertThat(shorter.name()).startsWith("all-minilm-l6-v2-q-").isNotEqualTo(miniLm.name());
    assertThat(elsewhere.name()).isEqualTo(miniLm.name());
    assertThatThrownBy(() -> miniLm.with(options -> options.normalize(false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sentence encoder gives vectors of unit length; leave normalize(true)");
  }

  @Test
  void encoderOnDisk_givesTheVectorsOfTheClassPath(@TempDir Path folder) throws IOException {
    for (String file : List.of("all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json")) {
      try (InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
        Files.copy(Objects.requireNonNull(in), folder.resolve(file));
      }
    }
    Path jar = jarOf("all-minilm-l6-v2-q.onnx");
    float[] expected = miniLm.encode("Two boats at sea").orElseThrow();
    List<String> names = new ArrayList<>();
    for (Path path : List.of(folder, folder.resolve("all-minilm-l6-v2-q.onnx"), jar)) {
      try (TransformerEncoder encoder = TransformerEncoder.of(path)) {
        assertThat(encoder.encode("Two boats at sea").orElseThrow()).containsExactly(expected);
        names.add(encoder.name());
      }
    }
    assertThat(names).hasSize(3).containsOnly(names.get(0));
    assertThat(names.get(0)).matches("all-minilm-l6-v2-q-[0-9a-f]{16}");
  }

  @Test
  void copyOfAJar_isUsedAsTheJarOnTheClassPath(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("copy.zip");
    Files.copy(jarOf("bge-small-zh-v1.5-q.onnx"), jar);
    String query = "夜晚的海港";
    try (TransformerEncoder copy = TransformerEncoder.of(jar)) {
      assertThat(copy.open().pooling()).isEqualTo(Pooling.CLS);
      assertThat(copy.encode(query).orElseThrow())
          .containsExactly(bge.encode(query).orElseThrow(), within(1e-5f));
      assertThat(copy.encodeQuery(query).orElseThrow())
          .containsExactly(bge.encodeQuery(query).orElseThrow(), within(1e-5f));
    }
    try (TransformerEncoder copy = TransformerEncoder.of(jarOf("all-minilm-l6-v2-q.onnx"))) {
      assertThat(copy.open().maxTokens()).isEqualTo(miniLm.open().maxTokens());
    }
  }

  private static Path jarOf(String model) throws IOException {
    URL url =
        Objects.requireNonNull(TransformerEncoderTest.class.getClassLoader().getResource(model));
    return Path.of(((JarURLConnection) url.openConnection()).getJarFileURL().getPath());
  }

  @Test
  void fileOfAnotherKind_isRefusedWhenItsNameIsAskedFor(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "no model");
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    assertThatThrownBy(() -> TransformerEncoder.of(file).name())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("expected a name that ends in .onnx, .pt or .pth");
    assertThatThrownBy(() -> TransformerEncoder.of(Files.createDirectory(folder.resolve("empty"))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no .onnx, .pt or .pth file in it");
  }

  @Test
  void missingJar_isNamedWithTheLinesToAdd() {
    ModelJar.Build build =
        new ModelJar.Build("absent-q", "absent-q.onnx", "embeddings-absent-q", "1.2.3", true);
    ModelJar jar =
        new ModelJar("Absent", List.of(build), 8, TextEncoderOptions.standard(), "", 0.5, 0.5);
    assertThatThrownBy(() -> jar.find("auto"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            """
            the model Absent is not on the class path; add its jar (without what it depends on) and an engine to the application's pom.xml:
              <dependency>
                <groupId>dev.langchain4j</groupId>
                <artifactId>embeddings-absent-q</artifactId>
                <version>1.2.3</version>
                <exclusions>
                  <exclusion>
                    <groupId>*</groupId>
                    <artifactId>*</artifactId>
                  </exclusion>
                </exclusions>
              </dependency>
              <dependency>
                <groupId>ai.djl.onnxruntime</groupId>
                <artifactId>onnxruntime-engine</artifactId>
                <version>0.38.0</version>
                <scope>runtime</scope>
              </dependency>""");
  }

  @Test
  void fullBuild_standsInForTheQuantizedOne() {
    ModelJar jar =
        new ModelJar(
            "MiniLM",
            List.of(
                new ModelJar.Build("absent-q", "absent-q.onnx", "a", "1", true),
                new ModelJar.Build("there", "all-minilm-l6-v2-q.onnx", "b", "1", false)),
            384,
            TextEncoderOptions.standard(),
            "",
            0.5,
            0.5);
    assertThat(jar.find("auto").name()).isEqualTo("there");
    assertThat(jar.find("pytorch").name()).isEqualTo("there");
  }

  @Test
  void pyTorch_asksForTheFullBuild() {
    ModelJar jar =
        new ModelJar(
            "MiniLM",
            List.of(
                new ModelJar.Build("there-q", "all-minilm-l6-v2-q.onnx", "a-q", "1", true),
                new ModelJar.Build("absent", "absent.onnx", "a", "1", false)),
            384,
            TextEncoderOptions.standard(),
            "",
            0.5,
            0.5);
    assertThatThrownBy(() -> jar.find("pytorch"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "the model MiniLM in full precision is not on the class path; add its jar (without what"
                + " it depends on) to the application's pom.xml:")
        .hasMessageContaining("<artifactId>a</artifactId>");
  }
}
