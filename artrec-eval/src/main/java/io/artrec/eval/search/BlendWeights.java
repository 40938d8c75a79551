package io.artrec.eval.search;

import io.artrec.strategy.StrategyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shares of so many parts, above 0, that add up to 1; as text joined by strokes. */
record BlendWeights(int count) implements SearchSpace.Dimension {
  private static final double LEAST = 0.001;

  /** The parts of a hybrid without their weights. */
  static List<String> parts(String hybrid) {
    List<String> parts =
        StrategyParser.parts(hybrid).stream().map(BlendWeights::withoutWeight).toList();
    if (parts.size() < 2) {
      throw new IllegalArgumentException(
          "hybrid '" + hybrid + "' has one part, expected two or more to weigh");
    }
    return parts;
  }

  private static String withoutWeight(String part) {
    int star = part.indexOf('*');
    int open = part.indexOf('(');
    return star < 0 || (open >= 0 && open < star) ? part : part.substring(star + 1).strip();
  }

  /** The hybrid with weights. */
  static String text(String hybrid, List<String> parts, String weights) {
    String[] each = weights.split("/", -1);
    return IntStream.range(0, parts.size())
        .mapToObj(part -> each[part] + " * " + parts.get(part))
        .collect(Collectors.joining(" | ", hybrid.substring(0, hybrid.indexOf('(')) + "(", ")"));
  }

  /** Uniform over all mixtures: exponential variables by their sum. */
  @Override
  public String draw(SplittableRandom random) {
    double[] sizes = new double[count];
    double sum = 0;
    for (int part = 0; part < count; part++) {
      sizes[part] = -StrictMath.log(1 - random.nextDouble());
      sum += sizes[part];
    }
    List<String> shares = new ArrayList<>();
    for (double size : sizes) {
      shares.add(String.format(Locale.ROOT, "%.3f", Math.max(LEAST, size / sum)));
    }
    return String.join("/", shares);
  }

  /** All ways to deal {@code steps + count - 1} equal shares such that each part has one. */
  @Override
  public List<String> spread(int steps) {
    List<String> all = new ArrayList<>();
    deal(new int[count], 0, steps + count - 1, all);
    return all;
  }

  private void deal(int[] dealt, int part, int left, List<String> all) {
    if (part == count - 1) {
      dealt[part] = left;
      double whole = IntStream.of(dealt).sum();
      all.add(
          IntStream.of(dealt)
              .mapToObj(share -> String.format(Locale.ROOT, "%.3f", share / whole))
              .collect(Collectors.joining("/")));
      return;
    }
    for (int share = 1; share <= left - (count - 1 - part); share++) {
      dealt[part] = share;
      deal(dealt, part + 1, left - share, all);
    }
  }
}
