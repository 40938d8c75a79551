package io.artrec.benchmarks;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sentence embedding as one writes it by hand: the tokenizer pads a batch to its longest text, ONNX
 * Runtime's own API runs it, a loop takes the mean over real tokens. One thread a run, as callers
 * are many.
 */
final class DirectOnnxRuntime implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  DirectOnnxRuntime(String model, int maxTokens) throws IOException, OrtException {
    ClassLoader loader = DirectOnnxRuntime.class.getClassLoader();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        InputStream onnx = loader.getResourceAsStream(model + ".onnx");
        InputStream json = loader.getResourceAsStream(model + "-tokenizer.json")) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(Objects.requireNonNull(onnx).readAllBytes(), options);
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              json, Map.of("maxLength", Integer.toString(maxTokens), "padding", "longest"));
    }
  }

  /** Encodes a batch in one run. */
  float[][] encode(List<String> texts) throws OrtException {
    Encoding[] encodings = tokenizer.batchEncode(texts);
    int rows = encodings.length;
    int columns = encodings[0].getIds().length;
    long[] ids = new long[rows * columns];
    long[] mask = new long[rows * columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(encodings[row].getIds(), 0, ids, row * columns, columns);
      System.arraycopy(encodings[row].getAttentionMask(), 0, mask, row * columns, columns);
    }
    long[] shape = {rows, columns};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor real = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", real, "token_type_ids", types))) {
      OnnxTensor states = (OnnxTensor) result.get(0);
      int dimensions = (int) states.getInfo().getShape()[2];
      return pooled(states.getFloatBuffer(), mask, rows, columns, dimensions);
    }
  }

  private static float[][] pooled(
      FloatBuffer states, long[] mask, int rows, int columns, int dimensions) {
    float[][] vectors = new float[rows][dimensions];
    float[] state = new float[dimensions];
    for (int row = 0; row < rows; row++) {
      double[] sum = new double[dimensions];
      for (int column = 0; column < columns; column++) {
        int cell = row * columns + column;
        if (mask[cell] != 0) {
          states.get(cell * dimensions, state);
          for (int d = 0; d < dimensions; d++) {
            sum[d] += state[d];
          }
        }
      }
      double square = 0;
      for (double value : sum) {
        square += value * value;
      }
      for (int d = 0; d < dimensions; d++) {
        vectors[row][d] = (float) (sum[d] / Math.sqrt(square));
      }
    }
    return vectors;
  }

  @Override
  public void close() throws OrtException {
    session.close();
    tokenizer.close();
  }
}
