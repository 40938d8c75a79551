package io.artrec.vision.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A WebP file, RFC 9649. The still picture, or the first frame of an animation, is written anew as
 * a file of its own once container, frame and bit stream say one size: the reader obeys now this
 * header, now that one.
 */
final class WebpFile {
  /**
   * Zeros behind the end. The reader of bits looks 8 bytes ahead; what reads on behind these has
   * used bits that are not in the file.
   */
  private static final int LOOK_AHEAD = 8;

  /** What the reader takes for a pixel of each kind, as measured. */
  private static final int LOSSLESS_BYTES = 8;

  private static final int LOSSY_BYTES = 40;

  private static final int CHUNK = 8;
  private static final int FRAME_HEADER = 16;

  private final FileBytes in;
  private final long end;
  private int width;
  private int height;
  private boolean extended;
  private boolean animated;
  private byte @Nullable [] profile;
  private byte @Nullable [] alpha;
  private byte @Nullable [] image;
  private boolean lossless;
  private int orientation = ExifOrientation.UPRIGHT;

  private WebpFile(FileBytes in) throws RefusedImageException {
    this.in = in;
    this.end = CHUNK + in.u32(4);
    in.require(0, end);
  }

  static Inspection inspect(byte[] bytes) throws RefusedImageException {
    return new WebpFile(FileBytes.littleEndian(bytes)).read();
  }

  private Inspection read() throws RefusedImageException {
    container();
    for (long at = 12; at + CHUNK <= end; ) {
      long data = at + CHUNK;
      long next = next(at, end);
      if (in.has(at, "ANMF") && animated) {
        if (image == null) {
          frame(data, data + in.u32(at + 4));
        }
      } else if (in.has(at, "EXIF")) {
        orientation = ExifOrientation.of(in.part(data, data + in.u32(at + 4)));
      } else if (in.has(at, "ICCP")) {
        profile = profile == null ? in.part(data, data + in.u32(at + 4)) : profile;
      } else if (!animated && picture(at) && !extended) {
        break;
      }
      at = next;
    }
    if (image == null) {
      throw new RefusedImageException("the file is damaged: it holds no picture");
    }
    return Inspection.of(anew(image), width, height)
        .oriented(orientation)
        .colored(profile)
        .readBehindEnd(0)
        .taking(lossless ? LOSSLESS_BYTES : LOSSY_BYTES);
  }

  private void container() throws RefusedImageException {
    if (!in.has(12, "VP8X")) {
      return;
    }
    int flags = in.u8(20);
    extended = true;
    animated = (flags & 2) != 0;
    width = in.u24(24) + 1;
    height = in.u24(27) + 1;
  }

  private void frame(long from, long to) throws RefusedImageException {
    in.require(from, FRAME_HEADER);
    width = in.u24(from + 6) + 1;
    height = in.u24(from + 9) + 1;
    for (long at = from + FRAME_HEADER; at + CHUNK <= to; at = next(at, to)) {
      picture(at);
    }
    if (image == null) {
      throw new RefusedImageException("the file is damaged: its first frame holds no picture");
    }
  }

  /** Takes a chunk of pixels; returns whether it is one. */
  private boolean picture(long at) throws RefusedImageException {
    long data = at + CHUNK;
    long length = in.u32(at + 4);
    if (in.has(at, "ALPH")) {
      if (alpha != null || image != null) {
        throw new RefusedImageException("the file is damaged: an alpha channel out of place");
      }
      alpha = in.part(data, data + length);
      return false;
    }
    boolean isLossless = in.has(at, "VP8L");
    if (!isLossless && !in.has(at, "VP8 ")) {
      return false;
    }
    if (image != null) {
      throw new RefusedImageException("the file is damaged: two pictures where one is expected");
    }
    lossless = isLossless;
    image = in.part(data, data + length);
    if (isLossless) {
      losslessHeader(data);
    } else {
      lossyHeader(data);
    }
    return true;
  }

  private void losslessHeader(long at) throws RefusedImageException {
    long bits = in.u32(at + 1);
    if (in.u8(at) != 0x2F || bits >>> 29 != 0) {
      throw new RefusedImageException("the file is damaged: no header of a lossless picture");
    }
    size((int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
  }

  private void lossyHeader(long at) throws RefusedImageException {
    if ((in.u8(at) & 1) != 0 || !in.has(at + 3, "\u009D\u0001*")) {
      throw new RefusedImageException("the file is damaged: no header of a lossy picture");
    }
    size(in.u16(at + 6) & 0x3FFF, in.u16(at + 8) & 0x3FFF);
  }

  private void size(int ofStream, int heightOfStream) throws RefusedImageException {
    if (extended && (ofStream != width || heightOfStream != height)) {
      throw new RefusedImageException(
          "the file contradicts itself: "
              + (animated ? "the frame says " : "the container says ")
              + width
              + " x "
              + height
              + ", the picture in it "
              + ofStream
              + " x "
              + heightOfStream);
    }
    width = ofStream;
    height = heightOfStream;
  }

  private long next(long at, long limit) throws RefusedImageException {
    long length = in.u32(at + 4);
    if (at + CHUNK + length > limit) {
      throw new RefusedImageException("the file is truncated: a chunk ends behind its end");
    }
    return at + CHUNK + length + (length & 1);
  }

  private byte[] anew(byte[] picture) {
    boolean translucent = alpha != null && !lossless;
    ByteArrayOutputStream body = new ByteArrayOutputStream(picture.length + 64);
    body.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    if (alpha != null && translucent) {
      byte[] canvas = new byte[10];
      canvas[0] = 0x10;
      putSide(canvas, 4, width);
      putSide(canvas, 7, height);
      chunk(body, "VP8X", canvas);
      chunk(body, "ALPH", alpha);
    }
    chunk(body, lossless ? "VP8L" : "VP8 ", picture);
    ByteArrayOutputStream file = new ByteArrayOutputStream(body.size() + CHUNK + LOOK_AHEAD);
    file.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
    length(file, body.size());
    file.writeBytes(body.toByteArray());
    file.writeBytes(new byte[LOOK_AHEAD]);
    return file.toByteArray();
  }

  private static void putSide(byte[] canvas, int at, int side) {
    canvas[at] = (byte) (side - 1);
    canvas[at + 1] = (byte) ((side - 1) >> 8);
    canvas[at + 2] = (byte) ((side - 1) >> 16);
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
    out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    length(out, data.length);
    out.writeBytes(data);
    if ((data.length & 1) != 0) {
      out.write(0);
    }
  }

  private static void length(ByteArrayOutputStream out, int length) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(length >> shift);
    }
  }
}
