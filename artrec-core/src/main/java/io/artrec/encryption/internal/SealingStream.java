package io.artrec.encryption.internal;

import io.artrec.encryption.internal.AesGcm.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Encrypts what is written in chunks of {@value #CHUNK} bytes, the last of which may be shorter.
 * Bound to each are the file's header, its place, and whether it is the last, so that chunks cannot
 * be changed, exchanged, doubled or cut off unnoticed; its place is its nonce, so the key must be
 * of this file alone. Memory: two chunks. Not thread-safe.
 *
 * <p>After P. Rogaway et al., "Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance", CRYPTO 2015: the STREAM construction.
 */
public final class SealingStream extends OutputStream {
  /** How many bytes a chunk has before it is encrypted. */
  public static final int CHUNK = 1 << 16;

  private final OutputStream out;
  private final AesGcm cipher;
  private final byte[] header;
  private final byte[] chunk = new byte[CHUNK];
  private final byte[] sealed = new byte[CHUNK + AesGcm.TAG_BYTES];
  private int filled;
  private long index;

  /**
   * Creates a stream.
   *
   * @param out receives the chunks, after whatever it has received; stays open
   * @param key of this file alone
   * @param header what stands before the chunks
   */
  public SealingStream(OutputStream out, DataKey key, byte[] header) {
    this.out = out;
    this.header = header.clone();
    cipher = new AesGcm(key.key());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    for (int done = 0; done < length; ) {
      if (filled == CHUNK) {
        writeChunk(false);
      }
      int more = Math.min(length - done, CHUNK - filled);
      System.arraycopy(bytes, offset + done, chunk, filled, more);
      filled += more;
      done += more;
    }
  }

  /**
   * Writes the last chunk; nothing can follow.
   *
   * @throws IOException when it cannot be written
   */
  public void finish() throws IOException {
    writeChunk(true);
    out.flush();
  }

  private void writeChunk(boolean last) throws IOException {
    cipher.seal(
        Bytes.of(nonce(index, last)),
        Bytes.of(bound(header, index, last)),
        new Bytes(chunk, 0, filled),
        sealed,
        0);
    out.write(sealed, 0, filled + AesGcm.TAG_BYTES);
    filled = 0;
    index++;
  }

  static byte[] nonce(long index, boolean last) {
    return ByteBuffer.allocate(AesGcm.NONCE_BYTES).putLong(index).putInt(last ? 1 : 0).array();
  }

  static byte[] bound(byte[] header, long index, boolean last) {
    return ByteBuffer.allocate(header.length + Long.BYTES + 1)
        .put(header)
        .putLong(index)
        .put((byte) (last ? 1 : 0))
        .array();
  }
}
