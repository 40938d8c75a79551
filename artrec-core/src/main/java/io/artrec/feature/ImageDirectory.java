package io.artrec.feature;

import io.artrec.catalog.Artwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads images from a folder: an artwork's image reference is a path relative to it. References
 * that are absolute, or lead out of the folder by {@code ..} or by a symbolic link, are refused.
 * Immutable and thread-safe.
 */
public final class ImageDirectory implements ArtworkImages {
  /** The most bytes one image may have unless said otherwise: 20 MB. */
  public static final long STANDARD_MOST_BYTES = 20_000_000;

  private static final Duration SETTLED = Duration.ofSeconds(3);

  private final Path folder;
  private final long mostBytes;
  private final Clock clock;

  private ImageDirectory(Path folder, long mostBytes, Clock clock) {
    this.clock = clock;
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  /**
   * Returns the images of a folder.
   *
   * @param folder an existing folder
   * @return the source
   * @throws ExtractionException when there is no such folder
   */
  public static ImageDirectory of(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw new ExtractionException("image folder " + folder + " is not a folder");
      }
      return new ImageDirectory(real, STANDARD_MOST_BYTES, Clock.systemUTC());
    } catch (NoSuchFileException e) {
      throw new ExtractionException("image folder " + folder + " does not exist", e);
    } catch (IOException e) {
      throw new ExtractionException("image folder " + folder + " cannot be read: " + e, e);
    }
  }

  /**
   * Returns this folder with another limit.
   *
   * @param most the most bytes one image may have, 1 to 2,000,000,000
   * @return the changed source
   */
  public ImageDirectory mostBytes(long most) {
    if (most < 1 || most > 2_000_000_000) {
      throw new IllegalArgumentException("mostBytes is " + most + ", expected 1 to 2,000,000,000");
    }
    return new ImageDirectory(folder, most, clock);
  }

  ImageDirectory clock(Clock other) {
    return new ImageDirectory(folder, mostBytes, other);
  }

  /**
   * Returns path, identity, size and time of change of an artwork's image file.
   *
   * @return the fingerprint; empty without an image, and for a file changed within the last three
   *     seconds, which could change again unnoticed
   * @throws ExtractionException when an image is named and is not a usable file
   */
  @Override
  public Optional<String> fingerprint(Artwork artwork) {
    if (artwork.image().isEmpty()) {
      return Optional.empty();
    }
    Path file = resolve(artwork, artwork.image().get());
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Instant modified = attributes.lastModifiedTime().toInstant();
      if (attributes.size() > mostBytes || modified.isAfter(clock.instant().minus(SETTLED))) {
        return Optional.empty();
      }
      return Optional.of(
          file + "|" + attributes.fileKey() + "|" + attributes.size() + "|" + modified);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> read(Artwork artwork) {
    if (artwork.image().isEmpty()) {
      return Optional.empty();
    }
    Path file = resolve(artwork, artwork.image().get());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new ExtractionException(
            String.format(
                Locale.ROOT,
                "image %s of artwork '%s' has more than %,d bytes; shrink it or raise mostBytes",
                file,
                artwork.id(),
                mostBytes));
      }
      return Optional.of(bytes);
    } catch (IOException e) {
      throw new ExtractionException(
          "image " + file + " of artwork '" + artwork.id() + "' cannot be read: " + e, e);
    }
  }

  private Path resolve(Artwork artwork, String reference) {
    try {
      Path relative = Path.of(reference);
      Path file = folder.resolve(relative).normalize();
      if (relative.isAbsolute() || !file.startsWith(folder)) {
        throw leadsOut(artwork, reference);
      }
      if (!Files.isRegularFile(file)) {
        throw new ExtractionException(
            String.format(
                Locale.ROOT,
                "image '%s' of artwork '%s' is not a file in %s",
                shorten(reference),
                artwork.id(),
                folder));
      }
      Path real = file.toRealPath();
      if (!real.startsWith(folder)) {
        throw leadsOut(artwork, reference);
      }
      return real;
    } catch (InvalidPathException e) {
      throw unusable(artwork, reference, e.getReason(), e);
    } catch (IOException e) {
      throw unusable(artwork, reference, String.valueOf(e.getMessage()), e);
    }
  }

  private ExtractionException leadsOut(Artwork artwork, String reference) {
    return new ExtractionException(
        String.format(
            Locale.ROOT,
            "image '%s' of artwork '%s' leads out of the image folder %s; only files inside it are read",
            shorten(reference),
            artwork.id(),
            folder));
  }

  private static ExtractionException unusable(
      Artwork artwork, String reference, String reason, Exception cause) {
    return new ExtractionException(
        String.format(
            Locale.ROOT,
            "image '%s' of artwork '%s' is not a usable path: %s",
            shorten(reference),
            artwork.id(),
            shorten(reason)),
        cause);
  }

  private static String shorten(String reference) {
    return reference.length() <= 100 ? reference : reference.substring(0, 97) + "...";
  }
}
