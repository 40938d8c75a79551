package io.artrec.vision.embedding;

import io.artrec.strategy.WishEncoder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of some labels fits an image best, without an example of any: labels are put into the space
 * of the image's vector by the text half of a pair, and {@code p_l = exp(s · cos_l) / Σ_m exp(s ·
 * cos_m)} (Radford et al., Learning Transferable Visual Models From Natural Language Supervision,
 * ICML 2021). {@code s} is the scale that the pair learned; CLIP's is 100.
 *
 * <p>These are shares among the labels given, not certainty: they sum to 1 even where none fits,
 * and nobody has calibrated them. A label such as "something else" takes what the others do not.
 *
 * <p>Labels are encoded once, when this is made; an image costs O(labels · dimensions). Immutable
 * and thread-safe.
 */
public final class ZeroShotLabels {
  private static final double CLIP_SCALE = 100;

  private final List<String> labels;
  private final List<float[]> vectors;
  private final double scale;

  private ZeroShotLabels(List<String> labels, List<float[]> vectors, double scale) {
    this.labels = labels;
    this.vectors = vectors;
    this.scale = scale;
  }

  /**
   * Encodes labels.
   *
   * @param encoder the text half of the pair, best with prompts ("a painting of {}")
   * @param labels two or more, all different
   * @return the labels, with CLIP's scale
   * @throws IllegalArgumentException when there are fewer, one is there twice, or the encoder reads
   *     nothing in one
   */
  public static ZeroShotLabels of(WishEncoder encoder, List<String> labels) {
    List<String> given = List.copyOf(labels);
    if (given.size() < 2 || new HashSet<>(given).size() < given.size()) {
      throw new IllegalArgumentException(
          "labels are " + given + ", expected two or more, all different");
    }
    List<float[]> vectors =
        given.stream()
            .map(
                label ->
                    encoder
                        .encodeQuery(label)
                        .map(ZeroShotLabels::unit)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "the encoder reads nothing in label '"
                                        + label
                                        + "'; use other words")))
            .toList();
    return new ZeroShotLabels(given, vectors, CLIP_SCALE);
  }

  /**
   * {@return these labels with another scale}
   *
   * @param learned what cosines are multiplied with, positive: the exponential of {@code
   *     logit_scale} in the pair's weights
   */
  public ZeroShotLabels scale(double learned) {
    if (!(learned > 0 && learned < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale is " + learned + ", expected a positive number");
    }
    return new ZeroShotLabels(labels, vectors, learned);
  }

  /** {@return the labels, in the order given} */
  public List<String> labels() {
    return labels;
  }

  /**
   * Compares an image with the labels.
   *
   * @param image the image's vector, as {@link ImageEmbedding#measure} gives it
   * @return the share of each label, in their order; sums to 1
   * @throws IllegalArgumentException when the vector has other dimensions than the labels
   */
  public double[] shares(float[] image) {
    if (image.length != vectors.get(0).length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the image's vector has %d dimensions, those of the labels have %d; use the two encoders of a pair",
              image.length,
              vectors.get(0).length));
    }
    float[] unit = unit(image);
    double[] shares = new double[labels.size()];
    double most = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < shares.length; label++) {
      shares[label] = scale * product(unit, vectors.get(label));
      most = Math.max(most, shares[label]);
    }
    double sum = 0;
    for (int label = 0; label < shares.length; label++) {
      shares[label] = Math.exp(shares[label] - most);
      sum += shares[label];
    }
    for (int label = 0; label < shares.length; label++) {
      shares[label] /= sum;
    }
    return shares;
  }

  /**
   * Finds the label that fits an image best.
   *
   * @param image the image's vector
   * @return the label with the largest share, the first of equal ones; empty when it has less than
   *     half
   */
  public Optional<String> best(float[] image) {
    double[] shares = shares(image);
    for (int label = 0; label < shares.length; label++) {
      if (shares[label] >= 0.5) {
        return Optional.of(labels.get(label));
      }
    }
    return Optional.empty();
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += (double) one[d] * other[d];
    }
    return sum;
  }

  private static float[] unit(float[] vector) {
    double length = Math.sqrt(product(vector, vector));
    if (!(length > 0)) {
      throw new IllegalArgumentException("a vector has length " + length + ", expected above 0");
    }
    float[] unit = new float[vector.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (vector[d] / length);
    }
    return unit;
  }
}
