package io.artrec.djl.transformer.internal;

import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.onnx.internal.OnnxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which function a chain of elementwise nodes computes, by computing it at a few points: how
 * an exporter wrote it down does not matter.
 */
final class ActivationPattern {
  private static final Set<String> ELEMENTWISE =
      Set.of("Add", "Sub", "Mul", "Div", "Pow", "Erf", "Tanh", "Sqrt", "Relu", "Gelu", "Sigmoid");
  private static final int MAX_NODES = 40;
  private static final double[] POINTS = {-3.1, -1.7, -0.6, -0.1, 0.2, 0.9, 2.3, 4};
  private static final double TOLERANCE = 2e-5;

  private final OnnxGraph graph;
  private final GraphPatterns patterns;

  ActivationPattern(OnnxGraph graph, GraphPatterns patterns) {
    this.graph = graph;
    this.patterns = patterns;
  }

  /** What was recognised: the function and the linear map whose result it takes. */
  record Match(Activation function, BertWeights.Linear inner) {}

  Optional<Match> match(String value) {
    Optional<String> variable = variable(patterns.resolve(value));
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    for (Activation function : Activation.values()) {
      boolean fits = true;
      for (double x : POINTS) {
        Map<String, Double> known = new HashMap<>(Map.of(variable.get(), x));
        Double y = evaluate(patterns.resolve(value), known);
        fits &= y != null && Math.abs(y - exact(function, x)) <= TOLERANCE * (1 + Math.abs(x));
      }
      if (fits) {
        return patterns.linear(variable.get()).map(inner -> new Match(function, inner));
      }
    }
    return Optional.empty();
  }

  /** The one result of a linear map that everything above it depends on. */
  private Optional<String> variable(String value) {
    Set<String> linears = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(value);
    while (!open.isEmpty()) {
      String at = patterns.resolve(open.pop());
      if (!seen.add(at) || patterns.number(at).isPresent()) {
        continue;
      }
      if (patterns.linear(at).isPresent()) {
        linears.add(at);
        continue;
      }
      Optional<OnnxNode> node = graph.producer(at).filter(n -> ELEMENTWISE.contains(n.operator()));
      if (node.isEmpty() || seen.size() > MAX_NODES) {
        return Optional.empty();
      }
      open.addAll(node.get().inputs());
    }
    return linears.size() == 1 ? linears.stream().findFirst() : Optional.empty();
  }

  private @Nullable Double evaluate(String unresolved, Map<String, Double> known) {
    String value = patterns.resolve(unresolved);
    Double memory = known.get(value);
    if (memory != null) {
      return memory;
    }
    OptionalDouble constant = patterns.number(value);
    Double result = constant.isPresent() ? Double.valueOf(constant.getAsDouble()) : null;
    Optional<OnnxNode> node = graph.producer(value);
    if (result == null && node.isPresent() && !node.get().inputs().isEmpty()) {
      Double a = evaluate(node.get().inputs().get(0), known);
      Double b = node.get().inputs().size() > 1 ? evaluate(node.get().inputs().get(1), known) : a;
      result = a == null || b == null ? null : apply(node.get(), a, b);
    }
    if (result != null) {
      known.put(value, result);
    }
    return result;
  }

  private static @Nullable Double apply(OnnxNode node, double a, double b) {
    return switch (node.operator()) {
      case "Add" -> a + b;
      case "Sub" -> a - b;
      case "Mul" -> a * b;
      case "Div" -> a / b;
      case "Pow" -> Math.pow(a, b);
      case "Erf" -> erf(a);
      case "Tanh" -> Math.tanh(a);
      case "Sqrt" -> Math.sqrt(a);
      case "Relu" -> Math.max(0, a);
      case "Sigmoid" -> 1 / (1 + Math.exp(-a));
      case "Gelu" -> {
        boolean tanh =
            node.attribute("approximate").filter(form -> form.text().equals("tanh")).isPresent();
        yield exact(tanh ? Activation.GELU_TANH : Activation.GELU, a);
      }
      default -> null;
    };
  }

  private static double exact(Activation function, double x) {
    return switch (function) {
      case GELU -> x / 2 * (1 + erf(x / Math.sqrt(2)));
      case GELU_TANH ->
          x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
      case RELU -> Math.max(0, x);
    };
  }

  /** Abramowitz and Stegun, "Handbook of Mathematical Functions", 7.1.26; to 1.5e-7. */
  private static double erf(double x) {
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.copySign(1 - polynomial * Math.exp(-x * x), x);
  }
}
