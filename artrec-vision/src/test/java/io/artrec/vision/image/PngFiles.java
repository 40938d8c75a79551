package io.artrec.vision.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files made for tests. */
final class PngFiles {
  private static final int AFTER_HEADER = 33;

  private PngFiles() {}

  /** A file with a chunk put in behind its header. */
  static byte[] with(byte[] png, String type, byte[] data) {
    ByteBuffer file = ByteBuffer.allocate(png.length + 12 + data.length);
    file.put(png, 0, AFTER_HEADER);
    put(file, type, data);
    return file.put(png, AFTER_HEADER, png.length - AFTER_HEADER).array();
  }

  /** The content of a chunk that holds a color profile. */
  static byte[] profileChunk(byte[] profile) {
    Deflater deflater = new Deflater();
    deflater.setInput(profile);
    deflater.finish();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes("test\0\0".getBytes(StandardCharsets.ISO_8859_1));
    byte[] part = new byte[8_192];
    while (!deflater.finished()) {
      data.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    return data.toByteArray();
  }

  /** A PNG of any stated size that holds a single row of zeros. */
  static byte[] ofOneRow(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    Deflater deflater = new Deflater(9);
    deflater.setInput(new byte[3 * width + 1]);
    deflater.finish();
    byte[] packed = new byte[1 << 16];
    int length = deflater.deflate(packed);
    deflater.end();
    ByteBuffer file = ByteBuffer.allocate(8 + 25 + 12 + length + 12);
    file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    put(file, "IHDR", header.array());
    put(file, "IDAT", Arrays.copyOf(packed, length));
    put(file, "IEND", new byte[0]);
    return file.array();
  }

  private static void put(ByteBuffer file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    file.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
  }
}
