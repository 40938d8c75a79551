package io.artrec.llm.description;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Articles of English nouns, and lists of them. Immutable and thread-safe. */
final class EnglishNouns {
  private static final Set<String> PLURALS = Set.of("men", "women", "children", "people", "geese");
  private static final Map<String, String> ARTICLES = read();

  private EnglishNouns() {}

  private static Map<String, String> read() {
    Map<String, String> articles = new HashMap<>();
    String file = "english-nouns.txt";
    try (InputStream in =
            Objects.requireNonNull(EnglishNouns.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", -1))
          .forEach(
              cells ->
                  Arrays.stream(cells[1].strip().split(",\\s*", -1))
                      .forEach(noun -> articles.put(noun, cells[0])));
    } catch (IOException e) {
      throw new UncheckedIOException("reading description/" + file + " from the library's jar", e);
    }
    return articles;
  }

  /**
   * {@code a boat}, {@code an angel}, {@code the sea}, {@code snow}, {@code clouds}, names as they
   * are.
   */
  static String indefinite(String noun) {
    String article = article(noun);
    return switch (article) {
      case "none" -> noun;
      case "the" -> "the " + noun;
      default -> (isVowel(noun) ? "an " : "a ") + noun;
    };
  }

  /** {@code the boat}, {@code the snow}; names as they are. */
  static String definite(String noun) {
    return isName(noun) ? noun : "the " + noun;
  }

  /** Whether one may ask to find it: it can be counted, or there is one. */
  static boolean isThing(String noun) {
    return !article(noun).equals("none") || isPlural(noun);
  }

  private static String article(String noun) {
    String known = ARTICLES.get(noun);
    if (known != null) {
      return known;
    }
    return isName(noun) || isPlural(noun) || !noun.matches("[a-z].*") ? "none" : "a";
  }

  private static boolean isName(String noun) {
    return !noun.equals(noun.toLowerCase(Locale.ROOT));
  }

  private static boolean isPlural(String noun) {
    String last = noun.substring(noun.lastIndexOf(' ') + 1);
    return PLURALS.contains(last) || (last.endsWith("s") && !last.matches(".*(?:ss|us|is)"));
  }

  private static boolean isVowel(String noun) {
    return noun.matches("(?i)[aeio].*|u(?!ni|se|ku).*|hour.*|heir.*");
  }

  /** {@code a, b and c}. */
  static String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
