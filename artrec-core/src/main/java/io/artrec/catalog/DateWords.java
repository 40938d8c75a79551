package io.artrec.catalog;

import io.artrec.words.internal.EnglishOrdinals;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites what museums put in words, in several languages, to the few forms that {@link DateSpan}
 * reads: {@code late eighteenth century} and {@code 十八世纪末} become {@code late 18th century}.
 */
final class DateWords {
  private static final String CENTURY =
      "(?:century|centuries|cent\\b|c\\b(?!\\.?\\s*\\d)|siècles?|secol[oi]|jh\\b|jahrhundert|millenni|millénaire)";
  private static final String ROMAN = "([ivx]{1,5})(?:e|ème|th)?";
  private static final String HALF = "(?:half|hälfte|moitié|metà|mitad)";
  private static final String QUARTER = "(?:quarter|viertel|quart|cuarto|quarto)";
  private static final String THIRD = "(?:third|drittel|tiers|tercio)";
  private static final String AD = "\\s*(?:a\\.?\\s?d\\.?|c\\.?\\s?e\\.?)(?![a-z])";

  /** One rewriting of every match. */
  private record Rule(Pattern pattern, Function<MatchResult, String> words) {
    static Rule of(String regex, String replacement) {
      return new Rule(Pattern.compile(regex), match -> replacement);
    }

    static Rule of(String regex, Function<MatchResult, String> words) {
      return new Rule(Pattern.compile(regex), words);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of("\\b(?:v\\.?\\s?chr\\b\\.?|av(?:ant|\\.)?\\s?j\\.?[\\s-]?c\\b\\.?)", " bc"),
          Rule.of("\\b(?:n\\.?\\s?chr\\b\\.?|ap(?:rès|\\.)?\\s?j\\.?[\\s-]?c\\b\\.?)", " ad"),
          Rule.of("\\b(?:not before|(?:no|not) earlier than|nach|après)\\b", "after"),
          Rule.of("\\b(?:not after|(?:no|not) later than)\\b", "by"),
          Rule.of("\\b(?:prior to|vor|avant)\\b", "before"),
          Rule.of(
              "\\bafter (\\d{3,4}),? (?:(?:and|but) )?(?:before|by) (\\d{3,4})\\b",
              match -> "about " + match.group(1) + "-" + match.group(2)),
          Rule.of("\\b(?:finales|fines) de", "late de"),
          Rule.of("\\b(?:principios|comienzos) de", "early de"),
          Rule.of("\\bmediados de", "mid de"),
          Rule.of(
              "\\b(?:([1-4])(?:st|nd|rd|th|\\.|re|er|e|ère|ème)?|(prem|prim|erst)\\p{L}{1,4}|(deux|se[cg][ou]nd|zweit)\\p{L}{0,4}|(trois|terz|terc|dritt)\\p{L}{1,4})\\s?(?:("
                  + HALF
                  + ")|("
                  + QUARTER
                  + ")|("
                  + THIRD
                  + "))(?!\\p{L})",
              DateWords::part),
          Rule.of("\\b(?:latter|later)(?=\\s(?:half|third)\\b)", "second"),
          Rule.of(
              "\\b(?:final|closing)(?=\\s(?:half|third|quarter|(?:\\p{L}{3,5} )?decades?)\\b)",
              "last"),
          Rule.of("\\bopening(?=\\s(?:\\p{L}{3,5} )?decades?\\b)", "first"),
          Rule.of(
              "\\b(?:(early|first|beginning|opening)|(mid|middle)|(late|latter|last|end|closing)) (?:part|years|phase) of\\b",
              match -> match.group(1) != null ? "early" : match.group(2) != null ? "mid" : "late"),
          Rule.of("\\blater?r?(?=[\\s-]{1,2}\\d{1,2}(?:st|nd|rd|th)\\b)", "late"),
          Rule.of("\\bearlier(?=[\\s-]{1,2}\\d{1,2}(?:st|nd|rd|th)\\b)", "early"),
          Rule.of(
              "(?<![\\d.,/-])(1\\d\\d|20[0-2])(?:-\\s?\\?|\\?|-(?=\\s*(?:[,;)\\]]|$)))(?!\\d)",
              match ->
                  match.group(1)
                      + "0-"
                      + match.group(1)
                      + "9"
                      + (match.group().endsWith("?") ? "?" : "")),
          Rule.of(
              "(?<![\\d.,/-])(1\\d|20)(?:--|\\?\\?|--\\s?\\?)(?![\\d?])",
              match ->
                  match.group(1)
                      + "00-"
                      + match.group(1)
                      + "99"
                      + (match.group().endsWith("?") ? "?" : "")),
          Rule.of("(?<!\\d)(\\d{3,4}\\s?[-/]\\s?\\d{1,4})" + AD, match -> match.group(1)),
          Rule.of(
              "\\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (two|three|four|five|six))? decades?(?= of)",
              DateWords::decade),
          Rule.of(
              "\\b(first|second|third)(?:\\s?-\\s?|\\s(?:or|to|and)\\s)(second|third|fourth|last) (quarter|third)s?(?= of)",
              DateWords::parts),
          Rule.of(
              "\\b(first|second|third|fourth)(?=[\\s-]{1,3}(?:centur|millenn))|\\b(fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]{3,6}teenth|twentieth|twenty-first)\\b",
              match -> ordinal(match.group())),
          Rule.of("(?<=\\d(?:st|nd|rd|th))-(?=centur|millenn)", " "),
          Rule.of(
              "\\b(?:siglos?|secol[oi]|sec\\.|saec\\.)\\s?"
                  + ROMAN
                  + "\\b(?:\\s?[-/]\\s?"
                  + ROMAN
                  + "\\b)?",
              match ->
                  ordinal(roman(match.group(1)))
                      + (match.group(2) == null ? "" : "-" + ordinal(roman(match.group(2))))
                      + " century"),
          Rule.of(
              "\\b"
                  + ROMAN
                  + "\\b(?=(?:\\s?(?:-|/|\\b(?:to|or|and|et|ou|e|y)\\b)\\s?(?:[a-zé]{3,6}\\s(?:d(?:u|el)\\s)?)?"
                  + ROMAN
                  + "\\b)?[\\s-]{0,2}"
                  + CENTURY
                  + ")",
              match -> ordinal(roman(match.group(1)))),
          Rule.of("[一二三四五六七八九十]{1,3}(?=\\s?(?:世[纪紀]|年代))", match -> "" + han(match.group())),
          Rule.of(
              "(?<!\\d)(\\d{1,2})\\s?世[纪紀]\\s?(\\d0)年代",
              match ->
                  number(match.group(1)) > 0
                      ? String.format(
                          Locale.ROOT, "%02d%ss", number(match.group(1)) - 1, match.group(2))
                      : match.group()),
          Rule.of("(?<=\\d{3}0)年代", "s"),
          Rule.of(
              "((?<!\\d)\\d{1,2}\\s?世[纪紀])\\s?的?(?:(上半|前半)叶?葉?|(下半|[后後]半)叶?葉?|(初|早|前期)|(中)|(末|晚|[后後]期))[叶葉期]?",
              DateWords::hanPart),
          Rule.of("(?:[公西]元)?前\\s?(\\d{1,4}(?:\\s?世[纪紀])?)年?", match -> match.group(1) + " bc"),
          Rule.of(
              "(?<![\\d-])(\\d{1,3})\\s?-\\s?(\\d{1,3})" + AD,
              match -> padded(match.group(1)) + "-" + padded(match.group(2))),
          Rule.of("(?<![\\d.])(\\d{1,3})" + AD, match -> padded(match.group(1))));

