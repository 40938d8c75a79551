package io.artrec.testkit.rehearsal;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the letters of a title; takes works in batches only. */
final class BatchedInitials implements FeatureExtractor {
  private static final int LETTERS = 26;

  private final AtomicInteger largest = new AtomicInteger();

  int largestBatch() {
    return largest.get();
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("letters")
        .facet("title")
        .similarity(Similarities.cosine())
        .source(FeatureSpec.Source.RECORD)
        .build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder();
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return new Encoder();
  }

  private final class Encoder implements FeatureEncoder {
    @Override
    public int dimensions() {
      return LETTERS;
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      throw new UnsupportedOperationException("one work at a time");
    }

    @Override
    public int batchSize() {
      return 16;
    }

    @Override
    public List<Optional<float[]>> encodeAll(List<ArtworkInput> inputs) {
      largest.accumulateAndGet(inputs.size(), Math::max);
      return inputs.stream().map(input -> letters(input.artwork().title())).toList();
    }

    private static Optional<float[]> letters(String title) {
      float[] counts = new float[LETTERS];
      title.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
      return Optional.of(counts);
    }

    @Override
    public String fingerprint() {
      return "";
    }

    @Override
    public void save(StateWriter out) {}
  }
}
