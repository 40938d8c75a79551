package io.artrec.encryption.internal;

import io.artrec.encryption.EncryptionException;
import io.artrec.encryption.internal.AesGcm.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Reads what a {@link SealingStream} wrote, at any place. Memory: two chunks; the chunk that was
 * read last is kept. Not thread-safe.
 */
public final class SealedBytes {
  /** Where encrypted bytes come from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Fills a buffer.
     *
     * @param from the place of the first byte
     * @param into receives as many bytes as it has room for
     * @throws IOException when they cannot be read
     */
    void read(long from, ByteBuffer into) throws IOException;
  }

  private static final int SEALED = SealingStream.CHUNK + AesGcm.TAG_BYTES;

  private final Source source;
  private final AesGcm cipher;
  private final byte[] header;
  private final long sealedBytes;
  private final long chunks;
  private final byte[] sealed = new byte[SEALED];
  private final byte[] chunk = new byte[SealingStream.CHUNK];

  /** Which chunk is there, -1 when none is. */
  private long index = -1;

  /**
   * Creates a reader.
   *
   * @param source the file
   * @param size its length, with the header
   * @param key its key
   * @param header what stands before the chunks
   * @throws EncryptionException when the size cannot be that of whole chunks
   */
  public SealedBytes(Source source, long size, DataKey key, byte[] header) {
    this.source = source;
    this.header = header.clone();
    cipher = new AesGcm(key.key());
    sealedBytes = size - header.length;
    chunks = Math.max(1, (sealedBytes + SEALED - 1) / SEALED);
    if (sealedBytes - (chunks - 1) * SEALED < AesGcm.TAG_BYTES) {
      throw new EncryptionException("its end is missing: it ends inside a chunk", null);
    }
  }

  /** {@return how many bytes were encrypted} */
  public long size() {
    return sealedBytes - chunks * AesGcm.TAG_BYTES;
  }

  /**
   * Decrypts bytes.
   *
   * @param from the place of the first among those that were encrypted
   * @param into receives as many bytes as it has room for
   * @throws EncryptionException when they were changed
   * @throws IOException when they cannot be read
   */
  public void read(long from, ByteBuffer into) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      load(at / SealingStream.CHUNK);
      int within = (int) (at % SealingStream.CHUNK);
      int more = Math.min(into.remaining(), SealingStream.CHUNK - within);
      into.put(chunk, within, more);
      at += more;
    }
  }

  /**
   * Checks every chunk.
   *
   * @throws EncryptionException when one was changed
   * @throws IOException when one cannot be read
   */
  public void check() throws IOException {
    for (long i = 0; i < chunks; i++) {
      load(i);
    }
  }

  private void load(long wanted) throws IOException {
    if (wanted == index) {
      return;
    }
    index = -1;
    long at = wanted * SEALED;
    int length = (int) Math.min(SEALED, sealedBytes - at);
    source.read(header.length + at, ByteBuffer.wrap(sealed, 0, length));
    boolean last = wanted == chunks - 1;
    boolean opened =
        cipher.open(
            Bytes.of(SealingStream.nonce(wanted, last)),
            Bytes.of(SealingStream.bound(header, wanted, last)),
            new Bytes(sealed, 0, length),
            chunk,
            0);
    if (!opened) {
      throw new EncryptionException(
          String.format(
              Locale.ROOT,
              "its bytes %d to %d do not open: they were changed, or are from another place or"
                  + " file%s",
              header.length + at,
              header.length + at + length - 1,
              last ? ", or what followed is cut off" : ""),
          null);
    }
    index = wanted;
  }
}
