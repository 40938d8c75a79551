package io.artrec.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Values as bytes, to be written as one value of a model: who has no reader for them can keep them
 * and write them again. Thread-safe.
 */
public final class NestedState {
  private NestedState() {}

  /**
   * Writes values.
   *
   * @param content writes them
   * @return bytes for {@link #read}
   */
  public static byte[] write(Consumer<StateWriter> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      BinaryStateWriter writer = new BinaryStateWriter(bytes, 0);
      content.accept(writer);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads values.
   *
   * @param <T> what is read
   * @param what what it is, for messages
   * @param state what {@link #write} gave
   * @param content reads the values in the order in which they were written
   * @return what {@code content} returned
   * @throws ModelFileException when the values are others, or do not fit together
   */
  public static <T> T read(String what, byte[] state, Function<StateReader, T> content) {
    BinaryStateReader reader =
        new BinaryStateReader(
            "(" + what + ")", (from, into) -> read(state, from, into), 0, state.length);
    return ModelFile.apply("(" + what + ")", reader, content);
  }

  private static void read(byte[] state, long from, ByteBuffer into) {
    into.put(state, (int) from, into.remaining());
  }
}
