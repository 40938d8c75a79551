package io.artrec.model;

import java.util.List;

/**
 * Gives back what a {@link StateWriter} received, in the same order.
 *
 * <p>Every method throws {@link ModelFileException} when the next value has another name or type,
 * or when the file ends early; lengths are checked against the bytes that are left before memory is
 * taken.
 */
public interface StateReader {
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
}
