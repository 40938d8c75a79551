package io.artrec.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.PyTorch;
import io.artrec.djl.TorchScriptFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs TorchScript that is written by hand. */
class TorchScriptTest {
  /** The vector of token {@code t} is {@code (t, 1, t², 0)}, times the mask. */
  private static final String CODE =
      """
      class Net(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def forward(self: __torch__.Net,
          input_ids: Tensor,
          attention_mask: Tensor) -> Tensor:
          ids = torch.unsqueeze(torch.to(input_ids, 6), 2)
          mask = torch.unsqueeze(torch.to(attention_mask, 6), 2)
          ones = torch.ones_like(ids)
          zeros = torch.zeros_like(ids)
          rows = torch.cat([ids, ones, torch.mul(ids, ids), zeros], 2)
          return torch.mul(rows, mask)
      """;

  @TempDir Path folder;

  @BeforeAll
  static void needPyTorch() {
    PyTorch.assumeAvailable();
  }

  private Path model(byte[] torchScript) throws IOException {
    Files.write(folder.resolve("model.pt"), torchScript);
    try (InputStream tokenizer =
        getClass().getClassLoader().getResourceAsStream("all-minilm-l6-v2-q-tokenizer.json")) {
      Files.write(
          folder.resolve("tokenizer.json"), Objects.requireNonNull(tokenizer).readAllBytes());
    }
    return folder.resolve("model.pt");
  }

  @Test
  void torchScript_encodesTexts() throws IOException {
    Path model = model(TorchScriptFile.of(CODE));
    try (TextEncoder encoder =
        TextEncoder.open(
            ModelSource.of(model),
            TextEncoderOptions.standard()
                .pooling(Pooling.MAX)
                .normalize(false)
                .tokenTypes(false))) {
      assertThat(encoder.model().engine()).isEqualTo("PyTorch");
      assertThat(encoder.dimensions()).isEqualTo(4);
      // [CLS] is 101, [SEP] 102, "cat" 4937 in BERT's vocabulary.
      assertThat(encoder.encode("cat").orElseThrow())
          .containsExactly(new float[] {4937, 1, 4937f * 4937f, 0}, within(1f));
      assertThat(encoder.encodeAll(List.of("cat", "a cat and a cat")).get(0).orElseThrow())
          .containsExactly(encoder.encode("cat").orElseThrow());
    }
  }

  @Test
  void truncatedTorchScript_isRefused() throws IOException {
    byte[] whole = TorchScriptFile.of(CODE);
    Path model = model(Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> TextEncoder.open(ModelSource.of(model), TextEncoderOptions.standard()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot open model")
        .hasMessageContaining("model.pt");
  }
}
