package io.artrec.djl.transformer.internal;

import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.onnx.internal.OnnxNode;
import io.artrec.djl.transformer.UnsupportedModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Recognises a BERT encoder in a graph by following it back from its output: layer after layer down
 * to the embeddings. Every step is checked, so a graph that differs in anything that changes the
 * result is refused rather than rebuilt wrongly.
 */
final class BertPattern {
  private static final Set<String> QUANTISED =
      Set.of("MatMulInteger", "DynamicQuantizeLinear", "DequantizeLinear", "QLinearMatMul");

  /** Operators that would make a mask depend on the order of tokens, as in decoders. */
  private static final Set<String> ORDERED =
      Set.of("Trilu", "Less", "LessOrEqual", "Greater", "GreaterOrEqual", "CumSum");

  private static final double SCALE_TOLERANCE = 1e-4;

  private final OnnxGraph graph;
  private final GraphPatterns patterns;
  private final ActivationPattern activations;
  private final EmbeddingPattern tables;

  BertPattern(OnnxGraph graph) {
    this.graph = graph;
    this.patterns = new GraphPatterns(graph);
    this.activations = new ActivationPattern(graph, patterns);
    this.tables = new EmbeddingPattern(graph, patterns);
  }

  BertWeights match() {
    for (OnnxNode node : graph.nodes()) {
      if (QUANTISED.contains(node.operator())) {
        throw refusal(
            "it is quantised (" + node + "); this engine needs weights in full precision");
      }
    }
    for (String input : List.of("input_ids", "attention_mask")) {
      if (!graph.inputs().contains(input)) {
        throw refusal("it has no input '" + input + "' among " + graph.inputs());
      }
    }
    UnsupportedModelException first = null;
    for (String output : graph.outputs()) {
      try {
        return match(output);
      } catch (UnsupportedModelException e) {
        first = first == null ? e : first;
      }
    }
    throw first == null ? refusal("it has no output") : first;
  }

  private BertWeights match(String output) {
    List<BertWeights.Layer> layers = new ArrayList<>();
    String at = patterns.resolve(output);
    BertWeights.Norm norm = norm(at, "the output '" + output + "'");
    EmbeddingPattern.Match embeddings = tables.match(norm.input());
    while (embeddings == null) {
      BertWeights.Layer layer = layer(norm, "layer " + layers.size() + " from the end");
      layers.add(layer);
      at = layer.query().input();
      norm = norm(at, "what enters layer " + (layers.size() - 1) + " from the end");
      embeddings = tables.match(norm.input());
    }
    if (layers.isEmpty()) {
      throw refusal("there is no layer between the embeddings and the output '" + output + "'");
    }
    Collections.reverse(layers);
    return checked(embeddings, norm, layers);
  }

  private BertWeights checked(
      EmbeddingPattern.Match embeddings, BertWeights.Norm norm, List<BertWeights.Layer> layers) {
    BertWeights.Layer first = layers.get(0);
    int hidden = (int) embeddings.words().dimensions()[1];
    BertConfig config =
        new BertConfig(
            layers.size(),
            hidden / Math.max(1, first.headSize()),
            hidden,
            first.inner().out(),
            (int) embeddings.words().dimensions()[0],
            (int) embeddings.positions().dimensions()[0],
            (int) embeddings.tokenTypes().dimensions()[0],
            norm.epsilon(),
            first.activation());
    for (int i = 0; i < layers.size(); i++) {
      BertWeights.Layer layer = layers.get(i);
      boolean fits =
          layer.headSize() == first.headSize()
              && hidden % layer.headSize() == 0
              && square(layer.query(), hidden)
              && square(layer.key(), hidden)
              && square(layer.value(), hidden)
              && square(layer.output(), hidden)
              && layer.inner().in() == hidden
              && layer.inner().out() == config.intermediate()
              && layer.outer().in() == config.intermediate()
              && layer.outer().out() == hidden
              && layer.activation() == config.activation()
              && same(layer.attentionNorm(), config)
              && same(layer.outputNorm(), config);
      if (!fits) {
        throw refusal("layer " + i + " is not of the same make as " + config);
      }
    }
    if (!same(norm, config)
        || embeddings.positions().dimensions()[1] != hidden
        || embeddings.tokenTypes().dimensions()[1] != hidden) {
      throw refusal("the embeddings are not of the same make as " + config);
    }
    return new BertWeights(
        config, embeddings.words(), embeddings.positions(), embeddings.tokenTypes(), norm, layers);
  }

