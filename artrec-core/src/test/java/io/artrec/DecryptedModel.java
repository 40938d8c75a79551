package io.artrec;

import io.artrec.encryption.Encryption;
import io.artrec.encryption.internal.DataKey;
import io.artrec.encryption.internal.SealedBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What is in an encrypted model file, read by its description and not by its reader. */
final class DecryptedModel {
  private static final int ENVELOPE_LENGTH_AT = 12;

  private DecryptedModel() {}

  /** All bytes of the model in it, as text of one byte a character. */
  static String of(Path file, Encryption encryption) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int envelope = ENVELOPE_LENGTH_AT + Integer.BYTES;
    int end = envelope + ByteBuffer.wrap(all).getInt(ENVELOPE_LENGTH_AT);
    DataKey key =
        DataKey.open(
            encryption.keys().orElseThrow(),
            Arrays.copyOfRange(all, envelope, end),
            "model".getBytes(StandardCharsets.US_ASCII));
    SealedBytes sealed =
        new SealedBytes(
            (from, into) -> into.put(all, (int) from, into.remaining()),
            all.length,
            key,
            Arrays.copyOf(all, end));
    ByteBuffer plain = ByteBuffer.allocate((int) sealed.size());
    sealed.read(0, plain);
    return new String(plain.array(), StandardCharsets.ISO_8859_1);
  }
}
