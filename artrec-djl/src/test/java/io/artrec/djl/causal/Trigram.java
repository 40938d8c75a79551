package io.artrec.djl.causal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Interpolated one-, two- and three-token frequencies (F. Jelinek and R. Mercer, 1980). */
final class Trigram {
  private final Map<List<Long>, Integer> counts = new HashMap<>();
  private final int vocabulary;

  Trigram(List<long[]> texts, int vocabulary) {
    this.vocabulary = vocabulary;
    for (long[] text : texts) {
      for (int i = 1; i < text.length; i++) {
        for (int length = 0; length <= Math.min(2, i); length++) {
          count(gram(text, i - length, i + 1));
          count(before(text, i - length, i));
        }
      }
    }
  }

  private static List<Long> gram(long[] text, int from, int to) {
    return Arrays.stream(text, from, to).boxed().toList();
  }

  /** What a gram is divided by: the tokens before its last, told apart from a gram of its own. */
  private static List<Long> before(long[] text, int from, int to) {
    return LongStream.concat(LongStream.of(-1), Arrays.stream(text, from, to)).boxed().toList();
  }

  private void count(List<Long> gram) {
    counts.merge(gram, 1, Integer::sum);
  }

  private double share(long[] text, int from, int at) {
    int whole = counts.getOrDefault(before(text, from, at), 0);
    return whole == 0 ? 0 : counts.getOrDefault(gram(text, from, at + 1), 0) / (double) whole;
  }

  /** The perplexity with the weights, in steps of 0.05, that are best for these very texts. */
  double bestPerplexity(List<long[]> texts) {
    List<double[]> shares = new ArrayList<>();
    for (long[] text : texts) {
      for (int i = 1; i < text.length; i++) {
        double[] each = new double[3];
        for (int length = 0; length <= Math.min(2, i); length++) {
          each[length] = share(text, i - length, i);
        }
        shares.add(each);
      }
    }
    double best = Double.POSITIVE_INFINITY;
    for (int three = 0; three <= 19; three++) {
      for (int two = 0; three + two <= 19; two++) {
        for (int one = 0; three + two + one <= 19; one++) {
          best =
              Math.min(
                  best, perplexity(shares, new double[] {one / 20.0, two / 20.0, three / 20.0}));
        }
      }
    }
    return best;
  }

  private double perplexity(List<double[]> shares, double[] weights) {
    double rest = (1 - weights[0] - weights[1] - weights[2]) / vocabulary;
    double sum = 0;
    for (double[] each : shares) {
      sum -= Math.log(rest + weights[0] * each[0] + weights[1] * each[1] + weights[2] * each[2]);
    }
    return Math.exp(sum / shares.size());
  }
}
