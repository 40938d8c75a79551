package io.artrec.djl.image;

import io.artrec.djl.InferenceException;
import io.artrec.djl.ModelException;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.Tensor;
import io.artrec.djl.serving.internal.OutputChoice;
import io.artrec.djl.text.Pooling;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that takes a batch of images and gives a vector, or a vector for each patch, of each.
 * Knows nothing of threads.
 */
final class ImageModel {
  private static final Logger LOG = LoggerFactory.getLogger(ImageModel.class);

  /** How far apart two runs may be, as a share of the vector's length. */
  private static final double SAME = 1e-3;

  private final NeuralModel model;
  private final ImageEncoderOptions options;
  private final String input;
  private final int width;
  private final int batchSize;

  /** Tries the model on an image, on the same again, and on two together. */
  ImageModel(NeuralModel model, ImageEncoderOptions options) {
    this.model = model;
    this.options = options;
    input = input(model);
    PixelBuffer buffer = new PixelBuffer();
    List<float[]> probes = List.of(probe(options.size(), 0), probe(options.size(), 1));
    double[] first = states(probes.subList(0, 1), buffer)[0];
    width = first.length;
    checkDimensions();
    if (distance(first, states(probes.subList(0, 1), buffer)[0]) > SAME) {
      throw new ModelException(
          "model "
              + model.name()
              + " gives another vector each time for the same image; switch dropout off before it is"
              + " saved: model.eval() in PyTorch");
    }
    batchSize = runsBatches(probes, buffer) ? options.batchSize() : 1;
  }

  /** An image that is no more like one than like another. */
  private static float[] probe(int size, int which) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) Math.sin(0.7 * i + which);
    }
    return values;
  }

  private static String input(NeuralModel model) {
    if (model.inputs().size() > 1) {
      throw new ModelException(
          "model "
              + model.name()
              + " takes the inputs "
              + model.inputs()
              + "; an image encoder takes one; of a model of images and texts export the half for"
              + " images");
    }
    return model.inputs().isEmpty() ? "pixel_values" : model.inputs().get(0);
  }

  private void checkDimensions() {
    options
        .dimensions()
        .ifPresent(
            wanted -> {
              if (wanted > width) {
                throw new ModelException(
                    String.format(
                        Locale.ROOT,
                        "model %s gives %,d dimensions, expected at least the %,d that are to be kept",
                        model.name(),
                        width,
                        wanted));
              }
            });
  }

  /** Whether images in a batch get the vectors that they get alone. */
  private boolean runsBatches(List<float[]> probes, PixelBuffer buffer) {
    if (options.batchSize() == 1 || model.isBatchDependent()) {
      return false;
    }
    double[][] together;
    try {
      together = states(probes, buffer);
    } catch (InferenceException | ModelException e) {
      LOG.warn(
          "model {} takes one image at a time, which is slower; export it with a batch of any size: {}",
          model.name(),
          e.getMessage());
      return false;
    }
    for (int image = 0; image < together.length; image++) {
      double[] alone = states(probes.subList(image, image + 1), buffer)[0];
      if (distance(alone, together[image]) > SAME) {
        LOG.warn(
            "model {} gives an image another vector when others share its batch; it runs one at a time",
            model.name());
        return false;
      }
    }
    return true;
  }

  private static double distance(double[] one, double[] other) {
    double difference = 0;
    double length = 0;
    for (int d = 0; d < one.length; d++) {
      difference += (one[d] - other[d]) * (one[d] - other[d]);
      length += one[d] * one[d];
    }
    return difference == 0 ? 0 : Math.sqrt(difference / length);
  }

  int dimensions() {
    return options.dimensions().orElse(width);
  }

  int batchSize() {
    return batchSize;
  }

  /**
   * Runs a batch.
   *
   * @param images the values of each
   * @param buffer holds the input
   * @return a finished vector for each image
   */
  float[][] run(List<float[]> images, PixelBuffer buffer) {
    double[][] states = states(images, buffer);
    float[][] vectors = new float[states.length][];
    for (int image = 0; image < states.length; image++) {
      if (states[image].length != width) {
        throw new ModelException(
            String.format(
                Locale.ROOT,
                "model %s gave %,d dimensions, and %,d when it was opened; it is no image encoder",
                model.name(),
                states[image].length,
                width));
      }
      vectors[image] = finished(states[image]);
    }
    return vectors;
  }

  private float[] finished(double[] state) {
    double length = 1;
    if (options.normalize()) {
      double squares = 0;
      for (int d = 0; d < dimensions(); d++) {
        squares += state[d] * state[d];
      }
      length = Math.sqrt(squares);
    }
    float[] vector = new float[dimensions()];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) (state[d] / length);
      if (!Float.isFinite(vector[d])) {
        throw new InferenceException(
            "model " + model.name() + " gave " + state[d] + " in a vector of length " + length);
      }
    }
    return vector;
  }

  private double[][] states(List<float[]> images, PixelBuffer buffer) {
    Tensor output =
        chosen(model.run(List.of(buffer.fill(images, input, options.shape()))), images.size());
    long[] shape = output.shape();
    boolean patches = shape.length == 3;
    int tokens = patches ? (int) shape[1] : 1;
    int dimensions = (int) (patches ? shape[2] : shape[1]);
    Pooling pooling = patches ? options.pooling() : Pooling.CLS;
    FloatBuffer values = output.floats();
    double[][] states = new double[images.size()][dimensions];
    for (int image = 0; image < states.length; image++) {
      pooling.pool(values, image * tokens * dimensions, tokens, states[image]);
    }
    return states;
  }

  /** The output that was asked for, else the first of one vector an image, else of several. */
  private Tensor chosen(List<Tensor> all, int images) {
    List<Tensor> outputs =
        options.output().map(choice -> List.of(choice.of(model, all))).orElse(all);
    for (Tensor output : outputs) {
      if (isVector(output.shape(), images)) {
        return output;
      }
    }
    for (Tensor output : outputs) {
      long[] shape = output.shape();
      if (shape.length == 3 && shape[0] == images && shape[1] > 0 && shape[2] > 0) {
        return output;
      }
    }
    throw new ModelException(
        "model "
            + model.name()
            + " gave "
            + OutputChoice.described(outputs)
            + " for "
            + images
            + (images == 1 ? " image" : " images")
            + " of shape "
            + Arrays.toString(options.shape())
            + "; an image encoder gives 32-bit floats [images × dimensions] or [images × patches ×"
            + " dimensions]; export it without its last layers that make maps or classes, or choose"
            + " another output");
  }

  /** Also maps of 1 × 1, as convolutional networks give behind their last pooling. */
  private static boolean isVector(long[] shape, int images) {
    boolean point = shape.length == 4 && shape[2] == 1 && shape[3] == 1;
    return (shape.length == 2 || point) && shape[0] == images && shape[1] > 0;
  }
}
