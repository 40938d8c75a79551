package io.artrec.djl.image;

import io.artrec.djl.ModelOptions;
import io.artrec.djl.serving.internal.OutputChoice;
import io.artrec.djl.text.Pooling;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an image encoder is run. Immutable; refined by chained copies.
 *
 * <p>Unless said otherwise: the first output of a vector for each image, else the first of a vector
 * for each patch, pooled by the first of them; the whole vector, of unit length; a GPU when the
 * engine finds one; as many runs at a time as processors on ONNX Runtime, one on PyTorch; batches
 * of up to 16 images; up to 1,000 callers waiting, for as long as it takes.
 */
public final class ImageEncoderOptions {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final int BATCH = 16;

  private final long[] shape;
  private Optional<OutputChoice> output = Optional.empty();
  private Pooling pooling = Pooling.CLS;
  private OptionalInt dimensions = OptionalInt.empty();
  private boolean normalize = true;
  private ModelOptions model = ModelOptions.standard();
  private Optional<Integer> runs = Optional.empty();
  private int maxWaiting = 1000;
  private int batchSize = BATCH;
  private Duration timeout = LONGEST;

  private ImageEncoderOptions(long[] shape) {
    this.shape = shape;
  }

  private ImageEncoderOptions copy() {
    ImageEncoderOptions copy = new ImageEncoderOptions(shape);
    copy.output = output;
    copy.pooling = pooling;
    copy.dimensions = dimensions;
    copy.normalize = normalize;
    copy.model = model;
    copy.runs = runs;
    copy.maxWaiting = maxWaiting;
    copy.batchSize = batchSize;
    copy.timeout = timeout;
    return copy;
  }

  /**
   * {@return the usual options for images of a shape}
   *
   * @param sides the sides of one image as the model takes it, without the batch: {@code 3, 224,
   *     224} for most, {@code 224, 224, 3} where channels come last
   */
  public static ImageEncoderOptions shaped(long... sides) {
    long size = 1;
    for (long side : sides) {
      if (side < 1 || side > 1 << 14) {
        throw new IllegalArgumentException(
            "shape is " + Arrays.toString(sides) + ", expected sides of 1 to 16,384");
      }
      size *= side;
    }
    if (sides.length != 3 || size > 1 << 27) {
      throw new IllegalArgumentException(
          "shape is "
              + Arrays.toString(sides)
              + ", expected channels, height and width of at most 134,217,728 values together");
    }
    return new ImageEncoderOptions(sides.clone());
  }

  /**
   * {@return these options taking the vectors from a named output ({@code image_embeds})}
   *
   * @param name its name in an ONNX file, or its key in a TorchScript model's dictionary
   */
  public ImageEncoderOptions output(String name) {
    ImageEncoderOptions copy = copy();
    copy.output = Optional.of(OutputChoice.named(name));
    return copy;
  }

  /**
   * {@return these options taking the vectors from an output by its position}
   *
   * @param position its place among the outputs that hold floats, from 0
   */
  public ImageEncoderOptions output(int position) {
    ImageEncoderOptions copy = copy();
    copy.output = Optional.of(OutputChoice.at(position));
    return copy;
  }

  /**
   * {@return these options with a way to pool an output of a vector for each patch}
   *
   * @param way {@link Pooling#CLS} takes the first, which stands for the whole in most vision
   *     transformers; {@link Pooling#MEAN} the mean of all
   */
  public ImageEncoderOptions pooling(Pooling way) {
    ImageEncoderOptions copy = copy();
    copy.pooling = Objects.requireNonNull(way, "way");
    return copy;
  }

  /**
   * {@return these options keeping the first dimensions alone, for models trained so that these say
   * most (Kusupati et al., Matryoshka Representation Learning, NeurIPS 2022); the shorter vector is
   * brought to unit length} Of other models this throws away a part of no particular meaning.
   *
   * @param first how many, 1 to as many as the model gives
   */
  public ImageEncoderOptions dimensions(int first) {
    ImageEncoderOptions copy = copy();
    copy.dimensions = OptionalInt.of(positive("dimensions", first));
    return copy;
  }

