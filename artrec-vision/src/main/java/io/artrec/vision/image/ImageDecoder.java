package io.artrec.vision.image;

import io.artrec.feature.ArtworkInput;
import io.artrec.feature.Derivation;
import io.artrec.feature.ExtractionException;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of JPEG, PNG, GIF, BMP, TIFF and WebP files to {@link RgbImage}, within limits.
 * Immutable and thread-safe; features that share a decoder share its work for each artwork through
 * {@link #image}.
 *
 * <p>The format is told by the first bytes, never by a name. What a file says of its size, scans,
 * parts and colors is read and checked before its reader sees it, and the reader of JPEG, TIFF and
 * WebP gets a file written anew of what was checked. Of an animation the first frame counts, of
 * several pictures the first. CMYK becomes sRGB, colors with an ICC profile too (JPEG, PNG, TIFF,
 * WebP); a profile that is damaged counts as none. 16 bits become 8, gray keeps its stored values,
 * transparency is laid on white. An EXIF orientation is followed (JPEG, PNG, TIFF, WebP).
 *
 * <p>Memory while decoding is that of the image as stored and of what its reader holds beside,
 * which all threads of a decoder share ({@link DecodeLimits#maxPixelsAtOnce}); then 4 bytes for
 * each kept pixel. A file is decoded on a daemon thread while the caller waits, at most {@link
 * DecodeLimits#maxTime}. When that is over, or the caller is interrupted, the reader ends at its
 * next read. One that does not read any more is left behind, and when two of one format are, this
 * decoder refuses the format until one has ended.
 */
public final class ImageDecoder {
  private static final String TOO_LITTLE_MEMORY =
      "not enough memory; shrink the image or lower maxPixels";
  private static final int PERMIT_PIXELS = 1 << 16;

  /** How often the pixels of the largest image may be passed over. */
  private static final int SCANS_OF_LARGEST = 16;

  /** How often the memory for all images at once may be taken by one, which is then alone. */
  private static final long BUDGETS_OF_ONE = 4;

  /** How long a reader may take to its next read after its time is over. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final ImageDecoder STANDARD = new ImageDecoder(DecodeLimits.standard());

  private final DecodeLimits limits;
  private final Semaphore permits;
  private final DecodingThreads threads = new DecodingThreads();
  private final Derivation<Optional<RgbImage>> image;

  private ImageDecoder(DecodeLimits limits) {
    this.limits = limits;
    this.permits = new Semaphore(permitsOf(limits.maxPixelsAtOnce()), true);
    this.image =
        Derivation.of("decoded image", input -> input.image().map(bytes -> decode(bytes, input)));
  }

  /**
   * Returns the decoder with {@link DecodeLimits#standard()}, always the same one.
   *
   * @return the shared decoder
   */
  public static ImageDecoder standard() {
    return STANDARD;
  }

  /**
   * Returns a decoder. Keep it: every call gives another one, and only features with the same
   * decoder share decoded images.
   *
   * @param limits what files may ask for
   * @return a new decoder
   */
  public static ImageDecoder of(DecodeLimits limits) {
    return new ImageDecoder(Objects.requireNonNull(limits, "limits"));
  }

  /**
   * Returns the limits.
   *
   * @return what files may ask for
   */
  public DecodeLimits limits() {
    return limits;
  }

  /**
   * Returns the derivation that decodes an artwork's image, once for all features that ask.
   *
   * @return gives empty when the artwork has no image, and throws {@link ExtractionException} when
   *     it has one that cannot be decoded
   */
  public Derivation<Optional<RgbImage>> image() {
    return image;
  }

  /**
   * Decodes a file.
   *
   * @param bytes the content of the file
   * @param name what to call it in messages, for instance {@code artwork 'a17'}
   * @return the pixels
   * @throws ExtractionException when the file is empty, of an unknown format, damaged, truncated
   *     before its last pixel, contradicts itself or is beyond the limits; the message holds the
   *     name, the format, the size and the limit. Also when the calling thread is interrupted,
   *     which it then still is
   */
  public RgbImage decode(byte[] bytes, String name) {
    Objects.requireNonNull(name, "name");
    if (bytes.length == 0) {
      throw new ExtractionException("decoding the image of " + name + ": the file is empty");
    }
    Job job = new Job(bytes.length, name);
    if (bytes.length > limits.maxBytes()) {
      throw job.refused(
          "the file is larger than " + limits.maxBytes() + " bytes; shrink it or raise maxBytes");
    }
    ImageFormat format =
        ImageFormat.of(bytes)
            .orElseThrow(
                () -> job.refused("unknown format, expected JPEG, PNG, GIF, BMP, TIFF or WebP"));
    job.format = format;
    try {
      Inspection file = format.inspect(bytes);
      job.width = file.width();
      job.height = file.height();
      checkSize(job, file);
      return readWithinBudget(job, format, file);
    } catch (IOException e) {
      throw job.refused(String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      throw job.failed(TOO_LITTLE_MEMORY, e);
    } catch (LinkageError e) {
      throw job.failed("the Java runtime lacks its image libraries (module java.desktop)", e);
    }
  }

  private RgbImage decode(byte[] bytes, ArtworkInput input) {
    return decode(bytes, "artwork '" + input.artwork().id() + "'");
  }

  private void checkSize(Job job, Inspection file) {
    long pixels = file.pixels();
    if (Math.max(job.width, job.height) > limits.maxSide()) {
      throw job.refused(
          "a side is longer than " + limits.maxSide() + " pixels; shrink it or raise maxSide");
    }
    if (pixels > limits.maxPixels()) {
      throw job.refused(
          "more than " + limits.maxPixels() + " pixels; shrink it or raise maxPixels");
    }
    if (pixels > (long) limits.maxPixelsPerByte() * job.bytes) {
      throw job.refused(
          "more than "
              + limits.maxPixelsPerByte()
              + " pixels per byte: a decompression bomb or a damaged header; if the file is"
              + " genuine, raise maxPixelsPerByte");
    }
    if (weight(file) > BUDGETS_OF_ONE * limits.maxPixelsAtOnce()) {
      throw job.refused(
          "its reader takes "
              + file.bytesPerPixel()
              + " bytes a pixel, more memory than "
              + BUDGETS_OF_ONE
              + " times maxPixelsAtOnce, which is "
              + limits.maxPixelsAtOnce()
              + ", allows; shrink it or raise maxPixelsAtOnce");
    }
    if (file.scans() > limits.maxScans()) {
      throw job.refused(
          file.scans()
              + " scans, expected at most "
              + limits.maxScans()
              + ", each a pass over all pixels; save it anew, or raise maxScans");
    }
    if (file.scans() > SCANS_OF_LARGEST && file.scans() * pixels > scannedPixels()) {
      throw job.refused(
          file.scans()
              + " scans of so many pixels, expected at most "
              + scannedPixels()
              + " pixels in all scans together; save it anew, or raise maxPixels");
    }
  }

  private long scannedPixels() {
    return (long) SCANS_OF_LARGEST * limits.maxPixels();
  }

  private RgbImage readWithinBudget(Job job, ImageFormat format, Inspection file) {
    ImageReader reader =
        format
            .reader()
            .orElseThrow(
                () ->
                    job.refused(
                        "no reader for this format is on the class path; add"
                            + " com.twelvemonkeys.imageio:imageio-"
                            + format.toString().toLowerCase(Locale.ROOT)));
    int needed = permitsOf(file);
    try {
      permits.acquire(needed);
    } catch (InterruptedException e) {
      reader.dispose();
      throw job.interrupted(e);
    }
    try {
      return readInTime(job, format, file, reader);
    } finally {
      permits.release(needed);
    }
  }

  private RgbImage readInTime(Job job, ImageFormat format, Inspection file, ImageReader reader) {
    if (threads.refuses(format)) {
      reader.dispose();
      throw job.refused(
          "its format is refused while "
              + DecodingThreads.MAX_LEFT_BEHIND
              + " files of it are still being decoded after their time, which nothing can end; try"
              + " again later, and look at the files refused before");
    }
    DecodeDeadline deadline = new DecodeDeadline(limits.maxTime());
    try {
      return threads.run(
          format, limits.maxTime().plus(GRACE), deadline, () -> read(file, reader, deadline));
    } catch (DecodeDeadline.Passed e) {
      throw job.late(limits, e);
    } catch (InterruptedException e) {
      throw job.interrupted(e);
    } catch (ExecutionException e) {
      Throwable met = Objects.requireNonNull(e.getCause());
      throw met instanceof IOException && deadline.isPassed()
          ? job.late(limits, met)
          : job.failed(met);
    }
  }

  private RgbImage read(Inspection file, ImageReader reader, DecodeDeadline deadline)
      throws IOException {
    try (BoundedStream stream =
        new BoundedStream(file.content(), deadline, file.readsBehindEnd())) {
      reader.setInput(stream, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width != file.width() || height != file.height()) {
        throw new RefusedImageException(
            "the file contradicts itself: its reader takes it for " + width + " x " + height);
      }
      PixelSource rows = new PixelRows(reader.read(0), file.profile());
      return ExifOrientation.upright(
          PixelSource.readAll(rows, limits.keptSide()), file.orientation());
    } finally {
      reader.dispose();
    }
  }

  private int permitsOf(Inspection file) {
    return permitsOf((int) Math.min(weight(file), limits.maxPixelsAtOnce()));
  }

  /** Returns how many pixels of 4 bytes take as much memory as decoding the file. */
  private static long weight(Inspection file) {
    return file.pixels() * Math.max(4, file.bytesPerPixel()) / 4;
  }

  private static int permitsOf(int pixels) {
    return (pixels - 1) / PERMIT_PIXELS + 1;
  }

  /** One file being decoded, with all that a message wants to say of it. */
  private static final class Job {
    final int bytes;
    final String name;
    @Nullable ImageFormat format;
    int width;
    int height;

    Job(int bytes, String name) {
      this.bytes = bytes;
      this.name = name;
    }

    ExtractionException refused(String reason) {
      return new ExtractionException(describe() + reason);
    }

    ExtractionException failed(String reason, Throwable cause) {
      return new ExtractionException(describe() + reason, cause);
    }

    ExtractionException failed(Throwable met) {
      if (met instanceof OutOfMemoryError || met.getCause() instanceof OutOfMemoryError) {
        return failed(TOO_LITTLE_MEMORY, met);
      }
      if (met instanceof StackOverflowError) {
        return failed("the file is damaged: its reader recursed without end", met);
      }
      if (met instanceof RefusedImageException) {
        return failed(String.valueOf(met.getMessage()), met);
      }
      if (met instanceof EOFException) {
        return failed("the file is truncated", met);
      }
      if (met instanceof LinkageError) {
        return failed("the Java runtime lacks its image libraries (module java.desktop)", met);
      }
      return failed("the file is damaged or not supported (" + met.getMessage() + ")", met);
    }

    ExtractionException late(DecodeLimits limits, Throwable cause) {
      return failed(
          "not decoded within " + limits.maxTime() + "; shrink it, or raise maxTime", cause);
    }

    ExtractionException interrupted(InterruptedException cause) {
      Thread.currentThread().interrupt();
      return failed("the thread was interrupted", cause);
    }

    private String describe() {
      StringBuilder text = new StringBuilder("decoding the image of ").append(name).append(" (");
      if (format != null) {
        text.append(format).append(", ");
      }
      if (width != 0 || height != 0) {
        text.append(width).append(" x ").append(height).append(", ");
      }
      return text.append(bytes).append(" bytes): ").toString();
    }
  }
}
