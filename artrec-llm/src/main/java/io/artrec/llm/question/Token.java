package io.artrec.llm.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word as questions and records are compared: without case and accents; a Chinese character each.
 *
 * @param word what is compared
 * @param capital whether it is written with a capital, or Chinese
 */
record Token(String word, boolean capital) {
  private static final Pattern WORDS = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    Matcher word = WORDS.matcher(plain);
    while (word.find()) {
      int first = word.group().codePointAt(0);
      tokens.add(
          new Token(
              word.group().toLowerCase(Locale.ROOT),
              Character.isUpperCase(first)
                  || Character.isIdeographic(first)
                  || Character.isDigit(first)));
    }
    return tokens;
  }

  /** The words of a text with spaces between, as keys of phrases. */
  static String key(String text) {
    return key(of(text));
  }

  static String key(List<Token> tokens) {
    StringBuilder key = new StringBuilder();
    for (Token token : tokens) {
      key.append(key.length() == 0 ? "" : " ").append(token.word());
    }
    return key.toString();
  }

  static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  boolean isHan() {
    return Character.isIdeographic(word.codePointAt(0));
  }
}
