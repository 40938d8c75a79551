package io.artrec.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained network that turns images into vectors; images come as it takes them, resized, cropped
 * and normalized. Implementations are thread-safe and deterministic: the same image gives the same
 * vector, to {@link #tolerance}, alone, in any batch and on any thread.
 *
 * <p>Extension point: {@code ImageEncoder} of artrec-djl runs files on ONNX Runtime or PyTorch, and
 * {@code ImageEmbedding} of artrec-vision makes the vectors of either, or of a runtime of one's
 * own, a feature. It stands here so that images are measured without neural networks on the class
 * path, and networks run without a reader of image files.
 */
public interface PixelEncoder {
  /**
   * Identifies the weights and how they are used, part of the key of cached vectors.
   *
   * @return a stable text; equal ones promise equal vectors
   */
  String identity();

  /**
   * Returns the sides of one image as the network takes it.
   *
   * @return a copy, without the batch: channels, height and width, or height, width and channels
   */
  long[] shape();

  /**
   * Returns the length of every vector.
   *
   * @return the dimensions, 1 or more
   */
  int dimensions();

  /**
   * Encodes one image.
   *
   * @param image its values in the order of the shape, row-major, finite
   * @return a finite vector whose cosine with another says how alike the images are
   */
  float[] encode(float[] image);

  /**
   * Encodes many images; implementations batch them.
   *
   * @param images the values of each
   * @return a vector for each, in order, as {@link #encode} gives it
   */
  default List<float[]> encodeAll(List<float[]> images) {
    List<float[]> vectors = new ArrayList<>(images.size());
    images.forEach(image -> vectors.add(encode(image)));
    return vectors;
  }

  /**
   * Returns how many images {@link #encodeAll} is best given at once.
   *
   * @return 1 by default: no more speed in more
   */
  default int batchSize() {
    return 1;
  }

  /**
   * Returns how far a value may be from that of the same image in another batch, as a share of the
   * vector's length.
   *
   * @return 0 by default: bit-equal
   */
  default double tolerance() {
    return 0;
  }
}
