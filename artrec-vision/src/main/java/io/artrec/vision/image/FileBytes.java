package io.artrec.vision.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The content of a file, read at any place; reading past the end says that it is truncated. */
final class FileBytes {
  private final byte[] bytes;
  private final boolean bigEndian;

  private FileBytes(byte[] bytes, boolean bigEndian) {
    this.bytes = bytes;
    this.bigEndian = bigEndian;
  }

  static FileBytes bigEndian(byte[] bytes) {
    return new FileBytes(bytes, true);
  }

  static FileBytes littleEndian(byte[] bytes) {
    return new FileBytes(bytes, false);
  }

  byte[] all() {
    return bytes;
  }

  int size() {
    return bytes.length;
  }

  int u8(long at) throws RefusedImageException {
    require(at, 1);
    return bytes[(int) at] & 0xFF;
  }

  int u16(long at) throws RefusedImageException {
    require(at, 2);
    int first = bytes[(int) at] & 0xFF;
    int second = bytes[(int) at + 1] & 0xFF;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  /** Reads 24 bits, the lowest first. */
  int u24(long at) throws RefusedImageException {
    return u8(at) | u8(at + 1) << 8 | u8(at + 2) << 16;
  }

  long u32(long at) throws RefusedImageException {
    long first = u16(at);
    long second = u16(at + 2);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  boolean has(long at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    return at >= 0
        && at + wanted.length <= bytes.length
        && Arrays.equals(bytes, (int) at, (int) at + wanted.length, wanted, 0, wanted.length);
  }

  byte[] part(long from, long to) throws RefusedImageException {
    require(from, to - from);
    return Arrays.copyOfRange(bytes, (int) from, (int) to);
  }

  void require(long at, long length) throws RefusedImageException {
    if (at < 0 || length < 0 || at > bytes.length - length) {
      throw new RefusedImageException("the file is truncated, or says a wrong place or length");
    }
  }
}
