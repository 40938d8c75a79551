package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import java.util.Optional;

/**
 * How large a work is and of what format: {@code (ln(√area) , ln(width / height))}, in cm, compared
 * by Euclidean likeness, so that twice as large is a step of 0.69 whatever the size. Works without
 * both width and height are missing. Immutable and thread-safe.
 */
public final class SizeFeature implements FeatureExtractor {
  private static final SizeFeature STANDARD = new SizeFeature();

  private SizeFeature() {}

  /** {@return the feature {@code size}} */
  public static SizeFeature standard() {
    return STANDARD;
  }

  @Override
  public FeatureSpec spec() {
    return FeatureSpec.named("size").similarity(Similarities.euclidean()).build();
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
      return 2;
    }

    @Override
    public Optional<float[]> encode(ArtworkInput input) {
      return input.artwork().dimensions().flatMap(SizeFeature::encode);
    }

    @Override
    public String fingerprint() {
      return "";
    }

    /** Nothing is learned. */
    @Override
    public void save(StateWriter out) {}
  }

  private static Optional<float[]> encode(Dimensions size) {
    if (size.width().isEmpty() || size.height().isEmpty()) {
      return Optional.empty();
    }
    double width = Math.log(size.width().getAsDouble());
    double height = Math.log(size.height().getAsDouble());
    return Optional.of(new float[] {(float) ((width + height) / 2), (float) (width - height)});
  }
}
