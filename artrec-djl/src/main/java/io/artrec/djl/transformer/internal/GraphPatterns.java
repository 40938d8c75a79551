package io.artrec.djl.transformer.internal;

import io.artrec.djl.onnx.internal.ElementType;
import io.artrec.djl.onnx.internal.OnnxAttribute;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.onnx.internal.OnnxNode;
import io.artrec.djl.onnx.internal.OnnxTensor;
import io.artrec.djl.transformer.UnsupportedModelException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Recognises the building blocks of a transformer in a graph, however an exporter wrote them. */
final class GraphPatterns {
  private static final int MAX_DEPTH = 16;

  private final OnnxGraph graph;

  GraphPatterns(OnnxGraph graph) {
    this.graph = graph;
  }

  /** Follows a value back through nodes that change nothing when a model is only used. */
  String resolve(String value) {
    String at = value;
    for (Optional<OnnxNode> node = graph.producer(at);
        node.isPresent() && (node.get().is("Identity") || node.get().is("Dropout"));
        node = graph.producer(at)) {
      at = node.get().inputs().get(0);
    }
    return at;
  }

  /** The node that makes a value, when it is of one operator and has so many inputs. */
  Optional<OnnxNode> made(String value, String operator, int inputs) {
    return graph
        .producer(resolve(value))
        .filter(node -> node.is(operator) && node.inputs().size() >= inputs);
  }

  /** Weights of floating point numbers behind a value. */
  Optional<OnnxTensor> floats(String value, int dimensions) {
    return graph
        .constant(resolve(value))
        .filter(t -> t.type() == ElementType.FLOAT && t.dimensions().length == dimensions);
  }

  /** A single number behind a value. */
  OptionalDouble number(String value) {
    Optional<OnnxTensor> tensor = graph.constant(resolve(value));
    if (tensor.isEmpty() || tensor.get().size() != 1) {
      return OptionalDouble.empty();
    }
    return switch (tensor.get().type()) {
      case FLOAT, DOUBLE -> OptionalDouble.of(tensor.get().floats()[0]);
      case INT32, INT64 -> OptionalDouble.of((double) tensor.get().integers()[0]);
      default -> OptionalDouble.empty();
    };
  }

  /**
   * A single number that a graph may also compute from the size of a head, as {@code 1/√size} often
   * is.
   */
  OptionalDouble number(String value, int headSize) {
    return number(value, headSize, 0);
  }

  private OptionalDouble number(String value, int headSize, int depth) {
    OptionalDouble plain = number(value);
    Optional<OnnxNode> maker = graph.producer(resolve(value));
    if (plain.isPresent() || maker.isEmpty() || depth == MAX_DEPTH) {
      return plain;
    }
    OnnxNode node = maker.get();
    if (node.inputs().isEmpty()) {
      return OptionalDouble.empty();
    }
    String first = node.inputs().get(0);
    return switch (node.operator()) {
      case "Cast", "Squeeze", "Unsqueeze" -> number(first, headSize, depth + 1);
      case "Sqrt" -> {
        OptionalDouble square = number(first, headSize, depth + 1);
        yield square.isPresent() ? OptionalDouble.of(Math.sqrt(square.getAsDouble())) : square;
      }
      case "Mul", "Div" -> {
        OptionalDouble a = number(first, headSize, depth + 1);
        OptionalDouble b = number(node.inputs().get(node.inputs().size() - 1), headSize, depth + 1);
        if (a.isEmpty() || b.isEmpty()) {
          yield OptionalDouble.empty();
        }
        yield OptionalDouble.of(
            node.is("Mul") ? a.getAsDouble() * b.getAsDouble() : a.getAsDouble() / b.getAsDouble());
      }
      case "Slice", "Gather" ->
          node.inputs().size() >= 2
                  && made(first, "Shape", 1).isPresent()
                  && number(node.inputs().get(1)).orElse(0) == -1
              ? OptionalDouble.of(headSize)
              : OptionalDouble.empty();
      default -> OptionalDouble.empty();
    };
  }

