package io.artrec.djl.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.artrec.djl.ModelOptions;
import io.artrec.djl.ModelSource;
import io.artrec.djl.NeuralModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A model of the class path run through ONNX Runtime's own API: the reference. */
final class DirectOnnxRuntime implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  DirectOnnxRuntime(String name) throws IOException, OrtException {
    ClassLoader loader = DirectOnnxRuntime.class.getClassLoader();
    // DJL wants to make the environment itself.
    NeuralModel.open(ModelSource.resource(loader, name + ".onnx"), ModelOptions.standard()).close();
    environment = OrtEnvironment.getEnvironment();
    try (InputStream model = loader.getResourceAsStream(name + ".onnx");
        InputStream json = loader.getResourceAsStream(name + "-tokenizer.json")) {
      session = environment.createSession(Objects.requireNonNull(model).readAllBytes());
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              json, Map.of("truncation", "do_not_truncate", "padding", "do_not_pad"));
    }
  }

  /** Token ids, special ones included. */
  long[] ids(String text) {
    return tokenizer.encode(text, true, false).getIds();
  }

  /** The last hidden state of one window, [tokens × dimensions]. */
  float[][] states(long[] ids) throws OrtException {
    long[] shape = {1, ids.length};
    List<Long> ones = Collections.nCopies(ids.length, 1L);
    long[] mask = ones.stream().mapToLong(Long::longValue).toArray();
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor read = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", read, "token_type_ids", types))) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  /** The mean of all token vectors of all windows, of unit length. */
  float[] mean(List<long[]> windows) throws OrtException {
    List<float[]> all = new ArrayList<>();
    for (long[] window : windows) {
      all.addAll(List.of(states(window)));
    }
    double[] sum = new double[all.get(0).length];
    for (float[] state : all) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += state[d];
      }
    }
    return unit(sum);
  }

  static float[] unit(double[] vector) {
    double square = 0;
    for (double value : vector) {
      square += value * value;
    }
    float[] unit = new float[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (vector[d] / Math.sqrt(square));
    }
    return unit;
  }

  @Override
  public void close() throws OrtException {
    session.close();
    tokenizer.close();
  }
}
