package io.artrec.catalog;

import io.artrec.tabular.ColumnUse;
import io.artrec.tabular.ProblemLog;
import io.artrec.tabular.Remedies;
import io.artrec.tabular.Row;
import io.artrec.tabular.RowProblem;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private final Set<ArtworkField> named;
  private final Remedies remedies;
  private final PriceColumns prices;
  private final ArtworkColumnUse use = new ArtworkColumnUse();
  private @Nullable List<String> resolvedFor;
  private ArtworkColumns columns;
  private @Nullable Row row;
  private int idColumn;
  private String title = "";

  /**
   * Reads rows.
   *
   * @param named the fields whose columns the caller named, which must be there
   */
  ArtworkRows(
      ColumnMapping mapping,
      Set<ArtworkField> named,
      Optional<Currency> currency,
      Remedies remedies) {
    this.mapping = mapping;
    this.named = Set.copyOf(named);
    this.remedies = remedies;
    prices = new PriceColumns(this, currency, remedies);
    columns = new ArtworkColumns(mapping, List.of());
  }

  String check(List<String> names) {
    ArtworkColumns found = new ArtworkColumns(mapping, names);
    use.saw(found);
    List<String> missing = new ArrayList<>();
    Set<ArtworkField> wanted = EnumSet.of(ArtworkField.ID, ArtworkField.TITLE);
    wanted.addAll(named);
    for (ArtworkField field : wanted) {
      if (!found.has(field)) {
        missing.add(field.name().toLowerCase(Locale.ROOT));
      }
    }
    return missing.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "no column for %s among %s; name it with %s",
            String.join(" and ", missing),
            RowProblem.printable(names.toString(), 500),
            remedies.column(missing.get(0)));
  }

  /** What became of the columns of the rows so far. */
  ColumnUse use() {
    return use.told();
  }

  /** Finds id and title; false when the row was reported for lacking one. */
  boolean begin(Row next, ProblemLog log) {
    if (resolvedFor != next.columns() && !next.columns().equals(resolvedFor)) {
      columns = new ArtworkColumns(mapping, next.columns());
      resolvedFor = next.columns();
      use.saw(columns);
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
    return row().id(idColumn);
  }

  int idColumn() {
    return idColumn;
  }

  Artwork read(ProblemLog log) {
    Artwork.Builder artwork = Artwork.builder(id(), title);
    ArtistNames.credits(artists(log), roles()).forEach(artwork::artist);
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
    PriceText price = prices.read(log);
    price.price().ifPresent(artwork::price);
    Availability availability = availability(log);
    artwork.availability(
        availability == Availability.UNKNOWN && price.sold()
            ? Availability.UNAVAILABLE
            : availability);
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
        use.filled(field);
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

  private List<String> artists(ProblemLog log) {
    List<String> names = values(ArtworkField.ARTIST).stream().map(Markup::plain).toList();
    if (names.stream().anyMatch(ArtistNames::isTooLong)) {
      log.leaveOut(
          row(),
          column(ArtworkField.ARTIST),
          String.format(
              Locale.ROOT, "expected names of at most %,d characters", ArtistNames.LONGEST));
    }
    return names;
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
          values.add(mapping.unlabeled(field, value));
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
