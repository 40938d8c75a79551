package io.artrec.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.tabular.CsvRecord.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
  private static final List<String> PIECES =
      List.of("a", "é", " ", ",", "\"", "\n", "\r\n", "\r", ";", "'", "1", "::", "\uFFFE", "𝄞");

  private static List<CsvRecord> read(String text, String separator) throws IOException {
    CsvRecords records =
        new CsvRecords(
            new TextReader(null, new StringReader(text), StandardCharsets.UTF_8), separator);
    List<CsvRecord> all = new ArrayList<>();
    for (CsvRecord record = records.next(); record != null; record = records.next()) {
      all.add(record);
    }
    return all;
  }

  private static String random(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String quoted(String field) {
    return "\"" + field.replace("\"", "\"\"") + "\"";
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void wellFormedText_isReadAsItWasWritten(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder();
    List<List<String>> expected = new ArrayList<>();
    for (int record = 0; record < 2_000; record++) {
      int fields = 1 + random.nextInt(5);
      List<String> written = new ArrayList<>();
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < fields; i++) {
        String field = random(random, random.nextInt(50) == 0 ? 3_000 : 6);
        written.add(field);
        boolean plain = !field.isEmpty() && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        cells.add(plain && random.nextBoolean() ? field : quoted(field));
      }
      expected.add(written);
      csv.append(String.join(",", cells)).append(random.nextBoolean() ? "\n" : "\r\n");
    }

    List<CsvRecord> records = read(csv.toString(), ",");

    assertThat(records).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(records.get(i).fields())
          .as("record %d, seed %d", i, seed)
          .isEqualTo(expected.get(i));
    }
    assertThat(records.stream().map(CsvRecord::fault)).containsOnly(Fault.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyText_isReadToItsEnd(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String text = random(random, 40);
      String separator = random.nextBoolean() ? "," : "::";

      List<CsvRecord> records = read(text, separator);

      long lines =
          text.replace("\r\n", "\n").replace('\r', '\n').lines().filter(l -> !l.isEmpty()).count();
      assertThat(records).as(text).hasSizeLessThanOrEqualTo((int) lines);
      assertThat(records.stream().map(CsvRecord::line)).as(text).isSorted().doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"a::b|a;b", "a:b::c|a:b;c", "::|;", "a::::b|a;;b", "'a::b'::c|a::b;c", "a:|a:"})
  void separatorOfTwoCharacters_separatesOutsideQuotes(String text, String fields)
      throws IOException {
    String field =
        read(text.replace('\'', '"'), "::").get(0).fields().stream()
            .collect(Collectors.joining(";"));
    assertThat(field).isEqualTo(fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"\n", "\"\"\"\n", "x,\"y\n", "\"a\"b\n", "\",\"\n", "\"\n\"x\n", "'\"\"\n"})
  void runsOfAnyBrokenLine_takeTimeInProportion(String line) throws IOException {
    assertThat(read(line.repeat(100_000), ",")).isNotEmpty();
  }
}
