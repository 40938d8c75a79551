package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Catalog;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabeledArtworksTest {
  private static final String[] ARTISTS = {"Ada", "Bo", "ada ", "Ada and Cy", "Cy", "", "", "Bo"};
  private static final String[] LABELS = {"x", "y", "x", "x", "y", "y", " ", "y "};

  private static Examples examples() {
    float[][] rows = new float[8][1];
    rows[7] = new float[0];
    return Examples.works(8, i -> ARTISTS[i], i -> LABELS[i]).feature("f", 1, rows);
  }

  private static List<Integer> groups(LabeledArtworks works) {
    return IntStream.range(0, works.size()).mapToObj(works::group).toList();
  }

  @Test
  void artistsAreGroups_worksByTwoJoinThem() {
    LabeledArtworks works = examples().labeled();
    assertThat(works.labels()).containsExactly("x", "y");
    assertThat(IntStream.range(0, works.size()).mapToObj(works::label))
        .containsExactly("x", "y", "x", "x", "y", "y");
    assertThat(works.unlabeled()).isEqualTo(1);
    assertThat(works.withoutFeatures()).isEqualTo(1);
    assertThat(groups(works)).containsExactly(0, 1, 0, 0, 0, 5);
    assertThat(works.groupCount("y")).isEqualTo(3);
    assertThat(works.groupCount("z")).isZero();
    assertThat(works.isGrouped()).isTrue();
  }

  @Test
  void otherGroups_andNone() {
    LabeledArtworks works = examples().labeled();
    assertThat(groups(works.groupedBy(work -> List.of("All")))).containsOnly(0);
    assertThat(groups(works.ungrouped())).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(works.ungrouped().isGrouped()).isFalse();
    assertThat(works.ungrouped().groupedBy(work -> List.of()).isGrouped()).isTrue();
  }

  @Test
  void subsets_keepTheirGroupsAndLoseLabels() {
    LabeledArtworks some = examples().labeled().subset(4, 1);
    assertThat(some.labels()).containsExactly("y");
    assertThat(groups(some)).containsExactly(0, 1);
    assertThat(some.artwork(0).id()).isEqualTo("w4");
    assertThat(some.row(0)).isEqualTo(4);
  }

  @Test
  void featuresOfAnotherCatalogue_areRefused() {
    assertThatThrownBy(
            () ->
                LabeledArtworks.of(Catalog.of(), examples().extracted(), work -> Optional.empty()))
        .hasMessage(
            "features are of 8 works, the catalogue has 0; extract them from this catalogue");
  }
}