  private static boolean square(BertWeights.Linear linear, int hidden) {
    return linear.in() == hidden && linear.out() == hidden;
  }

  private static boolean same(BertWeights.Norm norm, BertConfig config) {
    return norm.epsilon() == config.epsilon()
        && norm.gamma().size() == config.hidden()
        && norm.beta().size() == config.hidden();
  }

  private BertWeights.Layer layer(BertWeights.Norm outputNorm, String where) {
    Residual last = residual(outputNorm.input(), "the feed-forward part of " + where);
    ActivationPattern.Match inner =
        activations
            .match(last.linear.input())
            .orElseThrow(
                () ->
                    refusal(
                        "the activation of " + where + " is none of GELU, its tanh form and ReLU"));
    if (!inner.inner().input().equals(last.skipped)) {
      throw refusal(
          "the feed-forward part of " + where + " does not start where its residual does");
    }
    BertWeights.Norm attentionNorm = norm(last.skipped, "the attention of " + where);
    Residual attention = residual(attentionNorm.input(), "the attention of " + where);
    Attention heads = attention(attention.linear.input(), "the attention of " + where);
    for (BertWeights.Linear linear : List.of(heads.query, heads.key, heads.value)) {
      if (!linear.input().equals(attention.skipped)) {
        throw refusal("the attention of " + where + " looks at something else than its residual");
      }
    }
    return new BertWeights.Layer(
        heads.query,
        heads.key,
        heads.value,
        attention.linear,
        attentionNorm,
        inner.inner(),
        last.linear,
        outputNorm,
        heads.size,
        inner.function());
  }

  private record Residual(BertWeights.Linear linear, String skipped) {}

  private Residual residual(String value, String where) {
    Optional<OnnxNode> add = patterns.made(value, "Add", 2);
    for (int side = 0; side < 2 && add.isPresent(); side++) {
      Optional<BertWeights.Linear> linear = patterns.linear(add.get().inputs().get(side));
      if (linear.isPresent()) {
        return new Residual(linear.get(), patterns.resolve(add.get().inputs().get(1 - side)));
      }
    }
    throw refusal(where + " does not end in a linear map plus what it started from");
  }

  private record Attention(
      BertWeights.Linear query, BertWeights.Linear key, BertWeights.Linear value, int size) {}

  /** {@code softmax(Q·Kᵀ/√size + mask)·V}, heads joined. */
  private Attention attention(String joined, String where) {
    OnnxNode product =
        patterns
            .made(joined, "Reshape", 2)
            .flatMap(reshape -> patterns.made(reshape.inputs().get(0), "Transpose", 1))
            .filter(transpose -> patterns.permutes(transpose, 0, 2, 1, 3))
            .flatMap(transpose -> patterns.made(transpose.inputs().get(0), "MatMul", 2))
            .orElseThrow(() -> refusal(where + " does not join heads"));
    Heads value = heads(product.inputs().get(1), where + ", value", false);
    OnnxNode softmax =
        patterns
            .made(withoutGuard(product.inputs().get(0)), "Softmax", 1)
            .filter(s -> s.integer("axis", -1) == 3 || s.integer("axis", -1) == -1)
            .orElseThrow(() -> refusal(where + " has no softmax over tokens"));
    Optional<OnnxNode> masked = patterns.made(softmax.inputs().get(0), "Add", 2);
    for (int side = 0; side < 2 && masked.isPresent(); side++) {
      Scaled scores = scaled(masked.get().inputs().get(side), value.size);
      Optional<OnnxNode> matched = patterns.made(scores.value, "MatMul", 2);
      if (matched.isPresent() && isMask(masked.get().inputs().get(1 - side))) {
        Scaled query = scaled(matched.get().inputs().get(0), value.size);
        Scaled key = scaled(matched.get().inputs().get(1), value.size);
        double scale = scores.factor * query.factor * key.factor * Math.sqrt(value.size);
        if (Math.abs(scale - 1) > SCALE_TOLERANCE) {
          throw refusal(where + " scales by " + scale + " times the expected 1/sqrt(head size)");
        }
        Heads queries = heads(query.value, where + ", query", false);
        Heads keys = heads(key.value, where + ", key", true);
        if (queries.size != value.size || keys.size != value.size) {
          throw refusal(where + " has heads of different sizes");
        }
        return new Attention(queries.linear, keys.linear, value.linear, value.size);
      }
    }
    throw refusal(where + " is not softmax(query · key + mask) of the attention mask alone");
  }

