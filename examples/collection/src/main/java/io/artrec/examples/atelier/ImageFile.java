package io.artrec.examples.atelier;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images as the bytes of files: PNG, or JPEG of good quality. */
public final class ImageFile {
  private static final float QUALITY = 0.88f;

  private ImageFile() {}

  /**
   * Returns the bytes of a file.
   *
   * @param image the image
   * @param name the file's name, which ends in {@code .png}, {@code .jpg} or {@code .jpeg}
   * @return the bytes, PNG or JPEG as the name says
   */
  public static byte[] bytes(BufferedImage image, String name) {
    String end = name.toLowerCase(Locale.ROOT);
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      if (end.endsWith(".png")) {
        ImageIO.write(image, "png", bytes);
      } else if (end.endsWith(".jpg") || end.endsWith(".jpeg")) {
        writeJpeg(image, bytes);
      } else {
        throw new IllegalArgumentException(
            "an image file is named '" + name + "', expected an end of .png, .jpg or .jpeg");
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeJpeg(BufferedImage image, ByteArrayOutputStream bytes)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
  }
}
