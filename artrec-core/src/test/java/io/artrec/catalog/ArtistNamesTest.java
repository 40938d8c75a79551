package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.ArtistCredit.Qualifier;
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
          """)
  void names_areTakenApart(String written, String name, Qualifier qualifier) {
    assertThat(ArtistNames.credit(written)).contains(new ArtistCredit(name, qualifier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unknown", "Unknown artist", "Artist unknown", "unidentified", "佚名", " "})
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
}
