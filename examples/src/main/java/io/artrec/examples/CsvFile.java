package io.artrec.examples;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.artrec.tabular.CsvCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * CSV files as the programs write them: beside and renamed, so that no half a file is ever there.
 * Empty cells are quoted: a row of one would be a blank line, which readers skip. What a
 * spreadsheet would take for a formula is written as {@link CsvCell}.
 */
final class CsvFile {
  private CsvFile() {}

  static void write(Path file, List<String> header, Iterable<List<String>> rows)
      throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (CsvWriter csv =
          CsvWriter.builder()
              .quoteStrategy(QuoteStrategies.EMPTY)
              .build(beside, StandardCharsets.UTF_8)) {
        csv.writeRecord(header);
        rows.forEach(row -> csv.writeRecord(row.stream().map(CsvCell::of).toList()));
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
