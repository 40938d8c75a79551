package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void casesOfTwoCalendars_areRight() throws IOException {
    String text = Cases.text("h1-calendar-pairs.csv");
    int checked = 0;
    for (NamedCsvRecord row :
        CsvReader.builder().ofNamedCsvRecord(text.substring(text.indexOf('\n') + 1))) {
      assertThat(MuseumDate.parse(row.getField("text")))
          .contains(
              YearRange.of(
                  Integer.parseInt(row.getField("first")), Integer.parseInt(row.getField("last"))));
      checked++;
    }
    assertThat(checked).isEqualTo(3);
  }

  /** Every Hijri year, alone and beside the common era, against the calendar's own mean length. */
  @Test
  void hijriYears_fallWhereTheirMeanLengthPuts() {
    for (int year = 1; year < 1500; year++) {
      double begin = 622.54 + (year - 1) * 354.36667 / 365.2425;
      YearRange alone = MuseumDate.parse("A.H. " + year).orElseThrow();

      assertThat(alone.first())
          .as("A.H. " + year)
          .isBetween((int) (begin - 0.1), (int) (begin + 0.1));
      assertThat(alone.last() - alone.first()).isBetween(0, 1);
      assertThat(MuseumDate.parse("A.H. " + year + "/" + alone.first() + " CE"))
          .contains(YearRange.of(alone.first()));
      assertThat(MuseumDate.parse(alone.first() + " (" + year + " AH)"))
          .contains(YearRange.of(alone.first()));
    }
  }

  /** Decades, centuries and millennia with every modifier, against thirds, halves and quarters. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void partsOfSpans_areReadToTheirDefinition(boolean bce) {
    String era = bce ? " BCE" : " CE";
    for (int number = 1; number <= 3; number++) {
      int first = bce ? -1000 * number : 1000 * (number - 1);
      String millennium =
          number + (number == 1 ? "st" : number == 2 ? "nd" : "rd") + " millennium" + era;
      assertPart("early " + millennium, first, 0, 334, bce);
      assertPart("mid-" + millennium, first, 334, 667, bce);
      assertPart("late " + millennium, first, 667, 1000, bce);
      assertPart("first half of the " + millennium, first, 0, 500, bce);
      assertPart("second quarter of the " + millennium, first, 250, 500, bce);
    }
    for (int century = 4; century <= 21; century++) {
      int first = bce ? -100 * century : 100 * (century - 1);
      String written = century + "th century" + era;
      for (int decade = 1; decade <= 9; decade++) {
        String ordinal =
            List.of(
                    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                    "ninth")
                .get(decade - 1);
        assertPart(
            ordinal + " decade of the " + written, first, 10 * decade - 10, 10 * decade, bce);
      }
      assertPart("last two decades of the " + written, first, 80, 100, bce);
    }
    for (int decade = 110; decade < 990; decade += decade % 100 == 90 ? 20 : 10) {
      int first = bce ? -decade - 9 : decade;
      assertPart("early " + decade + "s" + era, first, 0, 4, bce);
      assertPart("mid-" + decade + "s" + era, first, 4, 7, bce);
      assertPart(decade + "s" + era, first, 0, 10, bce);
    }
  }

  private static void assertPart(String text, int first, int from, int to, boolean bce) {
    int begin = bce ? first + from : Math.max(1, first + from);
    assertThat(MuseumDate.parse(text)).as(text).contains(YearRange.of(begin, first + to - 1));
  }

  /** A verb that no list holds is of something later than the making. */
  @ParameterizedTest
  @ValueSource(
      strings = {"hammered", "embossed", "woven", "knitted", "lacquered", "minted", "enlarged"})
  void anyVerb_isLaterThanTheDesign(String verb) {
    assertThat(MuseumDate.parse("designed 1917, " + verb + " 1964")).contains(YearRange.of(1917));
    assertThat(MuseumDate.parse("1917 (" + verb + " 1964)").map(YearRange::first)).contains(1917);
    assertThat(MuseumDate.parse(verb + " 1964")).contains(YearRange.of(1964));
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
  @ValueSource(
      strings = {
        "1",
        "1-",
        "early ",
        "19th ",
        "\0",
        "\uD800",
        "((((",
        "c. ",
        "1800 and ",
        "designed 1 ",
        "a.h. 1",
        "in the style of ",
        "1st decade of ",
        "ed ",
        "189?",
        "a) ",
        "parts 1-"
      })
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
