package io.artrec.tabular.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The columns of a source by name; case, spaces and punctuation do not matter. Immutable. */
public final class ColumnNames {
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * Indexes columns by name; of several that are called alike the first is found.
   *
   * @param columns the names as in the source
   */
  public ColumnNames(List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      positions.putIfAbsent(normalized(columns.get(i)), i);
    }
  }

  /**
   * Returns where the wanted columns are.
   *
   * @param wanted names, the most wanted first
   * @return the positions of those that are there, in the order wanted, each once
   */
  public int[] find(List<String> wanted) {
    return wanted.stream()
        .map(ColumnNames::normalized)
        .flatMapToInt(
            name -> {
              Integer position = positions.get(name);
              return position == null ? IntStream.empty() : IntStream.of(position);
            })
        .distinct()
        .toArray();
  }

  /**
   * {@return the form in which names are compared: letters and digits in lower case}
   *
   * @param name a name
   */
  public static String normalized(String name) {
    StringBuilder kept = new StringBuilder();
    name.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString().toLowerCase(Locale.ROOT);
  }
}
