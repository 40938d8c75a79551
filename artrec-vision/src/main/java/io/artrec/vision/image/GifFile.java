package io.artrec.vision.image;

/**
 * A GIF file, version 89a: the first frame, whose own size is what its reader obeys, whatever the
 * screen that it is drawn on is said to measure.
 */
final class GifFile {
  private GifFile() {}

  static Inspection inspect(byte[] bytes) throws RefusedImageException {
    FileBytes in = FileBytes.littleEndian(bytes);
    long at = 13L + table(in.u8(10));
    while (true) {
      int block = in.u8(at);
      if (block == 0x2C) {
        return Inspection.of(bytes, in.u16(at + 5), in.u16(at + 7));
      }
      if (block != 0x21) {
        throw new RefusedImageException("the file is damaged: it has no frame");
      }
      at += 2;
      int length = in.u8(at++);
      while (length != 0) {
        at += length;
        length = in.u8(at++);
      }
    }
  }

  private static int table(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }
}
