package io.artrec.djl.image;

import io.artrec.djl.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** An input buffer outside the heap, used again by every run. Used by one thread at a time. */
final class PixelBuffer {
  private FloatBuffer values = direct(0);

  /**
   * Lays out a batch.
   *
   * @param images the values of each, all of one length
   * @param name the model's name of its input
   * @param shape the sides of one image
   * @return the input, [images × shape]
   */
  Tensor fill(List<float[]> images, String name, long... shape) {
    int size = Math.multiplyExact(images.size(), images.get(0).length);
    if (values.capacity() < size) {
      values = direct(size);
    }
    values.clear();
    images.forEach(values::put);
    values.flip();
    long[] sides = new long[shape.length + 1];
    sides[0] = images.size();
    System.arraycopy(shape, 0, sides, 1, shape.length);
    return Tensor.of(name, values.duplicate(), sides);
  }

  private static FloatBuffer direct(int capacity) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(capacity, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }
}
