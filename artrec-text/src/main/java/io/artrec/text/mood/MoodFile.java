package io.artrec.text.mood;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32C;

/** Reads the lines of a file of moods. */
final class MoodFile {
  /** A word of the file; what is ambiguous also names things that are no mood. */
  record Entry(MoodWord word, boolean ambiguous) {}

  private final List<Mood> moods = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  private MoodFile() {}

  static MoodFile read(String file, List<String> lines) {
    MoodFile read = new MoodFile();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        read.line(file + ", line " + (i + 1), line);
      }
    }
    return read;
  }

  /** The lines of a file of this package. */
  static List<String> bundled(String file) {
    try (InputStream in = Objects.requireNonNull(MoodFile.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file + " from the library's jar", e);
    }
  }

  /** Identifies what was read of a file: 8 hexadecimal digits. */
  static String fingerprint(Collection<?> entries) {
    CRC32C sum = new CRC32C();
    for (Object entry : entries) {
      sum.update((entry + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  List<Mood> moods() {
    return moods;
  }

  List<Entry> entries() {
    return entries;
  }

  private void line(String place, String line) {
    String[] parts = line.strip().split("\\s*\\|\\s*", -1);
    boolean words = line.startsWith(" ");
    if (parts.length > 3 || parts.length < (words ? 2 : 3) || (words && moods.isEmpty())) {
      throw new IllegalArgumentException(
          place + ": '" + line + "' is neither a mood nor the words of one");
    }
    if (!words) {
      Mood mood = new Mood(parts[0].replace("?", ""), parts[1], affect(place, parts[2]));
      moods.add(mood);
      words(mood, mood.affect(), parts[0]);
      words(mood, mood.affect(), parts[1]);
      return;
    }
    Mood mood = moods.get(moods.size() - 1);
    Affect affect = parts.length == 3 ? affect(place, parts[2]) : mood.affect();
    words(mood, affect, parts[0]);
    words(mood, affect, parts[1]);
  }

  private void words(Mood mood, Affect affect, String list) {
    for (String written : list.split(";", -1)) {
      boolean ambiguous = written.endsWith("?");
      String word = written.replace("?", "").strip();
      if (!word.isEmpty()) {
        entries.add(new Entry(new MoodWord(word, mood, affect), ambiguous));
      }
    }
  }

  static Affect affect(String place, String text) {
    String[] numbers = text.split("\\s+", -1);
    if (numbers.length != 2) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s: '%s' is not valence and arousal", place, text));
    }
    return new Affect(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }
}
