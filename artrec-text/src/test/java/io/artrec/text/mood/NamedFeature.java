package io.artrec.text.mood;

import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Optional;

/** A feature of images by name alone, of as many numbers as an attribute of the record holds. */
record NamedFeature(String name) implements FeatureExtractor {
  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named(name).source(FeatureSpec.Source.IMAGE).build();
  }

  @Override
  public FeatureEncoder fit(Catalog catalog) {
    return new Encoder();
  }

  @Override
  public FeatureEncoder read(StateReader in) {
    return new Encoder();
  }

  private static final class Encoder implements FeatureEncoder {
    @Override
    public int dimensions() {
      return 4;
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return Optional.ofNullable(input.artwork().attributes().get("colors"))
          .map(
              values -> {
                float[] row = new float[values.size()];
                for (int i = 0; i < row.length; i++) {
                  row[i] = Float.parseFloat(values.get(i));
                }
                return row;
              });
    }

    @Override
    public String fingerprint() {
      return "";
    }

    @Override
    public void save(StateWriter out) {}
  }
}
