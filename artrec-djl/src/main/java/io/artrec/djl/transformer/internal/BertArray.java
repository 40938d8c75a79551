package io.artrec.djl.transformer.internal;

import io.artrec.djl.onnx.internal.OnnxTensor;
import io.artrec.djl.transformer.UnsupportedModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One array of weights of a BERT encoder: a table, a matrix with its rows by output, a bias, or the
 * scale or offset of a normalisation. Holds no numbers: they are read from the file at every call.
 * Immutable.
 */
public final class BertArray {
  /** The layer of what comes before all layers. */
  static final int EMBEDDINGS = -1;

  private final String name;
  private final int layer;
  private final long[] shape;
  private final List<Part> parts;

  /** A tensor of the file, to be turned when the file holds columns where the array holds rows. */
  private record Part(OnnxTensor tensor, boolean turned) {
    float[] read() {
      float[] values = tensor.floats();
      return turned ? transposed(values, tensor.dimensions()[0], tensor.dimensions()[1]) : values;
    }

    float[] written(float[] values) {
      return turned ? transposed(values, tensor.dimensions()[1], tensor.dimensions()[0]) : values;
    }
  }

  private BertArray(String name, int layer, long[] shape, List<Part> parts) {
    this.name = name;
    this.layer = layer;
    this.shape = shape;
    this.parts = parts;
  }

  /** All arrays of an encoder, in the order in which {@link BertForward} takes them. */
  static List<BertArray> of(BertWeights weights) {
    List<BertArray> arrays = new ArrayList<>();
    arrays.add(plain("words", EMBEDDINGS, weights.words()));
    arrays.add(plain("positions", EMBEDDINGS, weights.positions()));
    arrays.add(plain("token-types", EMBEDDINGS, weights.tokenTypes()));
    norm(arrays, "embeddings", EMBEDDINGS, weights.embeddingNorm());
    for (int i = 0; i < weights.layers().size(); i++) {
      BertWeights.Layer layer = weights.layers().get(i);
      String at = "layer-" + i;
      linear(arrays, at + "-heads", i, List.of(layer.query(), layer.key(), layer.value()));
      linear(arrays, at + "-attention", i, List.of(layer.output()));
      norm(arrays, at + "-attention", i, layer.attentionNorm());
      linear(arrays, at + "-inner", i, List.of(layer.inner()));
      linear(arrays, at + "-outer", i, List.of(layer.outer()));
      norm(arrays, at + "-output", i, layer.outputNorm());
    }
    return List.copyOf(arrays);
  }

  private static BertArray plain(String name, int layer, OnnxTensor tensor) {
    return new BertArray(name, layer, tensor.dimensions(), List.of(new Part(tensor, false)));
  }

  private static void norm(List<BertArray> into, String at, int layer, BertWeights.Norm norm) {
    into.add(plain(at + "-norm-gamma", layer, norm.gamma()));
    into.add(plain(at + "-norm-beta", layer, norm.beta()));
  }

  private static void linear(
      List<BertArray> into, String at, int layer, List<BertWeights.Linear> linears) {
    long out = linears.stream().mapToLong(BertWeights.Linear::out).sum();
    List<Part> weights = new ArrayList<>();
    List<Part> biases = new ArrayList<>();
    for (BertWeights.Linear linear : linears) {
      weights.add(new Part(linear.weight(), !linear.turned()));
      biases.add(new Part(linear.bias(), false));
    }
    into.add(new BertArray(at + "-weight", layer, new long[] {out, linears.get(0).in()}, weights));
    into.add(new BertArray(at + "-bias", layer, new long[] {out}, biases));
  }

  private static float[] transposed(float[] values, long rows, long columns) {
    float[] turned = new float[values.length];
    int height = (int) rows;
    int width = (int) columns;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        turned[column * height + row] = values[row * width + column];
      }
    }
    return turned;
  }

  /** {@return what messages call it, for instance {@code layer-0-heads-weight}} */
  public String name() {
    return name;
  }

  /**
   * Returns its layer.
   *
   * @return 0 for the first, -1 for the embeddings before it
   */
  public int layer() {
    return layer;
  }

  /**
   * Returns its shape.
   *
   * @return one dimension, or rows and columns
   */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * Reads its numbers.
   *
   * @return finite numbers, row-major
   * @throws UnsupportedModelException when the file holds others
   */
  public float[] values() {
    List<float[]> read = parts.stream().map(Part::read).toList();
    float[] values = new float[read.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : read) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UnsupportedModelException(
            "loading a BERT encoder: the weights '"
                + name
                + "' hold "
                + value
                + ", expected finite numbers");
      }
    }
    return values;
  }

  /** The tensors of the file that it is joined of. */
  List<OnnxTensor> tensors() {
    return parts.stream().map(Part::tensor).toList();
  }

  /** Says what its tensors are to hold so that it holds these numbers. */
  void put(float[] values, Map<OnnxTensor, float[]> into) {
    int at = 0;
    for (Part part : parts) {
      int end = at + part.tensor.size();
      into.put(part.tensor, part.written(Arrays.copyOfRange(values, at, end)));
      at = end;
    }
  }
}
