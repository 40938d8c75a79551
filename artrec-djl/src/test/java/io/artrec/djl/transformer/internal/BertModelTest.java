package io.artrec.djl.transformer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.artrec.djl.PyTorch;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.transformer.UnsupportedModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BertModelTest {
  private static final int BATCH = 3;
  private static final int TOKENS = 7;

  private static long[][] ids(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new SplittableRandom(random.nextLong())
        .longs(BATCH, 0, Long.MAX_VALUE)
        .mapToObj(s -> new SplittableRandom(s).longs(TOKENS, 0, TinyBert.WORDS).toArray())
        .toArray(long[][]::new);
  }

  /** The second sequence is 4 tokens long, the third one. */
  private static long[][] mask() {
    return new long[][] {
      {1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 0, 0, 0}, {1, 0, 0, 0, 0, 0, 0},
    };
  }

  private static NDList arrays(NDManager manager, long[][]... values) {
    NDList list = new NDList();
    for (long[][] value : values) {
      list.add(manager.create(value));
    }
    return list;
  }

  static float[][][] run(Predictor<NDList, NDList> predictor, Model model, long[][]... inputs)
      throws TranslateException {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      NDList inside = arrays(manager, inputs);
      NDList result = predictor.predict(inside);
      result.attach(manager);
      float[] flat = result.singletonOrThrow().toFloatArray();
      long[] shape = result.singletonOrThrow().getShape().getShape();
      float[][][] out = new float[(int) shape[0]][(int) shape[1]][];
      int hidden = (int) shape[2];
      for (int i = 0; i < flat.length / hidden; i++) {
        out[i / (int) shape[1]][i % (int) shape[1]] =
            Arrays.copyOfRange(flat, i * hidden, (i + 1) * hidden);
      }
      return out;
    }
  }

  private static void assertSame(float[][][] actual, float[][][] expected, long[][] mask) {
    for (int b = 0; b < expected.length; b++) {
      for (int t = 0; t < expected[b].length; t++) {
        if (mask[b][t] == 1) {
          assertThat(actual[b][t]).containsExactly(expected[b][t], within(1e-5f));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TinyBert.Form.class,
      names = {
        "PLAIN",
        "TANH",
        "RELU",
        "FUSED_NORM",
        "GEMM_FREE_TURNED_WEIGHTS",
        "SCALED_QUERY_AND_KEY",
        "NO_TOKEN_TYPES",
        "COUNTED_POSITIONS",
        "EXTRA_OUTPUT"
      })
  void everyWayToWriteIt_agreesWithOnnxRuntime(TinyBert.Form form) throws TranslateException {
    Engine engine = PyTorch.assumeAvailable();
    for (long seed = 1; seed <= 3; seed++) {
      byte[] bytes = TinyBert.bytes(form, (int) seed, seed);
      OnnxGraph graph = OnnxGraph.of(bytes, "tiny.onnx");
      assertThat(BertModel.config(graph))
          .isEqualTo(
              new BertConfig(
                  (int) seed,
                  TinyBert.HEADS,
                  TinyBert.HIDDEN,
                  TinyBert.INNER,
                  TinyBert.WORDS,
                  TinyBert.POSITIONS,
                  2,
                  1e-12f,
                  form == TinyBert.Form.TANH
                      ? Activation.GELU_TANH
                      : form == TinyBert.Form.RELU ? Activation.RELU : Activation.GELU));
      long[][] kinds = new long[BATCH][TOKENS];
      if (form != TinyBert.Form.NO_TOKEN_TYPES) {
        kinds[0] = new long[] {0, 0, 0, 1, 1, 1, 1};
      }
      try (OnnxReference reference = new OnnxReference(bytes);
          Model model = BertModel.open(graph, engine, Device.cpu());
          Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
        assertSame(
            run(predictor, model, ids(seed), mask(), kinds),
            reference.run(ids(seed), mask(), kinds),
            mask());
        long[][] none = new long[BATCH][TOKENS];
        assertSame(
            run(predictor, model, ids(seed), mask()),
            reference.run(ids(seed), mask(), none),
            mask());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ROBERTA_POSITIONS, 'which is neither the tokens nor their kinds nor positions 0, 1, 2, …'",
    "CAUSAL, 'is not softmax(query · key + mask) of the attention mask alone'",
    "NO_MASK, 'is not softmax(query · key + mask) of the attention mask alone'",
    "WRONG_SCALE, 'scales by 0.5 times the expected 1/sqrt(head size)'",
    "SIGMOID_ACTIVATION, 'the activation of layer 0 from the end is none of GELU'",
    "PRE_NORM, 'is not a layer normalisation'",
    "QUANTISED, 'it is quantised (node ''make v'",
    "HALF_LAYER, 'the activation of layer 0 from the end'",
    "OTHER_EPSILON, 'layer 1 is not of the same make as BertConfig[layers=2'",
  })
  void whatIsNoBert_isRefused(TinyBert.Form form, String message) {
    OnnxGraph graph = TinyBert.graph(form);
    assertThatThrownBy(() -> BertModel.config(graph))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageStartingWith("loading tiny.onnx as a BERT encoder for the PyTorch engine: ")
        .hasMessageEndingWith("; run it with ONNX Runtime instead")
        .hasMessageContaining(message);
  }

  @Test
  void weightsThatAreNotFinite_areRefused() {
    Engine engine = PyTorch.assumeAvailable();
    OnnxGraph graph = TinyBert.graph(TinyBert.Form.INFINITE_WEIGHT);
    assertThatThrownBy(() -> BertModel.open(graph, engine, Device.cpu()))
        .isInstanceOf(UnsupportedModelException.class)
        .hasMessageContaining("'embeddings-norm-gamma' hold Infinity, expected finite numbers");
  }

  @Test
  void wrongInputs_areNamed() {
    Engine engine = PyTorch.assumeAvailable();
    try (Model model = BertModel.open(TinyBert.graph(TinyBert.Form.PLAIN), engine, Device.cpu());
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
      assertThatThrownBy(() -> run(predictor, model, new long[][] {{1}}))
          .rootCause()
          .hasMessageContaining("a BERT encoder got 1 arrays, expected token identities");
      assertThatThrownBy(() -> run(predictor, model, new long[1][10], new long[1][10]))
          .rootCause()
          .hasMessage("a BERT encoder got sequences of 10 tokens, expected 1 to 9; cut the texts");
      assertThatThrownBy(() -> run(predictor, model, new long[][] {{20}}, new long[][] {{1}}))
          .rootCause()
          .hasMessageContaining("token identities from 20 to 20, expected 0 to 19");
      assertThatThrownBy(
              () ->
                  run(predictor, model, new long[][] {{1}}, new long[][] {{1}}, new long[][] {{2}}))
          .rootCause()
          .hasMessageContaining("token types from 2 to 2, expected 0 to 1");
      assertThatThrownBy(() -> run(predictor, model, new long[][] {{1, 2}}, new long[][] {{1}}))
          .rootCause()
          .hasMessageContaining("all of one shape");
    }
  }

  @Test
  void manyThreads_giveWhatOneGives_andNothingNativeStays() throws Exception {
    Engine engine = PyTorch.assumeAvailable();
    try (Model model = BertModel.open(TinyBert.graph(TinyBert.Form.PLAIN), engine, Device.cpu());
        Predictor<NDList, NDList> first = model.newPredictor(new NoopTranslator())) {
      float[][][] alone = run(first, model, ids(1), mask());
      int before = model.getNDManager().getManagedArrays().size();
      ExecutorService pool = Executors.newFixedThreadPool(4);
      try {
        List<Future<float[][][]>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          Callable<float[][][]> call =
              () -> {
                try (Predictor<NDList, NDList> own = model.newPredictor(new NoopTranslator())) {
                  return run(own, model, ids(1), mask());
                }
              };
          all.add(pool.submit(call));
        }
        for (Future<float[][][]> one : all) {
          assertThat(one.get()).isDeepEqualTo(alone);
        }
      } finally {
        pool.shutdownNow();
      }
      assertThat(model.getNDManager().getManagedArrays()).hasSize(before);
    }
  }
}
