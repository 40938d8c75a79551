package io.artrec.examples.gallery.collection;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.examples.atelier.Exhibition;
import io.artrec.examples.atelier.Painting;
import io.artrec.examples.atelier.Studio;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ImageDirectory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The works a gallery opens with: painted ones and the bundled records, or somebody's own. Nothing
 * is loaded before it is asked for. Thread-safe.
 */
public final class Works {
  private static final long SEED = 1;

  private final String name;
  private final Supplier<Catalog> catalog;
  private final Map<String, Painting> paintings;
  private final ArtworkImages images;

  private Works(
      String name,
      Supplier<Catalog> catalog,
      Map<String, Painting> paintings,
      ArtworkImages images) {
    this.name = name;
    this.catalog = catalog;
    this.paintings = paintings;
    this.images = images;
  }

  /**
   * Returns works that the atelier paints, and the 344 records of real works that come with the
   * examples, which have no images.
   *
   * @param painted how many are painted, from 1 to 5000
   * @return the works
   */
  public static Works bundled(int painted) {
    List<Painting> paintings = Studio.paintings(painted, SEED);
    Map<String, Painting> byId = new HashMap<>();
    paintings.forEach(painting -> byId.put(painting.id(), painting));
    Supplier<Catalog> catalog =
        () -> {
          List<Artwork> works = new ArrayList<>();
          Exhibition.of(paintings).catalog().forEach(works::add);
          BundledWorks.load().catalog().forEach(works::add);
          return Catalog.of(works);
        };
    return new Works(
        painted + " works of the atelier and the bundled catalogue",
        catalog,
        byId,
        ArtworkImages.none());
  }

  /**
   * Returns works of a file, with images in a folder.
   *
   * @param csv the records, CSV or, by its name, JSON Lines
   * @param folder what image references are relative to; one that is not found there is looked for
   *     by its last part
   * @return the works
   */
  public static Works of(Path csv, Path folder) {
    Supplier<Catalog> catalog =
        () -> {
          String file = csv.toString();
          CatalogLoader loader =
              file.endsWith(".jsonl") || file.endsWith(".ndjson")
                  ? CatalogLoader.jsonLines(csv)
                  : CatalogLoader.csv(csv);
          return relocated(loader.load().catalog(), folder);
        };
    return new Works(
        "the works of " + csv.toAbsolutePath().normalize(),
        catalog,
        Map.of(),
        ImageDirectory.of(folder));
  }

  /** Lets {@code images/17.jpg} be found as {@code 17.jpg}, too, when only that is there. */
  private static Catalog relocated(Catalog catalog, Path folder) {
    List<Artwork> works = new ArrayList<>();
    for (Artwork artwork : catalog) {
      Optional<String> found =
          artwork
              .image()
              .filter(image -> !isFile(folder, image))
              .map(image -> image.substring(image.lastIndexOf('/') + 1))
              .filter(image -> isFile(folder, image));
      works.add(found.map(image -> artwork.toBuilder().image(image).build()).orElse(artwork));
    }
    return Catalog.of(works);
  }

  private static boolean isFile(Path folder, String image) {
    try {
      return Files.isRegularFile(folder.resolve(image));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * Returns what these works are, so that a folder of other works' state is noticed.
   *
   * @return one line
   */
  public String name() {
    return name;
  }

  /**
   * Loads or paints the records.
   *
   * @return the catalogue
   */
  public Catalog catalog() {
    return catalog.get();
  }

  /**
   * Returns the painting of a work of the atelier.
   *
   * @param id the work's id
   * @return the painting; empty for all others
   */
  Optional<Painting> painting(String id) {
    return Optional.ofNullable(paintings.get(id));
  }

  /** Returns the images that are files. */
  ArtworkImages images() {
    return images;
  }
}
