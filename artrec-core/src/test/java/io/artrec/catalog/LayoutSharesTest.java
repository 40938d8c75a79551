package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made-up file in each museum's layout is recognised, and all that it says is read right. */
class LayoutSharesTest {
  private static final List<InventedWork> WORKS = InventedWork.of(300, 7);
  private static final Path CASES = Path.of("src/test/resources/io/artrec/cases");

  private static final Map<String, BiPredicate<InventedWork, Artwork>> FIELDS = fields();

  private static Map<String, BiPredicate<InventedWork, Artwork>> fields() {
    Map<String, BiPredicate<InventedWork, Artwork>> fields = new LinkedHashMap<>();
    fields.put("title", (work, read) -> read.title().equals(work.title()));
    fields.put(
        "artist", (work, read) -> read.artists().equals(List.of(ArtistCredit.by(work.artist()))));
    fields.put(
        "date",
        (work, read) ->
            read.created()
                .filter(years -> years.first() == work.begin() && years.last() == work.end())
                .isPresent());
    fields.put("medium", (work, read) -> read.medium().filter(work.medium()::equals).isPresent());
    fields.put("genre", (work, read) -> read.genre().filter(work.genre()::equals).isPresent());
    fields.put("subjects", (work, read) -> List.copyOf(read.subjects()).equals(work.subjects()));
    fields.put(
        "description",
        (work, read) -> read.description().filter(work.description()::equals).isPresent());
    fields.put(
        "size",
        (work, read) ->
            read.dimensions()
                .filter(
                    size ->
                        near(size.width().orElse(0), work.widthCm())
                            && near(size.height().orElse(0), work.heightCm()))
                .isPresent());
    fields.put("image", (work, read) -> read.image().filter(work.image()::equals).isPresent());
    return fields;
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 1e-6;
  }

  @ParameterizedTest
  @CsvSource({
    "aic, json, ''",
    "carnegie, csv, description subjects",
    "cleveland, csv, subjects",
    "cleveland, json, subjects",
    "cooper-hewitt, csv, subjects",
    "cooper-hewitt, json, subjects",
    "harvard, json, subjects",
    "met, csv, description image",
    "mia, json, image subjects",
    "moma, csv, description subjects",
    "nga, csv, description image subjects",
    "tate, csv, description genre subjects"
  })
  void whatALayoutHolds_isReadRight(String layout, String form, String unsaid) {
    LoadedCatalog loaded =
        form.equals("csv")
            ? CatalogLoader.csv(new StringReader(LayoutFiles.csv(layout, WORKS))).load()
            : CatalogLoader.jsonLines(new StringReader(LayoutFiles.json(layout, WORKS))).load();

    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    assertThat(loaded.report().columns().layout().orElse("")).endsWith("(" + layout + ")");
    Map<String, Double> shares = new LinkedHashMap<>();
    FIELDS.forEach((field, right) -> shares.put(field, share(loaded.catalog(), right)));
    Set<String> missing = new TreeSet<>();
    shares.forEach(
        (field, share) -> {
          if (share == 0) {
            missing.add(field);
          }
        });
    assertThat(String.join(" ", missing)).as(shares.toString()).isEqualTo(unsaid);
    missing.forEach(shares::remove);
    assertThat(shares.values()).as(shares.toString()).containsOnly(1.0);
  }

  private static double share(Catalog catalog, BiPredicate<InventedWork, Artwork> right) {
    long count =
        WORKS.stream()
            .filter(
                work -> right.test(work, catalog.find(String.valueOf(work.number())).orElseThrow()))
            .count();
    return (double) count / WORKS.size();
  }

  @ParameterizedTest
  @CsvSource({"met", "cleveland", "nga", "cooper-hewitt", "moma", "tate", "carnegie"})
  void recognisedAndAskedFor_areTheSame(String layout) {
    String csv = LayoutFiles.csv(layout, WORKS.subList(0, 20));

    assertThat(CatalogLoader.csv(new StringReader(csv)).load().catalog().stream())
        .containsExactlyElementsOf(
            CatalogLoader.csv(new StringReader(csv))
                .mapping(MuseumLayouts.named(layout).orElseThrow().mapping())
                .load()
                .catalog());
  }

  @Test
  void everyLayout_isNamedOnce() {
    assertThat(MuseumLayouts.all().stream().map(MuseumLayout::name))
        .doesNotHaveDuplicates()
        .isSorted()
        .hasSize(10);
    assertThat(MuseumLayouts.named("louvre")).isEmpty();
    assertThat(MuseumLayouts.named("met").orElseThrow().museum())
        .isEqualTo("the Metropolitan Museum of Art");
  }

