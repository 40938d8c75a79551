package io.artrec.vision.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Image files made for tests. */
final class ImageFiles {
  private ImageFiles() {}

  /** A picture with gradients, so that every format has something to compress. */
  static BufferedImage picture(int type) {
    BufferedImage image = new BufferedImage(24, 16, type);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 24; x++) {
        image.setRGB(x, y, 0xFF000000 | (x * 10) << 16 | (y * 15) << 8 | (x * y) % 256);
      }
    }
    return image;
  }

  static byte[] encode(RenderedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A JPEG of four inks as Photoshop stores them: inverted, with Adobe's marker. */
  static byte[] cmykJpeg(int cyan, int magenta, int yellow, int black) {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    for (int i = 0; i < 256; i++) {
      inks.setPixel(
          i % 16, i / 16, new int[] {255 - cyan, 255 - magenta, 255 - yellow, 255 - black});
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("JPEG").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(inks, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    byte[] plain = bytes.toByteArray();
    byte[] adobe =
        "\u00FF\u00EE\u0000\u000EAdobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(plain.length + adobe.length)
        .put(plain, 0, 2)
        .put(adobe)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  /** Writes over the height and width in the frame header of a JPEG. */
  static byte[] withJpegSize(byte[] jpeg, int width, int height) {
    byte[] patched = jpeg.clone();
    for (int i = 2; i < patched.length - 9; i++) {
      if (patched[i] == (byte) 0xFF && patched[i + 1] == (byte) 0xC0) {
        ByteBuffer.wrap(patched).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
        return patched;
      }
    }
    throw new IllegalArgumentException("no baseline frame header");
  }
}
