package io.artrec.behavior;

import io.artrec.tabular.LoadReport;
import io.artrec.tabular.Remedies;
import io.artrec.tabular.RowLoader;
import io.artrec.tabular.RowSource;
import io.artrec.tabular.internal.ColumnNames;
import io.artrec.tabular.internal.NumberText;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads events from CSV, JSON Lines or maps, straight into columns: no object per event survives.
 *
 * <p>Columns are found by name (see {@link InteractionField}); those that no field claims are
 * passed over. Without a column for the kind, events are ratings when there is a column for the
 * value, and views when there is none. A CSV file whose first line has three or four fields, the
 * third a number, has no header and holds {@code user,item,rating[,timestamp]}; one of two fields,
 * both with a digit and none a column's name, holds {@code user,item}. Besides the usual ones
 * {@code ::} and blanks separate fields. A rating event without a value is set aside; another event
 * without one has value 1.
 *
 * <p>Times are ISO 8601 in all its forms, with any zone or offset, or written out in English (UTC
 * unless a zone is written, midnight unless a time is), or numbers: eight digits that are a date
 * from 1900 to 2099, or fourteen that are a date and time, are that; others count seconds from 1970
 * below 10¹¹ in size, milliseconds below 10¹⁴, microseconds below 10¹⁷, nanoseconds from there on.
 * What is none of these is left out and reported; times outside the years 1990 to 2099 are taken in
 * and remarked on. Rows without user or artwork, of an unknown kind, or whose value is no finite
 * number are skipped and reported.
 */
public final class InteractionsLoader extends RowLoader<InteractionsLoader> {
  private static final List<String> WITHOUT_HEADER = List.of("user", "item", "rating", "timestamp");
  private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", "::", " ");

  private final Map<InteractionField, List<String>> mapping = new EnumMap<>(InteractionField.class);
  private final Set<InteractionField> named = EnumSet.noneOf(InteractionField.class);

  private InteractionsLoader(RowSource source) {
    super(source);
    for (InteractionField field : InteractionField.values()) {
      mapping.put(field, field.defaultNames());
    }
  }

  /**
   * {@return a loader of a CSV file}
   *
   * @param file the file
   */
  public static InteractionsLoader csv(Path file) {
    return new InteractionsLoader(RowSource.csv(file));
  }

  /**
   * {@return a loader of CSV bytes}
   *
   * @param bytes the stream, read to its end and not closed
   */
  public static InteractionsLoader csv(InputStream bytes) {
    return new InteractionsLoader(RowSource.csv(bytes));
  }

  /**
   * {@return a loader of CSV text}
   *
   * @param text the reader, read to its end and not closed
   */
  public static InteractionsLoader csv(Reader text) {
    return new InteractionsLoader(RowSource.csv(text));
  }

  /**
   * {@return a loader of a file with one JSON object a line}
   *
   * @param file the file
   */
  public static InteractionsLoader jsonLines(Path file) {
    return new InteractionsLoader(RowSource.jsonLines(file));
  }

  /**
   * {@return a loader of JSON Lines as bytes}
   *
   * @param bytes the stream, read to its end and not closed
   */
  public static InteractionsLoader jsonLines(InputStream bytes) {
    return new InteractionsLoader(RowSource.jsonLines(bytes));
  }

  /**
   * {@return a loader of JSON Lines as text}
   *
   * @param text the reader, read to its end and not closed
   */
  public static InteractionsLoader jsonLines(Reader text) {
    return new InteractionsLoader(RowSource.jsonLines(text));
  }

  /**
   * {@return a loader of maps from column to value}
   *
   * @param rows the maps, consumed once
   */
  public static InteractionsLoader from(Stream<? extends Map<String, ?>> rows) {
    return new InteractionsLoader(RowSource.objects(rows));
  }

  /**
   * Says which column holds a field. A CSV file must have it.
   *
   * @param field the field
   * @param columns the column's names, the most wanted first; none takes the field out
   * @return this loader
   */
  public InteractionsLoader column(InteractionField field, String... columns) {
    mapping.put(Objects.requireNonNull(field, "field"), List.copyOf(Arrays.asList(columns)));
    if (columns.length > 0) {
      named.add(field);
    } else {
      named.remove(field);
    }
    return this;
  }

  /**
   * Loads the events. Memory: 21 bytes an event, each id once, and one row.
   *
   * @return the events in the order of the rows, and the report
   * @throws io.artrec.tabular.LoadException when the source cannot be read, has no column for user
   *     or artwork, or has too many bad rows
   */
  public LoadedInteractions load() {
    EventRows rows = new EventRows(mapping, named, remedies());
    LoadReport report = read("interactions", rows);
    return new LoadedInteractions(rows.complete(), rows.withoutRating(), report);
  }

  @Override
  protected Remedies ownRemedies() {
    return field ->
        String.format(
            Locale.ROOT, "column(InteractionField.%s, \"...\")", field.toUpperCase(Locale.ROOT));
  }

  @Override
  protected InteractionsLoader self() {
    return this;
  }

  @Override
  protected List<String> columnsWithoutHeader(List<String> firstLine) {
    int n = firstLine.size();
    boolean rated = (n == 3 || n == 4) && isNumber(firstLine.get(2));
    boolean pair = n == 2 && firstLine.stream().allMatch(this::looksLikeId);
    return rated || pair ? WITHOUT_HEADER.subList(0, n) : List.of();
  }

  private boolean looksLikeId(String field) {
    String name = ColumnNames.normalized(field);
    return field.chars().anyMatch(Character::isDigit)
        && mapping.values().stream()
            .flatMap(List::stream)
            .noneMatch(known -> ColumnNames.normalized(known).equals(name));
  }

  private static boolean isNumber(String field) {
    return NumberText.parse(field).isPresent();
  }

  @Override
  protected List<String> separators() {
    return SEPARATORS;
  }
}
