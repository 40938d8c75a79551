package io.artrec.djl.transformer.internal;

import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.onnx.internal.OnnxWriter;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small encoder with random weights, written as one of several exporters would: hidden 12, three
 * heads, 20 words, 9 positions. What is wrong about it can be chosen, too.
 */
public final class TinyBert {
  static final int HIDDEN = 12;
  static final int HEADS = 3;
  static final int SIZE = HIDDEN / HEADS;
  static final int INNER = 20;
  public static final int WORDS = 20;
  public static final int POSITIONS = 9;

  /** How the graph is written, or what is wrong with it. */
  public enum Form {
    PLAIN,
    TANH,
    RELU,
    FUSED_NORM,
    GEMM_FREE_TURNED_WEIGHTS,
    SCALED_QUERY_AND_KEY,
    NO_TOKEN_TYPES,
    COUNTED_POSITIONS,
    EXTRA_OUTPUT,
    ROBERTA_POSITIONS,
    CAUSAL,
    WRONG_SCALE,
    NO_MASK,
    SIGMOID_ACTIVATION,
    PRE_NORM,
    QUANTISED,
    HALF_LAYER,
    OTHER_EPSILON,
    INFINITE_WEIGHT,
    SHARED_BIAS
  }

  private final Form form;
  private final int layers;
  private final OnnxWriter onnx = new OnnxWriter();
  private final SplittableRandom random;
  private int names;
  private String sharedBias = "";

  private TinyBert(Form form, int layers, long seed) {
    this.form = form;
    this.layers = layers;
    this.random = new SplittableRandom(seed);
  }

  public static byte[] bytes(Form form, int layers, long seed) {
    TinyBert bert = new TinyBert(form, layers, seed);
    bert.write();
    return bert.onnx.toBytes();
  }

  static OnnxGraph graph(Form form) {
    return OnnxGraph.of(bytes(form, 2, 1), "tiny.onnx");
  }

  private void write() {
    for (String input : List.of("input_ids", "attention_mask", "token_type_ids")) {
      if (form != Form.NO_TOKEN_TYPES || !input.equals("token_type_ids")) {
        onnx.input(input, 7, "batch", "tokens");
      }
    }
    if (form == Form.EXTRA_OUTPUT) {
      onnx.output("pooled", 1, "batch", "tokens", "hidden");
    }
    onnx.output("last_hidden_state", 1, "batch", "tokens", "hidden");
    String mask = mask();
    String hidden = norm(embeddings(), 1e-12f);
    for (int i = 0; i < layers; i++) {
      hidden = layer(hidden, mask, i);
    }
    if (form == Form.QUANTISED) {
      String scale = onnx.scalar(0.1f);
      onnx.weight(OnnxWriter.tensorHead("bytes", 3, 1).bytes(9, new byte[] {3}));
      node("DequantizeLinear", "bytes", scale);
    }
    if (form == Form.EXTRA_OUTPUT) {
      onnx.node("ReduceMean", "pooled", List.of(hidden), OnnxWriter.integersAttribute("axes", 1));
    }
    onnx.node("Identity", "last_hidden_state", List.of(hidden));
  }

  private String mask() {
    String wide = node("Unsqueeze", "attention_mask", onnx.integers(1, 2));
    String as = onnx.node("Cast", name(), List.of(wide), OnnxWriter.attribute("to", 1L));
    String mask = node("Mul", node("Sub", onnx.scalar(1), as), onnx.scalar(-Float.MAX_VALUE));
    if (form == Form.CAUSAL) {
      String row = onnx.integers(0, 1, 2);
      String later =
          node(
              "Greater",
              node("Unsqueeze", row, onnx.integers(0)),
              node("Unsqueeze", row, onnx.integers(1)));
      String blocked = onnx.node("Cast", name(), List.of(later), OnnxWriter.attribute("to", 1L));
      return node("Add", mask, node("Mul", blocked, onnx.scalar(-1e9f)));
    }
    return mask;
  }

