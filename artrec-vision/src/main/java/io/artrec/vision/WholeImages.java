package io.artrec.vision;

import io.artrec.feature.FeatureSpec;
import io.artrec.vision.image.RgbImage;
import java.util.Optional;

/** A measure of images as they are, with whatever lies around the work. */
final class WholeImages extends ImageMeasure {
  private final ImageMeasure measure;

  WholeImages(ImageMeasure measure) {
    super(measure.decoder());
    this.measure = measure;
  }

  @Override
  public FeatureSpec spec() {
    FeatureSpec of = measure.spec();
    return FeatureSpec.named(of.name())
        .version(of.version())
        .facet(of.facet())
        .parameters(of.parameters() + ", of whole images")
        .similarity(of.similarity())
        .sources(of.sources())
        .alikeFrom(of.alikeFrom())
        .build();
  }

  @Override
  Optional<RgbImage> workIn(RgbImage image) {
    return Optional.of(image);
  }

  @Override
  protected int dimensions() {
    return measure.dimensions();
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    return measure.vector(image);
  }

  @Override
  protected Optional<String> whyNone(RgbImage image) {
    return measure.whyNone(image);
  }

  @Override
  protected Optional<double[]> vectorOfPart(RgbImage part) {
    return measure.vectorOfPart(part);
  }
}
