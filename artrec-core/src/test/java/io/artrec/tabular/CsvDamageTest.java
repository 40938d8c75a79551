package io.artrec.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionField;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.ArtworkField;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.LoadedCatalog;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage counts by what was lost; no character means anything beside itself. */
class CsvDamageTest {
  private static LoadedCatalog load(String text) {
    return CatalogLoader.csv(new StringReader(text)).load();
  }

  private static List<String> ids(LoadedCatalog loaded) {
    return loaded.catalog().stream().map(Artwork::id).toList();
  }

  @Test
  void quoteThatNeverCloses_endsWithItsLine() {
    LoadedCatalog loaded =
        CatalogLoader.csv(Path.of("src/test/resources/io/artrec/cases/h13-unclosed-quote.csv"))
            .load();

    assertThat(ids(loaded)).containsExactly("1", "3", "4", "5", "6");
    assertThat(loaded.report().problems().stream().map(RowProblem::toString))
        .containsExactly(
            "line 3, column 'title': 'Bridge at dusk,oil'; the quote opened here is never closed;"
                + " expected a closing '\"' (its row was lost, the lines after it were read as rows)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void openQuotesAmongAThousandRows_loseTheirRowsOnly(int seed) {
    Random random = new Random(seed);
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, 1_000).boxed().toList());
    Collections.shuffle(numbers, random);
    List<Integer> broken = numbers.subList(0, seed * 8);
    StringBuilder csv = new StringBuilder("id,title,medium,description\n");
    for (int i = 0; i < 1_000; i++) {
      boolean quotes = random.nextInt(3) == 0;
      String title = quotes ? "\"Harbour, north " + i + "\"" : "Harbour " + i;
      String text = random.nextInt(5) == 0 ? "\"Boats.\nAnd, behind them,\nhouses.\"" : "Boats";
      csv.append(i).append(',');
      csv.append(broken.contains(i) ? "\"Bridge at dusk" : title);
      csv.append(",oil,").append(broken.contains(i) ? "Boats" : text).append('\n');
    }

    LoadedCatalog loaded = load(csv.toString());