  private String embeddings() {
    String words = node("Gather", table("embeddings.words", WORDS), "input_ids");
    String length = node("Slice", node("Shape", "input_ids"), onnx.integers(1), onnx.integers(2));
    String kindsIndex = "token_type_ids";
    if (form == Form.NO_TOKEN_TYPES) {
      kindsIndex =
          node(
              "Slice",
              onnx.constant(OnnxWriter.tensor("", new long[POSITIONS], 1, POSITIONS)),
              onnx.integers(0),
              length,
              onnx.integers(1));
    }
    String kinds = node("Gather", table("embeddings.kinds", 2), kindsIndex);
    String index;
    if (form == Form.ROBERTA_POSITIONS) {
      index =
          onnx.node(
              "CumSum",
              name(),
              List.of("attention_mask", onnx.constant(OnnxWriter.tensor("", new long[] {1}))));
    } else if (form == Form.COUNTED_POSITIONS) {
      String until = node("Squeeze", length, onnx.integers(0));
      index =
          node(
              "Unsqueeze",
              node(
                  "Range",
                  onnx.constant(OnnxWriter.tensor("", new long[] {0})),
                  until,
                  onnx.constant(OnnxWriter.tensor("", new long[] {1}))),
              onnx.integers(0));
    } else {
      long[] counting = new long[POSITIONS];
      for (int i = 0; i < POSITIONS; i++) {
        counting[i] = i;
      }
      index =
          node(
              "Slice",
              onnx.constant(OnnxWriter.tensor("", counting, 1, POSITIONS)),
              onnx.integers(0),
              length,
              onnx.integers(1));
    }
    String positions = node("Gather", table("embeddings.positions", POSITIONS), index);
    return node("Add", node("Add", words, kinds), positions);
  }

  private String layer(String input, String mask, int at) {
    String start = form == Form.PRE_NORM ? norm(input, 1e-12f) : input;
    String q = heads(start, false);
    String k = heads(start, true);
    String v = heads(start, false);
    float root = (float) Math.sqrt(SIZE);
    if (form == Form.SCALED_QUERY_AND_KEY) {
      // As exports of scaled_dot_product_attention do: the root of a computed 1/√size, twice.
      String shape =
          node("Slice", node("Shape", q), onnx.integers(-1), onnx.integers(Long.MAX_VALUE));
      String size = onnx.node("Cast", name(), List.of(shape), OnnxWriter.attribute("to", 1L));
      String scale =
          node(
              "Sqrt",
              node(
                  "Div",
                  onnx.constant(OnnxWriter.tensor("", new float[] {1}, 1)),
                  node("Sqrt", size)));
      q = node("Mul", q, scale);
      k = node("Mul", k, scale);
    }
    String scores = node("MatMul", q, k);
    if (form != Form.SCALED_QUERY_AND_KEY) {
      scores = node("Div", scores, onnx.scalar(form == Form.WRONG_SCALE ? 2 * root : root));
    }
    if (form != Form.NO_MASK) {
      scores = node("Add", scores, mask);
    }
    String probabilities =
        onnx.node("Softmax", name(), List.of(scores), OnnxWriter.attribute("axis", -1L));
    String joined =
        node(
            "Reshape",
            onnx.node(
                "Transpose",
                name(),
                List.of(node("MatMul", probabilities, v)),
                OnnxWriter.integersAttribute("perm", 0, 2, 1, 3)),
            onnx.integers(0, 0, HIDDEN));
    String attended = node("Add", linear(joined, HIDDEN, HIDDEN), input);
    if (form != Form.PRE_NORM) {
      attended = norm(attended, form == Form.OTHER_EPSILON && at == 1 ? 1e-5f : 1e-12f);
    }
    if (form == Form.HALF_LAYER) {
      return attended;
    }
    String inner =
        activation(
            linear(form == Form.PRE_NORM ? norm(attended, 1e-12f) : attended, HIDDEN, INNER));
    String sum = node("Add", linear(inner, INNER, HIDDEN), attended);
    return form == Form.PRE_NORM ? sum : norm(sum, 1e-12f);
  }

