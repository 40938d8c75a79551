package io.artrec;

import io.artrec.catalog.Artwork;
import java.util.List;
import java.util.Locale;

/**
 * Works for a visitor, best first, without reasons. Immutable and thread-safe.
 *
 * @param user the visitor's id
 * @param artworks the works
 * @param scores their scores, as many
 */
public record TopArtworks(String user, List<Artwork> artworks, List<Double> scores) {
  /** Validates the parts. */
  public TopArtworks {
    artworks = List.copyOf(artworks);
    scores = List.copyOf(scores);
    if (artworks.size() != scores.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d artworks with %d scores, expected as many",
              artworks.size(),
              scores.size()));
    }
  }
}