    assertThat(loaded.catalog().size()).as("seed %d", seed).isEqualTo(1_000 - broken.size());
    assertThat(ids(loaded))
        .doesNotContainAnyElementsOf(broken.stream().map(String::valueOf).toList());
    assertThat(loaded.report().skipped()).isEqualTo(broken.size());
  }

  @Test
  void rowsBetweenTwoStrayQuotes_areNotSwallowed() {
    StringBuilder csv = new StringBuilder("id,title,medium\n");
    for (int i = 1; i <= 100; i++) {
      String title = i == 20 ? "\"Bridge" : i == 60 ? "Lane\"" : "Field";
      csv.append("w").append(i).append(',').append(title).append(",oil\n");
    }

    LoadedCatalog loaded = load(csv.toString());

    assertThat(loaded.catalog().size()).isEqualTo(99);
    assertThat(loaded.report().problems()).hasSize(1);
    assertThat(loaded.report().problems().get(0).line()).isEqualTo(21);
    assertThat(loaded.catalog().find("w60").orElseThrow().title()).isEqualTo("Lane\"");
  }

  @Test
  void tooManyOpenQuotes_failTheLoad() {
    String row = "%d,\"Open,oil\n";
    String rows =
        IntStream.range(0, 100).mapToObj(i -> row.formatted(i)).reduce("", String::concat);

    assertThatThrownBy(() -> load("id,title,medium\n" + rows + "100,Closed,oil\n"))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("100 of 101 rows have a problem");
  }

  @Test
  void textThatSpansLines_staysOneField() {
    LoadedCatalog loaded =
        load(
            """
            id,title,description,medium,genre,image,price,currency
            1,T,"First line, with a comma,
            second, third, fourth, fifth, sixth, seventh

            ""quoted"" end",oil,x,y,,
            2,U,"one
            two",oil,x,y,,
            """);

    assertThat(ids(loaded)).containsExactly("1", "2");
    assertThat(loaded.report().isClean()).isTrue();
    assertThat(loaded.catalog().get(0).description().orElseThrow()).endsWith("\"quoted\" end");
  }

  @Test
  void textBehindAClosingQuote_costsItsRow() {
    LoadedCatalog loaded = load("id,title\n1,\"The \"Great\" Wave\"\n2,T\n");

    assertThat(ids(loaded)).containsExactly("2");
    assertThat(loaded.report().problems().get(0).toString())
        .isEqualTo(
            "line 2: 'The '; text stands behind the closing quote of this field; expected a separator"
                + " (a quote inside a quoted field is written twice)");
  }

  @Test
  void noncharactersAndSeparators_areTextLikeAnyOther() {
    String odd = "a\uFFFEb\uFFFFc\u001Fd\u001Ee\u2028f";
    LoadedCatalog loaded = load("id,title\n1,\uFFFE\n2," + odd + "\n\uFFFE,T\n4,\"\uFFFE\"\n5,V\n");

    assertThat(ids(loaded)).containsExactly("1", "2", "\uFFFE", "4", "5");
    assertThat(loaded.catalog().find("2").orElseThrow().title()).isEqualTo(odd);
    assertThat(loaded.report().isClean()).isTrue();
    byte[] bytes = "id,title\n1,x\uFFFF\n2,y\uFFFE\n".getBytes(StandardCharsets.UTF_8);
    assertThat(CatalogLoader.csv(new ByteArrayInputStream(bytes)).load().report().loaded())
        .isEqualTo(2);
    assertThat(
            CatalogLoader.jsonLines(new StringReader("{\"id\":1,\"title\":\"\uFFFF\uFFFE\"}\n"))
                .load()
                .catalog()
                .size())
        .isEqualTo(1);
  }

  @Test
  void unitSeparatorInAFileOfTwoColons_isText() {
    assertThat(
            InteractionsLoader.csv(new StringReader("user::item\na\u001Fb::w\n\"c::d\"::w\n"))
                .load()
                .interactions()
                .stream())
        .containsExactly(Interaction.view("a\u001Fb", "w"), Interaction.view("c::d", "w"));
  }

  @Test
  void tooManyColumns_areCalledSo() {
    String header = "id,title" + ",x".repeat(16_384) + "\n";
    assertThatThrownBy(() -> load(header + "1,T\n"))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "cannot load artworks from CSV reader: its first line has more than 16,384 columns, expected"
                + " at most that many (is ',' what separates them?)");
    assertThat(load("id,title\n1,T" + ",".repeat(20_000) + "\n2,U\n").report().problems())
        .hasToString(
            "[line 2: '1'; the row that starts so has more than 16,384 fields, expected 2 as in the first"
                + " line]");
  }

  @Test
  void columnNamedTwice_isReported() {
    LoadReport report = load("id,title,Title\n1,T,U\n").report();

    assertThat(report.isClean()).isFalse();
    assertThat(report.loaded()).isEqualTo(1);
    assertThat(report.problems())
        .hasToString(
            "[line 1, column 'Title'; column 3 has the name of column 2; fields are read from the first"
                + " of them]");
    assertThat(report.toString()).startsWith("1 artwork loaded from CSV reader\n  line 1, column");
  }

  @Test
  void everyLineEnd_endsARow() {
    assertThat(ids(load("id,title\r1,T\r\n2,U\n\r\n3,\"a\r\nb\"\r4,V")))
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void recordsAcrossTheWindowsEdge_areWhole() {
    StringBuilder csv = new StringBuilder("id,title\n");
    for (int i = 0; i < 3_000; i++) {
      csv.append(i).append(",\"").append("é\"\"".repeat(i % 97)).append("x\"\r\n");
    }
    LoadedCatalog loaded = load(csv.toString());

    assertThat(loaded.catalog().size()).isEqualTo(3_000);
    for (int i = 0; i < 3_000; i++) {
      assertThat(loaded.catalog().get(i).title()).isEqualTo("é\"".repeat(i % 97) + "x");
    }
  }

  @Test
  void objectsOfOneLine_areRowsOfTheirOwn() {
    LoadedCatalog loaded =
        CatalogLoader.jsonLines(
                new StringReader(
                    """
                    {"id":1,"title":"}{\\""}{"id":2,"title":"U"}, {"id":3,"title":"V"}
                    {"id":4,"title":"W"}{"id":5,
                    """))
            .load();

    assertThat(ids(loaded)).containsExactly("1", "2", "3", "4");
    assertThat(loaded.report().problems()).hasSize(1);
    assertThat(loaded.report().problems().get(0).value()).isEqualTo("{\"id\":5,");
  }

  @Test
  void columnNamedButNotThere_isRefused() {
    assertThatThrownBy(
            () ->
                CatalogLoader.csv(new StringReader("id,title\n1,T\n"))
                    .column(ArtworkField.ARTIST, "painted by")
                    .load())
        .hasMessageContaining("no column for artist among [id, title]; name it with");
    assertThatThrownBy(
            () ->
                InteractionsLoader.csv(new StringReader("user,item\na,w\n"))
                    .column(InteractionField.TIME, "when")
                    .load())
        .hasMessageContaining("no column for the time among [user, item]; name it with");
  }
}
