package io.artrec.vision.texture;

import io.artrec.feature.FeatureSpec;
import io.artrec.similarity.Similarities;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import io.artrec.vision.shape.Gradients;
import java.util.Objects;
import java.util.Optional;

/**
 * Which way the edges of an image run, all together: a histogram of the orientation of its
 * gradients, each counting with its strength (as in Jain and Vailaya, Image Retrieval Using Color
 * and Shape, Pattern Recognition 29, 1996), compared by histogram intersection. Immutable and
 * thread-safe; O(pixels) time. The facet is {@code texture}.
 *
 * <p>Gradients are those of {@link Gradients}; 18 bins of 10 degrees, the first centered on edges
 * that run upright. Shares sum to 1. Vectors are measured on a longest side of 512; an image
 * without any edge has none.
 *
 * <p>Two works are called alike in this from 0.975: of 35,245 pairs of paintings of a museum by
 * different artists one in a hundred reaches 0.973.
 */
public final class EdgeOrientations extends ImageMeasure {
  private static final int BINS = 18;
  private static final Orientation HALVES = new Orientation(2 * BINS);
  private static final int SIDE = 512;
  private static final double ALIKE = 0.975;

  private EdgeOrientations(ImageDecoder decoder) {
    super(decoder);
  }

  /** {@return the feature} */
  public static EdgeOrientations standard() {
    return new EdgeOrientations(ImageDecoder.standard());
  }

  /**
   * {@return this feature reading images through another decoder}
   *
   * @param other the decoder, the same for all features that shall share decoded images
   */
  public EdgeOrientations decodedBy(ImageDecoder other) {
    return new EdgeOrientations(Objects.requireNonNull(other, "decoder"));
  }

  /**
   * Measures one image as it is.
   *
   * @param image the pixels
   * @return 18 shares, summing to 1; empty when there is no edge at all
   */
  public Optional<double[]> measure(RgbImage image) {
    Gradients gradients = Gradients.of(image.gray());
    double[] shares = new double[BINS];
    double sum = 0;
    for (int i = 0; i < image.size(); i++) {
      double strength = gradients.strength(i);
      if (strength > 0) {
        int half = HALVES.bin(gradients.across(i), gradients.down(i));
        shares[(half + 1) / 2 % BINS] += strength;
        sum += strength;
      }
    }
    if (sum == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < BINS; i++) {
      shares[i] /= sum;
    }
    return Optional.of(shares);
  }

  @Override
  public FeatureSpec spec() {
    return named("edge-orientations", "18 bins, side " + SIDE)
        .facet("texture")
        .similarity(Similarities.histogramIntersection())
        .alikeFrom(ALIKE)
        .build();
  }

  @Override
  protected int dimensions() {
    return BINS;
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    return measure(image.shrunkTo(SIDE));
  }
}
