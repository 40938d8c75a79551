package io.artrec.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Something that two works have in common in a feature, as the feature words it. Equal by {@link
 * #id}. Immutable and thread-safe.
 *
 * @param id a name that is stable within the feature, so that what is common to three works is
 *     found by comparing
 * @param words what it is called in each language that it is told in, fit to come after "both
 *     show": {@code ships}, {@code the sea}, {@code 船}
 * @param covered values of the records that it says as well, as the first work has them, so that
 *     they need no word of their own
 */
public record SharedTrait(String id, Map<Locale, String> words, Set<String> covered) {
  /** Validates the parts. */
  public SharedTrait {
    Objects.requireNonNull(id, "id");
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    covered = Set.copyOf(covered);
    for (Map.Entry<Locale, String> word : words.entrySet()) {
      if (word.getValue().isBlank()) {
        throw new IllegalArgumentException(
            "words of shared trait '"
                + id
                + "' are blank in "
                + word.getKey().toLanguageTag()
                + "; leave the language out");
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedTrait trait && trait.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
