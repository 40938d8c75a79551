package io.artrec.llm.summary;

import io.artrec.text.analysis.TextAnalysis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that tell from which point of view a sentence speaks. Immutable and thread-safe;
 * O(characters × Chinese words) a sentence.
 */
final class PerspectiveWords {
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)1\\d{3}(?!\\d)|(?<!\\d)20\\d\\d(?!\\d)");
  private static final Map<Perspective, PerspectiveWords> ALL = read();

  private final Perspective perspective;
  private final Set<String> stems = new HashSet<>();
  private final Set<String> chinese = new LinkedHashSet<>();

  private PerspectiveWords(Perspective perspective) {
    this.perspective = perspective;
  }

  private static Map<Perspective, PerspectiveWords> read() {
    Map<Perspective, PerspectiveWords> all = new EnumMap<>(Perspective.class);
    for (Perspective perspective : Perspective.values()) {
      PerspectiveWords words = new PerspectiveWords(perspective);
      String file = perspective.name().toLowerCase(Locale.ROOT) + ".txt";
      try (InputStream in =
              Objects.requireNonNull(PerspectiveWords.class.getResourceAsStream(file), file);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .flatMap(line -> List.of(line.split(",\\s*", -1)).stream())
            .forEach(words::add);
      } catch (IOException e) {
        throw new UncheckedIOException("reading summary/" + file + " from the library's jar", e);
      }
      all.put(perspective, words);
    }
    return all;
  }

  private void add(String word) {
    if (isChinese(word)) {
      chinese.add(word);
    } else {
      stems.addAll(TextAnalysis.english().terms(word));
    }
  }

  /** The points of view that most of a sentence's words speak from; none where no word does. */
  static Set<Perspective> of(String sentence) {
    Map<Perspective, Integer> counts = new EnumMap<>(Perspective.class);
    ALL.forEach((perspective, words) -> counts.put(perspective, words.count(sentence)));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Set<Perspective> views = new LinkedHashSet<>();
    counts.forEach(
        (perspective, count) -> {
          if (count > 0 && count == most) {
            views.add(perspective);
          }
        });
    return views;
  }

  private int count(String sentence) {
    int count = perspective == Perspective.HISTORY && YEAR.matcher(sentence).find() ? 1 : 0;
    for (String word : chinese) {
      count += sentence.contains(word) ? 1 : 0;
    }
    for (String term : TextAnalysis.english().terms(sentence)) {
      count += stems.contains(term) ? 1 : 0;
    }
    return count;
  }

  static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
