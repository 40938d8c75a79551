package io.artrec.vision.composition;

import io.artrec.feature.FeatureSpec;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Any measure of images, of the whole, of its quarters and of its sixteenths: two works are alike
 * when they have the same at the same place (Lazebnik, Schmid and Ponce, Beyond Bags of Features:
 * Spatial Pyramid Matching for Recognizing Natural Scene Categories, CVPR 2006). Immutable and
 * thread-safe. The facet is {@code composition}, the similarity that of the measure.
 *
 * <p>The levels of 1 × 1, 2 × 2 and 4 × 4 cells weigh 1/4, 1/4 and 1/2, as in the paper, each cell
 * the same share of its level. Where the similarity adds up shares (histogram intersection,
 * chi-square, Jaccard), values are multiplied by the weight, otherwise by its square root, so that
 * squared distances and products are weighted. A histogram's pyramid sums to 1 again. A work for
 * which one cell says nothing has no vector.
 *
 * <p>A threshold for calling works alike is not known for any measure; that of the measure itself
 * is taken, which a pyramid reaches less often, until {@link #alikeFrom} sets another.
 *
 * <p>Costs three times the measure, and a copy of the pixels for each level.
 */
public final class SpatialPyramid extends ImageMeasure {
  private static final int[] CELLS = {1, 2, 4};
  private static final double[] WEIGHTS = {0.25, 0.25, 0.5};
  private static final int PARTS = 21;
  private static final Set<String> SHARES =
      Set.of("histogram-intersection", "chi-square", "jaccard");

  private final ImageMeasure measure;

  /** The same, which does not look once more for what lies around the work. */
  private final ImageMeasure ofWhole;

  private final double alike;

  private SpatialPyramid(ImageMeasure measure, double alike, ImageDecoder decoder) {
    super(decoder);
    this.measure = measure;
    this.ofWhole = measure.ofWholeImages();
    this.alike = alike;
  }

  /**
   * {@return the pyramid of a measure, reading images as the measure does; named as the measure
   * with {@code -pyramid} after it}
   *
   * @param measure measures each cell; all of its images, however small
   */
  public static SpatialPyramid of(ImageMeasure measure) {
    Objects.requireNonNull(measure, "measure");
    return new SpatialPyramid(measure, measure.spec().alikeFrom(), measure.decoder());
  }

  /**
   * {@return this pyramid with another threshold from which two works may be called alike}
   *
   * @param share the share of what the similarity says of equal works, above 0 and at most 1
   */
  public SpatialPyramid alikeFrom(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "alikeFrom of a spatial pyramid is " + share + ", expected above 0 and at most 1");
    }
    return new SpatialPyramid(measure, share, decoder());
  }

  @Override
  public FeatureSpec spec() {
    FeatureSpec of = measure.spec();
    return FeatureSpec.named(of.name() + "-pyramid")
        .version(of.version())
        .facet("composition")
        .parameters(of.parameters())
        .similarity(of.similarity())
        .source(FeatureSpec.Source.IMAGE)
        .alikeFrom(alike)
        .build();
  }

  @Override
  protected int dimensions() {
    return PARTS * measure.size();
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    boolean shares = SHARES.contains(measure.spec().similarity().name());
    double[] vector = new double[dimensions()];
    int at = 0;
    for (int level = 0; level < CELLS.length; level++) {
      int cells = CELLS[level];
      double weight = WEIGHTS[level] / (cells * cells);
      double factor = shares ? weight : Math.sqrt(weight);
      for (int cell = 0; cell < cells * cells; cell++) {
        Optional<double[]> measured =
            cells == 1
                ? ofWhole.measured(image)
                : measure.measuredOfPart(
                    Cell.of(cell, cells, image.width(), image.height()).of(image));
        if (measured.isEmpty()) {
          return Optional.empty();
        }
        for (double value : measured.get()) {
          vector[at++] = factor * value;
        }
      }
    }
    return Optional.of(vector);
  }
}
