package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeLevelsTest {
  private static final Catalog CATALOG =
      Catalog.of(
          work("a")
              .artist("Hokusai")
              .subject("Sea")
              .subject("boat")
              .attribute("hue", "Blue")
              .build(),
          work("b").artist("Hiroshige").subject("sea ").attribute("hue", "blue").build(),
          work("c")
              .artist("Unknown")
              .subject("boat")
              .subject("SEA")
              .attribute("hue", "red")
              .build(),
          work("d").artist("unknown").created(YearRange.of(1830, 1833)).build(),
          work("e").created(YearRange.of(1849)).attribute("hue", "red").build());

  private static Artwork.Builder work(String id) {
    return Artwork.builder(id, "Untitled");
  }

  private static List<String> of(AttributeLevels levels, int artwork) {
    List<String> found = new ArrayList<>();
    for (int place = levels.start(artwork); place < levels.start(artwork + 1); place++) {
      int level = levels.level(place);
      found.add(levels.facets().get(levels.facet(level)) + "=" + levels.value(level));
    }
    return found;
  }

  @Test
  void levels_areWhatTwoWorksHave() {
    AttributeLevels levels = AttributeLevels.of(CATALOG);
    assertThat(levels.facets()).containsExactly("subject", "period", "attribute:hue");
    assertThat(levels.size()).isEqualTo(5);
    assertThat(of(levels, 0)).containsExactly("subject=Sea", "subject=boat", "attribute:hue=Blue");
    assertThat(of(levels, 1)).containsExactly("subject=Sea", "attribute:hue=Blue");
    assertThat(of(levels, 2)).containsExactly("subject=Sea", "subject=boat", "attribute:hue=red");
    assertThat(of(levels, 3)).containsExactly("period=1825–1849");
    assertThat(of(levels, 4)).containsExactly("period=1825–1849", "attribute:hue=red");
    assertThat(levels.facetStart(1)).isEqualTo(2);
    assertThat(levels.facetStart(3)).isEqualTo(5);
  }

  @Test
  void otherCatalogue_keepsNumbers() {
    AttributeLevels levels = AttributeLevels.of(CATALOG, List.of("subject"));
    Artwork later = work("f").subject("BOAT").subject("storm").build();
    AttributeLevels over = levels.over(Catalog.of(later, CATALOG.get(1)));
    assertThat(of(over, 0)).containsExactly("subject=boat");
    assertThat(of(over, 1)).containsExactly("subject=Sea");
    assertThat(over.size()).isEqualTo(2);
    assertThat(levels.of(later)).containsExactly(1);
  }

  @Test
  void manyLevels_keepTheMostFrequent() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < AttributeLevels.MOST_LEVELS + 10; i++) {
      for (int copy = 0; copy < (i == 4_100 ? 3 : 2); copy++) {
        works.add(work(i + "-" + copy).subject("s" + (10_000 + i)).build());
      }
    }
    AttributeLevels levels = AttributeLevels.of(Catalog.of(works));
    assertThat(levels.size()).isEqualTo(AttributeLevels.MOST_LEVELS);
    assertThat(levels.value(0)).isEqualTo("s14100");
    assertThat(levels.value(1)).isEqualTo("s10000");
    assertThat(levels.value(4_095)).isEqualTo("s14094");
  }

  @Test
  void unknownFacet_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttributeLevels.of(CATALOG, List.of("colour")))
        .withMessage(
            "facet 'colour' is unknown, expected one of artist, movement, genre, medium, technique, subject, period, or attribute:<name>");
  }

  @Test
  void withoutLevels_isEmpty() {
    AttributeLevels levels = AttributeLevels.of(Catalog.of(work("a").build()));
    assertThat(levels.facets()).isEmpty();
    assertThat(levels.size()).isZero();
    assertThat(levels.start(1)).isZero();
  }
}
