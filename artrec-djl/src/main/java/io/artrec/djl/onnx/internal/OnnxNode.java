package io.artrec.djl.onnx.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of an ONNX graph.
 *
 * @param name its name, possibly empty
 * @param domain the domain of the operator, empty for ONNX's own
 * @param operator what it does, for instance {@code MatMul}
 * @param inputs names of values, in the operator's order; an empty name is an input left out
 * @param outputs names of values it makes
 * @param attributes its settings, by name
 */
public record OnnxNode(
    String name,
    String domain,
    String operator,
    List<String> inputs,
    List<String> outputs,
    Map<String, OnnxAttribute> attributes) {
  /** Copies the collections. */
  public OnnxNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = Map.copyOf(attributes);
  }

  /**
   * Tells whether this is one of ONNX's own operators.
   *
   * @param wanted the operator, for instance {@code Add}
   * @return true when operator and domain fit
   */
  public boolean is(String wanted) {
    return operator.equals(wanted) && (domain.isEmpty() || domain.equals("ai.onnx"));
  }

  /**
   * Returns an input that may be left out.
   *
   * @param index which, from 0
   * @return the name of the value, or empty when it is left out
   */
  public Optional<String> input(int index) {
    return index < inputs.size() && !inputs.get(index).isEmpty()
        ? Optional.of(inputs.get(index))
        : Optional.empty();
  }

  /**
   * Finds a setting.
   *
   * @param attribute its name
   * @return the setting, or empty when it is not set
   */
  public Optional<OnnxAttribute> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /**
   * {@return an integer setting}
   *
   * @param attribute its name
   * @param otherwise the value when it is not set
   */
  public long integer(String attribute, long otherwise) {
    return attribute(attribute).map(OnnxAttribute::integer).orElse(otherwise);
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "a node" : "node '" + name + "'") + " (" + operator + ")";
  }
}
