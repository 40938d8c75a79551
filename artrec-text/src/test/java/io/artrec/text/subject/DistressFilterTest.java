package io.artrec.text.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.filter.Filter;
import io.artrec.testkit.FilterContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistressFilterTest extends FilterContract {
  @Override
  protected Filter filter() {
    return DistressFilter.without(List.of(Distress.WAR, Distress.DEATH));
  }

  @Override
  protected Catalog catalog() {
    return Catalog.of(
        Artwork.builder("lake", "The lake").build(),
        Artwork.builder("nude", "In the bath").subject("nude").build(),
        Artwork.builder("hospital", "The hospital").build(),
        Artwork.builder("massacre", "The massacre at Chios").build(),
        Artwork.builder("funeral", "Untitled").subject("funeral").build(),
        Artwork.builder("war", "战争").build());
  }

  @Test
  void whatIsMarkedIsRejected_andNothingElse() {
    List<String> accepted = new ArrayList<>();
    for (int index = 0; index < catalog().size(); index++) {
      Artwork artwork = catalog().get(index);
      if (filter().accepts(new Filter.Subject(artwork, index, history()))) {
        accepted.add(artwork.id());
      }
    }

    assertThat(accepted).containsExactly("lake", "nude", "hospital");
  }

  @Test
  void filtersOfTheSameMarksAndTreeAreEqual() {
    assertThat(filter())
        .isEqualTo(DistressFilter.without(Set.of(Distress.DEATH, Distress.WAR)))
        .isNotEqualTo(DistressFilter.without(Set.of(Distress.WAR)))
        .hasToString("without subjects of war, death");
    assertThat(filter().isByRecord()).isTrue();
  }

  @Test
  void withoutMarksThereIsNothingToRejectBy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DistressFilter.without(List.of()))
        .withMessageContaining("expected one or more");
  }
}
