package io.artrec.text.wordvector;

import java.util.List;
import java.util.Objects;

/**
 * Word vectors and what was wrong with their file.
 *
 * @param vectors what could be read
 * @param format what the file was
 * @param skipped how many words were left out because their lines could not be used
 * @param problems the first of them, each with its line (in binary files, its word's number)
 */
public record LoadedWordVectors(
    WordVectors vectors, WordVectorFormat format, long skipped, List<String> problems) {
  /** Validates the parts. */
  public LoadedWordVectors {
    Objects.requireNonNull(vectors, "vectors");
    Objects.requireNonNull(format, "format");
    problems = List.copyOf(problems);
  }
}
