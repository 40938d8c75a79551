package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.ArtistCredit.Qualifier;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtistNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Berthe Morisot                                  | Berthe Morisot   | BY
          By Berthe Morisot                               | Berthe Morisot   | BY
          Attributed to Alessandro Longhi (Italian, 1733) | Alessandro Longhi | ATTRIBUTED_TO
          After Jacobo Bassano (Italian, c. 1510-1592)    | Jacobo Bassano   | AFTER
          Workshop of El Greco                            | El Greco         | WORKSHOP_OF
          Studio of Rubens                                | Rubens           | WORKSHOP_OF
          Circle of Rembrandt van Rijn                    | Rembrandt van Rijn | CIRCLE_OF
          Follower of Hieronymus Bosch                    | Hieronymus Bosch | CIRCLE_OF
          Manner of Canaletto                             | Canaletto        | MANNER_OF
          In the style of Claude                          | Claude           | MANNER_OF
          Imitator of Goya                                | Goya             | MANNER_OF
          Copy after Raphael                              | Raphael          | AFTER
          Rembrandt van Rijn (workshop of)                | Rembrandt van Rijn | WORKSHOP_OF
          Peter Paul Rubens, attributed to                | Peter Paul Rubens | ATTRIBUTED_TO
          Formerly attributed to J. Crome                 | J. Crome         | MANNER_OF
          Afterman Schoolfield                            | Afterman Schoolfield | BY
          Style Wager                                     | Style Wager      | BY
          Follower of the Master of the Two Herons        | Master of the Two Herons | CIRCLE_OF
          Attributed to the workshop of El Greco          | El Greco         | WORKSHOP_OF
          After a design by Anselmo Verdi                 | Anselmo Verdi    | AFTER
          Possibly by Ann Example                         | Ann Example      | ATTRIBUTED_TO
          Ann Example and workshop                        | Ann Example      | WORKSHOP_OF
          Ann Example (?)                                 | Ann Example      | ATTRIBUTED_TO
          Amélie Roux (French, 1850–1921), artist         | Amélie Roux      | BY
          Amélie Roux, French, 1850–1921                  | Amélie Roux      | BY
          Amélie Roux (French), after                     | Amélie Roux      | AFTER
          Painting by Ann Example                         | Ann Example      | BY
          British School 17th century, attributed to A. B | A. B             | ATTRIBUTED_TO
          传张择端                                          | 张择端            | ATTRIBUTED_TO
          Berlin Painter                                  | Berlin Painter   | BY
          Frederic, Lord Example                          | Frederic, Lord Example | BY
          Currier and Ives                                | Currier and Ives | BY
          """)
  void names_areTakenApart(String written, String name, Qualifier qualifier) {
    assertThat(ArtistNames.credits(List.of(written), List.of()))
        .containsExactly(new ArtistCredit(name, qualifier));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unknown",
        "Unknown artist",
        "Artist unknown",
        "unidentified",
        "佚名",
        " ",
        "[]",
        "unknown American",
        "British (?) School",
        "?British School",
        "British School 18th century",
        "Anonymous, 16th century",
        "Nasca artist(s)",
        "Unknown photographer, American",
        "Italian or German (?) School 17th century",
        "Northern Italian",
        "Yoruba peoples",
        "Anonimo",
        "作者不详",
        "Artist unknown (French, 19th century)",
        "Attributed to unknown Italian",
        "?"
      })
  void unknownArtists_areLeftOut(String written) {
    assertThat(ArtistNames.credit(written)).isEmpty();
  }

  @Test
  void roles_qualifyBareNames() {
    assertThat(ArtistNames.credits(List.of("A", "B"), List.of("after", "printer")))
        .containsExactly(new ArtistCredit("A", Qualifier.AFTER), ArtistCredit.by("B"));
    assertThat(ArtistNames.credits(List.of("A", "B"), List.of("manner of")))
        .allMatch(credit -> credit.qualifier() == Qualifier.MANNER_OF);
    assertThat(ArtistNames.credits(List.of("Studio of A"), List.of("after")))
        .containsExactly(new ArtistCredit("A", Qualifier.WORKSHOP_OF));
  }

  /**
   * Every qualifier in the words that museums put round it: none of them makes a work autograph.
   */
  @ParameterizedTest
  @CsvSource({
    "attributed to, ATTRIBUTED_TO",
    "workshop of, WORKSHOP_OF",
    "follower of, CIRCLE_OF",
    "circle of, CIRCLE_OF",
    "after, AFTER",
    "manner of, MANNER_OF",
    "style of, MANNER_OF"
  })
  void longerRoles_keepTheirQualifier(String core, Qualifier qualifier) {
    for (String before :
        List.of(
            "",
            "Painting ",
            "Prints ",
            "Possibly ",
            "Reportedly ",
            "in the ",
            "Drawing possibly ")) {
      for (String behind : List.of("", " the", " an", " a design by", " a lost original by")) {
        String role = before + core + behind;
        assertThat(ArtistNames.credits(List.of("Ann Example"), List.of(role)))
            .as(role)
            .containsExactly(new ArtistCredit("Ann Example", qualifier));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grip designed by",
        "Blade by",
        "Hilt attributed to",
        "Frame made by",
        "Retailed by",
        "Movement after"
      })
  void whoMadeAPart_isNotTheArtist(String role) {
    assertThat(ArtistNames.credits(List.of("Ann Example"), List.of(role))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"artist", "painter", "Designed by", "publisher", "Painted by", "maker"})
  void crafts_qualifyNothing(String role) {
    assertThat(ArtistNames.credits(List.of("Ann Example"), List.of(role)))
        .containsExactly(ArtistCredit.by("Ann Example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Example (French, 1850–1921), artist, Paul Kern (German, 1800–1870), printer",
        "Ann Example (French, 1850–1921) and Paul Kern (German, 1800–1870)",
        "Ann Example and Paul Kern",
        "Ann Example & Paul Kern",
        "['Ann Example', 'Paul Kern']",
        "[\"Ann Example\", \"Paul Kern\"]"
      })
  void twoMakersInOneField_areTwo(String written) {
    assertThat(ArtistNames.credits(List.of(written), List.of()))
        .containsExactly(ArtistCredit.by("Ann Example"), ArtistCredit.by("Paul Kern"));
  }

  @Test
  void qualifiedAnonymousAndPlaces_areNobody() {
    assertThat(ArtistNames.credits(List.of("Northern Italian", "possibly Verona"), List.of()))
        .isEmpty();
    assertThat(ArtistNames.credits(List.of("German", "Ann Example"), List.of()))
        .containsExactly(ArtistCredit.by("Ann Example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a, ",
        "(1) ",
        "after ",
        "A B and ",
        "(",
        "1,",
        "?",
        "of the ",
        "['a', ",
        "School "
      })
  void hostileText_isReadInBoundedTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());

    assertThat(ArtistNames.credits(List.of(text), List.of(text))).isNotNull();
    assertThat(ArtistNames.credits(List.of(text.substring(0, 5_000)), List.of())).isNotNull();
  }

  @Test
  void namesTooLongForOne_areLeftOutAndReported() {
    String id = "id,title,artist\n";
    LoadedCatalog loaded =
        CatalogLoader.csv(
                new StringReader(
                    id + "a,A," + "x".repeat(1_001) + "\nb,B," + "y".repeat(1_000) + "\n"))
            .load();

    assertThat(loaded.catalog().find("a").orElseThrow().artists()).isEmpty();
    assertThat(loaded.catalog().find("b").orElseThrow().artists()).hasSize(1);
    assertThat(loaded.report().toString()).contains("expected names of at most 1,000 characters");
  }

  @Test
  void casesThatFailed_areRight() {
    Catalog met = Cases.load("h4-met-prefixes.csv", MuseumLayouts.met()).catalog();
    for (Artwork work : met.stream().toList()) {
      String expected = work.attributes().getOrDefault("expect_qualifier", List.of("")).get(0);
      assertThat(expected).contains(work.artists().get(0).qualifier().name());
    }
    Catalog carnegie = Cases.load("h5-anonymous.csv", MuseumLayouts.carnegie()).catalog();
    assertThat(carnegie.get(0).artists()).isEmpty();
    assertThat(carnegie.get(1).artists()).isEmpty();
    assertThat(carnegie.get(2).artists()).containsExactly(ArtistCredit.by("Ruth Aldous"));
    Catalog cleveland = Cases.load("h6-cleveland-creators.csv").catalog();
    assertThat(cleveland.get(0).artists()).containsExactly(ArtistCredit.by("Amélie Roux"));
    assertThat(cleveland.get(1).artists()).isEmpty();
    assertThat(cleveland.get(2).artists()).containsExactly(ArtistCredit.by("Amélie Roux"));
  }
}