  private static final List<String> COUNTS = List.of("two", "three", "four", "five", "six");

  /** Texts without words that a rule could rewrite: years, decades and {@code c.} */
  private static final Pattern NOTHING_TO_REWRITE =
      Pattern.compile(
          "(?!.*\\d[?-](?!\\s?\\d))(?:[\\d\\s/?()\\[\\],;.'-]+|(?:circa|ca|c|about|s)\\b)*+");

  private DateWords() {}

  /** Rewrites a text in lower case with plain hyphens. */
  static String plain(String text) {
    if (NOTHING_TO_REWRITE.matcher(text).matches()) {
      return text;
    }
    String plain = text;
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(plain);
      plain = matcher.replaceAll(match -> Matcher.quoteReplacement(rule.words().apply(match)));
    }
    return plain;
  }

  private static String part(MatchResult match) {
    int which = match.group(1) == null ? 0 : number(match.group(1)) - 1;
    for (int group = 2; group <= 4; group++) {
      which = match.group(group) == null ? which : group - 2;
    }
    String unit = match.group(5) != null ? "half" : match.group(6) != null ? "quarter" : "third";
    return EnglishOrdinals.WORDS.get(which) + " " + unit;
  }

  private static String hanPart(MatchResult match) {
    List<String> parts = List.of("first half ", "second half ", "early ", "mid ", "late ");
    int which = 0;
    for (int group = 2; group <= 6; group++) {
      which = match.group(group) == null ? which : group - 2;
    }
    return parts.get(which) + match.group(1);
  }

  /** Writes {@code first two decades} as parts, which {@link DateSpan} reads. */
  private static String decade(MatchResult match) {
    int last = match.group(1).equals("last") ? 10 : EnglishOrdinals.number(match.group(1));
    int count = match.group(2) == null ? 1 : COUNTS.indexOf(match.group(2)) + 2;
    int first = last == 10 ? 11 - count : last;
    return "parts " + first + "-" + (first + count - 1) + "/10";
  }

  private static String parts(MatchResult match) {
    int of = match.group(3).equals("quarter") ? 4 : 3;
    int last = match.group(2).equals("last") ? of : EnglishOrdinals.number(match.group(2));
    return "parts " + EnglishOrdinals.number(match.group(1)) + "-" + last + "/" + of;
  }

  private static String ordinal(String word) {
    int number = EnglishOrdinals.number(word);
    return number == 0 ? word : ordinal(number);
  }

  private static String ordinal(int number) {
    return number + "th";
  }

  private static int roman(String digits) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = roman(digits.charAt(i));
      boolean subtracted = i + 1 < digits.length() && digit < roman(digits.charAt(i + 1));
      value += subtracted ? -digit : digit;
    }
    return value;
  }

  private static int roman(char letter) {
    return letter == 'x' ? 10 : letter == 'v' ? 5 : 1;
  }

  private static int han(String digits) {
    int ten = digits.indexOf('十');
    if (ten < 0) {
      return hanDigit(digits.charAt(0));
    }
    int last = digits.length() - 1;
    int units = ten == last ? 0 : hanDigit(digits.charAt(last));
    return (ten == 0 ? 1 : hanDigit(digits.charAt(0))) * 10 + units;
  }

  private static int hanDigit(char digit) {
    return "一二三四五六七八九".indexOf(digit) + 1;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String padded(String digits) {
    return String.format(Locale.ROOT, "%04d", number(digits));
  }
}
