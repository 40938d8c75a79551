package io.artrec.eval.experiment;

import java.util.Objects;

/**
 * Where numbers come from. Equal provenance means equal numbers, but for times.
 *
 * @param data SHA-256 of the training and test events and the catalogue's ids, in hexadecimal
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
}
