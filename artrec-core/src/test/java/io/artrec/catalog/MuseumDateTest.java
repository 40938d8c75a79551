package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class MuseumDateTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "museum-dates.csv", numLinesToSkip = 1)
  void rule_givesItsYears(
      String text, @Nullable Integer first, @Nullable Integer last, @Nullable Boolean approximate) {
    Optional<YearRange> expected =
        first == null || last == null || approximate == null
            ? Optional.empty()
            : Optional.of(new YearRange(first, last, approximate));
    assertThat(MuseumDate.parse(text)).as(text).isEqualTo(expected);
  }

  @Test
  void writtenRange_isReadBack() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2000; i++) {
      int first = random.nextInt(200, 2000);
      int last = first + random.nextInt(100);
      YearRange range = new YearRange(first, last, random.nextBoolean());
      assertThat(MuseumDate.parse(range.toString())).as(range.toString()).contains(range);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1-", "early ", "19th ", "\0", "\uD800", "((((", "c. ", "1800 and "})
  void hostileText_isReadInLinearTime(String piece) {
    assertThat(MuseumDate.parse(piece.repeat(1_000_000 / piece.length()))).isNotNull();
  }

  @Test
  void datesOfTate_agreeWithTheMuseumsOwnFirstYear() throws IOException {
    Path file = sharedData().resolve("tate/paintings.csv");
    assumeTrue(Files.exists(file), "no data at hand");
    int dated = 0;
    int agreed = 0;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String year = row.getField("yearStart");
        if (!year.isBlank()) {
          dated++;
          int expected = (int) Double.parseDouble(year);
          Optional<YearRange> read = MuseumDate.parse(row.getField("dateText"));
          agreed += read.isPresent() && read.get().first() == expected ? 1 : 0;
        }
      }
    }
    assertThat((double) agreed / dated).isGreaterThan(0.97);
  }

  private static Path sharedData() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    return folder == null ? Path.of("absent") : folder.resolve("shared/data");
  }
}