  private String activation(String x) {
    return switch (form) {
      case TANH -> {
        String cube = node("Mul", node("Pow", x, onnx.scalar(3)), onnx.scalar(0.044715f));
        String inside = node("Mul", node("Add", x, cube), onnx.scalar(0.7978846f));
        yield node(
            "Mul",
            node("Mul", x, onnx.scalar(0.5f)),
            node("Add", node("Tanh", inside), onnx.scalar(1)));
      }
      case RELU -> node("Relu", x);
      case SIGMOID_ACTIVATION -> node("Mul", x, node("Sigmoid", x));
      default -> {
        String erf = node("Erf", node("Div", x, onnx.scalar((float) Math.sqrt(2))));
        yield node("Mul", node("Mul", x, node("Add", erf, onnx.scalar(1))), onnx.scalar(0.5f));
      }
    };
  }

  private String heads(String input, boolean turned) {
    String split = node("Reshape", linear(input, HIDDEN, HIDDEN), onnx.integers(0, 0, HEADS, SIZE));
    return turned
        ? onnx.node(
            "Transpose", name(), List.of(split), OnnxWriter.integersAttribute("perm", 0, 2, 3, 1))
        : onnx.node(
            "Transpose", name(), List.of(split), OnnxWriter.integersAttribute("perm", 0, 2, 1, 3));
  }

  private String linear(String input, int in, int out) {
    boolean turned = form == Form.GEMM_FREE_TURNED_WEIGHTS;
    String weight =
        onnx.weight(name(), values(in * out, 0.4f), turned ? out : in, turned ? in : out);
    if (turned) {
      weight =
          onnx.node(
              "Transpose", name(), List.of(weight), OnnxWriter.integersAttribute("perm", 1, 0));
    }
    String bias = onnx.weight(name(), values(out, 0.2f), out);
    if (form == Form.SHARED_BIAS && out == INNER) {
      sharedBias = sharedBias.isEmpty() ? bias : sharedBias;
      bias = sharedBias;
    }
    return node("Add", bias, node("MatMul", input, weight));
  }

  private String norm(String x, float epsilon) {
    float[] scales = values(HIDDEN, 0.3f);
    for (int i = 0; i < HIDDEN; i++) {
      scales[i] += 1;
    }
    if (form == Form.INFINITE_WEIGHT) {
      scales[2] = Float.POSITIVE_INFINITY;
    }
    String gamma = onnx.weight(name(), scales, HIDDEN);
    String beta = onnx.weight(name(), values(HIDDEN, 0.2f), HIDDEN);
    if (form == Form.FUSED_NORM) {
      return onnx.node(
          "LayerNormalization",
          name(),
          List.of(x, gamma, beta),
          OnnxWriter.attribute("epsilon", epsilon),
          OnnxWriter.attribute("axis", -1L));
    }
    String centered = node("Sub", x, mean(x));
    String variance = mean(node("Pow", centered, onnx.scalar(2)));
    String deviation = node("Sqrt", node("Add", variance, onnx.scalar(epsilon)));
    return node("Add", node("Mul", node("Div", centered, deviation), gamma), beta);
  }

  private String mean(String x) {
    return onnx.node("ReduceMean", name(), List.of(x), OnnxWriter.integersAttribute("axes", -1));
  }

  private String table(String name, int rows) {
    return onnx.weight(name, values(rows * HIDDEN, 1f), rows, HIDDEN);
  }

  private float[] values(int count, float spread) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextDouble() * 2 - 1) * spread;
    }
    return values;
  }

  private String node(String operator, String... inputs) {
    return onnx.node(operator, name(), List.of(inputs));
  }

  private String name() {
    return "v" + names++;
  }
}
