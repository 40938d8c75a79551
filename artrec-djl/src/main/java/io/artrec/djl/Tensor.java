package io.artrec.djl;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * A row-major array in Java memory that goes into a model or came out of one. Not thread-safe: it
 * shares its buffer with whoever made it.
 */
public final class Tensor {
  private final String name;
  private final Buffer values;
  private final long[] shape;

  private Tensor(String name, Buffer values, long... shape) {
    long size = 1;
    for (long side : shape) {
      if (side < 0) {
        throw new IllegalArgumentException(
            "shape of tensor '" + name + "' is " + Arrays.toString(shape));
      }
      size = Math.multiplyExact(size, side);
    }
    if (values.remaining() != size) {
      throw new IllegalArgumentException(
          "tensor '"
              + name
              + "' has "
              + values.remaining()
              + " values, expected "
              + size
              + " for shape "
              + Arrays.toString(shape));
    }
    this.name = name;
    this.values = values;
    this.shape = shape;
  }

  /**
   * {@return a tensor of 64-bit integers}
   *
   * @param name the model's name for it
   * @param values as many remaining values as the shape has
   * @param shape the sides
   */
  public static Tensor of(String name, LongBuffer values, long... shape) {
    return new Tensor(name, values, shape.clone());
  }

  /**
   * {@return a tensor of 32-bit integers}
   *
   * @param name the model's name for it
   * @param values as many remaining values as the shape has
   * @param shape the sides
   */
  public static Tensor of(String name, IntBuffer values, long... shape) {
    return new Tensor(name, values, shape.clone());
  }

  /**
   * {@return a tensor of 32-bit floats}
   *
   * @param name the model's name for it
   * @param values as many remaining values as the shape has
   * @param shape the sides
   */
  public static Tensor of(String name, FloatBuffer values, long... shape) {
    return new Tensor(name, values, shape.clone());
  }

  /**
   * Returns the name.
   *
   * @return the model's name for it, maybe empty for an output
   */
  public String name() {
    return name;
  }

  /**
   * Returns the sides.
   *
   * @return a copy of the shape
   */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * Returns the values as floats.
   *
   * @return a view of the values, row-major
   * @throws IllegalStateException when they are integers
   */
  public FloatBuffer floats() {
    if (values instanceof FloatBuffer floats) {
      return floats.duplicate();
    }
    throw new IllegalStateException("tensor '" + name + "' holds integers, expected floats");
  }

  Buffer values() {
    return values;
  }
}