  /** Newer exports replace NaN, which only rows without any token could give, by zero. */
  private String withoutGuard(String value) {
    return patterns
        .made(value, "Where", 3)
        .filter(where -> patterns.made(where.inputs().get(0), "IsNaN", 1).isPresent())
        .map(where -> where.inputs().get(2))
        .orElse(value);
  }

  private boolean isMask(String value) {
    Set<String> ancestry = patterns.ancestry(value);
    return ancestry.contains("attention_mask")
        && !ancestry.contains("MatMul")
        && ORDERED.stream().noneMatch(ancestry::contains);
  }

  private record Scaled(String value, double factor) {}

  private Scaled scaled(String value, int headSize) {
    String at = patterns.resolve(value);
    double factor = 1;
    while (true) {
      Optional<OnnxNode> mul = patterns.made(at, "Mul", 2);
      Optional<OnnxNode> div = patterns.made(at, "Div", 2);
      String next = null;
      if (mul.isPresent()) {
        for (int side = 0; side < 2 && next == null; side++) {
          OptionalDouble by = patterns.number(mul.get().inputs().get(side), headSize);
          if (by.isPresent()) {
            factor *= by.getAsDouble();
            next = mul.get().inputs().get(1 - side);
          }
        }
      } else if (div.isPresent()) {
        OptionalDouble by = patterns.number(div.get().inputs().get(1), headSize);
        if (by.isPresent()) {
          factor /= by.getAsDouble();
          next = div.get().inputs().get(0);
        }
      }
      if (next == null) {
        return new Scaled(at, factor);
      }
      at = patterns.resolve(next);
    }
  }

  private record Heads(BertWeights.Linear linear, int size) {}

  private Heads heads(String value, String where, boolean turned) {
    OnnxNode transpose =
        patterns
            .made(value, "Transpose", 1)
            .orElseThrow(() -> refusal(where + " is not split into heads"));
    if (turned && !patterns.permutes(transpose, 0, 2, 3, 1)) {
      if (!patterns.permutes(transpose, 0, 1, 3, 2)) {
        throw refusal(where + " is not turned");
      }
      return heads(transpose.inputs().get(0), where, false);
    }
    OnnxNode reshape =
        patterns
            .made(transpose.inputs().get(0), "Reshape", 2)
            .filter(r -> turned || patterns.permutes(transpose, 0, 2, 1, 3))
            .orElseThrow(() -> refusal(where + " is not split into heads"));
    BertWeights.Linear linear =
        patterns
            .linear(reshape.inputs().get(0))
            .orElseThrow(() -> refusal(where + " is not a linear map"));
    long[] shape = patterns.shape(reshape.inputs().get(1));
    long size = shape.length == 4 ? shape[3] : 0;
    if (size < 1 || linear.out() % size != 0 || (shape[2] > 0 && shape[2] * size != linear.out())) {
      throw refusal(where + " is split into heads of an unknown size");
    }
    return new Heads(linear, (int) size);
  }

  private BertWeights.Norm norm(String value, String where) {
    return patterns
        .layerNorm(value)
        .orElseThrow(() -> refusal(where + " is not a layer normalisation"));
  }

  private UnsupportedModelException refusal(String what) {
    return GraphPatterns.unsupported(graph, what);
  }
}
