package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.ArtistCredit.Qualifier;
import io.artrec.tabular.LoadException;
import io.artrec.tabular.LoadReport;
import io.artrec.tabular.RowProblem;
import io.artrec.tabular.SharedData;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLoaderTest {
  private static LoadedCatalog csv(String text) {
    return CatalogLoader.csv(new StringReader(text)).load();
  }

  private static LoadedCatalog json(String text) {
    return CatalogLoader.jsonLines(new StringReader(text)).load();
  }

  private static CatalogLoader bytes(byte[] bytes) {
    return CatalogLoader.csv(new ByteArrayInputStream(bytes));
  }

  @Test
  void idAndTitleAlone_areEnough() {
    LoadedCatalog loaded = csv("id,title\nw1,The Wave\nw2,\"Bridge, in Rain\"\n");

    assertThat(loaded.catalog().stream().map(Artwork::title))
        .containsExactly("The Wave", "Bridge, in Rain");
    assertThat(loaded.report().isClean()).isTrue();
    assertThat(loaded.report())
        .hasToString(
            """
            2 artworks loaded from CSV reader
              no column filled artist, date, movement, genre, medium, technique, subject, description, \
            size, price, availability, image""");
  }

  @Test
  void everyField_isFoundByName() {
    Artwork work =
        csv("""
                ID;Title;Artist;Year;Movements;Genre;Medium;Techniques;Subjects;Description;\
                Width (mm);Height (mm);Orientation;Price;Currency;Availability;Image;Palette
                a;T;After Anna Bo|Studio of C. D;1871;Realism|Naturalism;landscape;Oil on canvas;\
                impasto;river|tree;A river.;610;457;landscape;1200.50;eur;sold;a.jpg;warm
                """)
            .catalog()
            .get(0);

    assertThat(work.artists())
        .containsExactly(
            new ArtistCredit("Anna Bo", Qualifier.AFTER),
            new ArtistCredit("C. D", Qualifier.WORKSHOP_OF));
    assertThat(work.created()).contains(YearRange.of(1871));
    assertThat(work.movements()).containsExactly("Realism", "Naturalism");
    assertThat(work.genre()).contains("landscape");
    assertThat(work.medium()).contains("Oil on canvas");
    assertThat(work.techniques()).containsExactly("impasto");
    assertThat(work.subjects()).containsExactly("river", "tree");
    assertThat(work.description()).contains("A river.");
    assertThat(work.dimensions()).contains(Dimensions.ofCm(61, 45.7));
    assertThat(work.orientation()).contains(Orientation.LANDSCAPE);
    assertThat(work.price()).contains(Price.of("1200.50", "EUR"));
    assertThat(work.availability()).isEqualTo(Availability.UNAVAILABLE);
    assertThat(work.image()).contains("a.jpg");
    assertThat(work.attributes()).containsExactly(Map.entry("Palette", List.of("warm")));
  }

  @Test
  void mapping_namesColumnsAndSeparators() {
    ColumnMapping mapping =
        ColumnMapping.byName()
            .column(ArtworkField.ID, "Inv. No.")
            .column(ArtworkField.SUBJECT, "Keywords")
            .separator(ArtworkField.SUBJECT, ",")
            .sizeUnit(SizeUnit.INCH)
            .ignore("internal");

    Artwork work =
        CatalogLoader.csv(
                new StringReader(
                    "inv no,title,keywords,height,internal\n7,T,\"cat, dog\",10,secret\n"))
            .mapping(mapping)
            .load()
            .catalog()
            .get(0);

    assertThat(work.id()).isEqualTo("7");
    assertThat(work.subjects()).containsExactly("cat", "dog");
    assertThat(work.dimensions())
        .contains(
            new Dimensions(
                OptionalDouble.empty(), OptionalDouble.of(25.4), OptionalDouble.empty()));
    assertThat(work.attributes()).isEmpty();
  }

  @Test
  void objects_areTakenByTheirColumns() {
    record Work(int number, String name, List<String> tags) {}

    Catalog catalog =
        CatalogLoader.from(
                Stream.of(new Work(3, "T", List.of("a|b", "c"))),
                work -> Map.of("id", work.number(), "title", work.name(), "subjects", work.tags()))
            .load()
            .catalog();

    assertThat(catalog.get(0).id()).isEqualTo("3");
    assertThat(catalog.get(0).subjects()).containsExactly("a|b", "c");
  }

  @Test
  void nullsAndNestedObjects_areUnderstood() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", "1");
    row.put("title", "T");
    row.put("genre", null);
    row.put("place", Map.of("city", "Delft"));

    Artwork work = CatalogLoader.from(Stream.of(row)).load().catalog().get(0);

    assertThat(work.genre()).isEmpty();
    assertThat(work.attributes()).containsEntry("place.city", List.of("Delft"));
  }

  @Test
  void blankColumnNames_areNumbered() {
    assertThat(json("{\"id\":1,\"title\":\"T\",\" \":\"x\"}").catalog().get(0).attributes())
        .containsExactly(Map.entry("column 3", List.of("x")));
    assertThat(csv("id,title,\n1,T,x\n").catalog().get(0).attributes())
        .containsExactly(Map.entry("column 3", List.of("x")));
  }

  @Test
  void jsonLines_keepLists() {
    LoadedCatalog loaded =
        json(
            "{\"id\":1,\"title\":\"T\",\"subjects\":[\"a;b\",\"c\"]}\n\n{\"id\":2,\"title\":\"U\"}");

    assertThat(loaded.catalog().size()).isEqualTo(2);
    assertThat(loaded.catalog().get(0).subjects()).containsExactly("a;b", "c");
  }

  @Test
  void byteOrderMark_isSkipped() {
    assertThat(
            bytes("\uFEFFid,title\n1,É\n".getBytes(StandardCharsets.UTF_8))
                .load()
                .catalog()
                .get(0)
                .title())
        .isEqualTo("É");
    assertThat(csv("\uFEFFid,title\n1,É\n").catalog().get(0).id()).isEqualTo("1");
  }

  @Test
  void otherCharsets_areReadWhenTold() {
    String text = "id,title,artist\n1,清明上河图,张择端\n";
    for (Charset charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("GBK"))) {
      Artwork work = bytes(text.getBytes(charset)).charset(charset).load().catalog().get(0);

      assertThat(work.title()).isEqualTo("清明上河图");
      assertThat(work.artists()).containsExactly(ArtistCredit.by("张择端"));
    }
  }

  @Test
  void utf16Untold_isNamed() {
    byte[] utf16 = "id,title\n1,T\n".getBytes(StandardCharsets.UTF_16);

    assertThatThrownBy(() -> bytes(utf16).load())
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "cannot load artworks from CSV stream: it does not start with UTF-8 text; if it is UTF-16"
                + " or another charset, say charset(StandardCharsets.UTF_16) or the like");
  }

  @Test
  void malformedBytes_costTheirRow() {
    byte[] latin = "id,title\n1,Café\n2,Bar\n".getBytes(StandardCharsets.ISO_8859_1);

    LoadedCatalog loaded = bytes(latin).load();

    assertThat(loaded.catalog().stream().map(Artwork::id)).containsExactly("2");
    assertThat(loaded.report().toString())
        .startsWith(
            """
            1 artwork loaded from CSV stream, 1 row skipped
              line 2, column 'title': 'Caf\\uFFFF'; expected UTF-8, met bytes that are not; say \
            charset(...) if the file is in another""");
  }

  @Test
  void delimiter_isGuessedOrTold() {
    for (char delimiter : ",;\t|".toCharArray()) {
      String text = "id%1$stitle%1$sgenre\n1%1$sT%1$sstill life\n".formatted(delimiter);
      assertThat(csv(text).catalog().get(0).genre()).contains("still life");
    }
    assertThat(
            CatalogLoader.csv(new StringReader("id:title\n1:T\n"))
                .delimiter(':')
                .load()
                .catalog()
                .get(0)
                .title())
        .isEqualTo("T");
  }

  @Test
  void duplicateId_keepsTheFirst() {
    LoadedCatalog loaded = csv("id,title\n1,First\n1,Second\n");

    assertThat(loaded.catalog().get(0).title()).isEqualTo("First");
    assertThat(loaded.report().problems())
        .containsExactly(
            new RowProblem(
                "CSV reader",
                3,
                "id",
                "1",
                "expected an id that no earlier row has; the first row stays"));
  }

  @Test
  void blankIdOrTitle_costsTheRow() {
    LoadedCatalog loaded = csv("id,title\n ,T\n2,\n3,U\n");

    assertThat(loaded.catalog().size()).isEqualTo(1);
    assertThat(loaded.report().problems().stream().map(RowProblem::toString))
        .containsExactly(
            "line 2, column 'id': ' '; expected a row with an id",
            "line 3, column 'title'; expected a row with a title");
  }

  @Test
  void nulByte_costsTheRow() {
    assertThat(csv("id,title\n1,a\0b\n2,T\n").report().problems())
        .hasToString("[line 2, column 'title': 'a\\u0000b'; expected text without NUL characters]");
  }

  @Test
  void fieldTooLong_costsTheRow() {
    String text = "id,title\n1," + "x".repeat(1_000_001) + "\n2,T\n";

    LoadedCatalog loaded = csv(text);

    assertThat(loaded.catalog().size()).isEqualTo(1);
    assertThat(loaded.report().problems().get(0).expectation())
        .isEqualTo("1,000,001 characters, expected at most 1,000,000 (see maxFieldLength)");
    assertThat(loaded.report().problems().get(0).value()).hasSize(60).endsWith("...");
    assertThat(
            CatalogLoader.csv(new StringReader(text))
                .maxFieldLength(2_000_000)
                .load()
                .report()
                .loaded())
        .isEqualTo(2);
  }

  @Test
  void twentyMillionCharacters_failWithoutExhaustingMemory() {
    assertThatThrownBy(() -> csv("id,title\n1,\"" + "x".repeat(20_000_000)))
        .isInstanceOf(LoadException.class)
        .hasMessageContaining("expected at most 16,777,216 characters (is a quote left open?)");
  }

  @Test
  void unterminatedQuote_isNamedByItsLine() {
    LoadedCatalog loaded = csv("id,title\n1,T\n2,\"open\n3,U\n");

    assertThat(loaded.catalog().stream().map(Artwork::id)).containsExactly("1", "3");
    assertThat(loaded.report().problems())
        .hasToString(
            "[line 3, column 'title': 'open'; the quote opened here is never closed; expected a closing"
                + " '\"' (its row was lost, the lines after it were read as rows)]");
  }

  @Test
  void wrongNumberOfFields_costsTheRow() {
    assertThat(csv("id,title\n1,T,extra\n2,U\n").report().problems())
        .hasToString(
            "[line 2: '1'; the row that starts so has 3 fields, expected 2 as in the first line]");
  }

  @Test
  void headerWithoutId_listsTheHeadersAndTheFix() {
    assertThatThrownBy(() -> csv("number,caption\n1,T\n"))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "cannot load artworks from CSV reader: no column for id and title among [number, caption];"
                + " name it with mapping(ColumnMapping.byName().column(ArtworkField.ID, \"...\"))");
  }

  @Test
  void emptyFile_isRefused() {
    for (String text : List.of("", "\uFEFF", "\n", "\n\n  \n".strip())) {
      assertThatThrownBy(() -> csv(text))
          .isInstanceOf(LoadException.class)
          .hasMessage(
              "cannot load artworks from CSV reader: it is empty, expected a line of column names");
    }
  }

  @Test
  void headerAlone_givesAnEmptyCatalogue() {
    assertThat(csv("id,title\n").catalog().size()).isZero();
  }

  @Test
  void directoryAndMissingFile_areNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> CatalogLoader.csv(folder).load())
        .isInstanceOf(LoadException.class)
        .hasMessageEndingWith(": it is a directory, expected a file");
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(() -> CatalogLoader.csv(missing).load())
        .isInstanceOf(LoadException.class)
        .hasMessage("cannot load artworks from " + missing + ": there is no such file");
  }

  @Test
  void badNumbers_areLeftOut() {
    LoadedCatalog loaded =
        csv("id,title,year,width,height,price\n1,T,99999,NaN,1e999,-3\n2,U,1900,-4,5,Infinity\n");

    assertThat(loaded.catalog().size()).isEqualTo(2);
    assertThat(loaded.catalog().get(0).created()).isEmpty();
    assertThat(loaded.catalog().get(0).dimensions()).isEmpty();
    assertThat(loaded.catalog().get(1).created()).contains(YearRange.of(1900));
    assertThat(loaded.report().problems().stream().map(RowProblem::toString))
        .containsExactly(
            "line 2, column 'year': '99999'; expected a year from -100000 to 3000; the value was left"
                + " out",
            "line 2, column 'width': 'NaN'; expected a length of 0 to 10,000,000 cm, 0 for unknown;"
                + " the value was left out",
            "line 2, column 'height': '1e999'; expected a length of 0 to 10,000,000 cm, 0 for unknown;"
                + " the value was left out",
            "line 2, column 'price': '-3'; expected an amount of 0 or more, such as 1200.50; the value"
                + " was left out",
            "line 3, column 'width': '-4'; expected a length of 0 to 10,000,000 cm, 0 for unknown; the"
                + " value was left out",
            "line 3, column 'price': 'Infinity'; expected an amount of 0 or more, such as 1200.50; the"
                + " value was left out");
  }

  @Test
  void rowWithManyBadValues_countsOnce() {
    String bad = "1,T,NaN,-1,x,XXXX\n2,U,NaN,-1,x,XXXX\n3,V,NaN,-1,x,XXXX\n4,W,NaN,-1,x,XXXX\n";

    LoadReport report = csv("id,title,width,height,orientation,price\n" + bad).report();

    assertThat(report.loaded()).isEqualTo(4);
    assertThat(report.valuesLeftOut()).isEqualTo(16);
    assertThatThrownBy(
            () ->
                CatalogLoader.csv(
                        new StringReader("id,title,width,height,orientation,price\n" + bad))
                    .tolerateRows(3)
                    .load())
        .hasMessageStartingWith(
            "cannot load artworks from CSV reader: 4 of 4 rows have a problem, at most 5.0 % or 3 rows");
  }

  @Test
  void lengths_mayCarryTheirUnit() {
    Catalog works =
        csv("id,title,width_cm,height\n1,A,73.5 cm,92\n2,B,10 in.,5\"\n3,C,\"73,5\",0.5 m\n")
            .catalog();

    assertThat(works.get(0).dimensions()).contains(Dimensions.ofCm(73.5, 92));
    assertThat(works.get(1).dimensions()).contains(Dimensions.ofCm(25.4, 12.7));
    assertThat(works.get(2).dimensions()).contains(Dimensions.ofCm(73.5, 50));
    assertThat(csv("id,title,width\n1,A,7 miles\n").report().problems().get(0))
        .hasToString(
            "line 2, column 'width': '7 miles'; expected a length of 0 to 10,000,000 cm, 0 for unknown;"
                + " the value was left out");
  }

  @Test
  void sizeInWords_isReportedWhereItCannotBeReadWhole() {
    LoadedCatalog loaded =
        csv("id,title,size\n1,A,30 to 35 cm\n2,B,Dimensions variable\n3,C,30 x 20 cm\n");

    assertThat(loaded.catalog().get(0).dimensions()).isEmpty();
    assertThat(loaded.catalog().get(2).dimensions()).contains(Dimensions.ofCm(20, 30));
    assertThat(loaded.report().problems())
        .hasToString(
            "[line 2, column 'size': '30 to 35 cm'; expected lengths of the work itself, such as 30 x 20"
                + " cm, H. 12 1/2 in. or Diam. 30 cm; the value was left out]");
  }

  @Test
  void wordsThatCannotBeRead_failNoLoad() {
    StringBuilder text = new StringBuilder("id,title,size,date\n");
    for (int i = 0; i < 40; i++) {
      text.append(i).append(",A,30 to 35 cm,accession 1850.7.1888.3\n");
    }

    LoadReport report = csv(text.toString()).report();

    assertThat(report.loaded()).isEqualTo(40);
    assertThat(report.valuesLeftOut()).isEqualTo(80);
  }

  @Test
  void wordsThatContradictTheColumns_areBelieved() {
    Catalog works =
        csv("""
                id,title,height,width,size
                1,A,100,80,"frame: 100 x 80 cm; support: 60 x 50 cm"
                2,B,60,50,"support: 60.1 x 50 x 3 cm, frame: 100 x 80 cm"
                3,C,60,50,"sheet: 30 x 20 cm"
                4,D,50,60,60 x 50 cm
                5,E,12 1/2 in.,"6 ft. 2 in.",
                """)
            .catalog();

    assertThat(works.get(0).dimensions()).contains(Dimensions.ofCm(50, 60));
    assertThat(works.get(1).dimensions())
        .contains(
            new Dimensions(OptionalDouble.of(50), OptionalDouble.of(60), OptionalDouble.of(3)));
    assertThat(works.get(2).dimensions()).contains(Dimensions.ofCm(50, 60));
    assertThat(works.get(3).dimensions()).contains(Dimensions.ofCm(50, 60));
    assertThat(works.get(4).dimensions()).contains(Dimensions.ofCm(6 * 30.48 + 5.08, 31.75));
  }

  @Test
  void decimalCommaOfSemicolonFiles_isRead() {
    Catalog works = csv("id;title;price;currency\n1;A;1200,50;EUR\n2;B;1.200,50;EUR\n").catalog();

    assertThat(works.get(0).price()).map(Price::amount).contains(new BigDecimal("1200.50"));
    assertThat(works.get(1).price()).map(Price::amount).contains(new BigDecimal("1200.50"));
  }

  @Test
  void yearThatIsNotFinite_isReported() {
    LoadedCatalog loaded = csv("id,title,year\n1,A,NaN\n2,B,-Infinity\n3,C,unknown\n");

    assertThat(loaded.catalog().stream().map(Artwork::created)).containsOnly(Optional.empty());
    assertThat(loaded.report().problems())
        .hasToString(
            "[line 2, column 'year': 'NaN'; expected a year from -100000 to 3000; the value was left out, "
                + "line 3, column 'year': '-Infinity'; expected a year from -100000 to 3000; the value was"
                + " left out]");
  }

  @Test
  void tooManyBadRows_failTheLoad() {
    String text = "id,title\n" + "x,\n".repeat(11) + "1,T\n";

    assertThatThrownBy(() -> csv(text))
        .isInstanceOf(LoadException.class)
        .hasMessageStartingWith(
            "cannot load artworks from CSV reader: 11 of 12 rows have a problem, at most 5.0 % or 10"
                + " rows are tolerated; mend the rows, map the columns, or raise tolerateShare\n"
                + "  line 2, column 'title'; expected a row with a title\n")
        .hasMessageEndingWith("\n  and more");
    assertThat(
            CatalogLoader.csv(new StringReader(text)).tolerateShare(0.95).load().report().skipped())
        .isEqualTo(11);
  }

  @Test
  void notAnObject_costsTheLine() {
    LoadedCatalog loaded =
        json("[1]\n7\n{\"id\":1,\n{\"id\":1,\"title\":\"T\"} x\n{\"id\":2,\"title\":\"U\"}\n");

    assertThat(loaded.catalog().stream().map(Artwork::id)).containsExactly("2");
    assertThat(loaded.report().problems().stream().map(RowProblem::toString))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "line 1: '[1]'; expected one JSON object a line, met an array (jq -c '.[]'"
                            + " unpacks a file that is one array)"),
            second -> assertThat(second).isEqualTo("line 2: '7'; expected one JSON object a line"),
            third -> assertThat(third).startsWith("line 3: '{\"id\":1,'; expected valid JSON ("),
            fourth ->
                assertThat(fourth).startsWith("line 4: '{\"id\":1,\"title\":\"T\"} x'; expected"));
  }

  @Test
  void deeplyNestedJson_costsTheLine() {
    String deep =
        "{\"id\":1,\"title\":\"T\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(json(deep + "\n{\"id\":2,\"title\":\"U\"}\n").catalog().size()).isEqualTo(1);
  }

  @Test
  void nothingButBadRows_isSaid() {
    assertThatThrownBy(() -> CatalogLoader.csv(new StringReader("id,title\n1,\n2,\n")).load())
        .hasMessageStartingWith(
            "cannot load artworks from CSV reader: none of its 2 rows can be taken in;"
                + " mend the rows or map the columns\n  line 2, column 'title'");
    assertThatThrownBy(() -> CatalogLoader.jsonLines(new StringReader("{bad\n")).load())
        .hasMessageContaining("line 1: '{bad'; expected valid JSON (malformed JSON at column 3");
  }

  @Test
  void settings_areValidatedAtOnce() {
    CatalogLoader loader = CatalogLoader.csv(new StringReader(""));
    assertThatThrownBy(() -> loader.tolerateShare(Double.NaN))
        .hasMessage("tolerated share of bad rows is NaN, expected 0 to 1");
    assertThatThrownBy(() -> loader.maxFieldLength(0))
        .hasMessage("maxFieldLength is 0, expected 1 to 8,000,000");
    assertThatThrownBy(() -> loader.charset(StandardCharsets.UTF_8))
        .hasMessageContaining("CSV reader is decoded already");
    assertThatThrownBy(() -> CatalogLoader.jsonLines(new StringReader("")).delimiter(','))
        .hasMessage("delimiter ',' has no effect: JSON reader is not CSV");
  }

  @Test
  void tatePaintings_allLoad() {
    Path file = SharedData.file("tate/paintings.csv");

    LoadedCatalog loaded = CatalogLoader.csv(file).mapping(MuseumLayouts.tate()).load();

    assertThat(loaded.catalog().size()).isEqualTo(4_828);
    assertThat(loaded.report().problems().stream().map(RowProblem::value))
        .containsExactly("mm", "(1):");
    assertThat(loaded.catalog().stream().filter(work -> work.dimensions().isPresent()).count())
        .isGreaterThan(4_770);
    Artwork ophelia = loaded.catalog().find("9506").orElseThrow();
    assertThat(ophelia.dimensions()).contains(Dimensions.ofCm(111.8, 76.2));
    assertThat(ophelia.orientation()).contains(Orientation.LANDSCAPE);
    assertThat(ophelia.movements()).containsExactly("Pre-Raphaelite Brotherhood");
    Catalog byName = CatalogLoader.csv(file).load().catalog();
    assertThat(byName.find("9506").orElseThrow().dimensions()).isEqualTo(ophelia.dimensions());
    assertThat(
            loaded.catalog().stream()
                .flatMap(work -> work.artists().stream())
                .filter(credit -> credit.qualifier() == Qualifier.ATTRIBUTED_TO))
        .hasSize(27);
    assertThat(loaded.catalog().stream().flatMap(work -> work.artists().stream()))
        .noneMatch(credit -> credit.name().contains("School"));
  }

  @Test
  void artwall_loadsWithoutAMapping() {
    Path file = SharedData.file("artwall/metadata.csv");

    LoadedCatalog loaded = CatalogLoader.csv(file).load();

    assertThat(loaded.catalog().size()).isEqualTo(267);
    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    assertThat(loaded.catalog().find("109220").orElseThrow().artists())
        .containsExactly(new ArtistCredit("Jacobo Bassano", Qualifier.AFTER));
    assertThat(loaded.catalog().stream().allMatch(work -> work.image().isPresent())).isTrue();
    assertThat(loaded.catalog().find("109220").orElseThrow().created())
        .hasValueSatisfying(
            years -> {
              assertThat(years.approximate()).isTrue();
              assertThat(years.first()).isBetween(1690, 1710);
              assertThat(years.last()).isBetween(1710, 1730);
            });
    assertThat(loaded.catalog().find("93784").orElseThrow().created()).isEmpty();
  }
}
