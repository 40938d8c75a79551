package io.artrec.vision.image;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A PNG file, W3C PNG 3: its one header, its color profile and its orientation. */
final class PngFile {
  private final FileBytes in;
  private boolean standardColors;
  private byte @Nullable [] profile;
  private int orientation = ExifOrientation.UPRIGHT;

  private PngFile(FileBytes in) {
    this.in = in;
  }

  static Inspection inspect(byte[] bytes) throws RefusedImageException {
    return new PngFile(FileBytes.bigEndian(bytes)).read();
  }

  private Inspection read() throws RefusedImageException {
    if (!in.has(8, "\0\0\0\rIHDR")) {
      throw new RefusedImageException("the file is damaged: it does not begin with its header");
    }
    boolean deep = in.u8(24) == 16;
    chunks();
    return Inspection.of(in.all(), in.u32(16), in.u32(20))
        .oriented(orientation)
        .colored(standardColors ? null : profile)
        .taking(deep ? 8 : 4);
  }

  /** Walks the chunks as far as they go: a file that has all its pixels may lack its end. */
  private void chunks() throws RefusedImageException {
    long at = 33;
    while (at + 12 <= in.size() && !in.has(at + 4, "IEND")) {
      long length = in.u32(at);
      long data = at + 8;
      if (in.has(at + 4, "IHDR")) {
        throw new RefusedImageException("the file is damaged: it has two headers");
      }
      if (data + length > in.size()) {
        return;
      }
      if (in.has(at + 4, "sRGB")) {
        standardColors = true;
      } else if (in.has(at + 4, "iCCP") && profile == null) {
        profile = profile(data, data + length).orElse(null);
      } else if (in.has(at + 4, "eXIf") && orientation == ExifOrientation.UPRIGHT) {
        orientation = ExifOrientation.of(in.part(data, data + length));
      }
      at = data + length + 4;
    }
  }

  /** Reads a name, a zero, a zero for the method, and what is compressed, as far as is allowed. */
  private Optional<byte[]> profile(long from, long to) throws RefusedImageException {
    long at = from;
    while (at < to && in.u8(at) != 0) {
      at++;
    }
    if (at + 2 >= to || in.u8(at + 1) != 0) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(in.part(at + 2, to));
      byte[] start = new byte[ColorProfile.HEADER];
      if (inflater.inflate(start) < start.length) {
        return Optional.empty();
      }
      long size = FileBytes.bigEndian(start).u32(0);
      if (size < ColorProfile.HEADER || size > ColorProfile.MAX_BYTES) {
        return Optional.empty();
      }
      byte[] whole = new byte[(int) size];
      System.arraycopy(start, 0, whole, 0, start.length);
      int rest = whole.length - start.length;
      return inflater.inflate(whole, start.length, rest) == rest
          ? Optional.of(whole)
          : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
