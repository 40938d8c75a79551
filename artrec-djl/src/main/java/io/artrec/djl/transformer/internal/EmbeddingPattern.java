package io.artrec.djl.transformer.internal;

import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.onnx.internal.OnnxNode;
import io.artrec.djl.onnx.internal.OnnxTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises the sum of word, position and token type rows that a BERT encoder starts from. */
final class EmbeddingPattern {
  private final OnnxGraph graph;
  private final GraphPatterns patterns;

  EmbeddingPattern(OnnxGraph graph, GraphPatterns patterns) {
    this.graph = graph;
    this.patterns = patterns;
  }

  record Match(OnnxTensor words, OnnxTensor positions, OnnxTensor tokenTypes) {}

  /** The sum of the three tables' rows; null when the value is no sum of table rows. */
  @Nullable Match match(String value) {
    List<OnnxNode> gathers = new ArrayList<>();
    if (!collectGathers(value, gathers, 0)) {
      return null;
    }
    OnnxTensor words = null;
    OnnxTensor positions = null;
    OnnxTensor types = null;
    for (OnnxNode gather : gathers) {
      OnnxTensor table =
          patterns
              .floats(gather.inputs().get(0), 2)
              .filter(t -> gather.integer("axis", 0) == 0)
              .orElseThrow(
                  () ->
                      GraphPatterns.unsupported(
                          graph, "the embedding of " + gather + " is no table"));
      String index = withoutCasts(gather.inputs().get(1));
      if (index.equals("input_ids") && words == null) {
        words = table;
      } else if ((index.equals("token_type_ids") || isZero(index)) && types == null) {
        types = table;
      } else if (isCounting(index) && positions == null) {
        positions = table;
      } else {
        throw GraphPatterns.unsupported(
            graph,
            "the embedding of "
                + gather
                + " is looked up by '"
                + index
                + "', which is neither the tokens nor their kinds nor positions 0, 1, 2, …");
      }
    }
    if (words == null || positions == null || types == null) {
      throw GraphPatterns.unsupported(
          graph, "the embeddings are not words, positions and token types, one of each");
    }
    return new Match(words, positions, types);
  }

  private boolean collectGathers(String value, List<OnnxNode> into, int depth) {
    Optional<OnnxNode> gather = patterns.made(value, "Gather", 2);
    if (gather.isPresent()) {
      into.add(gather.get());
      return true;
    }
    Optional<OnnxNode> add = patterns.made(value, "Add", 2);
    return add.isPresent()
        && depth < 3
        && collectGathers(add.get().inputs().get(0), into, depth + 1)
        && collectGathers(add.get().inputs().get(1), into, depth + 1);
  }

  private String withoutCasts(String value) {
    String at = patterns.resolve(value);
    for (Optional<OnnxNode> cast = patterns.made(at, "Cast", 1);
        cast.isPresent();
        cast = patterns.made(at, "Cast", 1)) {
      at = patterns.resolve(cast.get().inputs().get(0));
    }
    return at;
  }

  /** What a value is cut from or spread out of. */
  private String withoutSlicing(String value) {
    String at = withoutCasts(value);
    while (true) {
      Optional<OnnxNode> node =
          graph
              .producer(at)
              .filter(
                  n ->
                      n.is("Expand")
                          || n.is("Unsqueeze")
                          || n.is("Reshape")
                          || (n.is("Slice")
                              && n.inputs().size() >= 3
                              && patterns.number(n.inputs().get(1)).orElse(-1) == 0));
      if (node.isEmpty()) {
        return at;
      }
      at = withoutCasts(node.get().inputs().get(0));
    }
  }

  private boolean isZero(String index) {
    String from = withoutSlicing(index);
    Optional<OnnxNode> filled = patterns.made(from, "ConstantOfShape", 1);
    if (filled.isPresent()) {
      return filled
          .get()
          .attribute("value")
          .flatMap(a -> a.tensor())
          .map(t -> t.integers().length == 1 && t.integers()[0] == 0)
          .orElse(false);
    }
    return patterns
        .integers(from)
        .filter(values -> Arrays.stream(values).allMatch(v -> v == 0))
        .isPresent();
  }

  private boolean isCounting(String index) {
    String from = withoutSlicing(index);
    Optional<OnnxNode> range = patterns.made(from, "Range", 3);
    if (range.isPresent()) {
      return patterns.number(range.get().inputs().get(0)).orElse(-1) == 0
          && patterns.number(range.get().inputs().get(2)).orElse(-1) == 1;
    }
    Optional<long[]> values = patterns.integers(from);
    boolean counts = values.isPresent() && values.get().length > 1;
    for (int i = 0; counts && i < values.get().length; i++) {
      counts = values.get()[i] == i;
    }
    return counts;
  }
}
