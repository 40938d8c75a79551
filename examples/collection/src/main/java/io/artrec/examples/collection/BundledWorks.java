package io.artrec.examples.collection;

import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.LoadedCatalog;
import java.io.InputStream;
import java.util.Objects;

/** The records of 344 real artworks that come with the examples, without images. */
public final class BundledWorks {
  private BundledWorks() {}

  /**
   * Opens the file, whose columns are those of a catalogue.
   *
   * @return CSV in UTF-8, to be closed by the caller
   */
  public static InputStream csv() {
    return Objects.requireNonNull(
        BundledWorks.class.getResourceAsStream("artworks.csv"), "artworks.csv");
  }

  /**
   * Loads the works.
   *
   * @return the catalogue, with the report of loading it
   */
  public static LoadedCatalog load() {
    LoadedCatalog loaded = CatalogLoader.csv(csv()).load();
    return new LoadedCatalog(loaded.catalog(), loaded.report().named("the bundled catalogue"));
  }
}