  /** Whole numbers behind a value. */
  Optional<long[]> integers(String value) {
    return graph
        .constant(resolve(value))
        .filter(t -> t.type() == ElementType.INT64 || t.type() == ElementType.INT32)
        .map(OnnxTensor::integers);
  }

  Optional<BertWeights.Linear> linear(String value) {
    Optional<OnnxNode> gemm = made(value, "Gemm", 3);
    if (gemm.isPresent()) {
      return gemm(gemm.get());
    }
    Optional<OnnxNode> add = made(value, "Add", 2);
    if (add.isEmpty()) {
      return Optional.empty();
    }
    for (int side = 0; side < 2; side++) {
      Optional<OnnxTensor> bias = floats(add.get().inputs().get(side), 1);
      Optional<OnnxNode> product = made(add.get().inputs().get(1 - side), "MatMul", 2);
      if (bias.isPresent() && product.isPresent()) {
        return weighted(product.get(), product.get().inputs().get(1), false, bias.get());
      }
    }
    return Optional.empty();
  }

  private Optional<BertWeights.Linear> gemm(OnnxNode node) {
    boolean plain =
        node.integer("transA", 0) == 0
            && node.attribute("alpha").map(a -> a.number() == 1).orElse(true)
            && node.attribute("beta").map(b -> b.number() == 1).orElse(true);
    Optional<OnnxTensor> bias = floats(node.inputs().get(2), 1);
    return plain && bias.isPresent()
        ? weighted(node, node.inputs().get(1), node.integer("transB", 0) == 1, bias.get())
        : Optional.empty();
  }

  private Optional<BertWeights.Linear> weighted(
      OnnxNode product, String weight, boolean turned, OnnxTensor bias) {
    Optional<OnnxNode> turn = made(weight, "Transpose", 1).filter(t -> permutes(t, 1, 0));
    Optional<OnnxTensor> matrix = floats(turn.map(t -> t.inputs().get(0)).orElse(weight), 2);
    return matrix
        .map(
            m ->
                new BertWeights.Linear(
                    resolve(product.inputs().get(0)), m, turned ^ turn.isPresent(), bias))
        .filter(l -> l.out() == bias.size());
  }

  boolean permutes(OnnxNode transpose, long... order) {
    return transpose
        .attribute("perm")
        .filter(perm -> Arrays.equals(perm.integers(), order))
        .isPresent();
  }

  Optional<BertWeights.Norm> layerNorm(String value) {
    Optional<OnnxNode> fused = made(value, "LayerNormalization", 3);
    if (fused.isPresent()) {
      OnnxNode node = fused.get();
      Optional<OnnxTensor> gamma = floats(node.inputs().get(1), 1);
      Optional<OnnxTensor> beta = floats(node.inputs().get(2), 1);
      double epsilon = node.attribute("epsilon").map(OnnxAttribute::number).orElse(1e-5f);
      long axis = node.integer("axis", -1);
      return gamma.isPresent() && beta.isPresent() && (axis == -1 || axis == 2)
          ? Optional.of(
              new BertWeights.Norm(resolve(node.inputs().get(0)), gamma.get(), beta.get(), epsilon))
          : Optional.empty();
    }
    return made(value, "Add", 2).flatMap(this::writtenOutNorm);
  }

  /** {@code Add(Mul(Div(x - mean, Sqrt(mean((x - mean)²) + ε)), gamma), beta)}. */
  private Optional<BertWeights.Norm> writtenOutNorm(OnnxNode add) {
    for (int b = 0; b < 2; b++) {
      Optional<OnnxTensor> beta = floats(add.inputs().get(b), 1);
      Optional<OnnxNode> product = made(add.inputs().get(1 - b), "Mul", 2);
      if (beta.isEmpty() || product.isEmpty()) {
        continue;
      }
      for (int g = 0; g < 2; g++) {
        Optional<OnnxTensor> gamma = floats(product.get().inputs().get(g), 1);
        Optional<OnnxNode> quotient = made(product.get().inputs().get(1 - g), "Div", 2);
        if (gamma.isEmpty() || quotient.isEmpty()) {
          continue;
        }
        Optional<String> input = centered(quotient.get().inputs().get(0));
        OptionalDouble epsilon =
            input.isPresent()
                ? deviationEpsilon(quotient.get().inputs().get(1), input.get())
                : OptionalDouble.empty();
        if (input.isPresent() && epsilon.isPresent()) {
          return Optional.of(
              new BertWeights.Norm(input.get(), gamma.get(), beta.get(), epsilon.getAsDouble()));
        }
      }
    }
    return Optional.empty();
  }

