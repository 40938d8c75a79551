package io.artrec.behavior;

import io.artrec.tabular.ColumnUse;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keeps account of which fields had values, and which columns no field reads. Not thread-safe. */
final class EventColumnUse {
  private static final int NAMED = 1_000;
  private static final List<InteractionField> KNOWN =
      List.of(InteractionField.KIND, InteractionField.VALUE, InteractionField.TIME);

  private final Set<InteractionField> filled = EnumSet.noneOf(InteractionField.class);
  private final Set<String> unread = new LinkedHashSet<>();

  void filled(InteractionField field) {
    filled.add(field);
  }

  void saw(List<String> columns, Collection<Integer> read) {
    for (int i = 0; i < columns.size() && unread.size() < NAMED; i++) {
      if (!read.contains(i)) {
        unread.add(columns.get(i));
      }
    }
  }

  ColumnUse told() {
    List<String> unfilled =
        KNOWN.stream()
            .filter(field -> !filled.contains(field))
            .map(field -> field.name().toLowerCase(Locale.ROOT))
            .toList();
    return ColumnUse.untold().unfilled(unfilled).unused(List.copyOf(unread), "passed over");
  }
}
