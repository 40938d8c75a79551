package io.artrec.text.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with their cues, read from the lists in this package's resources. Words of a
 * phrase are kept apart by single spaces, a hyphen counts as a space. Immutable and thread-safe.
 */
final class Wordlist {
  private static final String SIGNS = "emoji.txt";
  private static final Wordlist ENGLISH =
      new Wordlist(new HashMap<>()).read("english-modifiers.txt", "english-words.txt", SIGNS);
  private static final Wordlist CHINESE =
      new Wordlist(ENGLISH.cues).read("chinese-modifiers.txt", "chinese-words.txt");

  private final Map<String, Cue> cues;
  private final Map<String, Integer> mostParts = new HashMap<>();

  private Wordlist(Map<String, Cue> cues) {
    this.cues = new HashMap<>(cues);
    cues.keySet().forEach(this::index);
  }

  static Wordlist english() {
    return ENGLISH;
  }

  /** Chinese, and English for the English words in it. */
  static Wordlist chinese() {
    return CHINESE;
  }

  /** This list with other opinions; 0 makes a word carry none. */
  Wordlist with(Map<String, Double> opinions) {
    Map<String, Cue> changed = new HashMap<>(cues);
    opinions.forEach(
        (word, value) ->
            changed.merge(
                key(word), Cue.NONE.withValue(value), (old, one) -> old.withValue(value)));
    return new Wordlist(changed);
  }

  @Nullable Cue get(String key) {
    return cues.get(key);
  }

  /** The most words, or characters where words are not spaced, of phrases with this beginning. */
  int mostParts(String first) {
    return mostParts.getOrDefault(first, 0);
  }

  /** How many words and phrases carry an opinion. */
  int opinions() {
    return (int) cues.values().stream().filter(cue -> cue.value() != 0).count();
  }

  static String key(String phrase) {
    return phrase.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s+", " ");
  }

  private Wordlist read(String... resources) {
    for (String resource : resources) {
      try (InputStream in = Wordlist.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("artrec-text is incomplete: it lacks " + resource);
        }
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.isBlank() && !line.startsWith("#")) {
            readLine(line, resource.equals(SIGNS));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + resource + " of artrec-text", e);
      }
    }
    return this;
  }

  private void readLine(String line, boolean signs) {
    int colon = line.indexOf(':');
    String head = line.substring(0, colon);
    String[] phrases = line.substring(colon + 1).strip().split(signs ? "\\s+" : ",", -1);
    boolean opinion = head.charAt(0) == '-' || Character.isDigit(head.charAt(0));
    String[] parts = head.split(" ");
    for (String phrase : phrases) {
      String key = signs ? phrase : key(phrase);
      if (!key.isEmpty()) {
        put(key, head, opinion, parts);
        if (key.contains("n't ")) {
          put(key.replace("n't ", "nt "), head, opinion, parts);
        }
      }
    }
  }

  private void put(String key, String head, boolean opinion, String[] parts) {
    Cue old = cues.getOrDefault(key, Cue.NONE);
    cues.put(
        key,
        opinion
            ? old.withValue(Double.parseDouble(head))
            : old.withKind(
                Cue.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                parts.length > 1 ? Double.parseDouble(parts[1]) : 1));
    index(key);
  }

  private void index(String key) {
    int space = key.indexOf(' ');
    int codePoint = key.codePointAt(0);
    if (Tokens.isHan(codePoint)) {
      mostParts.merge(Character.toString(codePoint), key.length(), Math::max);
    } else {
      String first = space < 0 ? key : key.substring(0, space);
      mostParts.merge(first, (int) key.chars().filter(c -> c == ' ').count() + 1, Math::max);
    }
  }
}
