package io.artrec.vision.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WebP files made for tests: lossless ones of literal pixels, and headers without pixels. */
final class WebpFiles {
  private static final int ALPHA = 0x10;
  private static final int ICC = 0x20;
  private static final int EXIF = 0x08;
  private static final int ANIMATION = 0x02;

  private WebpFiles() {}

  /** A file of one chunk. */
  static byte[] lossless(BufferedImage image) {
    return file(chunk("VP8L", losslessStream(image)));
  }

  /** A file whose container says its size, with chunks before and behind the picture. */
  static byte[] extended(BufferedImage image, byte[] profile, byte[] exif) {
    int flags = (profile.length > 0 ? ICC : 0) | (exif.length > 0 ? EXIF : 0) | ALPHA;
    return file(
        container(flags, image.getWidth(), image.getHeight()),
        profile.length > 0 ? chunk("ICCP", profile) : new byte[0],
        chunk("VP8L", losslessStream(image)),
        exif.length > 0 ? chunk("EXIF", exif) : new byte[0]);
  }

  /** An animation of frames that each say their size; the pictures in them may say another. */
  static byte[] animation(int width, int height, byte[]... pictures) {
    byte[][] parts = new byte[pictures.length + 1][];
    parts[0] = container(ANIMATION, width, height);
    for (int i = 0; i < pictures.length; i++) {
      byte[] frame = new byte[16 + pictures[i].length];
      ByteBuffer data = little(frame).putInt(0).putShort((short) 0);
      side(data, width);
      side(data, height);
      data.putInt(0).put(pictures[i]);
      parts[i + 1] = chunk("ANMF", frame);
    }
    return file(parts);
  }

  static byte[] container(int flags, int width, int height) {
    byte[] canvas = new byte[10];
    ByteBuffer data = little(canvas).putInt(flags);
    side(data, width);
    side(data, height);
    return chunk("VP8X", canvas);
  }

  /** The chunk of a lossy picture that ends with its header. */
  static byte[] lossyHeader(int width, int height, int length) {
    byte[] data = new byte[Math.max(10, length)];
    little(data)
        .put(new byte[] {0x10, 0, 0, (byte) 0x9D, 1, 0x2A})
        .putShort((short) width)
        .putShort((short) height);
    return chunk("VP8 ", data);
  }

  /** The chunk of a lossless picture that ends with its header. */
  static byte[] losslessHeader(int width, int height, int length) {
    byte[] data = new byte[Math.max(5, length)];
    little(data).put((byte) 0x2F).putInt((width - 1) | (height - 1) << 14);
    return chunk("VP8L", data);
  }

  static byte[] chunk(String name, byte[] data) {
    byte[] chunk = new byte[8 + data.length + (data.length & 1)];
    little(chunk).put(name.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
    return chunk;
  }

  static byte[] file(byte[]... chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] chunk : chunks) {
      body.writeBytes(chunk);
    }
    byte[] file = new byte[12 + body.size()];
    little(file)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(4 + body.size())
        .put("WEBP".getBytes(StandardCharsets.US_ASCII))
        .put(body.toByteArray());
    return file;
  }

  /** Every pixel as four literals, each of 8 bits. */
  static byte[] losslessStream(BufferedImage image) {
    Bits bits = new Bits();
    bits.put(0x2F, 8);
    bits.put(image.getWidth() - 1, 14);
    bits.put(image.getHeight() - 1, 14);
    bits.put(image.getColorModel().hasAlpha() ? 1 : 0, 1);
    bits.put(0, 3);
    bits.put(0, 3); // no transform, no color cache, one group of codes
    bits.literals(280);
    bits.literals(256);
    bits.literals(256);
    bits.literals(256);
    bits.put(1, 4); // a simple code: the one symbol 0
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        bits.literal(argb >> 8 & 0xFF);
        bits.literal(argb >> 16 & 0xFF);
        bits.literal(argb & 0xFF);
        bits.literal(argb >>> 24);
      }
    }
    return bits.bytes();
  }

  private static void side(ByteBuffer data, int side) {
    data.put((byte) (side - 1)).put((byte) ((side - 1) >> 8)).put((byte) ((side - 1) >> 16));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bits from the lowest of each byte. */
  private static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int current;
    private int used;

    void put(int value, int count) {
      for (int i = 0; i < count; i++) {
        current |= (value >> i & 1) << used++;
        if (used == 8) {
          out.write(current);
          current = 0;
          used = 0;
        }
      }
    }

    void literal(int value) {
      put(Integer.reverse(value) >>> 24, 8);
    }

    /** A code that gives the first 256 symbols 8 bits each, and the others none. */
    void literals(int symbols) {
      put(0, 1);
      put(12 - 4, 4);
      for (int length : new int[] {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8}) {
        put(length == 0 || length == 8 ? 1 : 0, 3);
      }
      put(0, 1);
      for (int symbol = 0; symbol < symbols; symbol++) {
        put(symbol < 256 ? 1 : 0, 1);
      }
    }

    byte[] bytes() {
      if (used > 0) {
        out.write(current);
      }
      return out.toByteArray();
    }
  }
}
