package io.artrec.text.wordvector;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What GloVe learns: vectors and biases of words, and of words as contexts of others, with
 * AdaGrad's sums of squared slopes (Duchi, Hazan, Singer, Adaptive subgradient methods for online
 * learning and stochastic optimization, JMLR 2011), which begin with 1. A slope joins its sum
 * before the step, so that no step is longer than the rate.
 */
final class GloVeWeights {
  /** Words in one of their two parts. */
  static final class Side {
    final float[] vectors;
    final float[] biases;
    private final float[] vectorSquares;
    private final float[] biasSquares;

    Side(float[] vectors, float[] biases) {
      this.vectors = vectors;
      this.biases = biases;
      vectorSquares = new float[vectors.length];
      biasSquares = new float[biases.length];
      Arrays.fill(vectorSquares, 1);
      Arrays.fill(biasSquares, 1);
    }

    /** Vectors drawn evenly from ±1/2 over their length, biases of 0. */
    static Side drawn(int words, int width, SplittableRandom random) {
      float[] vectors = new float[words * width];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = ((random.nextLong() >>> 40) * 0x1p-24f - 0.5f) / width;
      }
      return new Side(vectors, new float[words]);
    }

    private void stepBias(int word, float slope, float rate) {
      biasSquares[word] += slope * slope;
      biases[word] -= rate * slope / (float) Math.sqrt(biasSquares[word]);
    }
  }

  private final int width;
  private final Side words;
  private final Side contexts;

  GloVeWeights(int width, Side words, Side contexts) {
    this.width = width;
    this.words = words;
    this.contexts = contexts;
  }

  /**
   * Goes one step down the slope of {@code f/2 · (w·c + b_w + b_c − ln x)²}.
   *
   * @param weight {@code f}
   * @param logarithm {@code ln x}
   * @return the loss before the step
   */
  double step(int word, int context, float weight, float logarithm, float rate) {
    int at = word * width;
    int beside = context * width;
    float[] w = words.vectors;
    float[] c = contexts.vectors;
    float error =
        VectorRows.dot(w, at, c, beside, width)
            + words.biases[word]
            + contexts.biases[context]
            - logarithm;
    float slope = weight * error;
    float[] wordSquares = words.vectorSquares;
    float[] contextSquares = contexts.vectorSquares;
    for (int d = 0; d < width; d++) {
      float one = w[at + d];
      float other = c[beside + d];
      float down = slope * other;
      float across = slope * one;
      float sum = wordSquares[at + d] + down * down;
      float sumAcross = contextSquares[beside + d] + across * across;
      wordSquares[at + d] = sum;
      contextSquares[beside + d] = sumAcross;
      w[at + d] = one - rate * down / (float) Math.sqrt(sum);
      c[beside + d] = other - rate * across / (float) Math.sqrt(sumAcross);
    }
    words.stepBias(word, slope, rate);
    contexts.stepBias(context, slope, rate);
    return 0.5 * slope * error;
  }

  /** A word's vector is the sum of its two. */
  float[] sum(int word) {
    float[] sum = new float[width];
    for (int d = 0; d < width; d++) {
      sum[d] = words.vectors[word * width + d] + contexts.vectors[word * width + d];
    }
    return sum;
  }
}
