package io.artrec.vision.image;

import io.artrec.feature.ArtworkInput;
import io.artrec.feature.Derivation;
import io.artrec.feature.ExtractionException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of JPEG, PNG, GIF, BMP and WebP files to {@link RgbImage}, within limits.
 * Immutable and thread-safe; features that share a decoder share its work for each artwork through
 * {@link #image}.
 *
 * <p>The format is told by the first bytes, never by a name. Size and proportions are read from the
 * header and checked before any pixel is decoded; metadata is not read. Of an animation the first
 * frame counts. CMYK becomes sRGB, 16 bits become 8, gray keeps its stored values, transparency is
 * laid on white. An EXIF orientation is ignored: pixels stay as they are stored. Memory while
 * decoding is that of the image as stored, and 4 bytes for each kept pixel after it.
 */
public final class ImageDecoder {
  private static final String TOO_LITTLE_MEMORY =
      "not enough memory; shrink the image or lower maxPixels";
  private static final int PERMIT_PIXELS = 1 << 16;
  private static final ImageDecoder STANDARD = new ImageDecoder(DecodeLimits.standard());

  private final DecodeLimits limits;
  private final Semaphore permits;
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
   *     before its last pixel or beyond the limits; the message holds the name, the format, the
   *     size and the limit
   */
  public RgbImage decode(byte[] bytes, String name) {
    Objects.requireNonNull(name, "name");
    if (bytes.length == 0) {
      throw new ExtractionException("decoding the image of " + name + ": the file is empty");
    }
    Job job = new Job(bytes, name);
    if (bytes.length > limits.maxBytes()) {
      throw job.refused(
          "the file is larger than " + limits.maxBytes() + " bytes; shrink it or raise maxBytes");
    }
    ImageFormat format =
        ImageFormat.of(bytes)
            .orElseThrow(() -> job.refused("unknown format, expected JPEG, PNG, GIF, BMP or WebP"));
    job.format = format;
    format
        .refusal(bytes)
        .ifPresent(
            reason -> {
              throw job.refused(reason);
            });
    return read(job, format);
  }

  private RgbImage decode(byte[] bytes, ArtworkInput input) {
    return decode(bytes, "artwork '" + input.artwork().id() + "'");
  }

  private RgbImage read(Job job, ImageFormat format) {
    ImageReader reader =
        format
            .reader()
            .orElseThrow(
                () ->
                    job.refused(
                        "no reader for this format is on the class path; add"
                            + " com.twelvemonkeys.imageio:imageio-webp"));
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(job.bytes))) {
      reader.setInput(stream, true, true);
      job.width = reader.getWidth(0);
      job.height = reader.getHeight(0);
      checkSize(job);
      return readWithinBudget(job, reader);
    } catch (ExtractionException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw job.failed(reason(e), e);
    } catch (OutOfMemoryError e) {
      throw job.failed(TOO_LITTLE_MEMORY, e);
    } catch (StackOverflowError e) {
      throw job.failed("the file is damaged: its reader recursed without end", e);
    } catch (LinkageError e) {
      throw job.failed("the Java runtime lacks its image libraries (module java.desktop)", e);
    } finally {
      reader.dispose();
    }
  }

  private static String reason(Exception met) {
    if (met.getCause() instanceof OutOfMemoryError) {
      return TOO_LITTLE_MEMORY;
    }
    return met instanceof EOFException
        ? "the file is truncated"
        : "the file is damaged or not supported (" + met.getMessage() + ")";
  }

  private void checkSize(Job job) {
    long pixels = (long) job.width * job.height;
    if (job.width < 1 || job.height < 1) {
      throw job.refused("expected positive sides");
    }
    if (Math.max(job.width, job.height) > limits.maxSide()) {
      throw job.refused(
          "a side is longer than " + limits.maxSide() + " pixels; shrink it or raise maxSide");
    }
    if (pixels > limits.maxPixels()) {
      throw job.refused(
          "more than " + limits.maxPixels() + " pixels; shrink it or raise maxPixels");
    }
    if (pixels > (long) limits.maxPixelsPerByte() * job.bytes.length) {
      throw job.refused(
          "more than "
              + limits.maxPixelsPerByte()
              + " pixels per byte: a decompression bomb or a damaged header; if the file is"
              + " genuine, raise maxPixelsPerByte");
    }
  }

  private RgbImage readWithinBudget(Job job, ImageReader reader) throws IOException {
    int needed = permitsOf(job.width * job.height);
    permits.acquireUninterruptibly(needed);
    try {
      return PixelSource.readAll(new PixelRows(reader.read(0)), limits.keptSide());
    } finally {
      permits.release(needed);
    }
  }

  private static int permitsOf(int pixels) {
    return (pixels - 1) / PERMIT_PIXELS + 1;
  }

  /** One file being decoded, with all that a message wants to say of it. */
  private static final class Job {
    final byte[] bytes;
    final String name;
    @Nullable ImageFormat format;
    int width;
    int height;

    Job(byte[] bytes, String name) {
      this.bytes = bytes;
      this.name = name;
    }

    ExtractionException refused(String reason) {
      return new ExtractionException(describe() + reason);
    }

    ExtractionException failed(String reason, Throwable cause) {
      return new ExtractionException(describe() + reason, cause);
    }

    private String describe() {
      StringBuilder text = new StringBuilder("decoding the image of ").append(name).append(" (");
      if (format != null) {
        text.append(format).append(", ");
      }
      if (width != 0 || height != 0) {
        text.append(width).append(" x ").append(height).append(", ");
      }
      return text.append(bytes.length).append(" bytes): ").toString();
    }
  }
}
