package io.artrec.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Decoded text without its byte-order mark. Bytes that the charset does not know are told beside
 * the text, not in it: any character may stand in a file.
 */
final class TextReader implements Closeable {
  /** Shown in place of bytes that the charset does not know; means nothing by itself. */
  static final char MALFORMED = '\uFFFF';

  private static final int SIZE = 1 << 14;

  private final @Nullable InputStream bytes;
  private final @Nullable Reader text;
  private final CharsetDecoder decoder;
  private final ByteBuffer in = ByteBuffer.allocate(SIZE).limit(0);
  private final char[] buffer = new char[SIZE];
  private BitSet malformed = new BitSet();
  private int position;
  private int limit;
  private boolean atStart = true;
  private boolean bytesEnded;
  private boolean ended;

  TextReader(@Nullable InputStream bytes, @Nullable Reader text, Charset charset) {
    this.bytes = bytes;
    this.text = text;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Returns the beginning of what is left, without consuming it; empty at the end. */
  CharSequence peek() throws IOException {
    while (!ended && limit - position < SIZE / 2) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      malformed = malformed.get(position, limit);
      limit -= position;
      position = 0;
      fill();
    }
    return CharBuffer.wrap(buffer, position, limit - position);
  }

  /** Tells whether the text, not yet read, begins with bytes that the charset does not know. */
  boolean startsMalformed() {
    return position < limit && malformed.get(position);
  }

  /** Returns the next character, or -1 at the end. */
  int read() throws IOException {
    return available() ? buffer[position++] : -1;
  }

  /** Tells whether the character that was read last stands for bytes that the charset lacks. */
  boolean wasMalformed() {
    return position > 0 && malformed.get(position - 1);
  }

  /**
   * Reads some characters.
   *
   * @param marks where the bits of characters that stand for unknown bytes are set, by their
   *     position in the target
   * @return how many characters, or -1 at the end
   */
  int read(char[] target, int offset, int length, BitSet marks) throws IOException {
    if (!available()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, target, offset, count);
    for (int i = malformed.nextSetBit(position);
        i >= 0 && i < position + count;
        i = malformed.nextSetBit(i + 1)) {
      marks.set(offset + i - position);
    }
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    if (bytes != null) {
      bytes.close();
    } else if (text != null) {
      text.close();
    }
  }

  private boolean available() throws IOException {
    while (position == limit) {
      if (ended) {
        return false;
      }
      position = 0;
      limit = 0;
      malformed.clear();
      fill();
    }
    return true;
  }

  private void fill() throws IOException {
    int before = limit;
    if (text != null) {
      int n = text.read(buffer, limit, SIZE - limit);
      ended = n < 0;
      limit += Math.max(0, n);
    } else {
      decode();
    }
    if (atStart && limit > before) {
      atStart = false;
      if (buffer[before] == '\uFEFF') {
        System.arraycopy(buffer, before + 1, buffer, before, limit - before - 1);
        malformed = malformed.get(1, limit);
        limit--;
      }
    }
  }

  private void decode() throws IOException {
    CharBuffer out = CharBuffer.wrap(buffer, limit, SIZE - limit);
    if (!bytesEnded && in.remaining() < SIZE / 2 && bytes != null) {
      in.compact();
      int n = bytes.read(in.array(), in.position(), in.remaining());
      bytesEnded = n < 0;
      in.position(in.position() + Math.max(0, n));
      in.flip();
    }
    while (true) {
      CoderResult result = decoder.decode(in, out, bytesEnded);
      if (result.isError() && out.hasRemaining()) {
        malformed.set(out.position());
        out.put(MALFORMED);
        in.position(in.position() + result.length());
      } else if (result.isUnderflow() && bytesEnded) {
        ended = decoder.flush(out).isUnderflow();
        break;
      } else {
        break;
      }
    }
    limit = out.position();
  }
}
