package io.artrec.text.subject;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and texts as they are compared: case, accents, hyphens and possessives do not matter. */
final class SubjectWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b|['’]");
  private static final Pattern GAP = Pattern.compile("[\\s\\-‐-–]+");
  private static final Pattern ENDS_IES = Pattern.compile(".*[^aeiou]y");
  private static final Pattern ENDS_F = Pattern.compile(".*(?:[aeo]lf|eaf|oaf|rf)");
  private static final Pattern ENDS_FE = Pattern.compile(".*(?:ife)");
  private static final Pattern ENDS_ES = Pattern.compile(".*(?:s|x|z|ch|sh)");
  private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "foot", "feet",
          "tooth", "teeth",
          "goose", "geese",
          "mouse", "mice",
          "ox", "oxen",
          "person", "persons");

  private SubjectWords() {}

  /** What names are looked up by. */
  static String key(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String words = POSSESSIVE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
    return GAP.matcher(words).replaceAll(" ").strip();
  }

  /** How many words a name has. */
  static int count(String name) {
    return GAP.split(key(name), -1).length;
  }

  /** The stable identity of what has this first English name. */
  static String id(String name) {
    return NOT_SLUG.matcher(key(name)).replaceAll("-").replaceAll("^-|-$", "");
  }

  /** A key and its plural forms, of the last word and of the word before {@code of}, by rule. */
  static Set<String> forms(String key) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(key);
    int last = key.lastIndexOf(' ') + 1;
    forms.add(key.substring(0, last) + plural(key.substring(last)));
    int of = key.indexOf(" of ");
    if (of > 0) {
      int head = key.lastIndexOf(' ', of - 1) + 1;
      forms.add(key.substring(0, head) + plural(key.substring(head, of)) + key.substring(of));
    }
    return forms;
  }

  /**
   * What several works show, of a label: {@code same} as it is, {@code the} with the article, other
   * words instead; unless said otherwise names stay as they are and all else is in the plural.
   */
  static String spoken(String label, String how) {
    return switch (how) {
      case "same" -> label;
      case "the" -> "the " + label;
      case "" -> Character.isUpperCase(label.codePointAt(0)) ? label : several(label);
      default -> how;
    };
  }

  private static String several(String label) {
    int of = label.indexOf(" of ");
    int end = of > 0 ? of : label.length();
    int head = label.lastIndexOf(' ', end - 1) + 1;
    return label.substring(0, head) + plural(label.substring(head, end)) + label.substring(end);
  }

  private static String plural(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.endsWith("man")
        && !word.equals("human")
        && !word.equals("roman")
        && !word.equals("shaman")) {
      return word.substring(0, word.length() - 2) + "en";
    }
    if (word.endsWith("child")) {
      return word + "ren";
    }
    if (ENDS_IES.matcher(word).matches()) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    if (ENDS_F.matcher(word).matches()) {
      return word.substring(0, word.length() - 1) + "ves";
    }
    if (ENDS_FE.matcher(word).matches()) {
      return word.substring(0, word.length() - 2) + "ves";
    }
    return ENDS_ES.matcher(word).matches() ? word + "es" : word + "s";
  }

  /** Whether a text has Chinese characters. */
  static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
