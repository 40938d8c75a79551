package io.artrec.catalog;

import io.artrec.tabular.ColumnNames;
import io.artrec.tabular.NumberText;
import io.artrec.tabular.ProblemLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a work's size: the columns of width and height when both hold a length, else the size in
 * words. Where the words hold the same two numbers the other way round, the words are believed,
 * which put the height first; Tate's columns are known to be swapped.
 */
final class SizeColumns {
  /** A length with its unit, such as {@code 73.5 cm}. */
  private static final Pattern LENGTH = Pattern.compile("([+-]?[\\d.,]{1,30})\\s*(\\D{1,12})");

  private final ArtworkRows rows;
  private final SizeUnit unitUnlessSaid;
  private final ProblemLog log;

  SizeColumns(ArtworkRows rows, SizeUnit unitUnlessSaid, ProblemLog log) {
    this.rows = rows;
    this.unitUnlessSaid = unitUnlessSaid;
    this.log = log;
  }

  Optional<Dimensions> read() {
    SizeUnit unit = unit();
    OptionalDouble width = side(ArtworkField.WIDTH, unit);
    OptionalDouble height = side(ArtworkField.HEIGHT, unit);
    OptionalDouble depth = side(ArtworkField.DEPTH, unit);
    Optional<Dimensions> said = SizeText.parse(rows.text(ArtworkField.DIMENSIONS), unit);
    if (width.isEmpty() && height.isEmpty() && depth.isEmpty()) {
      return said;
    }
    Dimensions sides = new Dimensions(width, height, depth);
    if (width.isEmpty() || height.isEmpty()) {
      return Optional.of(said.orElse(sides));
    }
    return Optional.of(said.filter(words -> swapped(words, sides)).orElse(sides));
  }

  private SizeUnit unit() {
    int column = rows.column(ArtworkField.UNIT);
    if (column < 0) {
      return unitUnlessSaid;
    }
    Optional<SizeUnit> unit = SizeUnit.of(rows.row().text(column));
    if (unit.isEmpty()) {
      log.leaveOut(
          rows.row(),
          column,
          "expected mm, cm, m, in or ft, took " + unitUnlessSaid.name().toLowerCase(Locale.ROOT));
    }
    return unit.orElse(unitUnlessSaid);
  }

  private OptionalDouble side(ArtworkField field, SizeUnit unit) {
    int column = rows.column(field);
    if (column < 0) {
      return OptionalDouble.empty();
    }
    String text = rows.row().text(column).strip();
    Matcher length = LENGTH.matcher(text);
    Optional<SizeUnit> written = length.matches() ? SizeUnit.of(length.group(2)) : Optional.empty();
    OptionalDouble number = NumberText.parse(written.isPresent() ? length.group(1) : text);
    if (number.isPresent() && number.getAsDouble() == 0) {
      return OptionalDouble.empty();
    }
    SizeUnit byName = unitOf(rows.row().columns().get(column), unit);
    double cm = written.orElse(byName).toCm(number.orElse(-1));
    if (!(cm > 0 && cm < 1e7)) {
      log.leaveOut(rows.row(), column, "expected a length of 0 to 10,000,000 cm, 0 for unknown");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(cm);
  }

  private static SizeUnit unitOf(String column, SizeUnit otherwise) {
    String name = ColumnNames.normalized(column);
    for (String symbol : List.of("mm", "cm", "in", "inches")) {
      if (name.endsWith(symbol)) {
        return SizeUnit.of(symbol).orElse(otherwise);
      }
    }
    return otherwise;
  }

  private static boolean swapped(Dimensions words, Dimensions sides) {
    return words.width().isPresent()
        && words.height().isPresent()
        && sides.width().isPresent()
        && sides.height().isPresent()
        && alike(words.width().getAsDouble(), sides.height().getAsDouble())
        && alike(words.height().getAsDouble(), sides.width().getAsDouble());
  }

  private static boolean alike(double a, double b) {
    return Math.abs(a - b) <= 1e-6 * Math.max(a, b);
  }
}
