package io.artrec.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Decoded text without its byte-order mark, with malformed bytes as {@link #MALFORMED} so that the
 * row they stand in can be named, and with a last line of its own that shows whether a quote was
 * left open.
 */
final class TextReader extends Reader {
  /** Stands for bytes that the charset does not know; Unicode assigns it to no character. */
  static final char MALFORMED = '\uFFFF';

  /** The line added after the text; Unicode assigns it to no character. */
  static final char END = '\uFFFE';

  private static final int SIZE = 1 << 14;

  private final @Nullable InputStream bytes;
  private final @Nullable Reader text;
  private final CharsetDecoder decoder;
  private final ByteBuffer in = ByteBuffer.allocate(SIZE).limit(0);
  private final char[] buffer = new char[SIZE];
  private final boolean marksEnd;
  private int position;
  private int limit;
  private boolean atStart = true;
  private boolean bytesEnded;
  private boolean ended;

  TextReader(
      @Nullable InputStream bytes, @Nullable Reader text, Charset charset, boolean marksEnd) {
    this.bytes = bytes;
    this.text = text;
    this.marksEnd = marksEnd;
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
      limit -= position;
      position = 0;
      fill();
    }
    return CharBuffer.wrap(buffer, position, limit - position);
  }

  /** Returns the next character, or -1 at the end. */
  @Override
  public int read() throws IOException {
    while (position == limit) {
      if (ended) {
        return -1;
      }
      position = 0;
      limit = 0;
      fill();
    }
    return buffer[position++];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int first = length == 0 ? -1 : read();
    if (first < 0) {
      return length == 0 ? 0 : -1;
    }
    target[offset] = (char) first;
    int more = Math.min(length - 1, limit - position);
    System.arraycopy(buffer, position, target, offset + 1, more);
    position += more;
    return more + 1;
  }

  @Override
  public void close() throws IOException {
    if (bytes != null) {
      bytes.close();
    } else if (text != null) {
      text.close();
    }
  }

  private void fill() throws IOException {
    int before = limit;
    if (text != null) {
      int n = text.read(buffer, limit, SIZE - limit - 2);
      ended = n < 0;
      limit += Math.max(0, n);
    } else {
      decode();
    }
    if (atStart && limit > before) {
      atStart = false;
      if (buffer[before] == '\uFEFF') {
        System.arraycopy(buffer, before + 1, buffer, before, limit - before - 1);
        limit--;
      }
    }
    if (ended && marksEnd) {
      buffer[limit++] = '\n';
      buffer[limit++] = END;
    }
  }

  private void decode() throws IOException {
    CharBuffer out = CharBuffer.wrap(buffer, limit, SIZE - limit - 2);
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
