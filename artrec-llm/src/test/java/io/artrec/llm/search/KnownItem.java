package io.artrec.llm.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A question that was written from one record.
 *
 * @param id the record's work
 * @param question what somebody asks who has that work in mind
 */
record KnownItem(String id, String question) {
  /** Reads questions, a work's id and a tab before each. */
  static List<KnownItem> read(String file) {
    return lines(file).stream()
        .map(line -> line.split("\t", -1))
        .map(cells -> new KnownItem(cells[0], cells[1]))
        .toList();
  }

  /** The lines of a test resource but for those that begin with a hash. */
  static List<String> lines(String file) {
    try (InputStream in = Objects.requireNonNull(KnownItem.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
