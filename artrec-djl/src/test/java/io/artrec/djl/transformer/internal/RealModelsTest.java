package io.artrec.djl.transformer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.artrec.djl.PyTorch;
import io.artrec.djl.onnx.internal.OnnxGraph;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The two encoders on the class path against ONNX Runtime, text by text and in padded batches. */
class RealModelsTest {
  /** In each component of a vector of unit length. */
  private static final double TOLERANCE = 1e-6;

  private static final List<String> ENGLISH =
      List.of(
          "a",
          "",
          "A stormy sea under a low grey sky, painted with a loaded brush.",
          "Two women read by a window.",
          "Still life with lemons, oysters and a pewter jug",
          "THE ARTIST'S MOTHER; c. 1871 -- oil on canvas (144.3 x 162.4 cm)",
          "Café, naïve, façade, 東京, мир, 🎨 🖼️",
          "blue blue blue blue blue blue blue blue blue blue blue blue blue blue blue blue",
          "supercalifragilisticexpialidocious".repeat(12),
          "The light falls from the left on a table with bread. ".repeat(30));

  private static final List<String> CHINESE =
      List.of(
          "画",
          "暴风雨中的大海，天空低沉而灰暗。",
          "两位妇女在窗边读书",
          "静物：柠檬、牡蛎和锡壶",
          "梵高的《星夜》创作于1889年，oil on canvas。",
          "山水画以笔墨表现自然的气韵。".repeat(25));

  @Test
  void miniLm_agreesWithOnnxRuntime() throws Exception {
    BertConfig config =
        compare("all-minilm-l6-v2.onnx", "all-minilm-l6-v2-tokenizer.json", ENGLISH, true);
    assertThat(config)
        .isEqualTo(new BertConfig(6, 12, 384, 1536, 30522, 512, 2, 1e-12f, Activation.GELU));
  }

  @Test
  void bgeSmallChinese_agreesWithOnnxRuntime() throws Exception {
    BertConfig config =
        compare("bge-small-zh-v1.5.onnx", "bge-small-zh-v1.5-tokenizer.json", CHINESE, false);
    assertThat(config)
        .isEqualTo(new BertConfig(4, 8, 512, 2048, 21128, 512, 2, 1e-12f, Activation.GELU));
  }

  private static BertConfig compare(
      String file, String tokenizerFile, List<String> texts, boolean mean)
      throws IOException, TranslateException {
    Engine engine = PyTorch.assumeAvailable();
    byte[] bytes = resource(file);
    OnnxGraph graph = OnnxGraph.of(bytes, file);
    try (InputStream in = open(tokenizerFile);
        HuggingFaceTokenizer tokenizer =
            HuggingFaceTokenizer.newInstance(
                in, Map.of("truncation", "true", "maxLength", "128", "padding", "true"));
        OnnxReference reference = new OnnxReference(bytes);
        Model model = BertModel.open(graph, engine, Device.cpu());
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
      List<List<String>> batches = new ArrayList<>();
      batches.add(texts);
      texts.forEach(text -> batches.add(List.of(text)));
      double worst = 0;
      for (List<String> batch : batches) {
        Encoding[] encoded = tokenizer.batchEncode(batch);
        long[][] ids = Arrays.stream(encoded).map(Encoding::getIds).toArray(long[][]::new);
        long[][] mask =
            Arrays.stream(encoded).map(Encoding::getAttentionMask).toArray(long[][]::new);
        long[][] kinds = Arrays.stream(encoded).map(Encoding::getTypeIds).toArray(long[][]::new);
        float[][][] ours = BertModelTest.run(predictor, model, ids, mask, kinds);
        float[][][] theirs = reference.run(ids, mask, kinds);
        for (int i = 0; i < batch.size(); i++) {
          double[] a = embedding(ours[i], mask[i], mean);
          double[] b = embedding(theirs[i], mask[i], mean);
          for (int d = 0; d < a.length; d++) {
            worst = Math.max(worst, Math.abs(a[d] - b[d]));
          }
        }
      }
      assertThat(worst)
          .as("largest difference from ONNX Runtime")
          .isPositive()
          .isLessThan(TOLERANCE);
      return BertModel.config(graph);
    }
  }

  private static double[] embedding(float[][] tokens, long[] mask, boolean mean) {
    double[] sum = new double[tokens[0].length];
    for (int t = 0; t < (mean ? tokens.length : 1); t++) {
      for (int d = 0; d < sum.length && mask[t] == 1; d++) {
        sum[d] += tokens[t][d];
      }
    }
    double norm = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
    return Arrays.stream(sum).map(x -> x / norm).toArray();
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(RealModelsTest.class.getResourceAsStream("/" + name), name);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }
}