  /** The x of {@code x - mean(x)}. */
  private Optional<String> centered(String value) {
    return made(value, "Sub", 2)
        .filter(
            sub ->
                meanOf(sub.inputs().get(1))
                    .filter(resolve(sub.inputs().get(0))::equals)
                    .isPresent())
        .map(sub -> resolve(sub.inputs().get(0)));
  }

  private Optional<String> meanOf(String value) {
    return made(value, "ReduceMean", 1)
        .filter(
            mean -> {
              long[] axes =
                  mean.attribute("axes")
                      .map(OnnxAttribute::integers)
                      .or(() -> mean.input(1).flatMap(this::integers))
                      .orElse(new long[0]);
              return axes.length == 1
                  && (axes[0] == -1 || axes[0] == 2)
                  && mean.integer("keepdims", 1) == 1;
            })
        .map(mean -> resolve(mean.inputs().get(0)));
  }

  /** The ε of {@code Sqrt(mean((x - mean(x))²) + ε)}. */
  private OptionalDouble deviationEpsilon(String value, String x) {
    Optional<OnnxNode> sum =
        made(value, "Sqrt", 1).flatMap(root -> made(root.inputs().get(0), "Add", 2));
    if (sum.isEmpty()) {
      return OptionalDouble.empty();
    }
    for (int side = 0; side < 2; side++) {
      OptionalDouble epsilon = number(sum.get().inputs().get(side));
      Optional<String> squares = meanOf(sum.get().inputs().get(1 - side));
      if (epsilon.isPresent()
          && squares.isPresent()
          && squared(squares.get()).flatMap(this::centered).filter(x::equals).isPresent()) {
        return epsilon;
      }
    }
    return OptionalDouble.empty();
  }

  private Optional<String> squared(String value) {
    Optional<OnnxNode> power =
        made(value, "Pow", 2).filter(p -> number(p.inputs().get(1)).orElse(0) == 2);
    if (power.isPresent()) {
      return Optional.of(power.get().inputs().get(0));
    }
    return made(value, "Mul", 2)
        .filter(m -> resolve(m.inputs().get(0)).equals(resolve(m.inputs().get(1))))
        .map(m -> m.inputs().get(0));
  }

  /**
   * The numbers of a shape that the graph puts together; those it computes are -1.
   *
   * @param value the shape input of a {@code Reshape}
   */
  long[] shape(String value) {
    Optional<long[]> plain = integers(value);
    if (plain.isPresent()) {
      return plain.get();
    }
    return made(value, "Concat", 1)
        .map(
            concat ->
                concat.inputs().stream()
                    .flatMapToLong(part -> Arrays.stream(integers(part).orElse(new long[] {-1})))
                    .toArray())
        .orElse(new long[0]);
  }

  /** Operators and inputs that a value depends on. */
  Set<String> ancestry(String value) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(value));
    Set<String> found = new HashSet<>();
    while (!open.isEmpty()) {
      String at = open.pop();
      if (at.isEmpty() || !seen.add(at)) {
        continue;
      }
      Optional<OnnxNode> node = graph.producer(at);
      if (node.isPresent()) {
        found.add(node.get().operator());
        open.addAll(node.get().inputs());
      } else if (graph.inputs().contains(at)) {
        found.add(at);
      }
    }
    return found;
  }

  /** Says that a graph holds no encoder that can be rebuilt. */
  static UnsupportedModelException unsupported(OnnxGraph graph, String what) {
    return new UnsupportedModelException(
        "loading "
            + graph.source()
            + " as a BERT encoder for the PyTorch engine: "
            + what
            + "; run it with ONNX Runtime instead",
        what);
  }
}
