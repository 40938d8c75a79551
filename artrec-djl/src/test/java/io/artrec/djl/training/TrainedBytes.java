package io.artrec.djl.training;

import io.artrec.model.StateWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** All that a trained network saves, as bytes, so that equal means equal to the last bit. */
final class TrainedBytes {
  private TrainedBytes() {}

  static byte[] of(Consumer<StateWriter> network) {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[1 << 20]);
    network.accept(
        new StateWriter() {
          @Override
          public void putLong(String name, long value) {
            bytes.putLong(value);
          }

          @Override
          public void putDouble(String name, double value) {
            finite(value);
            bytes.putDouble(value);
          }

          @Override
          public void putFloats(String name, float[] values) {
            for (float value : values) {
              finite(value);
              bytes.putFloat(value);
            }
          }

          @Override
          public void putString(String name, String value) {
            bytes.put(value.getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public void putInts(String name, int[] values) {
            for (int value : values) {
              bytes.putInt(value);
            }
          }

          @Override
          public void putLongs(String name, long[] values) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void putDoubles(String name, double[] values) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void putStrings(String name, List<String> values) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void putBytes(String name, byte[] values) {
            throw new UnsupportedOperationException();
          }
        });
    byte[] all = new byte[bytes.position()];
    bytes.flip().get(all);
    return all;
  }

  private static void finite(double value) {
    if (!Double.isFinite(value)) {
      throw new AssertionError("a trained network holds " + value);
    }
  }
}
