package io.artrec.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plainest dates: {@code 1871}, {@code c. 1871}, {@code 1871-1874}. */
final class PlainYears {
  private static final Pattern YEARS =
      Pattern.compile("(?i)(c\\.|ca\\.|circa|about)?\\s*(\\d{3,4})(?:\\s*[-–—]\\s*(\\d{4}))?");

  private PlainYears() {}

  static Optional<YearRange> parse(String text) {
    Matcher years = YEARS.matcher(text.strip());
    if (!years.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(years.group(2));
    int last = years.group(3) == null ? first : Integer.parseInt(years.group(3));
    return first <= last
        ? Optional.of(new YearRange(first, last, years.group(1) != null))
        : Optional.empty();
  }
}
