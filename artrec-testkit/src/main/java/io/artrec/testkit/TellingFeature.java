package io.artrec.testkit;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FittedFeatures;
import io.artrec.feature.SharedTrait;
import io.artrec.feature.WeightedFeature;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A feature that says of any two works that both are of the collection. */
final class TellingFeature implements FeatureExtractor, FeatureEncoder {
  static final String NAME = "telling";

  /** The feature, fitted to a catalogue. */
  static FittedFeatures fitted(Catalog catalog) {
    return FeatureExtraction.standard()
        .run(catalog, List.of(new WeightedFeature(1, new TellingFeature())))
        .fitted();
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named(NAME).build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return this;
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return this;
  }

  @Override
  public int dimensions() {
    return 1;
  }

  @Override
  public Optional<float[]> encode(ArtworkInput input) {
    return Optional.of(new float[] {1});
  }

  @Override
  public List<SharedTrait> shared(Artwork work, Artwork other) {
    return List.of(
        new SharedTrait(
            "house", Map.of(Locale.ENGLISH, "the collection", Locale.CHINESE, "馆藏"), Set.of()));
  }

  @Override
  public String fingerprint() {
    return "";
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("nothing", 0);
  }
}
