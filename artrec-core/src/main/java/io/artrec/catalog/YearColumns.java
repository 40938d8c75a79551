package io.artrec.catalog;

import io.artrec.tabular.ProblemLog;
import io.artrec.tabular.internal.NumberText;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds when a work was made: the begin and end columns when both hold years in order, else the
 * date in words, else the year column, else the begin column alone.
 */
final class YearColumns {
  private static final int FIRST = -100_000;
  private static final int LAST = 3_000;
  private static final String EXPECTED = "expected a year from -100000 to 3000";
  private static final Pattern ISO_DATE = Pattern.compile("(-?\\d{4})-\\d{2}(?:-\\d{2}.*)?");
  private static final Pattern APPROXIMATE =
      Pattern.compile("(?i)\\b(?:c|ca|circa|about|around|probably|possibly)\\b|\\?|约");

  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(?:nan|inf|infinity)");

  private final ArtworkRows rows;
  private final ProblemLog log;

  YearColumns(ArtworkRows rows, ProblemLog log) {
    this.rows = rows;
    this.log = log;
  }

  Optional<YearRange> read() {
    Optional<Integer> begin = year(ArtworkField.YEAR_BEGIN);
    Optional<Integer> end = year(ArtworkField.YEAR_END);
    String date = rows.text(ArtworkField.DATE);
    boolean unknown = begin.equals(Optional.of(0)) && end.equals(Optional.of(0));
    if (begin.isPresent() && end.isPresent() && !unknown && begin.get() <= end.get()) {
      return Optional.of(new YearRange(begin.get(), end.get(), APPROXIMATE.matcher(date).find()));
    }
    Optional<YearRange> said = inWords(date);
    if (said.isPresent()) {
      return said;
    }
    int column = rows.column(ArtworkField.YEAR);
    if (column < 0) {
      Optional<YearRange> alone =
          unknown ? Optional.empty() : begin.or(() -> end).map(YearRange::of);
      if (alone.isEmpty() && MuseumDate.isUnread(date)) {
        log.leaveOutWords(
            rows.row(),
            rows.column(ArtworkField.DATE),
            "expected a date such as 1889, c. 1710, early 19th century or 480s BCE");
      }
      return alone;
    }
    String year = rows.row().text(column).strip();
    OptionalDouble number = NumberText.parse(year);
    if (number.isPresent()) {
      return whole(ArtworkField.YEAR, number.getAsDouble()).map(YearRange::of);
    }
    Optional<YearRange> words = inWords(year);
    boolean unread =
        year.chars().anyMatch(Character::isDigit) || NOT_FINITE.matcher(year).matches();
    if (words.isEmpty() && unread) {
      log.leaveOut(rows.row(), column, EXPECTED);
    }
    return words;
  }

  private Optional<YearRange> inWords(String text) {
    return MuseumDate.parse(text).filter(years -> years.first() >= FIRST && years.last() <= LAST);
  }

  private Optional<Integer> year(ArtworkField field) {
    int column = rows.column(field);
    if (column < 0) {
      return Optional.empty();
    }
    String text = rows.row().text(column).strip();
    Matcher iso = ISO_DATE.matcher(text);
    if (iso.matches()) {
      return Optional.of(Integer.parseInt(iso.group(1)));
    }
    OptionalDouble number = NumberText.parse(text);
    if (number.isEmpty()) {
      log.leaveOut(rows.row(), column, EXPECTED);
      return Optional.empty();
    }
    return whole(field, number.getAsDouble());
  }

  private Optional<Integer> whole(ArtworkField field, double year) {
    if (year == Math.rint(year) && year >= FIRST && year <= LAST) {
      return Optional.of((int) year);
    }
    log.leaveOut(rows.row(), rows.column(field), EXPECTED);
    return Optional.empty();
  }
}
