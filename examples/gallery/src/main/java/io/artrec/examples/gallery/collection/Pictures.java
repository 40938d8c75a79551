package io.artrec.examples.gallery.collection;

import io.artrec.catalog.Artwork;
import io.artrec.error.ArtrecException;
import io.artrec.examples.atelier.ImageFile;
import io.artrec.examples.atelier.Painting;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ImageDirectory;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of works: painted when they are asked for, read from a folder, or added by visitors;
 * in a few sizes that are kept as files. Whatever is read from a file is decoded within limits.
 * Thread-safe; few pictures are made at a time.
 */
public final class Pictures implements ArtworkImages {
  /** The longer side of pictures on walls. */
  public static final int SMALL = 480;

  /** The longer side of the picture on a work's own page. */
  public static final int LARGE = 960;

  /** How image references of works begin that visitors added. */
  static final String ADDED = "added/";

  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final int AT_ONCE = 2;

  private final Works works;
  private final ArtworkImages added;
  private final Path folder;
  private final ImageDecoder decoder = ImageDecoder.standard();
  private final Map<String, PictureSize> sizes = new ConcurrentHashMap<>();
  private final Semaphore making = new Semaphore(AT_ONCE);

  /**
   * Opens pictures.
   *
   * @param works whose
   * @param state where small ones are kept, and those that were added
   */
  public Pictures(Works works, StateFolder state) {
    this.works = works;
    added = ImageDirectory.of(state.images());
    folder = state.pictures();
  }

  @Override
  public Optional<byte[]> read(Artwork artwork) {
    Optional<Painting> painting = works.painting(artwork.id());
    if (painting.isPresent()) {
      return painting.map(
          it -> ImageFile.bytes(it.sketch().toBufferedImage(), artwork.id() + ".png"));
    }
    return source(artwork).read(artwork);
  }

  @Override
  public Optional<String> fingerprint(Artwork artwork) {
    return works.painting(artwork.id()).isPresent()
        ? Optional.empty()
        : source(artwork).fingerprint(artwork);
  }

  private ArtworkImages source(Artwork artwork) {
    return artwork.image().filter(image -> image.startsWith(ADDED)).isPresent()
        ? added
        : works.images();
  }

  /**
   * Tells whether a work has a picture here, without reading it.
   *
   * @param artwork the work
   * @return true when its record names one
   */
  public static boolean has(Artwork artwork) {
    return artwork.image().isPresent();
  }

  /**
   * Returns how large the picture of a work is.
   *
   * @param artwork the work
   * @return its size as it is shown on walls; empty where it has none that can be read
   */
  public Optional<PictureSize> size(Artwork artwork) {
    if (!has(artwork)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        sizes.computeIfAbsent(
            artwork.id(),
            id ->
                image(artwork)
                    .map(image -> new PictureSize(image.width(), image.height()).within(SMALL))
                    .orElse(null)));
  }

  /**
   * Returns a small version of a work's picture, for measuring.
   *
   * @param artwork the work
   * @return the image; empty where it has none that can be read
   */
  public Optional<RgbImage> image(Artwork artwork) {
    Optional<Painting> painting = works.painting(artwork.id());
    return painting.isPresent()
        ? painting.map(Painting::sketch)
        : decoded(artwork).map(image -> image.shrunkTo(SMALL));
  }

  /**
   * Returns a picture as a JPEG file, made at the first time.
   *
   * @param artwork the work
   * @param side the longer side, {@link #SMALL} or {@link #LARGE}
   * @return the bytes; empty where it has none that can be read
   * @throws IOException if the folder cannot be read or written
   */
  public Optional<byte[]> jpeg(Artwork artwork, int side) throws IOException {
    Path file = folder.resolve(tag(artwork) + "-" + side + ".jpg");
    if (Files.exists(file)) {
      return Optional.of(Files.readAllBytes(file));
    }
    making.acquireUninterruptibly();
    try {
      Optional<byte[]> bytes =
          painted(artwork, side)
              .map(image -> ImageFile.bytes(image.toBufferedImage(), "picture.jpg"));
      if (bytes.isPresent()) {
        Path part = Files.createTempFile(folder, "making", ".part");
        Files.write(part, bytes.get());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return bytes;
    } finally {
      making.release();
    }
  }

  /**
   * Returns a name for the present picture of a work, which another picture does not get.
   *
   * @param artwork the work
   * @return letters and digits, whatever the work's id
   */
  public String tag(Artwork artwork) {
    String what =
        artwork.id() + '\n' + artwork.image().orElse("") + '\n' + fingerprint(artwork).orElse("");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Decodes what a visitor brought; what is no picture, or beyond limits, throws. */
  RgbImage decode(byte[] bytes) {
    return decoder.decode(bytes, "the picture");
  }

  private Optional<RgbImage> painted(Artwork artwork, int side) {
    Optional<Painting> painting = works.painting(artwork.id());
    return painting.isPresent()
        ? painting.map(it -> it.image(side))
        : decoded(artwork).map(image -> image.shrunkTo(side));
  }

  private Optional<RgbImage> decoded(Artwork artwork) {
    try {
      return read(artwork).map(bytes -> decoder.decode(bytes, "artwork '" + artwork.id() + "'"));
    } catch (ArtrecException | UncheckedIOException e) {
      LOG.warn("no picture: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
