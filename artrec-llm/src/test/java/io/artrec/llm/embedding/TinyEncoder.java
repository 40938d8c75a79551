package io.artrec.llm.embedding;

import io.artrec.djl.ModelSource;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoderOptions;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * A BERT encoder of two layers and twelve dimensions with random weights, which reads nine tokens
 * of a vocabulary of sixteen words: art, works, of, sea, boat, tree, cat, dog, sun, moon, red,
 * blue, old, new, near and far.
 */
public final class TinyEncoder {
  private TinyEncoder() {}

  /**
   * Skips the test, visibly, where the class path holds no PyTorch for this platform.
   *
   * @return the encoder, not opened yet
   */
  public static TransformerEncoder assumeTunable() {
    Assumptions.assumeTrue(
        TinyEncoder.class.getResource("/native/lib/pytorch.properties") != null,
        "no pytorch-native-cpu for this platform on the class path");
    ModelSource source =
        ModelSource.resource(
            Objects.requireNonNull(TinyEncoder.class.getClassLoader()), "tiny-encoder/model.onnx");
    return TransformerEncoder.of(
        source, TextEncoderOptions.standard().pooling(Pooling.MEAN).maxTokens(9).device("cpu"));
  }
}