  @Test
  void filesOfOnesOwn_areNobodysLayout() {
    for (List<String> columns :
        List.of(
            List.of("id", "title"),
            List.of("id", "title", "artist", "date", "medium", "width", "height", "price"),
            List.of("id", "title", "artist", "artistRole", "dateText", "width", "height"),
            List.of("ID", "Title", "Artist", "Year", "Movements", "Genre", "Subjects"),
            List.of("编号", "标题", "作者", "年代", "材质"))) {
      assertThat(MuseumLayouts.recognized(columns)).as(columns.toString()).isEmpty();
    }
  }

  @Test
  void metFileWithFewerColumns_isRecognised() {
    LoadedCatalog loaded = CatalogLoader.csv(CASES.resolve("h10-met-by-name.csv")).load();

    assertThat(loaded.report().columns().layout()).contains("the Metropolitan Museum of Art (met)");
    Artwork spring = loaded.catalog().find("501").orElseThrow();
    assertThat(spring.artists()).containsExactly(ArtistCredit.by("Ada Lindqvist"));
    assertThat(spring.created()).contains(new YearRange(1869, 1873, true));
    assertThat(loaded.report().columns().unfilled())
        .containsExactly("movement", "technique", "description", "price", "availability", "image");
    assertThat(loaded.report().columns().unused())
        .containsExactly("Object Number", "Is Highlight", "Culture");
    assertThat(loaded.report().toString())
        .isEqualTo(
            """
            3 artworks loaded from src/test/resources/io/artrec/cases/h10-met-by-name.csv
              columns as in the files of the Metropolitan Museum of Art (met)
              no column filled movement, technique, description, price, availability, image
              no field reads Object Number, Is Highlight, Culture (kept as attributes)""");
  }

  @Test
  void clevelandFileWithFewerColumns_isRecognised() {
    LoadedCatalog loaded = CatalogLoader.csv(CASES.resolve("h6-cleveland-creators.csv")).load();

    assertThat(loaded.report().columns().layout())
        .contains("the Cleveland Museum of Art (cleveland)");
    assertThat(loaded.report().columns().unfilled()).doesNotContain("artist", "date", "size");
    assertThat(loaded.catalog().find("c2").orElseThrow().created())
        .contains(YearRange.of(1575, 1599));
  }

  @Test
  void carnegieWorkWithoutTitle_isCalledByItsKind() {
    for (ColumnMapping mapping :
        List.of(
            MuseumLayouts.carnegie(), MuseumLayouts.named("carnegie").orElseThrow().mapping())) {
      Catalog catalog =
          CatalogLoader.csv(CASES.resolve("h9-untitled.csv")).mapping(mapping).load().catalog();
      assertThat(catalog.stream().map(Artwork::title)).containsExactly("Paintings", "Still Life");
    }
    assertThat(
            CatalogLoader.csv(CASES.resolve("h9-untitled.csv")).load().report().columns().layout())
        .contains("the Carnegie Museum of Art (carnegie)");
  }

  @Test
  void ownColumnBesideAMuseums_isReadToo() {
    String csv = LayoutFiles.csv("met", WORKS.subList(0, 1));
    String own =
        csv.replaceFirst("\r\n", ",sku,Price\r\n")
            .replaceFirst("\r\n$", ",\"a-1\",\"€ 14,90\"\r\n");

    Artwork work =
        CatalogLoader.csv(new StringReader(own))
            .column(ArtworkField.ID, "sku")
            .load()
            .catalog()
            .get(0);

    assertThat(work.id()).isEqualTo("a-1");
    assertThat(work.artists()).isNotEmpty();
    assertThat(work.price()).contains(Price.of("14.90", "EUR"));
  }

  @Test
  void listsOfObjects_keepTheirPlaces() {
    Artwork work =
        CatalogLoader.jsonLines(
                new StringReader(
                    "{\"id\":1,\"title\":\"T\",\"creation_date\":null,\"tombstone\":null,\"measurements\":null,"
                        + "\"creators\":[{\"description\":\"Ada\",\"qualifier\":null},"
                        + "{\"description\":\"Ines\",\"qualifier\":\"attributed to\"}]}"))
            .load()
            .catalog()
            .get(0);

    assertThat(work.artists())
        .containsExactly(
            ArtistCredit.by("Ada"), new ArtistCredit("Ines", ArtistCredit.Qualifier.ATTRIBUTED_TO));
  }
}
