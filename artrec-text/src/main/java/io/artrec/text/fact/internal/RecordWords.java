package io.artrec.text.fact.internal;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words that records are written in (media, genres, movements, techniques, colors) in English and
 * Chinese, some 170 of them. Immutable and thread-safe.
 */
public final class RecordWords {
  private final Map<String, Entry> byWord = new HashMap<>();

  private record Entry(List<String> english, List<String> chinese) {}

  private RecordWords() {}

  /** Held until first used. */
  private static final class Standard {
    private static final RecordWords WORDS = read();

    private Standard() {}
  }

  /**
   * Returns the words that come with the library.
   *
   * @return the same words at every call
   */
  public static RecordWords standard() {
    return Standard.WORDS;
  }

  private static RecordWords read() {
    RecordWords words = new RecordWords();
    String file = "record-words.txt";
    try (InputStream in =
            Objects.requireNonNull(RecordWords.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException("reading fact/record-words.txt from the library's jar", e);
    }
    return words;
  }

  private void add(String line) {
    List<List<String>> sides =
        Arrays.stream(line.split("\\s*\\|\\s*", -1))
            .map(side -> List.of(side.strip().split("\\s*;\\s*", -1)))
            .toList();
    Entry entry = new Entry(sides.get(0), sides.get(1));
    entry.english().forEach(word -> byWord.putIfAbsent(word, entry));
    entry.chinese().forEach(word -> byWord.putIfAbsent(word, entry));
  }

  /**
   * Puts a word into a language.
   *
   * @param word a word or phrase, in either language and any case
   * @param language Chinese for {@code zh}, else English
   * @return what it is called there, in lower case; empty when the word is not known
   */
  public Optional<String> in(Locale language, String word) {
    return Optional.ofNullable(byWord.get(word.strip().toLowerCase(Locale.ROOT)))
        .map(entry -> (isChinese(language) ? entry.chinese() : entry.english()).get(0));
  }

  /**
   * Returns everything that a word is also called.
   *
   * @param word a word or phrase, in either language and any case
   * @return its names in both languages; itself alone when it is not known
   */
  public List<String> names(String word) {
    Entry entry = byWord.get(word.strip().toLowerCase(Locale.ROOT));
    if (entry == null) {
      return List.of(word);
    }
    return Stream.concat(entry.english().stream(), entry.chinese().stream()).toList();
  }

  static boolean isChinese(Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
