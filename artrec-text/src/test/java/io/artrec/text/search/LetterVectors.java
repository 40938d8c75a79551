package io.artrec.text.search;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.embedding.internal.MeaningSpec;
import java.util.Optional;

/** The letters of works' texts, as the feature of meaning that a search finds by its encoder. */
record LetterVectors(Letters letters) implements FeatureExtractor {
  @Override
  public FeatureSpec spec() {
    return MeaningSpec.of("letters", letters);
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Vectors(letters);
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return new Vectors(letters);
  }

  private record Vectors(Letters letters) implements FeatureEncoder {
    @Override
    public int dimensions() {
      return letters.dimensions();
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return letters.encode(ArtworkText.of(input.artwork()));
    }

    @Override
    public String fingerprint() {
      return letters.name();
    }

    @Override
    public void save(StateWriter out) {}
  }
}
