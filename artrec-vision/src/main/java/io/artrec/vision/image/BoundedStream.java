package io.artrec.vision.image;

import java.io.IOException;
import java.util.Objects;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of one file for its reader. Reading fails for good once the time is over, so that a
 * reader ends at its next read; and after some attempts to read behind the end, because there are
 * readers that take each such failure for a zero and go on. Used by one thread.
 */
final class BoundedStream extends ImageInputStreamImpl {
  /** A reader of marker segments tries some times for each picture. */
  static final int READS_BEHIND_END = 100;

  private static final int READS_PER_CHECK = 512;

  private final byte[] bytes;
  private final DecodeDeadline deadline;
  private final int readsBehindEnd;
  private int reads;
  private int behindEnd;

  BoundedStream(byte[] bytes, DecodeDeadline deadline, int readsBehindEnd) {
    this.bytes = bytes;
    this.deadline = deadline;
    this.readsBehindEnd = readsBehindEnd;
  }

  @Override
  public int read() throws IOException {
    if (++reads % READS_PER_CHECK == 0) {
      deadline.check();
    }
    bitOffset = 0;
    return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : behindEnd();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    deadline.check();
    Objects.checkFromIndexSize(offset, length, target.length);
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return behindEnd();
    }
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  private int behindEnd() throws IOException {
    deadline.check();
    if (++behindEnd > readsBehindEnd) {
      throw new IOException("its pixels go on behind its end");
    }
    return -1;
  }
}
