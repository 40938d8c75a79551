package io.artrec.model;

import java.util.List;

/**
 * Receives the state of one part of a model, value after value; {@link StateReader} gives them back
 * in the same order and checks each one's type and name.
 */
public interface StateWriter {
  /**
   * Writes an integer.
   *
   * @param name what it is
   * @param value the value
   */
  void putLong(String name, long value);

  /**
   * Writes a number.
   *
   * @param name what it is
   * @param value the value
   */
  void putDouble(String name, double value);

  /**
   * Writes a text.
   *
   * @param name what it is
   * @param value the value
   */
  void putString(String name, String value);

  /**
   * Writes integers.
   *
   * @param name what they are
   * @param values the values
   */
  void putInts(String name, int[] values);

  /**
   * Writes long integers.
   *
   * @param name what they are
   * @param values the values
   */
  void putLongs(String name, long[] values);

  /**
   * Writes numbers in single precision.
   *
   * @param name what they are
   * @param values the values
   */
  void putFloats(String name, float[] values);

  /**
   * Writes numbers in double precision.
   *
   * @param name what they are
   * @param values the values
   */
  void putDoubles(String name, double[] values);

  /**
   * Writes texts.
   *
   * @param name what they are
   * @param values the values
   */
  void putStrings(String name, List<String> values);

  /**
   * Writes bytes.
   *
   * @param name what they are, for {@link StateReader}
   * @param values the bytes
   */
  void putBytes(String name, byte[] values);
}
