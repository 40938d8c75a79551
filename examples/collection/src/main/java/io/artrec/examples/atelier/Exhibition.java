package io.artrec.examples.atelier;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.task.Workers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some works of the atelier as a catalogue with images, without any file: for programs and tests
 * that need images on a machine without network. Immutable and thread-safe.
 */
public final class Exhibition implements ArtworkImages {
  private final Catalog catalog;
  private final Map<String, Painting> byId = new HashMap<>();

  private Exhibition(List<Painting> paintings, List<Artwork> works) {
    catalog = Catalog.of(works);
    paintings.forEach(painting -> byId.put(painting.id(), painting));
  }

  /**
   * Paints sketches of works, by as many threads as there are processors; some 10 ms each.
   *
   * @param paintings the works
   * @return the exhibition
   */
  public static Exhibition of(List<Painting> paintings) {
    Artwork[] works = new Artwork[paintings.size()];
    Workers.of(Runtime.getRuntime().availableProcessors())
        .run(
            "painting",
            works.length,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                works[i] = paintings.get(i).artwork();
              }
            });
    return new Exhibition(paintings, Arrays.asList(works));
  }

  /**
   * Returns the works' records.
   *
   * @return the catalogue, in the order of the paintings
   */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Returns a work's sketch as a PNG file.
   *
   * @param artwork a work; one of another catalogue has no image
   * @return the bytes
   */
  @Override
  public Optional<byte[]> read(Artwork artwork) {
    return Optional.ofNullable(byId.get(artwork.id()))
        .map(
            painting ->
                ImageFile.bytes(painting.sketch().toBufferedImage(), painting.id() + ".png"));
  }
}
