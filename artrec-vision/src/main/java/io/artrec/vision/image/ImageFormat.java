package io.artrec.vision.image;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The formats that are decoded, known by their first bytes, each with what looks at a file before
 * its reader does, and with the readers trusted for it.
 */
enum ImageFormat {
  JPEG("JPEG", "com.twelvemonkeys.", "com.sun.imageio."),
  PNG("PNG", "com.sun.imageio.", "com.sun.imageio."),
  GIF("GIF", "com.sun.imageio.", "com.sun.imageio."),
  BMP("BMP", "com.sun.imageio.", "com.sun.imageio."),
  TIFF("TIFF", "com.twelvemonkeys.", "com.sun.imageio."),
  WEBP("WebP", "com.twelvemonkeys.", "com.twelvemonkeys.");

  private final String label;
  private final String preferredMaker;
  private final String otherMaker;

  ImageFormat(String label, String preferredMaker, String otherMaker) {
    this.label = label;
    this.preferredMaker = preferredMaker;
    this.otherMaker = otherMaker;
  }

  static Optional<ImageFormat> of(byte[] bytes) {
    FileBytes in = FileBytes.bigEndian(bytes);
    if (in.has(0, "\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (in.has(0, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    }
    if (in.has(0, "GIF87a") || in.has(0, "GIF89a")) {
      return Optional.of(GIF);
    }
    if (in.has(0, "RIFF") && in.has(8, "WEBP")) {
      return Optional.of(WEBP);
    }
    if (in.has(0, "II*\0") || in.has(0, "MM\0*")) {
      return Optional.of(TIFF);
    }
    if (in.has(0, "BM") && bytes.length >= 26) {
      return Optional.of(BMP);
    }
    return Optional.empty();
  }

  /**
   * Looks at a file of this format.
   *
   * @throws RefusedImageException when it is damaged, or asks its reader for what is not allowed
   */
  Inspection inspect(byte[] bytes) throws RefusedImageException {
    return switch (this) {
      case JPEG -> JpegFile.inspect(bytes);
      case PNG -> PngFile.inspect(bytes);
      case GIF -> GifFile.inspect(bytes);
      case BMP -> BmpFile.inspect(bytes);
      case TIFF -> TiffFile.inspect(bytes);
      case WEBP -> WebpFile.inspect(bytes);
    };
  }

  /** Returns a new reader of the first trusted maker that is on the class path. */
  Optional<ImageReader> reader() {
    for (String maker : List.of(preferredMaker, otherMaker)) {
      for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(label);
          all.hasNext(); ) {
        ImageReader reader = all.next();
        if (reader.getClass().getName().startsWith(maker)) {
          return Optional.of(reader);
        }
        reader.dispose();
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return label;
  }
}
