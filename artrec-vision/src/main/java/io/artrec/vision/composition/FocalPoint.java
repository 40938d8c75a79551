package io.artrec.vision.composition;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;
import java.util.Optional;

/**
 * Where an image draws the eye, by what stands out in color, and how near that is to a power point
 * of the rule of thirds.
 *
 * <p>What stands out is the distance in CIELAB of each pixel from the mean color of the image
 * (Achanta, Hemami, Estrada and Süsstrunk, Frequency-tuned Salient Region Detection, CVPR 2009;
 * instead of blurring, the image is shrunk to a longest side of {@value #LONGEST_SIDE}). The focal
 * point is the center of what stands out more than the average, each pixel weighing by how much
 * more. It is a description, no judgement: on works with several centers it lies between them.
 *
 * @param x place from the left edge, 0 to 1
 * @param y place from the top edge, 0 to 1
 */
public record FocalPoint(double x, double y) {
  private static final int LONGEST_SIDE = 128;
  private static final double NOISE = 1e-9;

  /**
   * Finds the focal point of an image.
   *
   * @param image the pixels
   * @return the point; empty when nothing stands out, as in an image of one color
   */
  public static Optional<FocalPoint> of(RgbImage image) {
    LabPlanes lab = image.shrunkTo(LONGEST_SIDE).lab();
    double[] salience = salience(lab);
    double mean = Line.mean(salience);
    double sum = 0;
    double across = 0;
    double down = 0;
    for (int i = 0; i < salience.length; i++) {
      double weight = Math.max(0, salience[i] - mean);
      sum += weight;
      across += weight * (i % lab.width() + 0.5);
      down += weight * (Math.floor((double) i / lab.width()) + 0.5);
    }
    return sum > NOISE * salience.length
        ? Optional.of(new FocalPoint(across / sum / lab.width(), down / sum / lab.height()))
        : Optional.empty();
  }

  private static double[] salience(LabPlanes lab) {
    double lightness = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < lab.size(); i++) {
      lightness += lab.lightness(i);
      a += lab.a(i);
      b += lab.b(i);
    }
    double[] salience = new double[lab.size()];
    for (int i = 0; i < salience.length; i++) {
      double ofLightness = lab.lightness(i) - lightness / lab.size();
      double ofA = lab.a(i) - a / lab.size();
      double ofB = lab.b(i) - b / lab.size();
      salience[i] = Math.sqrt(ofLightness * ofLightness + ofA * ofA + ofB * ofB);
    }
    return salience;
  }

  /**
   * Returns how far the point is from the nearest of the four points where lines at a third and two
   * thirds of width and height cross.
   *
   * @return the distance where each side has length 1, 0 to 0.48; the middle has 0.24
   */
  public double distanceToPowerPoint() {
    double across = Math.min(Math.abs(x - 1.0 / 3), Math.abs(x - 2.0 / 3));
    double down = Math.min(Math.abs(y - 1.0 / 3), Math.abs(y - 2.0 / 3));
    return Math.sqrt(across * across + down * down);
  }
}
