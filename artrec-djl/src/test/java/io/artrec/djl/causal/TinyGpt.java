package io.artrec.djl.causal;

import io.artrec.djl.ModelSource;
import io.artrec.djl.TorchScriptFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model of GPT-2's build (norms before attention and feed-forward, learned positions, the
 * embedding used again for the logits), small, as TorchScript written by hand.
 */
public record TinyGpt(int vocabulary, int layers, int heads) {
  /** Numbers of a token's state. */
  public static final int HIDDEN = 32;

  /** Tokens of a text. */
  public static final int POSITIONS = 96;

  /** The shapes of all weights, in their order: embeddings, layers, the last norm. */
  public List<long[]> shapes() {
    List<long[]> shapes = new ArrayList<>();
    shapes.add(new long[] {vocabulary, HIDDEN});
    shapes.add(new long[] {POSITIONS, HIDDEN});
    for (int layer = 0; layer < layers; layer++) {
      shapes.add(new long[] {HIDDEN});
      shapes.add(new long[] {HIDDEN});
      shapes.add(new long[] {HIDDEN, 3 * HIDDEN});
      shapes.add(new long[] {3 * HIDDEN});
      shapes.add(new long[] {HIDDEN, HIDDEN});
      shapes.add(new long[] {HIDDEN});
      shapes.add(new long[] {HIDDEN});
      shapes.add(new long[] {HIDDEN});
      shapes.add(new long[] {HIDDEN, 4 * HIDDEN});
      shapes.add(new long[] {4 * HIDDEN});
      shapes.add(new long[] {4 * HIDDEN, HIDDEN});
      shapes.add(new long[] {HIDDEN});
    }
    shapes.add(new long[] {HIDDEN});
    shapes.add(new long[] {HIDDEN});
    return shapes;
  }

