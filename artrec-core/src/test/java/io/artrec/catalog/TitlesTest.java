package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {
  private static Artwork work(String title, String artist) {
    Artwork.Builder work = Artwork.builder("w", title);
    return (artist.isEmpty() ? work : work.artist(artist)).build();
  }

  private static Artwork loaded(String csv) {
    return CatalogLoader.csv(new StringReader(csv)).load().catalog().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Suit of Armour (&lt;i&gt;Kozane&lt;/i&gt;)  | Suit of Armour (Kozane)
          <i>The Ferry</i> &amp; the Mill             | The Ferry & the Mill
          Caf&eacute; &#8211; &#x4E2D;<br/>Evening    | Café – 中 Evening
          <em class="t">A</em> &amp;amp; B            | A & B
          A &lt; B                                    | A < B
          Salt & Pepper; 3 < 4 > 2                    | Salt & Pepper; 3 < 4 > 2
          <Untitled>                                  | <Untitled>
          &bogus; &#0; &#xD800;                       | &bogus; &#0; &#xD800;
          &Eacute;tude &quot;bleue&quot;              | Étude "bleue"
          """)
  void markup_isTakenOut(String written, String plain) {
    assertThat(Markup.plain(written)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[title not known]",
        "[no title]",
        "Untitled",
        "[Untitled]",
        "Untitled (1969)",
        "Untitled #5",
        "Untitled No. 92",
        "Untitled 2/72",
        "Untitled (a)",
        "Untitled (VII)",
        "Blank",
        "Sans titre",
        "Ohne Titel",
        "o.T.",
        "Senza titolo",
        "无题",
        "無題 3",
        "Title unknown",
        "UNTITLED"
      })
  void placeholders_areNoWords(String title) {
    assertThat(work(title, "A").titleWords()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Untitled (grey and brown), (grey and brown)",
    "Untitled Red Painting, Red Painting",
    "Blank Verse, Blank Verse",
    "The Unknown Soldier, The Unknown Soldier",
    "No. 5, No. 5",
    "1984, 1984"
  })
  void titlesThatSaySomething_keepTheirWords(String title, String words) {
    assertThat(work(title, "A").titleWords()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Disasters, plate 3        | The Disasters, Plate 14
          The Disasters, pl. III        | The Disasters, pl. IV
          Sketchbook, page 12           | Sketchbook, page 13
          The Mill (first state)        | The Mill (third state)
          The Mill, 2nd state           | The Mill, 3rd state
          [no title]                    | [title not known]
          Untitled 4                    | Untitled
          """)
  void worksAlikeButForANumber_areASeries(String one, String other) {
    Optional<String> series = work(one, "Ann Example").series();

    assertThat(series).isPresent().isEqualTo(work(other, "ann example").series());
    assertThat(work(other, "Paul Kern").series()).isNotEqualTo(series);
    assertThat(work(one, "").series()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"The Weir", "Weir 3", "No. 5", "View in 1984", "Water Lilies", "Plate with Fruit"})
  void otherTitles_areOfNoSeries(String title) {
    assertThat(work(title, "Ann Example").series()).isEmpty();
  }

  @Test
  void sameTitle_isASeriesWithTheSameMediumAndYear() {
    Artwork.Builder lilies = work("Water Lilies", "Ann Example").toBuilder().medium("Oil");
    Artwork one = lilies.created(YearRange.of(1906)).build();

    assertThat(one.series()).isPresent();
    assertThat(one.toBuilder().created(YearRange.of(1914)).build().series())
        .isNotEqualTo(one.series());
    for (String title : List.of("Etching No. 2: The Weir", "Variation #4", "Composition IV")) {
      Artwork numbered = work(title, "A").toBuilder().medium("Etching").build();
      String next = title.replace("2", "3").replace("4", "5").replace("IV", "IX");

      assertThat(numbered.series())
          .isPresent()
          .isEqualTo(work(next, "A").toBuilder().medium("Etching").build().series());
    }
    assertThat(work("Harbour 3", "A").series()).isEmpty();
    assertThat(work("Harbour 3", "A").toBuilder().medium("Oil").build().series())
        .isNotEqualTo(work("Harbour 4", "A").toBuilder().medium("Etching").build().series())
        .isEqualTo(work("Harbour 7", "A").toBuilder().medium("oil").build().series());
  }

  @Test
  void cataloguersPlaceholder_givesWayToWhatNamesTheWork() {
    ColumnMapping names = ColumnMapping.byName().column(ArtworkField.TITLE, "title", "object name");
    String csv =
        "id,title,object name,genre\n1,[title not known],Vase,Ceramics\n2,,,Ceramics\n3,Untitled,Vase,\n4,Blank,,\n";

    List<String> titles =
        CatalogLoader.csv(new StringReader(csv)).mapping(names).load().catalog().stream()
            .map(Artwork::title)
            .toList();

    assertThat(titles).containsExactly("Vase", "Ceramics", "Untitled", "Blank");
  }

  @Test
  void workWithoutTitle_isKeptWhereSomethingElseIsKnown() {
    LoadedCatalog loaded = Cases.load("h9-untitled.csv", MuseumLayouts.carnegie());

    assertThat(loaded.catalog().stream().map(Artwork::id)).containsExactly("k1", "k2");
    assertThat(loaded.catalog().get(0).title()).isEqualTo("Paintings");
    assertThat(loaded.report().isClean()).isTrue();
    assertThat(loaded("id,title,medium\n1,,oil\n").title()).isEqualTo("Untitled");
  }

  @Test
  void casesOfMarkupAndPlaceholders_areRight() {
    assertThat(Cases.load("h11-markup-titles.csv").catalog().stream().map(Artwork::title))
        .containsExactly("Suit of Armour (Kozane)", "The Ferry & the Mill");
    Catalog placeholders = Cases.load("h14-placeholder-titles.csv").catalog();
    assertThat(placeholders.stream().map(Artwork::titleWords))
        .containsExactly("", "", "", "", "Herons at the weir", "The weir");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&", "<", "&#1", "<i ", "untitled ", "plate ", "no. 1 ", "&lt;", "[", "第"})
  void hostileTitles_areReadInBoundedTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());

    assertThat(Markup.plain(text)).isNotNull();
    assertThat(work(text, "A").titleWords()).isNotNull();
    assertThat(work(text, "A").series()).isNotNull();
  }

  @Test
  void imagesOfOneWork_areOfOneSeriesWhateverElseTheySay() {
    Artwork color = Artwork.builder("c", "Still Life").attribute("work", "c").build();
    Artwork gray =
        Artwork.builder("g", "Fruit").artist("Ann").attribute(Artwork.WORK_ATTRIBUTE, "c").build();

    assertThat(color.series()).isPresent().isEqualTo(gray.series());
    assertThat(color.toBuilder().attribute("x", "y").build().series()).isEqualTo(color.series());
  }
}
