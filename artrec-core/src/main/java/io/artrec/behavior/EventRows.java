package io.artrec.behavior;

import io.artrec.tabular.ColumnUse;
import io.artrec.tabular.ProblemLog;
import io.artrec.tabular.Remedies;
import io.artrec.tabular.Row;
import io.artrec.tabular.RowHandler;
import io.artrec.tabular.RowProblem;
import io.artrec.tabular.internal.ColumnNames;
import io.artrec.tabular.internal.NumberText;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes rows into columns of events. Not thread-safe. */
final class EventRows implements RowHandler {
  private static final Map<String, InteractionKind> SYNONYMS =
      Map.of(
          "like", InteractionKind.FAVORITE,
          "unlike", InteractionKind.UNFAVORITE,
          "buy", InteractionKind.PURCHASE,
          "open", InteractionKind.CLICK,
          "rate", InteractionKind.RATING,
          "unfavourite", InteractionKind.UNFAVORITE);

  private final Map<InteractionField, List<String>> mapping;
  private final Interactions.Builder complete = Interactions.builder();
  private final Interactions.Builder withoutRating = Interactions.builder();
  private final Set<InteractionField> named;
  private final Remedies remedies;
  private final EventColumnUse use = new EventColumnUse();
  private final DoubtfulTimes doubtful = new DoubtfulTimes();
  private @Nullable List<String> resolvedFor;
  private Map<InteractionField, Integer> positions = Map.of();

  /**
   * Reads rows.
   *
   * @param named the fields whose columns the caller named, which must be there
   */
  EventRows(
      Map<InteractionField, List<String>> mapping, Set<InteractionField> named, Remedies remedies) {
    this.mapping = mapping;
    this.named = Set.copyOf(named);
    this.remedies = remedies;
  }

  @Override
  public ColumnUse columnUse() {
    return use.told();
  }

  @Override
  public List<String> remarks() {
    return doubtful.remarks();
  }

  Interactions complete() {
    return complete.build();
  }

  Interactions withoutRating() {
    return withoutRating.build();
  }

  @Override
  public String check(List<String> columns) {
    Map<InteractionField, Integer> found = resolve(columns);
    Set<InteractionField> wanted = EnumSet.of(InteractionField.USER, InteractionField.ARTWORK);
    wanted.addAll(named);
    for (InteractionField field : wanted) {
      if (!found.containsKey(field)) {
        return String.format(
            Locale.ROOT,
            "no column for the %s among %s; name it with %s",
            field.name().toLowerCase(Locale.ROOT),
            RowProblem.printable(columns.toString(), 500),
            remedies.column(field.name().toLowerCase(Locale.ROOT)));
      }
    }
    return "";
  }

  @Override
  public boolean row(Row row, ProblemLog log) {
    if (resolvedFor != row.columns() && !row.columns().equals(resolvedFor)) {
      positions = resolve(row.columns());
      resolvedFor = row.columns();
    }
    String user = id(row, InteractionField.USER);
    if (user.isEmpty()) {
      return log.skip(row, at(InteractionField.USER), "expected a row with a user's id");
    }
    String artwork = id(row, InteractionField.ARTWORK);
    if (artwork.isEmpty()) {
      return log.skip(row, at(InteractionField.ARTWORK), "expected a row with an artwork's id");
    }
    Optional<InteractionKind> kind = kind(row);
    if (kind.isEmpty()) {
      return log.skip(row, at(InteractionField.KIND), "expected one of " + codes());
    }
    String written = text(row, InteractionField.VALUE);
    OptionalDouble value = NumberText.parse(written);
    if (value.isPresent() ? Math.abs(value.getAsDouble()) > Float.MAX_VALUE : !written.isEmpty()) {
      return log.skip(row, at(InteractionField.VALUE), "expected a finite number");
    }
    boolean unrated = written.isEmpty() && kind.get() == InteractionKind.RATING;
    if (unrated) {
      log.setAside();
    }
    (unrated ? withoutRating : complete)
        .add(
            user,
            artwork,
            kind.get(),
            (float) value.orElse(unrated ? 0 : 1),
            time(row, log),
            textOrNull(row, InteractionField.COMMENT),
            textOrNull(row, InteractionField.EVENT_ID));
    return !unrated;
  }

  private Optional<InteractionKind> kind(Row row) {
    String code = text(row, InteractionField.KIND);
    if (at(InteractionField.KIND) < 0) {
      return Optional.of(
          at(InteractionField.VALUE) < 0 ? InteractionKind.VIEW : InteractionKind.RATING);
    }
    return InteractionKind.ofCode(code)
        .or(() -> Optional.ofNullable(SYNONYMS.get(code.toLowerCase(Locale.ROOT))));
  }

  private long time(Row row, ProblemLog log) {
    String written = text(row, InteractionField.TIME);
    if (written.isEmpty()) {
      return Interactions.NO_TIME;
    }
    OptionalLong millis = EventTime.parse(written);
    if (millis.isEmpty()) {
      log.leaveOut(
          row,
          at(InteractionField.TIME),
          "expected an ISO 8601 date or time, or seconds or milliseconds since 1970");
    } else {
      doubtful.saw(row.line(), written, millis.getAsLong());
    }
    return millis.orElse(Interactions.NO_TIME);
  }

  private int at(InteractionField field) {
    return positions.getOrDefault(field, -1);
  }

  private String id(Row row, InteractionField field) {
    String text = text(row, field);
    return text.isEmpty() ? "" : row.id(at(field));
  }

  private String text(Row row, InteractionField field) {
    int position = at(field);
    String text = position < 0 ? "" : row.text(position).strip();
    if (!text.isEmpty()) {
      use.filled(field);
    }
    return text;
  }

  private @Nullable String textOrNull(Row row, InteractionField field) {
    String text = text(row, field);
    return text.isEmpty() ? null : text;
  }

  private Map<InteractionField, Integer> resolve(List<String> columns) {
    ColumnNames names = new ColumnNames(columns);
    Map<InteractionField, Integer> found = new EnumMap<>(InteractionField.class);
    mapping.forEach(
        (field, wanted) -> {
          int[] all = names.find(wanted);
          if (all.length > 0) {
            found.put(field, all[0]);
          }
        });
    use.saw(columns, found.values());
    return found;
  }

  private static String codes() {
    return String.join(
        ", ", Arrays.stream(InteractionKind.values()).map(InteractionKind::code).toList());
  }
}
