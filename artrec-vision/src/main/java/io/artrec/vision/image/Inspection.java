package io.artrec.vision.image;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a file found before its reader sees it, and the bytes that the reader gets: those
 * that were checked, without what was not. Immutable.
 */
final class Inspection {
  private final byte[] content;
  private final int width;
  private final int height;
  private int orientation = 1;
  private int scans = 1;
  private int bytesPerPixel = 4;
  private int readsBehindEnd = BoundedStream.READS_BEHIND_END;
  private byte @Nullable [] profile;

  private Inspection(byte[] content, int width, int height) {
    this.content = content;
    this.width = width;
    this.height = height;
  }

  private Inspection(Inspection like) {
    this(like.content, like.width, like.height);
    orientation = like.orientation;
    scans = like.scans;
    bytesPerPixel = like.bytesPerPixel;
    readsBehindEnd = like.readsBehindEnd;
    profile = like.profile;
  }

  static Inspection of(byte[] content, long width, long height) throws RefusedImageException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new RefusedImageException(
          "the file is damaged: sides of " + width + " and " + height + " pixels");
    }
    return new Inspection(content, (int) width, (int) height);
  }

  /** With an EXIF orientation, 1 to 8. */
  Inspection oriented(int newOrientation) {
    Inspection copy = new Inspection(this);
    copy.orientation = newOrientation;
    return copy;
  }

  /** With the number of passes over the pixels that the file asks for. */
  Inspection scanned(int newScans) {
    Inspection copy = new Inspection(this);
    copy.scans = newScans;
    return copy;
  }

  /** With the memory that decoding takes, on and off the heap. */
  Inspection taking(int newBytesPerPixel) {
    Inspection copy = new Inspection(this);
    copy.bytesPerPixel = newBytesPerPixel;
    return copy;
  }

  /** With another number of attempts that its reader may make to read behind the content's end. */
  Inspection readBehindEnd(int newReads) {
    Inspection copy = new Inspection(this);
    copy.readsBehindEnd = newReads;
    return copy;
  }

  /** With a color profile that the reader does not apply. */
  Inspection colored(byte @Nullable [] newProfile) {
    Inspection copy = new Inspection(this);
    copy.profile = newProfile;
    return copy;
  }

  byte[] content() {
    return content;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  long pixels() {
    return (long) width * height;
  }

  int orientation() {
    return orientation;
  }

  int scans() {
    return scans;
  }

  int bytesPerPixel() {
    return bytesPerPixel;
  }

  int readsBehindEnd() {
    return readsBehindEnd;
  }

  Optional<byte[]> profile() {
    return Optional.ofNullable(profile);
  }
}
