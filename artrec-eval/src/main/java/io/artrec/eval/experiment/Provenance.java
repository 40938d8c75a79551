package io.artrec.eval.experiment;

import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import java.util.List;
import java.util.Objects;

/**
 * Where numbers come from. Equal provenance means equal numbers, but for times.
 *
 * @param data SHA-256 of the training and test events and the catalogue's works, in hexadecimal
 * @param configuration recommender, split, metrics and preference model as text
 * @param seed what chance was drawn with
 * @param artrecVersion the library's version
 * @param javaVersion the virtual machine's version
 */
public record Provenance(
    String data, String configuration, long seed, String artrecVersion, String javaVersion) {
  /** Validates. */
  public Provenance {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(artrecVersion, "artrecVersion");
    Objects.requireNonNull(javaVersion, "javaVersion");
  }

  /**
   * {@return SHA-256 of works and events, in hexadecimal} Of works that are no more than an id the
   * ids count, of others all that is known of them. O(works + events).
   *
   * @param catalog the works
   * @param parts events
   */
  public static String dataHash(Catalog catalog, List<Interactions> parts) {
    DataHash hash = new DataHash();
    hash.add(catalog);
    parts.forEach(hash::add);
    return hash.hex();
  }
}
