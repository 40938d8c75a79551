package io.artrec.djl.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelSource;
import io.artrec.djl.PyTorch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A model that PyTorch itself traced, with chance weights ({@code src/test/python/traced_gpt.py}),
 * and the logits that it gave there.
 */
@Timeout(120)
class TracedModelTest {
  private static final String TEXT = "A calm sea, 1889.";
  private static CausalModel model;

  @BeforeAll
  static void open() throws IOException {
    PyTorch.assumeAvailable();
    byte[] config =
        "{\"n_layer\":2,\"n_head\":2,\"n_embd\":16,\"n_positions\":64,\"eos_token_id\":256}"
            .getBytes(StandardCharsets.UTF_8);
    model =
        CausalModel.open(
            ModelSource.inMemory(
                Map.of(
                    "model.pt",
                    resource("model.pt"),
                    "config.json",
                    config,
                    "tokenizer.json",
                    ByteTokenizer.of(List.of()))),
            CausalOptions.standard().device("cpu"));
  }

  @AfterAll
  static void close() {
    if (model != null) {
      model.close();
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TracedModelTest.class.getResourceAsStream("traced/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @Test
  void logitsAreThoseOfPython_readAtOnceAndByteByByte() throws IOException {
    List<String> rows = new String(resource("logits.txt"), StandardCharsets.UTF_8).lines().toList();
    long[] text = model.encode(TEXT);
    assertThat(text).hasSize(rows.size());
    try (CausalSession atOnce = model.session();
        CausalSession oneByOne = model.session()) {
      float[][] all = atOnce.appendAll(text);
      for (int i = 0; i < text.length; i++) {
        float[] one = oneByOne.append(text[i]);
        assertThat(one).containsExactly(all[i], within(1e-5f));
        double[] python =
            Arrays.stream(rows.get(i).split(" ")).mapToDouble(Double::parseDouble).toArray();
        for (int token = 0; token < python.length; token++) {
          assertThat((double) one[token]).isCloseTo(python[token], within(2e-5));
        }
      }
    }
  }

  @Test
  void writesToItsLastPosition_andWithinASchema() {
    long[] prompt = model.encode(TEXT);
    Generation said = model.generate(prompt, Decoding.sampling(3).topP(0.9), piece -> {});
    assertThat(said.tokens()).isLessThanOrEqualTo(64 - prompt.length + 1);
    JsonFormTest.assertMood(
        model.generate("A", Decoding.sampling(3).maxTokens(60).json(JsonFormTest.MOOD)).text());
  }
}
