package io.artrec.catalog;

import io.artrec.tabular.ColumnUse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps account of which fields had values, and which columns no field reads. Not thread-safe. */
final class ArtworkColumnUse {
  private static final int NAMED = 1_000;

  /** What a reader calls a field or several that say the same. */
  private record Known(String name, Set<ArtworkField> fields) {
    static Known of(String name, ArtworkField first, ArtworkField... others) {
      return new Known(name, EnumSet.of(first, others));
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          Known.of("artist", ArtworkField.ARTIST),
          Known.of(
              "date",
              ArtworkField.DATE,
              ArtworkField.YEAR,
              ArtworkField.YEAR_BEGIN,
              ArtworkField.YEAR_END),
          Known.of("movement", ArtworkField.MOVEMENT),
          Known.of("genre", ArtworkField.GENRE),
          Known.of("medium", ArtworkField.MEDIUM),
          Known.of("technique", ArtworkField.TECHNIQUE),
          Known.of("subject", ArtworkField.SUBJECT),
          Known.of("description", ArtworkField.DESCRIPTION),
          Known.of(
              "size",
              ArtworkField.DIMENSIONS,
              ArtworkField.WIDTH,
              ArtworkField.HEIGHT,
              ArtworkField.DEPTH),
          Known.of("price", ArtworkField.PRICE),
          Known.of("availability", ArtworkField.AVAILABILITY),
          Known.of("image", ArtworkField.IMAGE));

  private final Set<ArtworkField> filled = EnumSet.noneOf(ArtworkField.class);
  private final Set<String> unread = new LinkedHashSet<>();
  private final Set<String> ignored = new LinkedHashSet<>();

  void filled(ArtworkField field) {
    filled.add(field);
  }

  void saw(ArtworkColumns columns) {
    add(unread, columns.unread());
    add(ignored, columns.ignored());
  }

  ColumnUse told() {
    List<String> unfilled =
        KNOWN.stream()
            .filter(known -> known.fields().stream().noneMatch(filled::contains))
            .map(Known::name)
            .toList();
    List<String> unused = new ArrayList<>(unread);
    unused.addAll(ignored);
    String fate =
        ignored.isEmpty()
            ? "kept as attributes"
            : unread.isEmpty()
                ? "passed over"
                : "kept as attributes, the last " + ignored.size() + " passed over";
    return ColumnUse.untold().unfilled(unfilled).unused(unused, fate);
  }

  private static void add(Set<String> names, List<String> more) {
    if (names.size() < NAMED) {
      names.addAll(more);
    }
  }
}