  /**
   * {@return these options with or without unit length}
   *
   * @param unit whether vectors are divided by their Euclidean length
   */
  public ImageEncoderOptions normalize(boolean unit) {
    ImageEncoderOptions copy = copy();
    copy.normalize = unit;
    return copy;
  }

  /**
   * {@return these options with a device, an engine and threads for the model}
   *
   * @param how how the model is run
   */
  public ImageEncoderOptions model(ModelOptions how) {
    ImageEncoderOptions copy = copy();
    copy.model = Objects.requireNonNull(how, "how");
    return copy;
  }

  /**
   * {@return these options with another number of runs at a time, of one caller or of many}
   *
   * @param most 1 or more
   */
  public ImageEncoderOptions runs(int most) {
    ImageEncoderOptions copy = copy();
    copy.runs = Optional.of(positive("runs", most));
    return copy;
  }

  /**
   * {@return these options with another bound on the queue}
   *
   * @param most callers that may wait while all runs are taken, 1 or more; a further one gets an
   *     {@link io.artrec.djl.InferenceException}
   */
  public ImageEncoderOptions maxWaiting(int most) {
    ImageEncoderOptions copy = copy();
    copy.maxWaiting = positive("maxWaiting", most);
    return copy;
  }

  /**
   * {@return these options with other batches} A model whose file fixes the batch at one, and one
   * that is dynamically quantised, runs one image at a time whatever is set.
   *
   * @param most images, 1 or more; each takes 4 bytes for every value of its shape
   */
  public ImageEncoderOptions batchSize(int most) {
    ImageEncoderOptions copy = copy();
    copy.batchSize = positive("batchSize", most);
    return copy;
  }

  /**
   * {@return these options with a limit on the time of one call, waiting included} A run that has
   * begun is finished first.
   *
   * @param most the time, positive, more than a year being no limit; then an {@link
   *     io.artrec.djl.InferenceException}
   */
  public ImageEncoderOptions timeout(Duration most) {
    if (most.isNegative() || most.isZero()) {
      throw new IllegalArgumentException("timeout is " + most + ", expected a positive time");
    }
    ImageEncoderOptions copy = copy();
    copy.timeout = most.compareTo(LONGEST) > 0 ? LONGEST : most;
    return copy;
  }

  /**
   * Returns the sides of one image.
   *
   * @return a copy, without the batch
   */
  public long[] shape() {
    return shape.clone();
  }

  boolean normalize() {
    return normalize;
  }

  /**
   * Returns whatever of these options changes vectors, in a stable form. Devices, threads, batches
   * and times do not.
   *
   * @return equal texts promise equal vectors of the same model
   */
  public String identity() {
    return "shape="
        + Arrays.toString(shape)
        + " output="
        + output.map(OutputChoice::toString).orElse("auto")
        + " pooling="
        + pooling
        + " dimensions="
        + (dimensions.isPresent() ? dimensions.getAsInt() : "all")
        + " normalize="
        + normalize;
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
    }
    return value;
  }

  /** How many values one image has. */
  int size() {
    long size = 1;
    for (long side : shape) {
      size *= side;
    }
    return (int) size;
  }

  Optional<OutputChoice> output() {
    return output;
  }

  Pooling pooling() {
    return pooling;
  }

  OptionalInt dimensions() {
    return dimensions;
  }

  ModelOptions model() {
    return model;
  }

  int runs(boolean onnx) {
    return runs.orElse(onnx ? Runtime.getRuntime().availableProcessors() : 1);
  }

  int maxWaiting() {
    return maxWaiting;
  }

  int batchSize() {
    return batchSize;
  }

  Duration timeout() {
    return timeout;
  }
}
