package io.artrec.vision.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A JPEG file, ITU T.81: its segments are walked once as decoders do, and those that pixels depend
 * on are written anew, so that no decoder meets a header that was not checked. One frame, of 8
 * bits, baseline, extended or progressive.
 */
final class JpegFile {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final byte[] EXIF_WITHOUT_TAGS =
      "\u00FF\u00E1\0\u0016Exif\0\0MM\0*\0\0\0\u0008\0\0\0\0\0\0"
          .getBytes(StandardCharsets.ISO_8859_1);

  private final FileBytes in;
  private final ByteArrayOutputStream out;
  private int width;
  private int height;
  private int components;
  private int scans;
  private boolean progressive;
  private boolean exifSeen;
  private int orientation = ExifOrientation.UPRIGHT;

  private JpegFile(FileBytes in) {
    this.in = in;
    this.out = new ByteArrayOutputStream(in.size());
  }

  static Inspection inspect(byte[] bytes) throws RefusedImageException {
    return new JpegFile(FileBytes.bigEndian(bytes)).read();
  }

  private Inspection read() throws RefusedImageException {
    marker(SOI);
    int at = 2;
    while (true) {
      at = nextMarker(at);
      int marker = in.u8(at++);
      if (marker == EOI) {
        break;
      }
      if (marker == SOI) {
        throw new RefusedImageException("the file is damaged: a JPEG begins inside the JPEG");
      }
      if ((marker >= 0xD0 && marker < SOI) || marker == 1) {
        continue;
      }
      int length = in.u16(at);
      if (length < 2) {
        throw new RefusedImageException("the file is damaged: a segment of " + length + " bytes");
      }
      in.require(at, length);
      segment(marker, at, length);
      at += length;
      if (marker == SOS) {
        at = entropy(at);
      }
    }
    marker(EOI);
    if (scans == 0) {
      throw new RefusedImageException("the file is damaged: it has no scan");
    }
    int samples = Math.max(3, components);
    return Inspection.of(out.toByteArray(), width, height)
        .oriented(orientation)
        .scanned(scans)
        .taking(samples + (progressive || scans > 1 ? 2 * samples : 0));
  }

  private int nextMarker(int from) throws RefusedImageException {
    int at = from;
    while (at < in.size() - 1) {
      if (in.u8(at) != 0xFF) {
        at++;
        continue;
      }
      while (at < in.size() - 1 && in.u8(at) == 0xFF) {
        at++;
      }
      int marker = in.u8(at);
      if (marker != 0 && marker != 0xFF) {
        return at;
      }
    }
    throw new RefusedImageException("the file is truncated: it has no end marker");
  }

  /** Copies a scan's data; returns where the marker after them begins. */
  private int entropy(int from) throws RefusedImageException {
    byte[] bytes = in.all();
    for (int at = from; at < bytes.length - 1; at++) {
      int next = bytes[at + 1] & 0xFF;
      if (bytes[at] == (byte) 0xFF && next != 0 && next != 0xFF && !(next >= 0xD0 && next < SOI)) {
        out.write(bytes, from, at - from);
        return at;
      }
    }
    throw new RefusedImageException("the file is truncated: it has no end marker");
  }

  private void segment(int marker, int at, int length) throws RefusedImageException {
    switch (marker) {
      case 0xC0, 0xC1, 0xC2 -> {
        frame(marker, at, length);
        copy(marker, at, length);
      }
      case 0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xDE, 0xDF ->
          throw new RefusedImageException(
              "JPEG process "
                  + Integer.toHexString(marker)
                  + " (lossless, hierarchical or arithmetic), expected baseline, extended or"
                  + " progressive; save it as one of these");
      case 0xDC ->
          throw new RefusedImageException(
              "its height stands behind its pixels (DNL), expected before them; save it anew");
      case SOS -> {
        scan(at, length);
        copy(marker, at, length);
      }
      case 0xC4, 0xDB, 0xDD -> copy(marker, at, length);
      default -> application(marker, at, length);
    }
  }

  private void frame(int marker, int at, int length) throws RefusedImageException {
    if (components != 0) {
      throw new RefusedImageException("the file is damaged: it has two frame headers");
    }
    if (length < 8) {
      throw new RefusedImageException(
          "the file is damaged: a frame header of " + length + " bytes");
    }
    int precision = in.u8(at + 2);
    if (precision != 8) {
      throw new RefusedImageException(precision + " bits per sample, expected 8");
    }
    height = in.u16(at + 3);
    width = in.u16(at + 5);
    components = in.u8(at + 7);
    progressive = marker == 0xC2;
    boolean known = components == 1 || components == 3 || components == 4;
    if (!known || length != 8 + 3 * components) {
      throw new RefusedImageException(
          components + " components in a frame header of " + length + " bytes, expected 1, 3 or 4");
    }
    for (int i = 0; i < components; i++) {
      int sampling = in.u8(at + 9 + 3L * i);
      if (sampling >> 4 < 1 || sampling >> 4 > 4 || (sampling & 15) < 1 || (sampling & 15) > 4) {
        throw new RefusedImageException("the file is damaged: sampling factors out of range");
      }
    }
  }

  private void scan(int at, int length) throws RefusedImageException {
    int inScan = length < 3 ? 0 : in.u8(at + 2);
    if (inScan < 1 || inScan > components || length != 6 + 2 * inScan) {
      throw new RefusedImageException(
          "the file is damaged: a scan of " + inScan + " components of " + components);
    }
    scans++;
  }

  private void application(int marker, int at, int length) throws RefusedImageException {
    if (marker == 0xE1 && in.has(at + 2, "Exif\0\0") && length >= 8) {
      if (!exifSeen) {
        exifSeen = true;
        orientation = ExifOrientation.of(in.part(at + 2, at + length));
        out.writeBytes(EXIF_WITHOUT_TAGS);
      }
    } else if ((marker == 0xE0 && in.has(at + 2, "JFIF\0"))
        || (marker == 0xE2 && in.has(at + 2, "ICC_PROFILE\0"))
        || (marker == 0xEE && in.has(at + 2, "Adobe"))) {
      copy(marker, at, length);
    }
  }

  private void marker(int marker) {
    out.write(0xFF);
    out.write(marker);
  }

  private void copy(int marker, int at, int length) {
    marker(marker);
    out.write(in.all(), at, length);
  }
}
