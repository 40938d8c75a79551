package io.artrec.catalog;

import io.artrec.catalog.SizeWords.Part;
import io.artrec.tabular.ProblemLog;
import io.artrec.tabular.internal.ColumnNames;
import io.artrec.tabular.internal.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a work's size: the columns of width and height when both hold a length, else the size in
 * words. Words that say another height and width of the work are believed over columns, which hold
 * the frame's in 49 of 4,828 rows of Tate, and in many files the two the other way round.
 */
final class SizeColumns {
  /** A length with its unit, such as {@code 73.5 cm}. */
  private static final Pattern LENGTH = Pattern.compile("([+-]?[\\d.,]{1,30})\\s*(\\D{1,12})");

  private static final double ROUNDING_CM = 0.32;

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
    SizeText.Reading words = SizeText.read(rows.text(ArtworkField.DIMENSIONS), unit);
    Dimensions sides = new Dimensions(width, height, depth);
    if (width.isPresent() && height.isPresent()) {
      return Optional.of(believed(sides, words));
    }
    if (words.leftOut()) {
      log.leaveOutWords(
          rows.row(),
          rows.column(ArtworkField.DIMENSIONS),
          "expected lengths of the work itself, such as 30 x 20 cm, H. 12 1/2 in. or Diam. 30 cm");
    }
    boolean columns = width.isPresent() || height.isPresent() || depth.isPresent();
    return columns ? words.size().or(() -> Optional.of(sides)) : words.size();
  }

  /**
   * Of columns and words that contradict each other the words, unless a part of the work is meant.
   */
  private static Dimensions believed(Dimensions sides, SizeText.Reading words) {
    for (SizePart part : words.parts()) {
      Dimensions said = part.dimensions();
      if (part.kind() != Part.FRAME && same(said, sides, false)) {
        return new Dimensions(
            sides.width(),
            sides.height(),
            sides.depth().isPresent() ? sides.depth() : said.depth());
      }
    }
    return words
        .size()
        .filter(said -> said.width().isPresent() && said.height().isPresent())
        .filter(said -> words.isOfWhole() || same(said, sides, true))
        .orElse(sides);
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
    SizeUnit byName = unitOf(rows.row().columns().get(column), unit);
    OptionalDouble inWords = number.isPresent() ? number : SizeText.length(text, byName);
    if (number.isEmpty() && inWords.isPresent() && inWords.getAsDouble() > 0) {
      return inWords;
    }
    if (number.isPresent() && number.getAsDouble() == 0) {
      return OptionalDouble.empty();
    }
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

  private static boolean same(Dimensions words, Dimensions sides, boolean swapped) {
    return alike(words.width(), swapped ? sides.height() : sides.width())
        && alike(words.height(), swapped ? sides.width() : sides.height());
  }

  /**
   * Whether two lengths differ by no more than rounding to an eighth of an inch or by one in 100.
   */
  private static boolean alike(OptionalDouble one, OptionalDouble other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    double a = one.getAsDouble();
    double b = other.getAsDouble();
    return Math.abs(a - b) <= Math.max(ROUNDING_CM, 0.01 * Math.max(a, b));
  }
}
