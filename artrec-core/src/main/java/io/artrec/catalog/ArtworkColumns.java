package io.artrec.catalog;

import io.artrec.tabular.internal.ColumnNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A mapping resolved against the columns of a source. */
final class ArtworkColumns {
  private static final int[] NONE = {};

  private final Map<ArtworkField, int[]> positions = new EnumMap<>(ArtworkField.class);
  private final int[] attributes;
  private final List<String> ignored = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  ArtworkColumns(ColumnMapping mapping, List<String> columns) {
    ColumnNames names = new ColumnNames(columns);
    boolean[] claimed = new boolean[columns.size()];
    boolean[] read = new boolean[columns.size()];
    for (ArtworkField field : ArtworkField.values()) {
      int[] found = names.find(mapping.namesOf(field));
      if (found.length > 0) {
        positions.put(field, found);
        claimed[found[0]] = true;
        for (int position : found) {
          read[position] = true;
        }
      }
    }
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!claimed[i] && !mapping.ignores(columns.get(i))) {
        free.add(i);
      }
      if (!read[i]) {
        (mapping.ignores(columns.get(i)) ? ignored : unread).add(columns.get(i));
      }
    }
    attributes = free.stream().mapToInt(i -> i).toArray();
  }

  int[] of(ArtworkField field) {
    return positions.getOrDefault(field, NONE);
  }

  boolean has(ArtworkField field) {
    return positions.containsKey(field);
  }

  int[] attributes() {
    return attributes;
  }

  /** The columns that no field reads and that become attributes. */
  List<String> unread() {
    return unread;
  }

  /** The columns that no field reads and that the mapping passes over. */
  List<String> ignored() {
    return ignored;
  }
}
