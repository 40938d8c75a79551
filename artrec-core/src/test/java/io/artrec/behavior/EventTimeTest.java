package io.artrec.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20010101|2001-01-01T00:00:00Z",
        "20010101T001240Z|2001-01-01T00:12:40Z",
        "20010101T001240.5+0200|2000-12-31T22:12:40.500Z",
        "20010101T0012|2001-01-01T00:12:00Z",
        "20010101 00:12:40|2001-01-01T00:12:40Z",
        "20010101001240|2001-01-01T00:12:40Z",
        "200101010012|2001-01-01T00:12:00Z",
        "2001-01-01T00:12:40+0200|2000-12-31T22:12:40Z",
        "2001-01-01T00:12:40+02|2000-12-31T22:12:40Z",
        "2001-01-01T00:12:40-05:30|2001-01-01T05:42:40Z",
        "2001-01-01 00:12:40 +02:00|2000-12-31T22:12:40Z",
        "2001-01-01 00:12:40 UTC|2001-01-01T00:12:40Z",
        "2001-01-01 00:12:40 UTC+2|2000-12-31T22:12:40Z",
        "2001-01-01 00:12:40 gmt|2001-01-01T00:12:40Z",
        "2001-01-01t00:12:40z|2001-01-01T00:12:40Z",
        "2001-01-01  00:12|2001-01-01T00:12:00Z",
        "2001-01-01T00|2001-01-01T00:00:00Z",
        "2001-07-01 12:00 Europe/Berlin|2001-07-01T10:00:00Z",
        "2001-07-01T12:00:00+02:00[Europe/Paris]|2001-07-01T10:00:00Z",
        "2001-07-01 12:00 CEST|2001-07-01T10:00:00Z",
        "2001-01-01 12:00 EST|2001-01-01T17:00:00Z",
        "2001-01-01T00:12:40.1Z|2001-01-01T00:12:40.100Z",
        "2001-01-01T00:12:40,123456Z|2001-01-01T00:12:40.123Z",
        "2001-01-01T00:12:40.123456789Z|2001-01-01T00:12:40.123Z",
        "2001-01-01T24:00:00Z|2001-01-02T00:00:00Z",
        "2000-12-31T23:59:60Z|2001-01-01T00:00:00Z",
        "2001-1-2|2001-01-02T00:00:00Z",
        "2001/01/31 8:05|2001-01-31T08:05:00Z",
        "2001.01.31|2001-01-31T00:00:00Z",
        "2001-031|2001-01-31T00:00:00Z",
        "2001-W05-3|2001-01-31T00:00:00Z",
        "2001W053|2001-01-31T00:00:00Z",
        "2001-01|2001-01-01T00:00:00Z",
        "2001-01-01Z|2001-01-01T00:00:00Z",
        "2001-01-01+02:00|2000-12-31T22:00:00Z",
        "2001年1月31日 8:05|2001-01-31T08:05:00Z",
        "2001-01-31 12:05 AM|2001-01-31T00:05:00Z",
        "2001-01-31 1:05:09 pm|2001-01-31T13:05:09Z",
        "Mon, 01 Jan 2001 00:12:40 GMT|2001-01-01T00:12:40Z",
        "01/Jan/2001:00:12:40 +0200|2000-12-31T22:12:40Z",
        "Mon Jan 01 00:12:40 CET 2001|2000-12-31T23:12:40Z",
        "January 31, 2001|2001-01-31T00:00:00Z",
        "31 Sept 2001|",
        "1 Sept 2001|2001-09-01T00:00:00Z",
        "978307960|2001-01-01T00:12:40Z",
        "978307960.25|2001-01-01T00:12:40.250Z",
        "978307960123|2001-01-01T00:12:40.123Z",
        "978307960123456|2001-01-01T00:12:40.123Z",
        "978307960123456789|2001-01-01T00:12:40.123Z",
        "9.7830796e8|2001-01-01T00:12:40Z",
        "-1|1969-12-31T23:59:59Z"
      })
  void timeInAnyForm_isRead(String written, Instant expected) {
    assertThat(EventTime.parse(written).stream().mapToObj(Instant::ofEpochMilli))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20011301",
        "20010230",
        "2001-02-30",
        "2001-13-01",
        "01/02/2001",
        "31.12.2001",
        "2001-01-01T25:00",
        "2001-01-01 13:00 PM",
        "2001-01-01 00:12 CST",
        "2001-01-01 00:12 Mars/Base",
        "2001-01-01T00:12+25:00",
        "yesterday",
        "12:40",
        "1e20",
        "99999-01-01",
        "2001-01-01T00:12:40Z and more"
      })
  void whatIsNoTimeOrMayBeTwo_isNone(String written) {
    assertThat(EventTime.parse(written)).isEmpty();
  }

  @Test
  void fileOfTheThree_isReadWhole() {
    LoadedInteractions loaded =
        InteractionsLoader.csv(Path.of("src/test/resources/io/artrec/cases/h8-times.csv")).load();

    assertThat(loaded.report().isClean()).isTrue();
    assertThat(loaded.interactions().stream().map(event -> event.time().orElseThrow()))
        .containsExactly(
            Instant.parse("2000-12-31T22:12:40Z"),
            Instant.parse("2001-01-01T00:12:40Z"),
            Instant.parse("2001-01-01T00:00:00Z"));
  }

  @Test
  void timesOfLongAgo_areTakenInAndRemarkedOn() {
    LoadedInteractions loaded =
        InteractionsLoader.csv(
                new StringReader("user,item,time\na,w,2026\na,x,5\na,y,1260759144\n"))
            .load();

    assertThat(loaded.interactions().epochMillis(0)).isEqualTo(2_026_000L);
    assertThat(loaded.report().isClean()).isTrue();
    assertThat(loaded.report().remarks())
        .containsExactly(
            "2 times lie outside the years 1990 to 2099 (line 2: '2026', read as"
                + " 1970-01-01T00:33:46Z); numbers count seconds from 1970, from 10^11 on milliseconds,"
                + " from 10^14 on microseconds");
    assertThat(loaded.report().toString()).contains("\n  2 times lie outside");
  }

  @Test
  void runsOfAnyCharacter_takeNoTime() {
    for (String run : List.of(" ", "1", "-", ":", "a", "Z", "+", "年", "[", ".", "T")) {
      assertThat(EventTime.parse("2001-01-01 " + run.repeat(100_000) + "x")).isEmpty();
      assertThat(EventTime.parse(run.repeat(70) + "x")).isEmpty();
      assertThat(EventTime.parse("Mon, 01 Jan 2001 " + run.repeat(50) + "x")).isEmpty();
    }
  }
}
