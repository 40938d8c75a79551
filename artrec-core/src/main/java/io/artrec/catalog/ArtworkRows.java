package io.artrec.catalog;

import io.artrec.tabular.NumberText;
import io.artrec.tabular.ProblemLog;
import io.artrec.tabular.Row;
import io.artrec.tabular.RowProblem;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns rows into artworks. Not thread-safe. */
final class ArtworkRows {
  /** Fields of which one is enough to keep a work that has no title. */
  private static final List<ArtworkField> KNOWN_BY =
      List.of(
          ArtworkField.ARTIST,
          ArtworkField.DATE,
          ArtworkField.YEAR,
          ArtworkField.YEAR_BEGIN,
          ArtworkField.YEAR_END,
          ArtworkField.MEDIUM,
          ArtworkField.MOVEMENT,
          ArtworkField.SUBJECT,
          ArtworkField.DESCRIPTION,
          ArtworkField.DIMENSIONS,
          ArtworkField.IMAGE);

  private static final Pattern BAR = Pattern.compile("\\|");

  private final ColumnMapping mapping;
  private @Nullable List<String> resolvedFor;
  private ArtworkColumns columns;
  private @Nullable Row row;
  private int idColumn;
  private String title = "";

  ArtworkRows(ColumnMapping mapping) {
    this.mapping = mapping;
    columns = new ArtworkColumns(mapping, List.of());
  }

