package io.artrec.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.InferenceException;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelOptions;
import io.artrec.djl.ModelSource;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.TinyOnnx;
import io.artrec.task.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Opening, refusing, timing out, interrupting, closing. */
@Timeout(120)
class TextEncoderLifeTest {
  private static final String NAME = "all-minilm-l6-v2-q";

  @TempDir Path folder;

  private static byte[] resource(String name) {
    ClassLoader loader = TextEncoderLifeTest.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextEncoder open(TextEncoderOptions options) {
    ClassLoader loader = TextEncoderLifeTest.class.getClassLoader();
    return TextEncoder.open(ModelSource.resource(loader, NAME + ".onnx"), options);
  }

  private TextEncoder openWith(byte[] model, byte[] tokenizer) throws IOException {
    Files.write(folder.resolve("model.onnx"), model);
    Files.write(folder.resolve("tokenizer.json"), tokenizer);
    return TextEncoder.open(ModelSource.of(folder), TextEncoderOptions.standard());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void folderOfSentenceTransformers_saysHowItWantsToBeUsed() throws IOException {
    Files.createDirectories(folder.resolve("1_Pooling"));
    Files.write(
        folder.resolve("1_Pooling/config.json"),
        utf8("{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": false}"));
    Files.write(folder.resolve("sentence_bert_config.json"), utf8("{\"max_seq_length\": 77}"));
    Files.write(folder.resolve("tokenizer_config.json"), utf8("{\"model_max_length\": 1e30}"));
    try (TextEncoder encoder =
        openWith(resource(NAME + ".onnx"), resource(NAME + "-tokenizer.json"))) {
      assertThat(encoder.pooling()).isEqualTo(Pooling.CLS);
      assertThat(encoder.maxTokens()).isEqualTo(77);
    }
    Files.write(folder.resolve("sentence_bert_config.json"), utf8("[1"));
    assertThatThrownBy(() -> openWith(new byte[0], resource(NAME + "-tokenizer.json")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("cannot read sentence_bert_config.json of model in folder");
  }

  @Test
  void missingTokenizer_isNamed() throws IOException {
    Files.write(folder.resolve("model.onnx"), TinyOnnx.identity("x"));
    assertThatThrownBy(
            () -> TextEncoder.open(ModelSource.of(folder), TextEncoderOptions.standard()))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "cannot open model in folder "
                + folder
                + " as a text encoder: no tokenizer.json beside it; save it there with the Hugging"
                + " Face tokenizer's save_pretrained");
  }

  @Test
  void damagedTokenizer_isNamed() throws IOException {
    byte[] whole = resource(NAME + "-tokenizer.json");
    assertThatThrownBy(
            () -> openWith(resource(NAME + ".onnx"), Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(
            "cannot read the tokenizer of model.onnx: not a whole tokenizer.json: ");
    assertThatThrownBy(() -> openWith(resource(NAME + ".onnx"), utf8("{\"model\": {}}")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("cannot open the tokenizer of model.onnx: ");
  }

  @Test
  void truncatedModel_isNamed() throws IOException {
    byte[] whole = resource(NAME + ".onnx");
    assertThatThrownBy(
            () ->
                openWith(
                    Arrays.copyOf(whole, whole.length / 2), resource(NAME + "-tokenizer.json")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "cannot open model model in folder "
                + folder
                + ": not a whole ONNX file: it ends too early; copy it again");
  }

  @Test
  void imageModel_isNamed() throws IOException {
    assertThatThrownBy(
            () -> openWith(TinyOnnx.identity("pixel_values"), resource(NAME + "-tokenizer.json")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model model.onnx takes the inputs [pixel_values]; a text encoder takes input_ids"
                + " and maybe attention_mask and token_type_ids");
  }

  @Test
  void modelThatGivesNoVectors_isNamed() throws IOException {
    assertThatThrownBy(() -> openWith(TinyOnnx.idsAsFloats(), resource(NAME + "-tokenizer.json")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model model.onnx gave 7 dimensions for one text and 3 for another; it is no text"
                + " encoder");
  }

  @Test
  void adoptedModel_isAskedByPosition() throws IOException {
    NeuralModel model =
        NeuralModel.open(
            ModelSource.resource(getClass().getClassLoader(), NAME + ".onnx"),
            ModelOptions.standard());
    try (TextEncoder adopted =
            TextEncoder.of(
                model,
                resource(NAME + "-tokenizer.json"),
                TextEncoderOptions.standard().maxTokens(64));
        TextEncoder opened = open(TextEncoderOptions.standard().maxTokens(64))) {
      assertThat(adopted.encode("Two boats").orElseThrow())
          .containsExactly(opened.encode("Two boats").orElseThrow());
      assertThat(adopted.identity()).isEqualTo(opened.identity());
    }
  }

  @Test
  void textLongerThanTheModelWasTrainedFor_isNamed() {
    try (TextEncoder encoder = open(TextEncoderOptions.standard().maxTokens(600))) {
      assertThatThrownBy(() -> encoder.encode("sea ".repeat(590)))
          .isInstanceOf(InferenceException.class)
          .hasMessageStartingWith("model all-minilm-l6-v2-q.onnx failed on [input_ids[1, 592],");
      assertThat(encoder.encode("sea")).as("the encoder works on").isPresent();
    }
  }

  @Test
  void timeout_isKept() {
    try (TextEncoder encoder =
        open(TextEncoderOptions.standard().timeout(Duration.ofNanos(1)).runs(1))) {
      assertThatThrownBy(() -> encoder.encodeAll(List.of("a boat", "a ship")))
          .isInstanceOf(InferenceException.class)
          .hasMessage(
              "model all-minilm-l6-v2-q.onnx did not finish within PT0.000000001S; raise the timeout");
      assertThatThrownBy(() -> encoder.encode("sea ".repeat(2000)))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("did not finish within");
    }
  }

  @Test
  void interruptedCaller_leavesWithItsFlagSet() {
    try (TextEncoder encoder = open(TextEncoderOptions.standard())) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> encoder.encodeAll(Collections.nCopies(100, "a boat")))
          .isInstanceOf(CancelledException.class)
          .hasMessage("interrupted while encoding texts with model all-minilm-l6-v2-q.onnx");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(encoder.encode("a boat")).as("the encoder works on").isPresent();
    }
  }

  @Test
  void closeInUse_endsTheCallWithAName() throws Exception {
    TextEncoder encoder = open(TextEncoderOptions.standard());
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<?> endless =
          executor.submit(
              () -> {
                while (true) {
                  encoder.encodeAll(List.of("a boat", "a ship", "the sea"));
                }
              });
      encoder.encode("a boat");
      encoder.close();
      encoder.close();
      assertThatThrownBy(endless::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the encoder of model all-minilm-l6-v2-q.onnx is closed");
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void options_areCheckedAtOnce() {
    TextEncoderOptions options = TextEncoderOptions.standard();
    assertThatThrownBy(() -> options.maxTokens(7))
        .hasMessage("maxTokens is 7, expected 8 to 32768");
    assertThatThrownBy(() -> options.maxWindows(0))
        .hasMessage("maxWindows is 0, expected 1 or more");
    assertThatThrownBy(() -> options.runs(0)).hasMessage("runs is 0, expected 1 or more");
    assertThatThrownBy(() -> options.batchSize(-1))
        .hasMessage("batchSize is -1, expected 1 or more");
    assertThatThrownBy(() -> options.maxWaiting(0))
        .hasMessage("maxWaiting is 0, expected 1 or more");
    assertThatThrownBy(() -> options.timeout(Duration.ZERO))
        .hasMessage("timeout is PT0S, expected a positive time");
    assertThat(options.timeout(Duration.ofSeconds(Long.MAX_VALUE)).timeout())
        .isEqualTo(Duration.ofDays(365));
    assertThatThrownBy(() -> options.device("cuda"))
        .hasMessage("device is 'cuda', expected auto, cpu, gpu or gpu:<number>");
  }
}
