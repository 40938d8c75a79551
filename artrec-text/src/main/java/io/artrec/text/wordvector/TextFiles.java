package io.artrec.text.wordvector;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes word vectors as text. */
final class TextFiles {
  private TextFiles() {}

  static void write(Path file, List<String> words, VectorRows rows) {
    for (String word : words) {
      if (word.isEmpty() || word.chars().anyMatch(c -> c == ' ' || c == '\n' || c == '\r')) {
        throw new WordVectorException(
            "cannot write word vectors as text: word '"
                + word.replace("\n", "\\n").replace("\r", "\\r")
                + "' is empty or has a space in it, and the format separates by spaces; save them"
                + " with save instead");
      }
    }
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
        out.write(words.size() + " " + rows.width() + "\n");
        for (int w = 0; w < words.size(); w++) {
          out.write(words.get(w));
          float[] block = rows.block(w);
          int at = rows.offset(w);
          for (int d = 0; d < rows.width(); d++) {
            out.write(' ');
            out.write(Float.toString(block[at + d]));
          }
          out.write('\n');
        }
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WordVectorException("cannot write word vectors to " + file + ": " + e, e);
    } finally {
      deleteQuietly(beside);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
