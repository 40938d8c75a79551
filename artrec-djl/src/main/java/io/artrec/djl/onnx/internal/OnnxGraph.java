package io.artrec.djl.onnx.internal;

import io.artrec.djl.onnx.OnnxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of an ONNX file: what goes in, what comes out, the operations in between and the
 * weights. Nothing is run. Immutable and thread-safe.
 *
 * <p>Heap: the bytes of the file, which the graph keeps, and some 200 bytes for each node, weight
 * and name, of which a file may have a million at most. Weights are decoded only when asked for.
 *
 * <p>Refused with an {@link OnnxException}: files that are cut short, damaged or no ONNX; external
 * data, which would let a file name other files to read; sparse and segmented tensors; tensors
 * whose size is not that of their data; graphs whose nodes use what no earlier node, input or
 * weight provides, or that give a name twice. Sub-graphs and local functions are passed over.
 *
 * <p>Source: ONNX's {@code onnx.proto}, version 1.17.
 */
public final class OnnxGraph {
  /** The most bytes a file may have: what one Java array holds, as protobuf's own limit. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;

  private static final byte[] LFS_POINTER =
      "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

  private final String source;
  private final byte[] bytes;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<OnnxNode> nodes;
  private final Map<String, OnnxTensor> weights;
  private final Map<String, OnnxNode> producers;

  private OnnxGraph(String source, byte[] bytes, GraphParser parsed) {
    this.source = source;
    this.bytes = bytes;
    this.weights = Map.copyOf(parsed.weights);
    this.inputs = parsed.inputs.stream().filter(name -> !weights.containsKey(name)).toList();
    this.outputs = List.copyOf(parsed.outputs);
    this.nodes = List.copyOf(parsed.nodes);
    this.producers = producers();
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its graph
   * @throws OnnxException when it is missing, larger than 2 GiB, unreadable or refused
   */
  public static OnnxGraph read(Path file) {
    byte[] bytes;
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new OnnxException(
            "reading "
                + file
                + ": the file has "
                + size
                + " bytes; at most "
                + MAX_BYTES
                + " are read");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new OnnxException("reading " + file + ": there is no such file", e);
    } catch (IOException e) {
      throw new OnnxException("reading " + file + ": " + e, e);
    }
    return of(bytes, file.toString());
  }

  /**
   * Reads bytes that are already at hand.
   *
   * @param bytes what the file holds; kept, so it must not be changed afterwards
   * @param source what to call it in messages, for instance the file's name
   * @return its graph
   * @throws OnnxException when it is damaged or refused
   */
  public static OnnxGraph of(byte[] bytes, String source) {
    if (startsWith(bytes, LFS_POINTER)) {
      throw new OnnxException(
          "reading "
              + source
              + ": this is a Git LFS pointer, not the model; fetch it with 'git lfs pull'");
    }
    GraphParser parser = new GraphParser(source, bytes);
    parser.parse();
    return new OnnxGraph(source, bytes, parser);
  }

  /**
   * Returns what the file was called when it was read.
   *
   * @return the name for messages
   */
  public String source() {
    return source;
  }

  /**
   * Returns the names of what must be given to the graph.
   *
   * @return the inputs in the file's order, without weights
   */
  public List<String> inputs() {
    return inputs;
  }

  /**
   * Returns the names of what the graph computes.
   *
   * @return the outputs in the file's order
   */
  public List<String> outputs() {
    return outputs;
  }

  /**
   * Returns the operations, each after those whose results it uses.
   *
   * @return the nodes
   */
  public List<OnnxNode> nodes() {
    return nodes;
  }

  /**
   * Returns the weights ("initializers").
   *
   * @return the tensors by name
   */
  public Map<String, OnnxTensor> weights() {
    return weights;
  }

  /**
   * Finds the operation that makes a value.
   *
   * @param value its name
   * @return the node, or empty when it is an input or a weight
   */
  public Optional<OnnxNode> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  /**
   * Finds the numbers behind a value that does not depend on any input: a weight or what a {@code
   * Constant} holds as a tensor, also through {@code Identity}.
   *
   * @param value its name
   * @return the tensor, or empty when there is none
   */
  public Optional<OnnxTensor> constant(String value) {
    String at = value;
    while (true) {
      OnnxTensor weight = weights.get(at);
      if (weight != null) {
        return Optional.of(weight);
      }
      OnnxNode node = producers.get(at);
      if (node == null) {
        return Optional.empty();
      }
      if (node.is("Constant")) {
        OnnxAttribute held = node.attributes().get("value");
        return held == null ? Optional.empty() : held.tensor();
      }
      if (!node.is("Identity") || node.inputs().size() != 1) {
        return Optional.empty();
      }
      at = node.inputs().get(0);
    }
  }

  /**
   * Gives the file with other numbers in some of its tensors; everything else stays as it is, byte
   * for byte. O(file) time and memory.
   *
   * @param changed for tensors of this graph in single precision as many numbers as each has, the
   *     last dimension moving fastest
   * @return the changed file
   * @throws OnnxException when a tensor is not in single precision
   */
  public byte[] withFloats(Map<OnnxTensor, float[]> changed) {
    byte[] file = bytes.clone();
    changed.forEach((tensor, values) -> tensor.put(values, file));
    return file;
  }

  private Map<String, OnnxNode> producers() {
    Set<String> known = new HashSet<>(weights.keySet());
    for (String input : inputs) {
      if (!known.add(input)) {
        throw new OnnxException(
            "reading " + source + ": two inputs or weights are named '" + input + "'");
      }
    }
    Map<String, OnnxNode> makers = new HashMap<>();
    for (OnnxNode node : nodes) {
      for (String input : node.inputs()) {
        if (!input.isEmpty() && !known.contains(input)) {
          throw new OnnxException(
              "reading "
                  + source
                  + ": "
                  + node
                  + " uses '"
                  + input
                  + "', which nothing before it provides");
        }
      }
      for (String output : node.outputs()) {
        if (!output.isEmpty() && !known.add(output)) {
          throw new OnnxException("reading " + source + ": two values are named '" + output + "'");
        }
        makers.put(output, node);
      }
    }
    for (String output : outputs) {
      if (!known.contains(output)) {
        throw new OnnxException(
            "reading " + source + ": nothing computes the output '" + output + "'");
      }
    }
    return makers;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }
}
