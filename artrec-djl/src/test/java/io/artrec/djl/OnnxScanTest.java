package io.artrec.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxScanTest {
  @Test
  void weightInAnotherFile_isRefused() {
    assertThatThrownBy(
            () -> OnnxScan.isDynamicallyQuantized("m.onnx", TinyOnnx.externalData("/etc/passwd")))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "refused model m.onnx: it keeps weights in other files (ONNX external data), which could"
                + " point anywhere; save it again with the weights inside");
  }

  @Test
  void weightInAnotherFileOfAnInnerGraph_isRefused() {
    assertThatThrownBy(
            () -> OnnxScan.isDynamicallyQuantized("m.onnx", TinyOnnx.nestedExternalData()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("ONNX external data");
  }

  @Test
  void dynamicQuantization_isNoticed() {
    assertThat(OnnxScan.isDynamicallyQuantized("m", TinyOnnx.ofOperator("DynamicQuantizeLinear")))
        .isTrue();
    assertThat(OnnxScan.isDynamicallyQuantized("m", TinyOnnx.ofOperator("QuantizeLinear")))
        .isFalse();
  }

  @Test
  void truncatedFile_isNamed() {
    byte[] whole = TinyOnnx.identity("x");
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> OnnxScan.isDynamicallyQuantized("m.onnx", part))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("cannot open model m.onnx: not a whole ONNX file: ");
    }
  }

  @Test
  void otherFile_isNamed() {
    assertThatThrownBy(() -> OnnxScan.isDynamicallyQuantized("m.onnx", new byte[0]))
        .hasMessage("cannot open model m.onnx: not a whole ONNX file: no graph in it");
    assertThatThrownBy(() -> OnnxScan.isDynamicallyQuantized("m.onnx", new byte[] {15, 15, 15, 15}))
        .hasMessage("cannot open model m.onnx: not a whole ONNX file: not a protobuf message");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void damagedFile_isReadOrRefused(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = TinyOnnx.nestedExternalData();
      for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        OnnxScan.isDynamicallyQuantized("m", bytes);
      } catch (ModelException e) {
        assertThat(e.getMessage()).contains("model m");
      }
    }
  }
}
