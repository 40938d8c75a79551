package io.artrec.vision.image;

/** A BMP file: headers of 12 bytes and of 40 and more, and what its pixels are packed with. */
final class BmpFile {
  private static final int SMALL_HEADER = 12;

  private BmpFile() {}

  static Inspection inspect(byte[] bytes) throws RefusedImageException {
    FileBytes in = FileBytes.littleEndian(bytes);
    long header = in.u32(14);
    in.require(in.u32(10), 0);
    if (header == SMALL_HEADER) {
      return Inspection.of(bytes, in.u16(18), in.u16(20));
    }
    if (header < 40 || header > 124) {
      throw new RefusedImageException(
          "the file is damaged or not supported: a BMP header of " + header + " bytes");
    }
    long compression = in.u32(30);
    if (compression > 3) {
      throw new RefusedImageException(
          "BMP compression " + compression + " (a file inside the file), expected 0-3");
    }
    return Inspection.of(bytes, in.u32(18), Math.abs((long) (int) in.u32(22)));
  }
}
