package io.artrec.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    return CatalogLoader.csv(new StringReader(text(file))).mapping(mapping).load();
  }

  static String text(String file) {
    try (InputStream bytes =
        Objects.requireNonNull(Cases.class.getResourceAsStream("/io/artrec/cases/" + file), file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a side is one of the values that a column expects; nothing where that is empty. */
  static boolean matches(Artwork work, String column, OptionalDouble side) {
    List<String> expected = work.attributes().getOrDefault(column, List.of());
    if (expected.isEmpty()) {
      return side.isEmpty();
    }
    return side.isPresent()
        && List.of(expected.get(0).split(" or ", -1)).stream()
            .anyMatch(value -> Math.abs(Double.parseDouble(value) - side.getAsDouble()) < 1e-9);
  }
}
