package io.artrec.vision.image;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that are decoded, known by their first bytes, with the readers trusted for each. */
enum ImageFormat {
  JPEG("JPEG", "com.twelvemonkeys.", "com.sun.imageio.") {
    @Override
    Optional<String> refusal(byte[] bytes) {
      int start = lastMarker(bytes, 0xDA);
      return start >= 0 && lastMarker(bytes, 0xD9) < start
          ? Optional.of("the file is truncated: it has no end marker")
          : Optional.empty();
    }
  },
  PNG("PNG", "com.sun.imageio.", "com.sun.imageio."),
  GIF("GIF", "com.sun.imageio.", "com.sun.imageio."),
  BMP("BMP", "com.sun.imageio.", "com.sun.imageio.") {
    @Override
    Optional<String> refusal(byte[] bytes) {
      int compression = bytes.length > 33 && bytes[14] >= 40 ? bytes[30] : 0;
      return compression > 3
          ? Optional.of(
              "BMP compression " + compression + " (a file inside the file), expected 0-3")
          : Optional.empty();
    }
  },
  WEBP("WebP", "com.twelvemonkeys.", "com.twelvemonkeys.");

  private final String label;
  private final String preferredReaders;
  private final String otherReaders;

  ImageFormat(String label, String preferredReaders, String otherReaders) {
    this.label = label;
    this.preferredReaders = preferredReaders;
    this.otherReaders = otherReaders;
  }

  static Optional<ImageFormat> of(byte[] bytes) {
    if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(JPEG);
    }
    if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Optional.of(PNG);
    }
    if (starts(bytes, 0, 'G', 'I', 'F', '8', '7', 'a')
        || starts(bytes, 0, 'G', 'I', 'F', '8', '9', 'a')) {
      return Optional.of(GIF);
    }
    if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
      return Optional.of(WEBP);
    }
    if (starts(bytes, 0, 'B', 'M') && bytes.length >= 26) {
      return Optional.of(BMP);
    }
    return Optional.empty();
  }

  /** Returns why a file is refused although its reader would take it. */
  Optional<String> refusal(byte[] bytes) {
    return Optional.empty();
  }

  /** Returns a new reader of the first trusted maker that is on the class path. */
  Optional<ImageReader> reader() {
    for (String maker : List.of(preferredReaders, otherReaders)) {
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

  private static boolean starts(byte[] bytes, int offset, int... magic) {
    if (bytes.length < offset + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[offset + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lastMarker(byte[] bytes, int marker) {
    for (int i = bytes.length - 2; i >= 0; i--) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) marker) {
        return i;
      }
    }
    return -1;
  }
}
