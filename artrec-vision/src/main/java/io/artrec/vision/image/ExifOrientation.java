package io.artrec.vision.image;

/**
 * How a picture is to be turned before it is shown, by tag 274 of TIFF 6.0 and Exif 2.3. One tag is
 * read, in one pass over one directory: a library for metadata reads a hundred kinds of notes that
 * strangers write, to answer this.
 */
final class ExifOrientation {
  static final int UPRIGHT = 1;
  private static final int TAG = 274;
  private static final int MAX_ENTRIES = 1_000;

  private ExifOrientation() {}

  /** Returns 1 to 8 from a block of EXIF, with or without its name before it; 1 if it says none. */
  static int of(byte[] exif) {
    try {
      int start = FileBytes.bigEndian(exif).has(0, "Exif\0\0") ? 6 : 0;
      FileBytes names = FileBytes.bigEndian(exif);
      if (names.has(start, "II*\0")) {
        return read(FileBytes.littleEndian(exif), start);
      }
      return names.has(start, "MM\0*") ? read(names, start) : UPRIGHT;
    } catch (RefusedImageException e) {
      return UPRIGHT;
    }
  }

  private static int read(FileBytes in, int start) throws RefusedImageException {
    long directory = start + in.u32(start + 4);
    int entries = Math.min(in.u16(directory), MAX_ENTRIES);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (in.u16(entry) == TAG) {
        boolean isLong = in.u16(entry + 2) == 4;
        return valid(isLong ? in.u32(entry + 8) : in.u16(entry + 8));
      }
    }
    return UPRIGHT;
  }

  /** Returns the value where it is an orientation, else 1. */
  static int valid(long value) {
    return value >= 1 && value <= 8 ? (int) value : UPRIGHT;
  }

  /** Returns the picture as it is to be seen. */
  static RgbImage upright(RgbImage stored, int orientation) {
    if (orientation == UPRIGHT) {
      return stored;
    }
    boolean sideways = orientation >= 5;
    int width = sideways ? stored.height() : stored.width();
    int height = sideways ? stored.width() : stored.height();
    int[] pixels = new int[stored.size()];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int right = stored.width() - 1;
        int bottom = stored.height() - 1;
        pixels[i++] =
            switch (orientation) {
              case 2 -> stored.rgb(right - x, y);
              case 3 -> stored.rgb(right - x, bottom - y);
              case 4 -> stored.rgb(x, bottom - y);
              case 5 -> stored.rgb(y, x);
              case 6 -> stored.rgb(y, bottom - x);
              case 7 -> stored.rgb(right - y, bottom - x);
              default -> stored.rgb(right - y, x);
            };
      }
    }
    return RgbImage.owning(width, height, pixels);
  }
}
