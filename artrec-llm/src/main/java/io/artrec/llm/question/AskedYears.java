package io.artrec.llm.question;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.YearRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years that a question limits works to: one, a decade, a century, before, after, between. */
final class AskedYears {
  private static final Pattern CENTURY =
      Pattern.compile(
          "(?i)\\b(?:in |from |of )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)[- ]century|(\\d{1,2}) ?世纪的?");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?i)\\bbetween (\\d{3,4}) and (\\d{3,4})|(\\d{3,4})年?[到至—–-](\\d{3,4})年(?:之间)?");
  private static final Pattern BEFORE =
      Pattern.compile("(?i)\\bbefore (\\d{3,4})\\b|(\\d{3,4})年?(?:之前|以前)");
  private static final Pattern AFTER =
      Pattern.compile("(?i)\\b(?:after|since) (\\d{3,4})\\b|(\\d{3,4})年?(?:之后|以后)");
  private static final Pattern DECADE =
      Pattern.compile("(?i)\\b(?:in |from )?(?:the )?(\\d{3}0)s\\b|(\\d{3}0)年代的?");
  private static final Pattern YEAR =
      Pattern.compile("(?i)\\b(?:in |from )?(\\d{3,4})\\b|(\\d{3,4})年");
  private static final int CENTURY_YEARS = 100;
  private static final int EVER = 100_000;

  private final Optional<YearRange> range;
  private final String rest;

  private AskedYears(Optional<YearRange> range, String rest) {
    this.range = range;
    this.rest = rest;
  }

  static AskedYears of(String question) {
    Matcher between = BETWEEN.matcher(question);
    if (between.find()) {
      int a = number(between, 1, 3);
      int b = number(between, 2, 4);
      return found(Math.min(a, b), Math.max(a, b), between);
    }
    Matcher century = CENTURY.matcher(question);
    if (century.find()) {
      int last = CENTURY_YEARS * number(century, 1, 2);
      return found(last - CENTURY_YEARS + 1, last, century);
    }
    Matcher decade = DECADE.matcher(question);
    if (decade.find()) {
      int first = number(decade, 1, 2);
      return found(first, first + 9, decade);
    }
    Matcher before = BEFORE.matcher(question);
    if (before.find()) {
      return found(-EVER, number(before, 1, 2) - 1, before);
    }
    Matcher after = AFTER.matcher(question);
    if (after.find()) {
      return found(number(after, 1, 2) + 1, EVER, after);
    }
    Matcher year = YEAR.matcher(question);
    if (year.find()) {
      int is = number(year, 1, 2);
      return found(is, is, year);
    }
    return new AskedYears(Optional.empty(), question);
  }

  private static int number(Matcher matcher, int english, int chinese) {
    String digits = matcher.group(english);
    return Integer.parseInt(digits != null ? digits : matcher.group(chinese));
  }

  private static AskedYears found(int first, int last, Matcher at) {
    return new AskedYears(Optional.of(YearRange.of(first, last)), at.replaceFirst(" "));
  }

  /** The question without the years. */
  String rest() {
    return rest;
  }

  /** Whether a work was certainly made within these years; always where none are asked for. */
  boolean holdFor(Artwork work) {
    return range
        .map(
            asked ->
                work.created()
                    .filter(made -> made.first() >= asked.first() && made.last() <= asked.last())
                    .isPresent())
        .orElse(true);
  }
}
