package io.artrec.djl.onnx.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.artrec.djl.onnx.OnnxException;

/**
 * Any bytes give a graph whose tensors can be decoded, or an {@link OnnxException}. Replays the
 * corpus in the test resources; fuzzes when the environment variable {@code JAZZER_FUZZ} is 1.
 */
class OnnxGraphFuzzTest {
  @FuzzTest(maxDuration = "2m")
  void anyBytes(byte[] bytes) {
    try {
      OnnxGraph graph = OnnxGraph.of(bytes, "fuzz");
      for (OnnxTensor tensor : graph.weights().values()) {
        decode(tensor);
      }
      for (OnnxNode node : graph.nodes()) {
        node.attributes().values().forEach(a -> a.tensor().ifPresent(OnnxGraphFuzzTest::decode));
        node.outputs().forEach(graph::constant);
      }
    } catch (OnnxException e) {
      if (!String.valueOf(e.getMessage()).startsWith("reading fuzz")) {
        throw new AssertionError("message without its subject: " + e.getMessage(), e);
      }
    }
  }

  private static void decode(OnnxTensor tensor) {
    int read =
        switch (tensor.type()) {
          case FLOAT, FLOAT16, BFLOAT16, DOUBLE -> tensor.floats().length;
          case OTHER -> tensor.size();
          default -> tensor.integers().length;
        };
    if (read != tensor.size()) {
      throw new AssertionError(tensor + " gave " + read + " elements");
    }
  }
}
