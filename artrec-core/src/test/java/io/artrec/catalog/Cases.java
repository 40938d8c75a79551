package io.artrec.catalog;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** Small files that were once read wrongly, with the right values beside them. */
final class Cases {
  private Cases() {}

  static LoadedCatalog load(String file) {
    return load(file, ColumnMapping.byName());
  }

  static LoadedCatalog load(String file, ColumnMapping mapping) {
    InputStream bytes =
        Objects.requireNonNull(Cases.class.getResourceAsStream("cases/" + file), file);
    return CatalogLoader.csv(bytes).mapping(mapping).load();
  }

  /** Whether a side is one of the values that a column expects; nothing where that is empty. */
  static boolean matches(Artwork work, String column, OptionalDouble side) {
    List<String> expected = work.attributes().getOrDefault(column, List.of());
    if (expected.isEmpty()) {
      return side.isEmpty();
    }
    return side.isPresent()
        && List.of(expected.get(0).split(" or ")).stream()
            .anyMatch(value -> Math.abs(Double.parseDouble(value) - side.getAsDouble()) < 1e-9);
  }
}
