package io.artrec.djl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.ModelException;
import io.artrec.djl.ModelOptions;
import io.artrec.djl.ModelSource;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.PyTorch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One ONNX file, two engines. */
class TextEncoderPyTorchTest {
  private static final List<String> TEXTS =
      List.of(
          "a boat on calm water",
          "",
          "Two women read by a window.",
          "A stormy sea under a low grey sky, painted with a loaded brush, and gulls. ".repeat(40));

  private static ModelSource source(String name) {
    return ModelSource.resource(
        Objects.requireNonNull(TextEncoderPyTorchTest.class.getClassLoader()), name);
  }

  @Test
  void fullPrecisionMiniLm_givesOnPyTorch_whatOnnxRuntimeGives() {
    PyTorch.assumeAvailable();
    TextEncoderOptions options = TextEncoderOptions.standard();
    ModelSource miniLm = source("all-minilm-l6-v2.onnx");
    try (TextEncoder torch = TextEncoder.open(miniLm, options.engine("pytorch").device("cpu"));
        TextEncoder onnx = TextEncoder.open(miniLm, options.engine("onnxruntime"))) {
      assertThat(torch.model().engine()).isEqualTo("PyTorch");
      assertThat(onnx.model().engine()).isEqualTo("OnnxRuntime");
      assertThat(torch.identity()).isEqualTo(onnx.identity());
      assertThat(torch.model().inputs())
          .containsExactly("input_ids", "attention_mask", "token_type_ids");
      List<Optional<float[]>> a = torch.encodeAll(TEXTS);
      List<Optional<float[]>> b = onnx.encodeAll(TEXTS);
      assertThat(a.get(1)).isEmpty();
      for (int i = 0; i < TEXTS.size(); i++) {
        if (i != 1) {
          assertThat(a.get(i).orElseThrow()).containsExactly(b.get(i).orElseThrow(), within(1e-6f));
          assertThat(torch.encode(TEXTS.get(i)).orElseThrow())
              .containsExactly(a.get(i).orElseThrow(), within(1e-5f));
        }
      }
    }
  }

  @Test
  void quantisedModel_isRefusedByPyTorch_withWhatToDo() {
    assertThatThrownBy(
            () ->
                NeuralModel.open(
                    source("all-minilm-l6-v2-q.onnx"),
                    ModelOptions.standard().device("cpu").engine("pytorch")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot open model all-minilm-l6-v2-q.onnx")
        .hasMessageContaining("this engine needs weights in full precision")
        .hasMessageEndingWith("run it with ONNX Runtime instead");
  }

  @Test
  void unknownEngine_isNamed() {
    assertThatThrownBy(() -> TextEncoderOptions.standard().engine("mxnet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("engine is 'mxnet', expected auto, onnxruntime or pytorch");
  }
}
