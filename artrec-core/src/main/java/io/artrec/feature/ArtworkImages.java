package io.artrec.feature;

import io.artrec.catalog.Artwork;
import java.util.Optional;

/**
 * Where the images of artworks are read from. Implementations are thread-safe. {@code
 * ImageDirectory} reads a folder.
 */
@FunctionalInterface
public interface ArtworkImages {
  /**
   * Reads an artwork's image.
   *
   * @param artwork the artwork
   * @return the bytes of the file, or empty when the artwork names no image
   * @throws ExtractionException when an image is named and is missing, unreadable or too large
   */
  Optional<byte[]> read(Artwork artwork);

  /**
   * Returns something that changes whenever an artwork's image does and is cheaper to learn than
   * its bytes: a path with size and time of change, or an entity tag. With it, a cached feature is
   * found without reading the image.
   *
   * @param artwork the artwork
   * @return the fingerprint; empty, as unless overridden, when the bytes must be read to know
   */
  default Optional<String> fingerprint(Artwork artwork) {
    return Optional.empty();
  }

  /**
   * Returns a source without images.
   *
   * @return the empty source
   */
  static ArtworkImages none() {
    return artwork -> Optional.empty();
  }
}
