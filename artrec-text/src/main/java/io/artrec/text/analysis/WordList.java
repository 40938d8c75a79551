package io.artrec.text.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lists of words, one a line; empty lines and those that begin with a hash are passed over. */
final class WordList {
  private WordList() {}

  /** Reads a list that comes with the library. */
  static List<String> bundled(String file) {
    try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(reader);
    } catch (IOException e) {
      throw new IllegalStateException("reading " + file + " from the library's jar", e);
    }
  }

  /** Reads a list, each line cleaned. */
  static List<String> read(BufferedReader reader) throws IOException {
    List<String> words = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String word = TextCleaning.standard().clean(line);
      if (!word.isEmpty() && word.charAt(0) != '#') {
        words.add(word);
      }
    }
    return words;
  }
}
