package io.artrec.llm.conversation;

import io.artrec.words.internal.EnglishOrdinals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is said of works by their places: "more like the second", "not the first", 喜欢第三件.
 * Stateless; every pattern is bounded, so a text takes O(characters).
 */
final class ReferenceReader {
  private static final List<String> ORDINALS = EnglishOrdinals.WORDS.subList(0, 10);
  private static final String DIGITS = "零一二三四五六七八九十";

  private static final String ORDINAL =
      "(?:(?:the |number |no\\. ?|# ?){0,2}"
          + "(?:"
          + String.join("|", ORDINALS)
          + "|last"
          + "|1st|2nd|3rd|[4-9]th|10th|(?<=number |no\\. |no\\.|# |#)\\d{1,2})\\b"
          + "(?! (?:half|third|quarter|century|centuries|decade|world|empire))"
          + "(?: (?:one|work|picture|painting|print)\\b)?)";
  private static final String SOME = ORDINAL + "(?:(?:, and |, | and | or )" + ORDINAL + "){0,9}";
  private static final String HAN_ORDINAL = "(?:第 ?[一二三四五六七八九十两0-9]{1,2} ?[件个幅张款副]|最后一?[件个幅张款副])";
  private static final String HAN_SOME = HAN_ORDINAL + "(?:[和跟与、及]" + HAN_ORDINAL + "){0,9}";

  private static final List<Pattern> DISLIKED =
      List.of(
          words(
              "\\b(?:i|we) (?:don['’]?t|do not|didn['’]?t|did not) (?:really )?"
                  + "(?:like|love|want|care for) ("
                  + SOME
                  + ")"),
          words("\\b(?:not|without|drop|except|anything but) (" + SOME + ")"),
          words("(?:不喜欢|不要|不想要|去掉|除了|别要)(" + HAN_SOME + ")(?:以外|之外)?"),
          words("(" + HAN_SOME + ")(?:我)?(?:不要|不喜欢|不好看|不行)"));
  private static final List<Pattern> ALIKE =
      List.of(
          words(
              "\\b(?:(?:some |any |many )?(?:more|something|anything|works?|others?|pictures?|ones?)"
                  + " )?(?:just )?(?:like|similar to|along the lines of) ("
                  + SOME
                  + ")"),
          words("(?:更像|像|类似于?|和|跟|与)(" + HAN_SOME + ")(?:那样|这样|一样|类似|相似|相近|差不多)?的?"),
          words("(" + HAN_SOME + ")(?:那样|这样|那种|这种|类似)的?"));
  private static final List<Pattern> LIKED =
      List.of(
          words(
              "\\b(?:i|we) (?:really |do |quite )?(?:like|liked|love|loved|enjoy|prefer) ("
                  + SOME
                  + ")"),
          words(
              "("
                  + SOME
                  + ") (?:is|are|looks?) (?:really |very |quite )?"
                  + "(?:nice|lovely|great|beautiful|good|wonderful|fine)\\b"),
          words("(?:更喜欢|喜欢|中意|爱)(" + HAN_SOME + ")"),
          words("(" + HAN_SOME + ")(?:很|真|非常|最)?(?:不错|好看|喜欢|漂亮|美)"));
  private static final Pattern ANY = words(ORDINAL + "|" + HAN_ORDINAL);
  private static final Pattern HAN_NUMBER = Pattern.compile("[一二三四五六七八九十两]{1,2}|\\d{1,2}");

  private final int size;
  private final List<Integer> missing = new ArrayList<>();
  private String rest;

  /**
   * Reads a text.
   *
   * @param text what was said
   * @param size how many works were shown last
   */
  ReferenceReader(String text, int size) {
    this.size = size;
    rest = text;
  }

  private static Pattern words(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  Utterance.References read() {
    List<Integer> disliked = take(DISLIKED);
    List<Integer> liked = take(LIKED);
    List<Integer> alike = take(ALIKE);
    return new Utterance.References(alike, liked, disliked, missing);
  }

  /** What was said beside. */
  String rest() {
    return rest;
  }

  private List<Integer> take(List<Pattern> patterns) {
    List<Integer> places = new ArrayList<>();
    for (Pattern pattern : patterns) {
      Matcher found = pattern.matcher(rest);
      for (MatchResult match : found.results().toList()) {
        ANY.matcher(match.group(1))
            .results()
            .forEach(ordinal -> add(place(ordinal.group()), places));
      }
      rest = found.replaceAll(" ");
    }
    return places;
  }

  private void add(int place, List<Integer> places) {
    if (place < 1 || place > size) {
      missing.add(place);
    } else if (!places.contains(place - 1)) {
      places.add(place - 1);
    }
  }

  /** Counted from 1. */
  private int place(String ordinal) {
    String plain = ordinal.toLowerCase(Locale.ROOT);
    if (plain.contains("last") || plain.contains("最后")) {
      return size;
    }
    for (String named : ORDINALS) {
      if (plain.contains(named)) {
        return EnglishOrdinals.number(named);
      }
    }
    Matcher number = HAN_NUMBER.matcher(plain);
    return number.find() ? value(number.group()) : 0;
  }

  private static int value(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return Integer.parseInt(number);
    }
    String digits = number.replace('两', '二');
    int first = DIGITS.indexOf(digits.charAt(0));
    if (digits.length() == 1) {
      return first;
    }
    int second = DIGITS.indexOf(digits.charAt(1));
    return digits.charAt(0) == '十' ? 10 + second : first * 10;
  }
}
