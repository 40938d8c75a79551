package io.artrec.model;

import io.artrec.encryption.Encryption;
import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.KeySource;
import io.artrec.encryption.internal.DataKey;
import io.artrec.encryption.internal.SealedBytes;
import io.artrec.encryption.internal.SealingStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * An encrypted model file: magic, format {@value #FORMAT}, the length of the envelope and the
 * envelope with the file's key, then a whole model file in encrypted chunks.
 */
final class SealedModel {
  static final int FORMAT = 3;

  private static final byte[] CONTEXT = {'m', 'o', 'd', 'e', 'l'};
  private static final int FIXED = ModelFile.HEADER_BYTES + Integer.BYTES;

  private SealedModel() {}

  /** Begins an encrypted file. */
  static SealingStream begin(OutputStream out, KeySource keys) throws IOException {
    DataKey key = DataKey.create(keys, CONTEXT);
    byte[] envelope = key.envelope();
    byte[] header =
        ByteBuffer.allocate(FIXED + envelope.length)
            .put(ModelFile.MAGIC)
            .putInt(FORMAT)
            .putInt(envelope.length)
            .put(envelope)
            .array();
    out.write(header);
    return new SealingStream(out, key, header);
  }

  /**
   * Opens an encrypted file whose magic and format were read, and checks all of it.
   *
   * @param name what it is called in messages
   */
  static SealedBytes open(String name, FileChannel channel, Encryption encryption)
      throws IOException {
    try {
      byte[] header = header(channel);
      byte[] envelope = Arrays.copyOfRange(header, FIXED, header.length);
      KeySource keys = encryption.keys().orElseThrow(() -> noKeys(envelope));
      DataKey key = DataKey.open(keys, envelope, CONTEXT);
      SealedBytes bytes =
          new SealedBytes(
              (from, into) -> ModelFile.readFully(channel, from, into),
              channel.size(),
              key,
              header);
      bytes.check();
      return bytes;
    } catch (EncryptionException e) {
      throw new ModelFileException(
          "cannot read encrypted model file " + name + ": " + e.getMessage(), e);
    }
  }

  private static EncryptionException noKeys(byte[] envelope) {
    return new EncryptionException(
        "no keys were passed, and it is under "
            + DataKey.keyId(envelope).map(id -> "key '" + id + "'").orElse("an unknown key")
            + "; pass them: Recommender.loader(path).encryption(Encryption.with(keys))",
        null);
  }

  private static byte[] header(FileChannel channel) throws IOException {
    if (channel.size() < FIXED) {
      throw new EncryptionException("only " + channel.size() + " bytes of it are there", null);
    }
    ByteBuffer fixed = ByteBuffer.allocate(FIXED);
    ModelFile.readFully(channel, 0, fixed);
    int length = fixed.getInt(ModelFile.HEADER_BYTES);
    if (length < 0 || length > DataKey.LONGEST || length > channel.size() - FIXED) {
      throw new EncryptionException("its beginning is damaged, or its end is missing", null);
    }
    ByteBuffer header = ByteBuffer.allocate(FIXED + length);
    ModelFile.readFully(channel, 0, header);
    return header.array();
  }
}
