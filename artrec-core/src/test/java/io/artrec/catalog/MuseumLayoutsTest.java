package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.ArtistCredit.Qualifier;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invented rows in the layouts of the museums' files. */
class MuseumLayoutsTest {
  private static Artwork csv(ColumnMapping mapping, String text) {
    LoadedCatalog loaded = CatalogLoader.csv(new StringReader(text)).mapping(mapping).load();
    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    return loaded.catalog().get(0);
  }

  private static Artwork json(ColumnMapping mapping, String text) {
    LoadedCatalog loaded = CatalogLoader.jsonLines(new StringReader(text)).mapping(mapping).load();
    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    return loaded.catalog().get(0);
  }

  @Test
  void tate_turnsItsSidesRound() {
    Artwork work =
        csv(
            MuseumLayouts.tate(),
            """
            id,accession_number,artist,artistRole,artistId,title,dateText,medium,creditLine,year,\
            acquisitionYear,dimensions,width,height,depth,units,inscription,thumbnailCopyright,\
            thumbnailUrl,url
            12,X00012,"Example, Ann",attributed to,3,A Pond,1850,Oil paint on canvas,Given,1850,1900,\
            support: 400 x 600 mm,400,600,,mm,,,http://example.org/12.jpg,http://example.org/12
            """);

    assertThat(work.artists())
        .containsExactly(new ArtistCredit("Example, Ann", Qualifier.ATTRIBUTED_TO));
    assertThat(work.dimensions()).contains(Dimensions.ofCm(60, 40));
    assertThat(work.created()).contains(YearRange.of(1850));
    assertThat(work.image()).contains("http://example.org/12.jpg");
    assertThat(work.attributes())
        .containsKeys("accession_number", "creditLine", "date")
        .doesNotContainKeys("url", "artistId", "units");
  }

  @Test
  void met_readsPrefixesTagsAndYears() {
    Artwork work =
        csv(
            MuseumLayouts.met(),
            """
            Object Number,Is Highlight,Object ID,Department,Title,Artist Role,Artist Prefix,\
            Artist Display Name,Object Date,Object Begin Date,Object End Date,Medium,Dimensions,\
            Classification,Link Resource,Tags
            08.1,False,99,Prints,A Harbor,Artist|Publisher,After|,A. Painter|B. Printer,ca. 1766–70,\
            1766,1770,Etching,12 1/2 x 10 in. (31.8 x 25.4 cm),Prints,http://example.org,Ships|Harbors
            """);

    assertThat(work.id()).isEqualTo("99");
    assertThat(work.artists())
        .containsExactly(
            new ArtistCredit("A. Painter", Qualifier.AFTER), ArtistCredit.by("B. Printer"));
    assertThat(work.created()).contains(new YearRange(1766, 1770, true));
    assertThat(work.subjects()).containsExactly("Ships", "Harbors");
    assertThat(work.dimensions()).contains(Dimensions.ofCm(25.4, 31.8));
    assertThat(work.genre()).contains("Prints");
    assertThat(work.attributes()).containsEntry("Department", List.of("Prints"));
  }

  @Test
  void moma_readsCentimetres() {
    Artwork work =
        csv(
            MuseumLayouts.moma(),
            """
            Title,Artist,ConstituentID,ArtistBio,Nationality,BeginDate,EndDate,Gender,Date,Medium,\
            Dimensions,CreditLine,AccessionNumber,Classification,Department,DateAcquired,Cataloged,\
            ObjectID,URL,ImageURL,OnView,Depth (cm),Height (cm),Width (cm)
            A Chair,C. Maker,5,"(Danish, born 1941)",(Danish),(1941),(0),(male),1970,Oak,\
            "19 1/8 x 66 1/2"" (48.6 x 168.9 cm)",Gift,1.1971,Design,Architecture,1971-01-01,Y,77,,,,\
            0,48.6,168.9
            """);

    assertThat(work.id()).isEqualTo("77");
    assertThat(work.dimensions()).contains(Dimensions.ofCm(168.9, 48.6));
    assertThat(work.genre()).contains("Design");
    assertThat(work.created()).contains(YearRange.of(1970));
    assertThat(work.attributes()).containsEntry("Nationality", List.of("(Danish)"));
  }

  @Test
  void artInstituteOfChicago_readsJson() {
    Artwork work =
        json(
            MuseumLayouts.artInstituteOfChicago(),
            "{\"id\":4,\"api_model\":\"artworks\",\"title\":\"A Bay\",\"date_start\":1889,"
                + "\"date_end\":1890,\"date_display\":\"1889–90\",\"artist_title\":\"D. Painter\","
                + "\"artist_titles\":[\"D. Painter\"],\"medium_display\":\"Oil on canvas\","
                + "\"dimensions\":\"60 × 80 cm (23 5/8 × 31 1/2 in.)\",\"style_titles\":[\"Realism\"],"
                + "\"subject_titles\":[\"water\",\"boats\"],\"artwork_type_title\":\"Painting\","
                + "\"image_id\":\"ab-12\",\"is_on_view\":false,\"color\":{\"h\":37,\"s\":40}}");

    assertThat(work.artists()).containsExactly(ArtistCredit.by("D. Painter"));
    assertThat(work.created()).contains(YearRange.of(1889, 1890));
    assertThat(work.movements()).containsExactly("Realism");
    assertThat(work.subjects()).containsExactly("water", "boats");
    assertThat(work.dimensions()).contains(Dimensions.ofCm(80, 60));
    assertThat(work.availability()).isEqualTo(Availability.UNAVAILABLE);
    assertThat(work.attributes()).containsEntry("color.h", List.of("37"));
  }

  @Test
  void carnegie_readsInchesAndIsoDates() {
    String csv =
        """
        title,creation_date,creation_date_earliest,creation_date_latest,medium,accession_number,id,\
        classification,physical_location,item_width,item_height,item_depth,full_name,role,web_url
        A Street,c. 1910,1905-01-01,1915-01-01,oil on canvas,10.1,cmoa:things/1,paintings,Not on View,\
        20,10,0.0,E. One|F. Two,artist|designer,http://example.org
        """;
    Artwork work = csv(MuseumLayouts.carnegie(), csv);
    Artwork same =
        json(
            MuseumLayouts.carnegie(),
            "{\"title\":\"A Street\",\"creation_date\":\"c. 1910\",\"creation_date_earliest\":"
                + "\"1905-01-01\",\"creation_date_latest\":\"1915-01-01\",\"id\":\"cmoa:things/1\","
                + "\"item_width\":20,\"item_height\":10,\"item_depth\":0.0,\"creator\":["
                + "{\"full_name\":\"E. One\",\"role\":null},{\"full_name\":\"F. Two\"}]}");

    for (Artwork each : List.of(work, same)) {
      assertThat(each.artists())
          .containsExactly(ArtistCredit.by("E. One"), ArtistCredit.by("F. Two"));
      assertThat(each.created()).contains(new YearRange(1905, 1915, true));
      assertThat(each.dimensions().orElseThrow().width().orElseThrow())
          .isCloseTo(50.8, within(1e-9));
      assertThat(each.dimensions().orElseThrow().height().orElseThrow())
          .isCloseTo(25.4, within(1e-9));
      assertThat(each.dimensions().orElseThrow().depth()).isEmpty();
    }
  }
}
