package io.artrec.djl.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.PyTorch;
import io.artrec.djl.TorchScriptFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are refused, other tokenizers, and memory. */
@Timeout(120)
class CausalFilesTest {
  private static final int SIZE = 1 << 17;

  /** A model without weights, of four tokens, each followed by the next; half a MiB a key. */
  private static final String NEXT =
      """
      class Net(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def forward(self: __torch__.Net,
          input_ids: Tensor,
          position_ids: Tensor,
          attention_mask: Tensor,
          past_key_values: Tuple[Tuple[Tensor, Tensor]]) -> Tuple[Tensor, Tuple[Tuple[Tensor, Tensor]]]:
          past, = past_key_values
          key, value, = past
          new = torch.zeros([torch.size(input_ids, 0), 1, torch.size(input_ids, 1), 131072])
          ids = torch.unsqueeze(input_ids, 2)
          gaps = torch.sub(torch.reshape(torch.sub(torch.cumsum(torch.ones([4]), 0), 2), [1, 1, 4]), ids)
          logits = torch.neg(torch.mul(torch.abs(gaps), 9.))
          return (logits, ((torch.cat([key, new], 2), torch.cat([value, new], 2)),))
      """;

  @BeforeAll
  static void needPyTorch() {
    PyTorch.assumeAvailable();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new HashMap<>();
    files.put("model.pt", TorchScriptFile.of(NEXT));
    files.put("tokenizer.json", ByteTokenizer.ofLetters("abc"));
    files.put(
        "config.json",
        utf8(
            "{\"num_hidden_layers\":1,\"num_attention_heads\":2,\"num_key_value_heads\":1,\"head_dim\":"
                + SIZE
                + ",\"max_position_embeddings\":12}"));
    return files;
  }

  private static CausalModel open(Map<String, byte[]> files) {
    return CausalModel.open(ModelSource.inMemory(files), CausalOptions.standard().device("cpu"));
  }

  @Test
  void namesOfOtherConfigurationsAndTheirEndTokensAreKnown() {
    Map<String, byte[]> files = files();
    files.put("generation_config.json", utf8("{\"eos_token_id\":[2,3]}"));
    try (CausalModel model = open(files)) {
      assertThat(model.positions()).isEqualTo(12);
      assertThat(model.sessionBytes()).isEqualTo(2L * SIZE * Float.BYTES * 12);
      assertThat(model.vocabularySize()).isEqualTo(4);
      assertThat(model.generate("a", Decoding.greedy()).text()).isEqualTo("b");
    }
    try (CausalModel endless = open(files())) {
      assertThat(endless.generate("a", Decoding.greedy()).text()).startsWith("bc");
    }
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsSaid() {
    refused("config.json", "", "there is no config.json beside it");
    refused("tokenizer.json", "", "there is no tokenizer.json beside it");
    refused("config.json", "{}", "no n_layer from 1");
    refused("config.json", "[", "no JSON object");
    refused("tokenizer.json", "{}", "its decoder is made of []");
    refused(
        "tokenizer.json", "{\"decoder\":{\"type\":\"ByteLevel\"}}", "not a whole tokenizer.json");
    refused(
        "config.json",
        "{\"n_layer\":2,\"n_head\":1,\"n_embd\":8,\"n_positions\":9}",
        "see CausalOptions.inputs");
    refused(
        "config.json",
        "{\"n_layer\":1,\"n_head\":1,\"n_embd\":8,\"n_positions\":9}",
        "model.pt failed on 1 × 1 tokens");
    assertThatThrownBy(
            () ->
                CausalModel.open(
                    ModelSource.inMemory(Map.of("model.onnx", new byte[1])),
                    CausalOptions.standard()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("expected TorchScript");
  }

  private static void refused(String name, String content, String message) {
    Map<String, byte[]> files = files();
    if (content.isEmpty()) {
      files.remove(name);
    } else {
      files.put(name, utf8(content));
    }
    assertThatThrownBy(() -> open(files))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void tokenizerWithoutAllBytesCannotHoldToASchema() {
    try (CausalModel model = open(files())) {
      Decoding decoding = Decoding.greedy().maxTokens(9).json("{\"type\":\"object\"}");
      assertThatThrownBy(() -> model.generate("a", decoding))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("no token for the single byte 0x20");
    }
  }

  @Test
  void tokensOfSentencePieceAreBytes() {
    String json =
        """
        {"added_tokens":[{"id":3,"content":"</s>","special":true},{"id":4,"content":"=>","special":false}],
         "decoder":{"type":"Sequence","decoders":[{"type":"Replace"},{"type":"ByteFallback"},{"type":"Fuse"}]},
         "model":{"type":"BPE","vocab":{"\u2581deep":0,"<0xE9>":1,"\u00e9":2}}}""";
    Vocabulary vocabulary = Vocabulary.read("test", utf8(json));
    assertThat(vocabulary.bytes(0)).isEqualTo(utf8(" deep"));
    assertThat(vocabulary.bytes(1)).isEqualTo(new byte[] {(byte) 0xe9});
    assertThat(vocabulary.bytes(2)).isEqualTo(utf8("é"));
    assertThat(vocabulary.bytes(3)).isEmpty();
    assertThat(vocabulary.bytes(4)).isEqualTo(utf8("=>"));
    assertThat(vocabulary.marks()).containsExactly("</s>");
  }

  /**
   * Each of 12 readings of twelve tokens makes 78 MiB of keys and values, all but 12 of it passing.
   */
  @Test
  void memoryIsGivenBackTokenByToken() throws IOException {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.isReadable(status), "resident memory is read from /proc here");
    try (CausalModel model = open(files())) {
      read(model);
      long before = resident(status);
      for (int round = 0; round < 12; round++) {
        read(model);
      }
      model.generate("a", Decoding.beam(3).maxTokens(8));
      assertThat(resident(status) - before).as("KiB").isLessThan(400 << 10);
    }
  }

  private static void read(CausalModel model) {
    try (CausalSession session = model.session()) {
      for (int i = 0; i < model.positions(); i++) {
        session.append(i % 4);
      }
      assertThat(session.nativeBytes()).isEqualTo(model.sessionBytes());
    }
  }

  private static long resident(Path status) throws IOException {
    String line =
        Files.readAllLines(status).stream()
            .filter(each -> each.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
