package io.artrec.text.topic;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.Arrays;
import java.util.Optional;

/** Topics found by clustering vectors of texts. */
final class ClusterModel extends LearnedTopics {
  /** How fast a topic's part falls with the angle between text and centre. */
  static final double SHARPNESS = 20;

  private static final double SAME = 1e-9;

  private final SentenceEncoder encoder;
  private final float[] mean;

  /** {@code [topics × dimensions]} */
  private final float[] centers;

  ClusterModel(TermTopics topics, SentenceEncoder encoder, float[] mean, float[] centers) {
    super(topics, ClusterTopics.NAME, " " + encoder.name(), joined(centers, mean));
    this.encoder = encoder;
    this.mean = mean;
    this.centers = centers;
  }

  private static double[] joined(float[] first, float[] second) {
    double[] all = new double[first.length + second.length];
    for (int i = 0; i < first.length; i++) {
      all[i] = first[i];
    }
    for (int i = 0; i < second.length; i++) {
      all[first.length + i] = second[i];
    }
    return all;
  }

  /** Takes their mean off vectors, scales them to unit length again, and returns the mean. */
  static float[] center(float[][] vectors) {
    if (vectors.length == 0) {
      return new float[0];
    }
    double[] sum = new double[vectors[0].length];
    for (float[] vector : vectors) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += vector[d];
      }
    }
    float[] mean = new float[sum.length];
    for (int d = 0; d < sum.length; d++) {
      mean[d] = (float) (sum[d] / vectors.length);
    }
    for (float[] vector : vectors) {
      center(vector, mean);
    }
    return mean;
  }

  /** A vector at the mean itself, as when all texts are the same, stays as it is. */
  private static void center(float[] vector, float[] mean) {
    double square = 0;
    for (int d = 0; d < mean.length; d++) {
      double value = (double) vector[d] - mean[d];
      square += value * value;
    }
    if (square <= SAME) {
      return;
    }
    double length = Math.sqrt(square);
    for (int d = 0; d < mean.length; d++) {
      vector[d] = (float) (((double) vector[d] - mean[d]) / length);
    }
  }

  @Override
  public Optional<float[]> distribution(String text) {
    return size() == 0 ? Optional.empty() : encoder.encode(text).map(this::parts);
  }

  private float[] parts(float[] encoded) {
    float[] vector = encoded.clone();
    center(vector, mean);
    double[] scores = new double[size()];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < scores.length; k++) {
      double cosine = 0;
      for (int d = 0; d < mean.length; d++) {
        cosine += (double) vector[d] * centers[k * mean.length + d];
      }
      scores[k] = SHARPNESS * cosine + StrictMath.log(topics().shares()[k]);
      most = Math.max(most, scores[k]);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = StrictMath.exp(scores[k] - most);
      sum += scores[k];
    }
    float[] parts = new float[scores.length];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = (float) (scores[k] / sum);
    }
    return parts;
  }

  @Override
  void saveMore(StateWriter out) {
    out.putString("encoder", encoder.name());
    out.putFloats("mean", mean);
    out.putFloats("centers", centers);
  }

  static ClusterModel read(StateReader in, TextAnalysis analysis, SentenceEncoder encoder) {
    TermTopics topics = TermTopics.read(in, ClusterTopics.NAME, analysis);
    String name = in.getString("encoder");
    if (!name.equals(encoder.name())) {
      throw new ModelFileException(
          "topics were learned with encoder '"
              + name
              + "', it was given '"
              + encoder.name()
              + "'; give the same");
    }
    float[] mean = in.getFloats("mean");
    float[] centers = in.getFloats("centers");
    if ((topics.topics() > 0 && mean.length != encoder.dimensions())
        || centers.length != (long) topics.topics() * mean.length
        || !finite(mean)
        || !finite(centers)
        || Arrays.stream(topics.shares()).anyMatch(share -> !(share > 0 && share <= 1))) {
      throw new ModelFileException(
          "topics are damaged: centres of "
              + topics.topics()
              + " topics are not finite vectors of "
              + encoder.dimensions()
              + " dimensions");
    }
    return new ClusterModel(topics, encoder, mean, centers);
  }

  private static boolean finite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
