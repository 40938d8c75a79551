package io.artrec.model;

import java.util.List;
import java.util.Locale;

/**
 * Gives back what a {@link StateWriter} received, in the same order.
 *
 * <p>Every method throws {@link ModelFileException} when the next value has another name or type,
 * or when the file ends early; lengths are checked against the bytes that are left before memory is
 * taken.
 */
public interface StateReader {
  /**
   * Tells whether the next value was written under a name, which not every model has; the value is
   * still to be read.
   *
   * @param name the name
   * @return false when it has another name, or when there is none
   */
  boolean isNext(String name);

  /**
   * Reads an integer.
   *
   * @param name the name it was written under
   * @return the value
   */
  long getLong(String name);

  /**
   * Reads a number.
   *
   * @param name the name it was written under
   * @return the value
   */
  double getDouble(String name);

  /**
   * Reads a text.
   *
   * @param name the name it was written under
   * @return the value
   */
  String getString(String name);

  /**
   * Reads integers.
   *
   * @param name the name it was written under
   * @return the value
   */
  int[] getInts(String name);

  /**
   * Reads long integers.
   *
   * @param name the name it was written under
   * @return the value
   */
  long[] getLongs(String name);

  /**
   * Reads numbers in single precision.
   *
   * @param name the name it was written under
   * @return the value
   */
  float[] getFloats(String name);

  /**
   * Reads numbers in double precision.
   *
   * @param name the name it was written under
   * @return the value
   */
  double[] getDoubles(String name);

  /**
   * Reads texts.
   *
   * @param name the name they were written under
   * @return the values
   */
  List<String> getStrings(String name);

  /**
   * Reads bytes.
   *
   * @param name the name they were written under
   * @return the values
   */
  byte[] getBytes(String name);

  /**
   * Reads a number of things.
   *
   * @param name the name it was written under
   * @param most the most there can be
   * @return the number, 0 to {@code most}
   * @throws ModelFileException when it is another
   */
  default int getCount(String name, int most) {
    long count = getLong(name);
    if (count < 0 || count > most) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT, "the model's '%s' is %d, expected 0 to %d", name, count, most));
    }
    return (int) count;
  }

  /**
   * Reads a finite number.
   *
   * @param name the name it was written under
   * @return the value
   * @throws ModelFileException when it is infinite or no number
   */
  default double getFinite(String name) {
    double value = getDouble(name);
    checkFinite(name, value);
    return value;
  }

  /**
   * Reads integers of a known number.
   *
   * @param name the name they were written under
   * @param length how many there must be
   * @return the values
   * @throws ModelFileException when there are more or fewer
   */
  default int[] getInts(String name, long length) {
    int[] values = getInts(name);
    checkLength(name, values.length, length);
    return values;
  }

  /**
   * Reads finite numbers of a known number.
   *
   * @param name the name they were written under
   * @param length how many there must be
   * @return the values
   * @throws ModelFileException when there are more or fewer, or one is not finite
   */
  default float[] getFloats(String name, long length) {
    float[] values = getFloats(name);
    checkLength(name, values.length, length);
    for (float value : values) {
      checkFinite(name, value);
    }
    return values;
  }

  /**
   * Reads finite numbers of a known number.
   *
   * @param name the name they were written under
   * @param length how many there must be
   * @return the values
   * @throws ModelFileException when there are more or fewer, or one is not finite
   */
  default double[] getDoubles(String name, long length) {
    double[] values = getDoubles(name);
    checkLength(name, values.length, length);
    for (double value : values) {
      checkFinite(name, value);
    }
    return values;
  }

  /**
   * Reads finite numbers of any number.
   *
   * @param name the name they were written under
   * @return the values
   * @throws ModelFileException when one is not finite
   */
  default float[] getFiniteFloats(String name) {
    float[] values = getFloats(name);
    for (float value : values) {
      checkFinite(name, value);
    }
    return values;
  }

  /**
   * Reads indices.
   *
   * @param name the name they were written under
   * @param bound what each must be below
   * @return the values, 0 to {@code bound - 1} each
   * @throws ModelFileException when one is not
   */
  default int[] getIndices(String name, int bound) {
    int[] values = getInts(name);
    for (int value : values) {
      if (value < 0 || value >= bound) {
        throw new ModelFileException(
            String.format(
                Locale.ROOT, "the model's '%s' hold %d, expected 0 to %d", name, value, bound - 1));
      }
    }
    return values;
  }

  /**
   * Reads where rows begin, and at last where the last one ends.
   *
   * @param name the name they were written under
   * @return one value or more, the first 0, none less than the one before
   * @throws ModelFileException when they are not so
   */
  default int[] getOffsets(String name) {
    int[] offsets = getInts(name);
    boolean fit = offsets.length > 0 && offsets[0] == 0;
    for (int row = 1; fit && row < offsets.length; row++) {
      fit = offsets[row - 1] <= offsets[row];
    }
    if (!fit) {
      throw new ModelFileException(
          "the model's '" + name + "' do not begin at 0 or fall; expected beginnings of rows");
    }
    return offsets;
  }

  private static void checkLength(String name, int found, long expected) {
    if (found != expected) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT, "the model's '%s' hold %d values, expected %d", name, found, expected));
    }
  }

  private static void checkFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new ModelFileException(
          "the model's '" + name + "' hold " + value + ", expected finite numbers");
    }
  }
}
