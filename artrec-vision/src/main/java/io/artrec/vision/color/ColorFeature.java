package io.artrec.vision.color;

import io.artrec.feature.FeatureSpec;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.reproduction.Reproduction;
import io.artrec.vision.reproduction.Reproduction.Tone;
import java.util.Objects;
import java.util.Optional;

/** A feature of colors, which gray and toned reproductions do not have unless that is asked for. */
abstract class ColorFeature extends ImageMeasure {
  private final Setup setup;

  ColorFeature(Setup setup) {
    super(setup.decoder());
    this.setup = setup;
  }

  /**
   * Where images come from and which of them count.
   *
   * @param decoder reads the images
   * @param anyTone whether gray and toned reproductions have the feature too
   */
  record Setup(ImageDecoder decoder, boolean anyTone) {
    static Setup standard() {
      return new Setup(ImageDecoder.standard(), false);
    }

    Setup decodedBy(ImageDecoder other) {
      return new Setup(Objects.requireNonNull(other, "decoder"), anyTone);
    }

    Setup ofAnyTone() {
      return new Setup(decoder, true);
    }
  }

  final Setup setup() {
    return setup;
  }

  /** Starts a spec, with what was set, here and by the feature. */
  final FeatureSpec.Builder colorSpec(String name, String parameters) {
    return named(name, parameters + (setup.anyTone() ? "" : ", none of gray and toned images"));
  }

  /** Measures an image that shows colors. */
  abstract Optional<double[]> ofColors(RgbImage image);

  @Override
  protected final Optional<double[]> vector(RgbImage image) {
    return setup.anyTone() || Reproduction.of(image).showsColors()
        ? ofColors(image)
        : Optional.empty();
  }

  @Override
  protected final Optional<String> whyNone(RgbImage image) {
    return setup.anyTone() || Reproduction.of(image).showsColors()
        ? Optional.empty()
        : Optional.of(
            Reproduction.of(image).tone() == Tone.GRAY ? "gray photographs" : "toned photographs");
  }

  @Override
  protected final Optional<double[]> vectorOfPart(RgbImage part) {
    return ofColors(part);
  }
}
