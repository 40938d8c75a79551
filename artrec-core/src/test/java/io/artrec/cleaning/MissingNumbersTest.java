package io.artrec.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingNumbersTest {
  private final Catalog catalog =
      Catalog.of(
          Artwork.builder("a", "A").created(YearRange.of(1800, 1810)).build(),
          Artwork.builder("b", "B").created(YearRange.of(1900)).attribute("lots", "3").build(),
          Artwork.builder("c", "C").dimensions(Dimensions.ofCm(30, 20)).build());

  @Test
  void year_isFilledWithTheMean() {
    CleanedCatalog cleaned =
        MissingNumbers.fill(catalog, ArtworkNumber.year(), MissingValue.mean());

    // the mean of 1805 and 1900 is 1852.5, rounded to the even year
    assertThat(cleaned.catalog().get(2).created()).contains(new YearRange(1852, 1852, true));
    assertThat(cleaned.catalog().get(0)).isEqualTo(catalog.get(0));
    assertThat(cleaned.report().toString())
        .startsWith("  missing year (mean): 0 dropped, 1 changed");
  }

  @Test
  void drop_leavesThoseThatHaveIt() {
    CleanedCatalog cleaned =
        MissingNumbers.fill(catalog, ArtworkNumber.height(), MissingValue.drop());

    assertThat(cleaned.catalog().stream().map(Artwork::id)).containsExactly("c");
    assertThat(cleaned.report().dropped()).isEqualTo(2);
  }

  @Test
  void sidesAndAttributes_areFilled() {
    Catalog wide =
        MissingNumbers.fill(catalog, ArtworkNumber.width(), MissingValue.constant(50)).catalog();
    Catalog lots =
        MissingNumbers.fill(catalog, ArtworkNumber.attribute("lots"), MissingValue.median())
            .catalog();

    assertThat(wide.get(0).dimensions().orElseThrow().width()).hasValue(50);
    assertThat(wide.get(2)).isEqualTo(catalog.get(2));
    assertThat(lots.get(0).attributes()).containsEntry("lots", List.of("3.0"));
  }
}
