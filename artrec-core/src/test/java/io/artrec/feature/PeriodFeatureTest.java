package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.similarity.Similarities;
import org.junit.jupiter.api.Test;

class PeriodFeatureTest {
  private static final Catalog CATALOG = Catalog.of(Artwork.builder("a", "Wave").build());

  private static float[] encode(YearRange years) {
    Artwork artwork = Artwork.builder("a", "Wave").created(years).build();
    return PeriodFeature.standard()
        .fit(CATALOG)
        .encode(new ArtworkInput(artwork, ArtworkImages.none()))
        .orElseThrow();
  }

  private static double alike(YearRange a, YearRange b) {
    return Similarities.cosine().compare(encode(a), encode(b));
  }

  @Test
  void likeness_fallsWithDistanceInYears() {
    YearRange year = YearRange.of(1850);
    assertThat(alike(year, year)).isEqualTo(1, within(1e-6));
    assertThat(alike(year, YearRange.of(1860))).isEqualTo(Math.exp(-100 / 1600.0), within(1e-3));
    assertThat(alike(year, YearRange.of(1890))).isEqualTo(Math.exp(-1), within(1e-3));
    assertThat(alike(year, YearRange.of(1950))).isLessThan(0.01);
  }

  @Test
  void likeness_doesNotDependOnWhereDecadesBegin() {
    for (int start = 1850; start < 1860; start++) {
      assertThat(alike(YearRange.of(start), YearRange.of(start + 15)))
          .as("from %d", start)
          .isEqualTo(Math.exp(-225 / 1600.0), within(1e-3));
    }
  }

  @Test
  void range_isLikeEachOfItsYears_andApproximateDatesReachFurther() {
    YearRange range = YearRange.of(1800, 1850);
    assertThat(alike(range, YearRange.of(1820))).isGreaterThan(alike(range, YearRange.of(1870)));
    YearRange about = new YearRange(1850, 1850, true);
    YearRange later = YearRange.of(1910);
    assertThat(alike(about, later)).isGreaterThan(alike(YearRange.of(1850), later));
  }

  @Test
  void datesOutsideTheScale_countAsItsEnds() {
    assertThat(encode(YearRange.of(-30_000))).isEqualTo(encode(YearRange.of(-1000)));
    assertThat(encode(YearRange.of(9999))).isEqualTo(encode(YearRange.of(2100)));
    assertThat(encode(YearRange.of(Integer.MIN_VALUE, Integer.MAX_VALUE)))
        .isEqualTo(encode(YearRange.of(-1000, 2100)));
  }

  @Test
  void unknownDate_isMissing() {
    assertThat(
            PeriodFeature.standard()
                .fit(CATALOG)
                .encode(new ArtworkInput(CATALOG.get(0), ArtworkImages.none())))
        .isEmpty();
    assertThat(PeriodFeature.standard().spec().facet()).isEqualTo("period");
  }
}
