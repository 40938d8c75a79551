package io.artrec.testkit;

import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Passes values on, one of them altered: a file with the right checksum and bad content. */
final class AlteringStateWriter implements StateWriter {
  /** The ways to alter a value. */
  static final int WAYS = 5;

  private final StateWriter out;
  private final int altered;
  private final int way;
  private int count;

  /**
   * Creates a writer.
   *
   * @param out receives the values
   * @param altered which value is altered, from 0; -1 for none
   * @param way how, 0 to {@link #WAYS} - 1
   */
  AlteringStateWriter(StateWriter out, int altered, int way) {
    this.out = out;
    this.altered = altered;
    this.way = way;
  }

  /** How many values there were. */
  int count() {
    return count;
  }

  private boolean alters() {
    return count++ == altered;
  }

  /** The length an array gets. */
  private int length(int length) {
    return switch (way) {
      case 0 -> Math.max(0, length - 1);
      case 1 -> length + 1;
      case 2 -> 0;
      default -> length;
    };
  }

  @Override
  public void putLong(String name, long value) {
    long[] others = {value + 1, value - 1, -1, 0, 1L << 40};
    out.putLong(name, alters() ? others[way] : value);
  }

  @Override
  public void putDouble(String name, double value) {
    double[] others = {-value, 0, Double.NaN, Double.MAX_VALUE, Double.NEGATIVE_INFINITY};
    out.putDouble(name, alters() ? others[way] : value);
  }

  @Override
  public void putString(String name, String value) {
    String[] others = {
      "", value + "1", value.replaceAll("[0-9]+", "0"), value.replace('=', ':'), value + ",x=1"
    };
    out.putString(name, alters() ? others[way] : value);
  }

  @Override
  public void putInts(String name, int[] values) {
    int[] copy = values;
    if (alters()) {
      copy = Arrays.copyOf(values, length(values.length));
      if (way > 2 && copy.length > 0) {
        copy[copy.length / 2] = way == 3 ? -1 : Integer.MAX_VALUE;
      }
    }
    out.putInts(name, copy);
  }

  @Override
  public void putLongs(String name, long[] values) {
    long[] copy = values;
    if (alters()) {
      copy = Arrays.copyOf(values, length(values.length));
      if (way > 2 && copy.length > 0) {
        copy[copy.length / 2] = way == 3 ? -1 : Long.MAX_VALUE;
      }
    }
    out.putLongs(name, copy);
  }

  @Override
  public void putFloats(String name, float[] values) {
    float[] copy = values;
    if (alters()) {
      copy = Arrays.copyOf(values, length(values.length));
      if (way > 2 && copy.length > 0) {
        copy[copy.length / 2] = way == 3 ? Float.NaN : Float.NEGATIVE_INFINITY;
      }
    }
    out.putFloats(name, copy);
  }

  @Override
  public void putDoubles(String name, double[] values) {
    double[] copy = values;
    if (alters()) {
      copy = Arrays.copyOf(values, length(values.length));
      if (way > 2 && copy.length > 0) {
        copy[copy.length / 2] = way == 3 ? Double.NaN : Double.NEGATIVE_INFINITY;
      }
    }
    out.putDoubles(name, copy);
  }

  @Override
  public void putStrings(String name, List<String> values) {
    List<String> copy = values;
    if (alters()) {
      copy = new ArrayList<>(values.subList(0, Math.min(values.size(), length(values.size()))));
      if (way == 1) {
        copy.add("x");
      }
    }
    out.putStrings(name, copy);
  }

  @Override
  public void putBytes(String name, byte[] values) {
    byte[] copy = values;
    if (alters()) {
      copy = Arrays.copyOf(values, length(values.length));
      if (way > 2 && copy.length > 0) {
        copy[copy.length / 2] ^= (byte) (way == 3 ? 1 : 0x80);
      }
    }
    out.putBytes(name, copy);
  }
}
