package io.artrec.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A vector as its values, or as those that are not 0 where that is smaller; -0 counts as a value,
 * so that every bit comes back. Immutable.
 */
final class CompactVector {
  /** How a vector begins in a file. */
  private static final byte WHOLE = 1;

  private static final byte SPARSE = 2;

  private final int dimensions;

  /** The dimensions of the values, ascending; null when there is one for each. */
  private final int @Nullable [] columns;

  private final float[] values;

  private CompactVector(int dimensions, int @Nullable [] columns, float[] values) {
    this.dimensions = dimensions;
    this.columns = columns;
    this.values = values;
  }

  static CompactVector of(float[] vector) {
    int count = 0;
    for (float value : vector) {
      count += isValue(value) ? 1 : 0;
    }
    if (2L * count >= vector.length) {
      return new CompactVector(vector.length, null, vector.clone());
    }
    int[] columns = new int[count];
    float[] values = new float[count];
    int k = 0;
    for (int d = 0; k < count; d++) {
      if (isValue(vector[d])) {
        columns[k] = d;
        values[k++] = vector[d];
      }
    }
    return new CompactVector(vector.length, columns, values);
  }

  private static boolean isValue(float value) {
    return Float.floatToRawIntBits(value) != 0;
  }

  /** A new array of all values. */
  float[] toArray() {
    if (columns == null) {
      return values.clone();
    }
    float[] vector = new float[dimensions];
    for (int k = 0; k < values.length; k++) {
      vector[columns[k]] = values[k];
    }
    return vector;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(columns == null ? WHOLE : SPARSE);
    if (columns != null) {
      out.writeInt(values.length);
      for (int column : columns) {
        out.writeInt(column);
      }
    }
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  /** Reads what {@link #write} wrote after its first byte, which is given. */
  static CompactVector read(byte kind, int dimensions, DataInput in) throws IOException {
    return switch (kind) {
      case WHOLE -> new CompactVector(dimensions, null, values(dimensions, in));
      case SPARSE -> {
        int count = in.readInt();
        if (count < 0 || 2L * count >= dimensions) {
          throw new IOException("a vector claims " + count + " values of " + dimensions);
        }
        int[] columns = new int[count];
        int next = 0;
        for (int k = 0; k < count; k++) {
          columns[k] = in.readInt();
          if (columns[k] < next || columns[k] >= dimensions) {
            throw new IOException("a vector's dimensions do not ascend");
          }
          next = columns[k] + 1;
        }
        yield new CompactVector(dimensions, columns, values(count, in));
      }
      default -> throw new IOException("a vector is of kind " + kind);
    };
  }

  private static float[] values(int count, DataInput in) throws IOException {
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      values[k] = in.readFloat();
      if (!Float.isFinite(values[k])) {
        throw new IOException("a value is not finite");
      }
    }
    return values;
  }
}