  /** Chance weights; a spread of 1 makes sharp distributions, as norms are around 1. */
  public List<float[]> random(long seed, double spread) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> weights = new ArrayList<>();
    for (long[] shape : shapes()) {
      float[] values = new float[Math.toIntExact(size(shape))];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            (float) ((random.nextDouble() * 2 - 1) * spread + (isGain(weights.size()) ? 1 : 0));
      }
      weights.add(values);
    }
    return weights;
  }

  /** Whether an array scales a norm. */
  public boolean isGain(int array) {
    int inLayer = (array - 2) % 12;
    return array == 2 + 12 * layers || (array >= 2 && array < 2 + 12 * layers && inLayer % 6 == 0);
  }

  private static long size(long[] shape) {
    return shape.length == 1 ? shape[0] : shape[0] * shape[1];
  }

  /** The model's files. */
  public ModelSource source(List<float[]> weights, byte[] tokenizer, int end) {
    float[] all = new float[weights.stream().mapToInt(values -> values.length).sum()];
    int at = 0;
    for (float[] values : weights) {
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    String config =
        "{\"n_layer\": %d, \"n_head\": %d, \"n_embd\": %d, \"n_positions\": %d, \"eos_token_id\": %d}"
            .formatted(layers, heads, HIDDEN, POSITIONS, end);
    return ModelSource.inMemory(
        Map.of(
            "model.pt",
            TorchScriptFile.of(code(), all),
            "config.json",
            config.getBytes(StandardCharsets.UTF_8),
            "tokenizer.json",
            tokenizer));
  }

  private String code() {
    String pair = "Tuple[Tensor, Tensor]";
    String pairs =
        IntStream.range(0, layers).mapToObj(layer -> pair).collect(Collectors.joining(", "));
    StringBuilder code =
        new StringBuilder(
            """
            class Net(Module):
              __parameters__ = ["weights", ]
              __buffers__ = []
              weights : Tensor
              training : bool
              def forward(self: __torch__.Net,
                input_ids: Tensor,
                position_ids: Tensor,
                attention_mask: Tensor,
                past_key_values: Tuple[%s]) -> Tuple[Tensor, Tuple[%s]]:
                w = self.weights
                rows = torch.size(input_ids, 0)
                count = torch.size(input_ids, 1)
            """
                .formatted(pairs, pairs));
    code.append(slices());
    code.append(
        """
            x0 = torch.add(torch.embedding(w0, input_ids), torch.embedding(w1, position_ids))
            places = torch.unsqueeze(torch.sub(torch.cumsum(attention_mask, 1), 1), 1)
            later = torch.gt(places, torch.unsqueeze(position_ids, 2))
            bias = torch.unsqueeze(torch.mul(torch.to(later, 6), -1000000000.), 1)
        """);
    String unpacked =
        IntStream.range(0, layers)
            .mapToObj(layer -> "past" + layer)
            .collect(Collectors.joining(", "));
    code.append(line("%s, = past_key_values".formatted(unpacked)));
    for (int layer = 0; layer < layers; layer++) {
      code.append(layer(layer));
    }
    int last = 2 + 12 * layers;
    code.append(
        line(
            "n = torch.layer_norm(x%d, [%d], w%d, w%d, 1.0e-05)"
                .formatted(layers, HIDDEN, last, last + 1)));
    String kept =
        IntStream.range(0, layers)
            .mapToObj(layer -> "(k%d, v%d)".formatted(layer, layer))
            .collect(Collectors.joining(", "));
    code.append(line("return (torch.matmul(n, torch.transpose(w0, 0, 1)), (%s,))".formatted(kept)));
    return code.toString();
  }

  private String slices() {
    StringBuilder code = new StringBuilder();
    long at = 0;
    int i = 0;
    for (long[] shape : shapes()) {
      String sides = Arrays.toString(shape);
      code.append(
          line(
              "w%d = torch.reshape(torch.slice(w, 0, %d, %d), %s)"
                  .formatted(i++, at, at + size(shape), sides)));
      at += size(shape);
    }
    return code.toString();
  }

  private String layer(int layer) {
    int first = 2 + 12 * layer;
    String split =
        "torch.transpose(torch.reshape(torch.slice(all%d, 2, %d, %d), [rows, count, %d, %d]), 1, 2)";
    int size = HIDDEN / heads;
    StringBuilder code = new StringBuilder();
    code.append(line("pk%d, pv%d, = past%d".formatted(layer, layer, layer)));
    code.append(
        line(
            "a%d = torch.layer_norm(x%d, [%d], w%d, w%d, 1.0e-05)"
                .formatted(layer, layer, HIDDEN, first, first + 1)));
    code.append(
        line(
            "all%d = torch.add(torch.matmul(a%d, w%d), w%d)"
                .formatted(layer, layer, first + 2, first + 3)));
    String[] names = {"q", "nk", "nv"};
    for (int part = 0; part < 3; part++) {
      String heads = split.formatted(layer, part * HIDDEN, (part + 1) * HIDDEN, this.heads, size);
      code.append(line("%s%d = %s".formatted(names[part], layer, heads)));
    }
    code.append(line("k%d = torch.cat([pk%d, nk%d], 2)".formatted(layer, layer, layer)));
    code.append(line("v%d = torch.cat([pv%d, nv%d], 2)".formatted(layer, layer, layer)));
    code.append(
        line(
            "s%d = torch.mul(torch.matmul(q%d, torch.transpose(k%d, 2, 3)), %s)"
                .formatted(layer, layer, layer, Double.toString(1 / Math.sqrt(size)))));
    code.append(
        line(
            "h%d = torch.matmul(torch.softmax(torch.add(s%d, bias), 3), v%d)"
                .formatted(layer, layer, layer)));
    code.append(
        line(
            "j%d = torch.reshape(torch.transpose(h%d, 1, 2), [rows, count, %d])"
                .formatted(layer, layer, HIDDEN)));
    code.append(
        line(
            "y%d = torch.add(x%d, torch.add(torch.matmul(j%d, w%d), w%d))"
                .formatted(layer, layer, layer, first + 4, first + 5)));
    code.append(
        line(
            "m%d = torch.layer_norm(y%d, [%d], w%d, w%d, 1.0e-05)"
                .formatted(layer, layer, HIDDEN, first + 6, first + 7)));
    code.append(
        line(
            "f%d = torch.gelu(torch.add(torch.matmul(m%d, w%d), w%d))"
                .formatted(layer, layer, first + 8, first + 9)));
    code.append(
        line(
            "x%d = torch.add(y%d, torch.add(torch.matmul(f%d, w%d), w%d))"
                .formatted(layer + 1, layer, layer, first + 10, first + 11)));
    return code.toString();
  }

  private static String line(String text) {
    return "    " + text + "\n";
  }
}
