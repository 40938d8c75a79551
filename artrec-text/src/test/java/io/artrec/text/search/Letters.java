package io.artrec.text.search;

import io.artrec.text.embedding.SentenceEncoder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts letters; reads nothing else. */
final class Letters implements SentenceEncoder {
  private final String name;
  private final AtomicInteger encoded = new AtomicInteger();

  Letters(String name) {
    this.name = name;
  }

  /** How often something was encoded. */
  int encoded() {
    return encoded.get();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int dimensions() {
    return 26;
  }

  @Override
  public Optional<float[]> encode(String text) {
    encoded.incrementAndGet();
    float[] counts = new float[26];
    double square = 0;
    text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
    for (float count : counts) {
      square += count * count;
    }
    if (square == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= (float) Math.sqrt(square);
    }
    return Optional.of(counts);
  }
}
