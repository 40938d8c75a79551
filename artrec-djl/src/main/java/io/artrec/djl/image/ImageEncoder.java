package io.artrec.djl.image;

import io.artrec.djl.InferenceException;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import io.artrec.djl.NeuralModel;
import io.artrec.djl.serving.internal.ContentId;
import io.artrec.djl.serving.internal.Gate;
import io.artrec.djl.serving.internal.SharedWork;
import io.artrec.feature.PixelEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Encodes images with a neural network of a local file, ONNX or TorchScript: a vision transformer,
 * a convolutional network without its last layer, the image half of CLIP (Radford et al., Learning
 * Transferable Visual Models From Natural Language Supervision, ICML 2021) or SigLIP. Images come
 * as the network takes them, resized, cropped and normalized; {@code ImagePreparation} of
 * artrec-vision does that, and {@code ImageEmbedding} makes the vectors a feature.
 *
 * <pre>{@code
 * ImageEncoder encoder =
 *     ImageEncoder.open(Path.of("clip-image.onnx"), ImageEncoderOptions.shaped(3, 224, 224));
 * }</pre>
 *
 * <p>Opening runs the network on made-up images: a file of another shape, one that gives no
 * vectors, and one saved in training mode, whose vectors change from run to run, are refused; one
 * that takes, or is faithful to, one image at a time runs one at a time.
 *
 * <p>Thread-safe: any number of callers share the model, a set number of runs go at a time, the
 * others wait in order of arrival. An image gets the same vector, to {@value #TOLERANCE} of its
 * length, alone, in any batch and on any thread. Native memory lives as long as a run, but for the
 * weights, which {@link #close} frees: it waits for runs that have begun, and calls that are not
 * done then fail with an {@link IllegalStateException}. An interrupted caller leaves with a {@link
 * io.artrec.task.CancelledException}, its flag still set.
 */
public final class ImageEncoder implements PixelEncoder, AutoCloseable {
  /** How far a value may be from that in another batch, as a share of the vector's length. */
  public static final double TOLERANCE = 1e-5;

  private final NeuralModel model;
  private final ImageModel runner;
  private final ImageEncoderOptions options;
  private final String identity;
  private final Gate<PixelBuffer> gate;
  private final SharedWork<PixelBuffer> work;

  private ImageEncoder(NeuralModel model, ImageEncoderOptions options) {
    this.model = model;
    this.options = options;
    runner = new ImageModel(model, options);
    int runs = options.runs(model.engine().equals("OnnxRuntime"));
    gate =
        new Gate<>(
            new Gate.Bounds(model.name(), "images", runs, options.maxWaiting()), PixelBuffer::new);
    work = new SharedWork<>(gate, runs - 1);
    identity = ContentId.of(model.sha256(), options.identity());
  }

  /**
   * Opens an encoder at a path.
   *
   * @param path a model file, or a folder or archive that holds one
   * @param options how it is run
   * @return the encoder; close it
   * @throws ModelException when there is no model, or it is damaged, refused or of another kind
   * @throws io.artrec.djl.EngineMissingException when the engine is not there; the message holds
   *     the Maven lines
   */
  public static ImageEncoder open(Path path, ImageEncoderOptions options) {
    return open(ModelSource.of(path), options);
  }

  /**
   * Opens an encoder of a source, which may be pinned to a hash.
   *
   * @param source where the model is
   * @param options how it is run
   * @return the encoder; close it
   * @throws ModelException when the model is missing, damaged, refused or of another kind
   * @throws io.artrec.djl.EngineMissingException when the engine is not there; the message holds
   *     the Maven lines
   */
  public static ImageEncoder open(ModelSource source, ImageEncoderOptions options) {
    return of(NeuralModel.open(source, options.model()), options);
  }

  /**
   * Makes an encoder of an open model that takes one input.
   *
   * @param model the model; closed with the encoder, and when this throws
   * @param options how it is run; its device and threads are the model's already
   * @return the encoder; close it
   * @throws ModelException when the model is no image encoder
   */
  public static ImageEncoder of(NeuralModel model, ImageEncoderOptions options) {
    try {
      return new ImageEncoder(model, options);
    } catch (InferenceException e) {
      model.close();
      throw new ModelException(
          "cannot open model "
              + model.name()
              + " as an encoder of images of shape "
              + Arrays.toString(options.shape())
              + ": "
              + e.getMessage(),
          e);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  @Override
  public int dimensions() {
    return runner.dimensions();
  }

  @Override
  public long[] shape() {
    return options.shape();
  }

  /** {@value #TOLERANCE}. */
  @Override
  public double tolerance() {
    return TOLERANCE;
  }

  /**
   * Returns how many images go into a run at most.
   *
   * @return what the options say, or 1 where the model takes, or is faithful to, no more
   */
  @Override
  public int batchSize() {
    return runner.batchSize();
  }

  /**
   * Identifies the weights and every option that changes vectors.
   *
   * @return 64 hexadecimal digits; equal ones promise equal vectors
   */
  @Override
  public String identity() {
    return identity;
  }

  /** {@return the model, owned by this encoder} */
  public NeuralModel model() {
    return model;
  }

  /**
   * Encodes one image.
   *
   * @param image its values in the order of the shape, row-major, finite
   * @return a finite vector, of unit length unless told otherwise
   * @throws IllegalArgumentException when the number of values is another
   * @throws InferenceException when the model fails, gives nothing but zeros or what is not finite,
   *     the timeout passes or too many wait
   * @throws io.artrec.task.CancelledException when the thread is interrupted
   * @throws IllegalStateException when the encoder is closed
   */
  @Override
  public float[] encode(float[] image) {
    return encodeAll(List.of(image)).get(0);
  }

  /**
   * Encodes many images, in batches, on as many threads as runs go at a time.
   *
   * @param images the values of each, as for {@link #encode}
   * @return a vector for each, in order
   * @throws IllegalArgumentException when the number of values of one is another
   * @throws InferenceException when the model fails on one of them, the timeout passes or too many
   *     wait
   * @throws io.artrec.task.CancelledException when the thread is interrupted
   * @throws IllegalStateException when the encoder is closed
   */
  @Override
  public List<float[]> encodeAll(List<float[]> images) {
    images.forEach(this::check);
    int together = runner.batchSize();
    float[][] vectors = new float[images.size()][];
    work.run(
        (images.size() + together - 1) / together,
        Gate.Deadline.in(options.timeout()),
        (batch, buffer) -> {
          int from = batch * together;
          int to = Math.min(images.size(), from + together);
          float[][] found = runner.run(images.subList(from, to), buffer);
          System.arraycopy(found, 0, vectors, from, found.length);
        });
    return new ArrayList<>(Arrays.asList(vectors));
  }

  private void check(float[] image) {
    if (image.length != options.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an image of %,d values was given to model %s, expected %,d for shape %s",
              image.length,
              model.name(),
              options.size(),
              Arrays.toString(options.shape())));
    }
  }

  /** Waits for runs that have begun, then frees the model. Calling it again changes nothing. */
  @Override
  public void close() {
    if (gate.close()) {
      work.close();
      model.close();
    }
  }
}
