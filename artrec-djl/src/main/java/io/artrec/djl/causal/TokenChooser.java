package io.artrec.djl.causal;

import io.artrec.djl.InferenceException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/** Chooses tokens by their logits. Used by one thread. */
final class TokenChooser {
  private final Decoding decoding;
  private final SplittableRandom random;

  TokenChooser(Decoding decoding) {
    this.decoding = decoding;
    random = new SplittableRandom(decoding.seed());
  }

  /** One of the tokens that are allowed, of which there is at least one. */
  int choose(float[] logits, BitSet allowed) {
    if (decoding.temperature() == 0) {
      return likeliest(logits, allowed);
    }
    int[] tokens = kept(logits, allowed);
    double[] shares = shares(logits, tokens);
    int count = nucleus(shares);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += shares[i];
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < count; i++) {
      left -= shares[i];
      if (left < 0) {
        return tokens[i];
      }
    }
    return tokens[count - 1];
  }

  static int likeliest(float[] logits, BitSet allowed) {
    int best = allowed.nextSetBit(0);
    for (int token = best; token >= 0; token = allowed.nextSetBit(token + 1)) {
      best = logits[token] > logits[best] ? token : best;
    }
    return best;
  }

  /** The allowed tokens, the likeliest first where fewer than all are to be kept. */
  private int[] kept(float[] logits, BitSet allowed) {
    if (decoding.topP() == 1 && decoding.topK() >= allowed.cardinality()) {
      return allowed.stream().toArray();
    }
    int[] sorted = sorted(logits, allowed);
    return Arrays.copyOf(sorted, Math.min(sorted.length, decoding.topK()));
  }

  /** The allowed tokens by falling logit, ties by index. */
  static int[] sorted(float[] logits, BitSet allowed) {
    long[] keys =
        allowed.stream().mapToLong(token -> (long) ~order(logits[token]) << 32 | token).toArray();
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** An integer for a float, in the order of the floats. */
  private static int order(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits >= 0 ? bits : bits ^ 0x7fffffff;
  }

  private double[] shares(float[] logits, int[] tokens) {
    double most = Double.NEGATIVE_INFINITY;
    for (int token : tokens) {
      most = Math.max(most, logits[token]);
    }
    double[] shares = new double[tokens.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp((logits[tokens[i]] - most) / decoding.temperature());
    }
    return shares;
  }

  private int nucleus(double[] shares) {
    double wanted = decoding.topP() == 1 ? Double.POSITIVE_INFINITY : decoding.topP();
    wanted *= Arrays.stream(shares).sum();
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      if (sum >= wanted) {
        return i + 1;
      }
    }
    return shares.length;
  }

  /** The natural logarithm of what the softmax's exponentials sum up to. */
  static double logSum(float[] logits) {
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    double result = most + Math.log(sum);
    if (!Double.isFinite(result)) {
      throw new InferenceException(
          "a causal model gave logits of which the softmax is no number; its weights are damaged,"
              + " or its inputs are in another order, see CausalOptions.inputs");
    }
    return result;
  }
}
