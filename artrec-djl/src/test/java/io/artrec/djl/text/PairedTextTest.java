package io.artrec.djl.text;

import static io.artrec.djl.onnx.internal.OnnxWriter.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.PyTorch;
import io.artrec.djl.TorchScriptFile;
import io.artrec.djl.onnx.internal.OnnxWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text halves of pairs for images and texts: ids alone, one length, several outputs. */
class PairedTextTest {
  /** Words are their line's number; "sea" is token 4. */
  private static final String TOKENIZER =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
       "post_processor": null, "decoder": null,
       "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab":
         {"[UNK]": 0, "art": 1, "of": 2, "works": 3, "sea": 4, "storm": 5, "filler": 6}}}
      """;

  private static final TextEncoderOptions RAW = TextEncoderOptions.standard().normalize(false);

  /** The vector of token {@code t} is {@code (t, 1)}; a text's is the sum over its tokens. */
  private static byte[] model() {
    float[] table = new float[14];
    for (int token = 0; token < 7; token++) {
      table[2 * token] = token;
      table[2 * token + 1] = 1;
    }
    OnnxWriter graph = new OnnxWriter();
    graph.input("input_ids", 7, "batch", "tokens");
    graph.node(
        "Gather",
        "last_hidden_state",
        List.of(graph.weight("table", table, 7, 2), "input_ids"),
        attribute("axis", 0L));
    graph.node(
        "ReduceSum",
        "text_embeds",
        List.of("last_hidden_state", graph.integers(1)),
        attribute("keepdims", 0L));
    graph.output("last_hidden_state", 1, "batch", "tokens", "2");
    graph.output("text_embeds", 1, "batch", "2");
    return graph.toBytes();
  }

  private static TextEncoder open(String name, byte[] model, TextEncoderOptions options) {
    return TextEncoder.open(
        ModelSource.inMemory(
            Map.of(name, model, "tokenizer.json", TOKENIZER.getBytes(StandardCharsets.UTF_8))),
        options);
  }

  @Test
  void namedOutput_isTaken_andTokensOtherwise() {
    try (TextEncoder encoder = open("model.onnx", model(), RAW.output("text_embeds"))) {
      assertThat(encoder.encode("storm sea").orElseThrow()).containsExactly(9, 2);
      assertThat(encoder.identity()).isNotEqualTo(identity(RAW));
    }
    try (TextEncoder encoder = open("model.onnx", model(), RAW)) {
      assertThat(encoder.encode("storm sea").orElseThrow()).as("mean").containsExactly(4.5f, 1);
    }
    assertThatThrownBy(() -> open("model.onnx", model(), RAW.output("pooler_output")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model model.onnx has no output 'pooler_output' that holds 32-bit floats; it gave"
                + " [last_hidden_state[1, 1, 2], text_embeds[1, 2]]");
  }

  private static String identity(TextEncoderOptions options) {
    try (TextEncoder encoder = open("model.onnx", model(), options)) {
      return encoder.identity();
    }
  }

  @Test
  void textsOfOtherLength_doNotShareABatch_withoutAMask() {
    try (TextEncoder encoder = open("model.onnx", model(), RAW.output("text_embeds"))) {
      List<Optional<float[]>> vectors =
          encoder.encodeAll(List.of("sea", "storm sea sea", "storm", "", "works of art"));
      assertThat(vectors.get(0).orElseThrow()).containsExactly(4, 1);
      assertThat(vectors.get(1).orElseThrow()).containsExactly(13, 3);
      assertThat(vectors.get(2).orElseThrow()).containsExactly(5, 1);
      assertThat(vectors.get(3)).isEmpty();
      assertThat(vectors.get(4).orElseThrow()).containsExactly(6, 3);
    }
  }

  @Test
  void oneLength_isFilledUp() {
    TextEncoderOptions filled = RAW.output("text_embeds").filledTo(8, 6);
    try (TextEncoder encoder = open("model.onnx", model(), filled)) {
      assertThat(encoder.maxTokens()).isEqualTo(8);
      assertThat(encoder.encode("storm sea").orElseThrow()).containsExactly(9 + 6 * 6, 8);
      assertThat(encoder.encodeAll(List.of("sea", "storm sea")).get(0).orElseThrow())
          .containsExactly(4 + 7 * 6, 8);
      assertThat(encoder.encode("sea sea sea sea sea sea sea sea sea sea").orElseThrow())
          .as("two windows of five, joined by the mean")
          .containsExactly(5 * 4 + 3 * 6, 8);
    }
    try (TextEncoder encoder = open("model.onnx", model(), RAW.output(0).filledTo(8, 6))) {
      assertThat(encoder.encode("storm sea").orElseThrow())
          .as("what fills up is not pooled")
          .containsExactly(4.5f, 1);
    }
    assertThatThrownBy(() -> RAW.filledTo(8, -1))
        .hasMessage("filler is -1, expected a token, 0 or more");
  }

  @Test
  void torchScript_mayTakeIdsAlone() {
    PyTorch.assumeAvailable();
    byte[] model =
        TorchScriptFile.of(
            """
            class Net(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.Net,
                ids: Tensor) -> Tensor:
                sums = torch.sum(torch.to(ids, 6), [1], True)
                return torch.cat([sums, torch.ones_like(sums)], 1)
            """);
    try (TextEncoder encoder = open("model.pt", model, RAW.attentionMask(false))) {
      assertThat(encoder.encode("storm sea").orElseThrow()).containsExactly(9, 1);
      assertThat(encoder.encodeAll(List.of("sea", "storm sea")).get(0).orElseThrow())
          .containsExactly(4, 1);
    }
  }

  @Test
  void prompts_areAveragedAtUnitLength() {
    try (TextEncoder encoder = open("model.onnx", model(), RAW.output("text_embeds"))) {
      PromptEncoder plain = PromptEncoder.of(encoder);
      // "sea" is (4, 1), "storm sea" (9, 2).
      assertThat(plain.encodeQuery(" sea ").orElseThrow())
          .containsExactly(unit(4, 1), within(1e-6f));
      double one = Math.sqrt(17);
      double two = Math.sqrt(85);
      assertThat(plain.prompts("{}", "storm {}").encodeQuery("sea").orElseThrow())
          .containsExactly(unit(4 / one + 9 / two, 1 / one + 2 / two), within(1e-6f));
      assertThat(plain.dimensions(1).encodeQuery("sea").orElseThrow()).containsExactly(1);
      assertThat(plain.dimensions(1).dimensions()).isEqualTo(1);
    }
  }

  private static float[] unit(double first, double second) {
    double length = Math.hypot(first, second);
    return new float[] {(float) (first / length), (float) (second / length)};
  }

  @Test
  void promptsOfNothing_sayNothing() {
    try (TextEncoder encoder = open("model.onnx", model(), RAW.output("text_embeds"))) {
      PromptEncoder art = PromptEncoder.of(encoder).prompts("works of {}");
      assertThat(art.encodeQuery("")).isEmpty();
      assertThat(art.encodeQuery(" ?! ")).as("the prompt alone is no answer").isEmpty();
      assertThat(art.encodeQuery("zeppelin")).as("not in the vocabulary").isEmpty();
    }
  }

  @Test
  void promptEncoder_isNamedByWhatChangesVectors() {
    try (TextEncoder encoder = open("model.onnx", model(), RAW.output("text_embeds"))) {
      PromptEncoder plain = PromptEncoder.of(encoder);
      assertThat(plain.fitsFrom()).as("nothing is said to fit").isEqualTo(1);
      assertThat(plain.fitsFrom(0.3).fitsFrom()).isEqualTo(0.3);
      assertThat(plain.fitsFrom(0.3).name()).isEqualTo(plain.name());
      assertThat(plain.prompts("art of {}").name()).isNotEqualTo(plain.name());
      assertThat(plain.dimensions(1).name()).isNotEqualTo(plain.name());
      assertThatThrownBy(() -> plain.prompts("a painting"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("prompts are [a painting], expected one or more with {} where the words go");
      assertThatThrownBy(() -> plain.dimensions(3))
          .hasMessage("dimensions is 3, expected 1 to 2, which the model gives");
      assertThatThrownBy(() -> plain.fitsFrom(0))
          .hasMessage("fitsFrom is 0.0, expected a cosine above 0 and at most 1");
    }
  }
}
