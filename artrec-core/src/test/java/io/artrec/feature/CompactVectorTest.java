package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactVectorTest {
  private static byte[] written(float[] vector) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CompactVector.of(vector).write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static CompactVector read(byte[] bytes, int dimensions) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    return CompactVector.read(in.readByte(), dimensions, in);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021})
  void vector_comesBackToTheBit_inTheFewerBytes(int dimensions) throws IOException {
    SplittableRandom random = new SplittableRandom(dimensions);
    for (int oneIn : new int[] {1, 2, 3, 50}) {
      float[] vector = new float[dimensions];
      int values = 0;
      for (int d = 0; d < dimensions; d++) {
        if (random.nextInt(oneIn) == 0) {
          vector[d] = random.nextInt(9) == 0 ? -0f : (float) random.nextDouble(-1, 1);
          values++;
        }
      }
      byte[] bytes = written(vector);
      assertThat(read(bytes, dimensions).toArray()).isEqualTo(vector);
      assertThat(CompactVector.of(vector).toArray()).isEqualTo(vector);
      assertThat(bytes.length).isLessThanOrEqualTo(5 + Math.min(4 * dimensions, 8 * values));
    }
  }

  @Test
  void damagedVector_isRefused() throws IOException {
    float[] vector = new float[20];
    vector[3] = 1;
    vector[9] = 2;
    byte[] bytes = written(vector);
    assertRefused(bytes, 0, 3, "a vector is of kind 3");
    assertRefused(bytes, 4, 10, "a vector claims 10 values of 20");
    assertRefused(bytes, 1, 0x80, "a vector claims -");
    assertRefused(bytes, 8, 9, "a vector's dimensions do not ascend");
    assertRefused(bytes, 12, 20, "a vector's dimensions do not ascend");
    assertRefused(bytes, 13, 0xff, "a value is not finite");
  }

  private static void assertRefused(byte[] bytes, int at, int value, String message) {
    byte[] damaged = bytes.clone();
    damaged[at] = (byte) value;
    assertThatThrownBy(() -> read(damaged, 20))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }
}