  String check(List<String> names) {
    ArtworkColumns found = new ArtworkColumns(mapping, names);
    List<String> missing = new ArrayList<>();
    for (ArtworkField field : List.of(ArtworkField.ID, ArtworkField.TITLE)) {
      if (!found.has(field)) {
        missing.add(field.name().toLowerCase(Locale.ROOT));
      }
    }
    return missing.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "no column for %s among %s; name it with mapping(ColumnMapping.byName().column(ArtworkField.%s, \"...\"))",
            String.join(" and ", missing),
            RowProblem.printable(names.toString(), 500),
            missing.get(0).toUpperCase(Locale.ROOT));
  }

  /** Finds id and title; false when the row was reported for lacking one. */
  boolean begin(Row next, ProblemLog log) {
    if (resolvedFor != next.columns() && !next.columns().equals(resolvedFor)) {
      columns = new ArtworkColumns(mapping, next.columns());
      resolvedFor = next.columns();
    }
    row = next;
    idColumn = column(ArtworkField.ID);
    title = title();
    if (idColumn < 0) {
      return lacks(ArtworkField.ID, next, log);
    }
    return !title.isEmpty() || lacks(ArtworkField.TITLE, next, log);
  }

  /**
   * The first column that names the work; where none does, its genre, a placeholder, or that it is
   * untitled. Empty when nothing else is known of the work either.
   */
  private String title() {
    String placeholder = "";
    boolean said = column(ArtworkField.TITLE) >= 0;
    for (int column : said ? columns.of(ArtworkField.TITLE) : new int[0]) {
      String written = Markup.plain(row().text(column).strip());
      if (!written.isBlank() && !Titles.isNotKnown(written)) {
        return written;
      }
      placeholder = placeholder.isEmpty() ? written : placeholder;
    }
    String genre = text(ArtworkField.GENRE);
    if (!genre.isEmpty() || !placeholder.isEmpty()) {
      return genre.isEmpty() ? placeholder : genre;
    }
    boolean known = KNOWN_BY.stream().anyMatch(field -> column(field) >= 0);
    return known ? Titles.UNTITLED : "";
  }

  private boolean lacks(ArtworkField field, Row next, ProblemLog log) {
    int[] positions = columns.of(field);
    return log.skip(
        next,
        positions.length == 0 ? -1 : positions[0],
        "expected a row with " + (field == ArtworkField.ID ? "an id" : "a title"));
  }

  String id() {
    return row().text(idColumn).strip();
  }

  int idColumn() {
    return idColumn;
  }

  Artwork read(ProblemLog log) {
    Artwork.Builder artwork = Artwork.builder(id(), title);
    ArtistNames.credits(artists(), roles()).forEach(artwork::artist);
    values(ArtworkField.MOVEMENT).forEach(artwork::movement);
    values(ArtworkField.TECHNIQUE).forEach(artwork::technique);
    values(ArtworkField.SUBJECT).forEach(artwork::subject);
    artwork.genre(text(ArtworkField.GENRE));
    artwork.medium(text(ArtworkField.MEDIUM));
    artwork.description(text(ArtworkField.DESCRIPTION));
    artwork.image(text(ArtworkField.IMAGE));
    new YearColumns(this, log).read().ifPresent(artwork::created);
    new SizeColumns(this, mapping.sizeUnit(), log).read().ifPresent(artwork::dimensions);
    orientation(log).ifPresent(artwork::orientation);
    price(log).ifPresent(artwork::price);
    artwork.availability(availability(log));
    artwork.attribute("date", text(ArtworkField.DATE));
    for (int column : columns.attributes()) {
      List<String> parts = row().parts(column);
      artwork.attribute(
          row().columns().get(column),
          parts == null ? BAR.splitAsStream(row().text(column)).toList() : parts);
    }
    return artwork.build();
  }

  /** The first column of a field that has a value in this row, or -1. */
  int column(ArtworkField field) {
    for (int column : columns.of(field)) {
      if (!row().text(column).isBlank()) {
        return column;
      }
    }
    return -1;
  }

  String text(ArtworkField field) {
    int column = column(field);
    return column < 0 ? "" : row().text(column).strip();
  }

  Row row() {
    return Objects.requireNonNull(row, "row");
  }

  private List<String> artists() {
    return values(ArtworkField.ARTIST).stream().map(Markup::plain).toList();
  }

  private List<String> roles() {
    int column = column(ArtworkField.ARTIST_ROLE);
    if (column < 0) {
      return List.of();
    }
    List<String> parts = row().parts(column);
    return parts != null ? parts : List.of(row().text(column).split("[|;]", -1));
  }

  private List<String> values(ArtworkField field) {
    int column = column(field);
    if (column < 0) {
      return List.of();
    }
    List<String> parts = row().parts(column);
    if (parts != null) {
      return parts;
    }
    String separators = mapping.separatorsOf(field);
    List<String> values = new ArrayList<>();
    String text = row().text(column);
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
        String value = text.substring(from, i).strip();
        if (!value.isEmpty()) {
          values.add(value);
        }
        from = i + 1;
      }
    }
    return values;
  }

  private Optional<Orientation> orientation(ProblemLog log) {
    int column = column(ArtworkField.ORIENTATION);
    if (column < 0) {
      return Optional.empty();
    }
    return switch (row().text(column).strip().toLowerCase(Locale.ROOT)) {
      case "landscape", "horizontal", "横", "横向" -> Optional.of(Orientation.LANDSCAPE);
      case "portrait", "vertical", "竖", "纵向" -> Optional.of(Orientation.PORTRAIT);
      case "square", "方", "方形" -> Optional.of(Orientation.SQUARE);
      default -> {
        log.leaveOut(row(), column, "expected landscape, portrait or square");
        yield Optional.empty();
      }
    };
  }

  private Optional<Price> price(ProblemLog log) {
    int column = column(ArtworkField.PRICE);
    if (column < 0) {
      return Optional.empty();
    }
    String amount = row().text(column).strip();
    String code = text(ArtworkField.CURRENCY);
    int space = amount.lastIndexOf(' ');
    if (code.isEmpty() && space > 0) {
      code = amount.substring(space + 1);
      amount = amount.substring(0, space).strip();
    }
    OptionalDouble number = NumberText.parse(amount);
    if (number.isEmpty() || number.getAsDouble() < 0 || number.getAsDouble() > 1e15) {
      log.leaveOut(row(), column, "expected an amount of 0 or more, such as 1200.50");
      return Optional.empty();
    }
    try {
      Currency currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
      return NumberText.decimal(amount).map(decimal -> new Price(decimal, currency));
    } catch (IllegalArgumentException e) {
      log.leaveOut(
          row(),
          column,
          String.format(
              Locale.ROOT,
              "expected a currency by its ISO 4217 code, such as EUR, met '%s'",
              RowProblem.printable(code, 20)));
      return Optional.empty();
    }
  }

  private Availability availability(ProblemLog log) {
    int column = column(ArtworkField.AVAILABILITY);
    if (column < 0) {
      return Availability.UNKNOWN;
    }
    return switch (row().text(column).strip().toLowerCase(Locale.ROOT)) {
      case "available", "yes", "y", "true", "1", "on view", "for sale", "in stock" ->
          Availability.AVAILABLE;
      case "unavailable", "no", "n", "false", "0", "sold", "not on view", "on loan", "withdrawn" ->
          Availability.UNAVAILABLE;
      case "unknown" -> Availability.UNKNOWN;
      default -> {
        log.leaveOut(row(), column, "expected available, unavailable or unknown");
        yield Availability.UNKNOWN;
      }
    };
  }
}
