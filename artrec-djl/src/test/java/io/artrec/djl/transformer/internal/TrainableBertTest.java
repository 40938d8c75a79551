package io.artrec.djl.transformer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.artrec.djl.PyTorch;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.transformer.UnsupportedModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainableBertTest {
  private static final long[][] IDS = {{2, 5, 7, 19, 3}, {2, 8, 3, 0, 0}};
  private static final long[][] MASK = {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}};

  private static List<float[]> values(TrainableBert bert) {
    return bert.arrays().stream().map(BertArray::values).toList();
  }

  private static float[][][] forward(TrainableBert bert, List<float[]> values) {
    Engine engine = PyTorch.assumeAvailable();
    try (NDManager manager = engine.newBaseManager(Device.cpu())) {
      List<NDArray> weights = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Shape shape = new Shape(bert.arrays().get(i).shape());
        weights.add(manager.create(values.get(i), shape).duplicate());
      }
      NDArray states =
          bert.forward(
              weights, manager.create(IDS), manager.create(MASK), UnaryOperator.identity());
      float[] flat = states.toFloatArray();
      float[][][] out = new float[IDS.length][IDS[0].length][TinyBert.HIDDEN];
      for (int i = 0; i < flat.length; i++) {
        int token = i / TinyBert.HIDDEN;
        out[token / IDS[0].length][token % IDS[0].length][i % TinyBert.HIDDEN] = flat[i];
      }
      return out;
    }
  }

  private static void assertSame(float[][][] actual, float[][][] expected) {
    for (int text = 0; text < IDS.length; text++) {
      for (int token = 0; token < IDS[0].length; token++) {
        if (MASK[text][token] == 1) {
          assertThat(actual[text][token]).containsExactly(expected[text][token], within(1e-5f));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TinyBert.Form.class,
      names = {"PLAIN", "TANH", "RELU", "GEMM_FREE_TURNED_WEIGHTS", "NO_TOKEN_TYPES"})
  void whatItComputes_isWhatOnnxRuntimeDoes_alsoOfOtherWeightsWrittenIntoTheFile(
      TinyBert.Form form) {
    byte[] file = TinyBert.bytes(form, 2, 3);
    TrainableBert bert = TrainableBert.of(OnnxGraph.of(file, "tiny.onnx"));
    byte[] other = TinyBert.bytes(form, 2, 4);
    TrainableBert another = TrainableBert.of(OnnxGraph.of(other, "other.onnx"));
    List<float[]> values = values(bert);
    List<float[]> others = values(another);
    long[][] kinds = new long[IDS.length][IDS[0].length];
    try (OnnxReference one = new OnnxReference(file);
        OnnxReference two = new OnnxReference(other)) {
      assertSame(forward(bert, values), one.run(IDS, MASK, kinds));
      assertSame(forward(bert, others), two.run(IDS, MASK, kinds));
    }
    assertThat(bert.file(values)).isEqualTo(file);
    assertThat(bert.file(Collections.nCopies(values.size(), new float[0]))).isEqualTo(file);
    // Both are one graph with other numbers, so this file must be that one.
    assertThat(bert.file(others)).isEqualTo(other).isNotEqualTo(file);
  }

  @Test
  void arrays_areNamedAndKnowTheirLayer() {
    TrainableBert bert = TrainableBert.of(TinyBert.graph(TinyBert.Form.PLAIN));
    assertThat(bert.arrays()).hasSize(5 + 2 * 12);
    BertArray words = bert.arrays().get(0);
    assertThat(words.name()).isEqualTo("words");
    assertThat(words.layer()).isEqualTo(-1);
    assertThat(words.shape()).containsExactly(TinyBert.WORDS, TinyBert.HIDDEN);
    BertArray heads = bert.arrays().get(5 + 12);
    assertThat(heads.name()).isEqualTo("layer-1-heads-weight");
    assertThat(heads.layer()).isEqualTo(1);
    assertThat(heads.shape()).containsExactly(3 * TinyBert.HIDDEN, TinyBert.HIDDEN);
    assertThat(heads.values()).hasSize(3 * TinyBert.HIDDEN * TinyBert.HIDDEN);
  }

  @Test
  void aTensorThatTwoPlacesShare_cannotHoldWhatBothLearn() {
    OnnxGraph graph = TinyBert.graph(TinyBert.Form.SHARED_BIAS);
    assertThat(BertModel.config(graph).layers()).as("it can be run").isEqualTo(2);
    assertThatThrownBy(() -> TrainableBert.of(graph))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("cannot train the encoder of tiny.onnx: 'layer-1-inner-bias' shares")
        .hasMessageContaining("with another place");
  }

  @Test
  void whatIsNoBertInFullPrecision_isRefused() {
    assertThatThrownBy(() -> TrainableBert.of(TinyBert.graph(TinyBert.Form.QUANTISED)))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageStartingWith("cannot train the encoder of tiny.onnx: it is quantised")
        .hasMessageEndingWith("(of the published jars those whose name does not end in -q)");
    assertThatThrownBy(() -> TrainableBert.of(TinyBert.graph(TinyBert.Form.ROBERTA_POSITIONS)))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("supported are BERT encoders as PyTorch and Optimum export them");
  }

  @Test
  void anotherNumberOfArraysOrNumbers_isRefused() {
    TrainableBert bert = TrainableBert.of(TinyBert.graph(TinyBert.Form.PLAIN));
    assertThatThrownBy(() -> bert.file(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("writing an encoder: got 0 arrays, expected 29");
  }
}
