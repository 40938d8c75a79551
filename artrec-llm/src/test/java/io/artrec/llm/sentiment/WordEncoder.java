package io.artrec.llm.sentiment;

import io.artrec.text.embedding.SentenceEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Encodes a text as the unit sum of a fixed random vector for each of its words. */
public final class WordEncoder implements SentenceEncoder {
  private static final int DIMENSIONS = 48;

  private final String name;

  public WordEncoder(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public Optional<float[]> encode(String text) {
    double[] sum = new double[DIMENSIONS];
    boolean any = false;
    for (String word : text.toLowerCase(Locale.ROOT).split("\\P{L}+", -1)) {
      if (!word.isEmpty()) {
        any = true;
        Random random = new Random(word.hashCode());
        for (int d = 0; d < DIMENSIONS; d++) {
          sum[d] += random.nextGaussian();
        }
      }
    }
    double square = 0;
    for (double value : sum) {
      square += value * value;
    }
    float[] vector = new float[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      vector[d] = (float) (sum[d] / Math.sqrt(square));
    }
    return any ? Optional.of(vector) : Optional.empty();
  }
}
