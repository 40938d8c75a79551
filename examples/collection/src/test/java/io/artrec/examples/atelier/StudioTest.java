package io.artrec.examples.atelier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StudioTest {
  @Test
  void threeHundredWorks_haveIdsAndTitlesOfTheirOwn_inAllManners() {
    List<Painting> paintings = Studio.paintings(300, 1);

    assertThat(paintings).extracting(Painting::id).doesNotHaveDuplicates();
    assertThat(paintings)
        .extracting(painting -> painting.artist() + ": " + painting.title())
        .doesNotHaveDuplicates();
    assertThat(paintings)
        .extracting(Painting::manner)
        .containsAll(List.of(Manner.values()))
        .allSatisfy(manner -> assertThat(manner.label()).isNotBlank());
    assertThat(paintings.stream().map(Painting::artist).distinct().count()).isBetween(20L, 30L);
  }

  @Test
  void everyArtist_keepsToOneOrTwoManners() {
    Studio.paintings(300, 3).stream()
        .collect(
            Collectors.groupingBy(
                Painting::artist, Collectors.mapping(Painting::manner, Collectors.toSet())))
        .forEach((artist, manners) -> assertThat(manners).as(artist).hasSizeBetween(1, 2));
  }

  @Test
  void fewerWorks_areTheFirstOfMore() {
    List<String> few = Studio.paintings(40, 5).stream().map(Painting::toString).toList();
    List<String> many = Studio.paintings(90, 5).stream().map(Painting::toString).toList();

    assertThat(many.subList(0, 40)).isEqualTo(few);
  }

  @Test
  void anotherSeed_givesOtherWorks() {
    Set<String> one = titles(1);
    Set<String> other = titles(2);

    assertThat(one).isEqualTo(titles(1)).isNotEqualTo(other);
  }

  private static Set<String> titles(long seed) {
    return new HashSet<>(Studio.paintings(60, seed).stream().map(Painting::toString).toList());
  }

  @Test
  void countOutOfRange_isRefused() {
    assertThatThrownBy(() -> Studio.paintings(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot plan 0 works, expected from 1 to 5000");
    assertThatThrownBy(() -> Studio.paintings(5001, 1)).hasMessageContaining("5001 works");
  }

  @Test
  void everyRecord_isWhole_andSaysThatItIsGenerated() {
    for (Painting painting : Studio.paintings(28, 4)) {
      Artwork work = painting.artwork();

      assertThat(work.title()).isEqualTo(painting.title());
      assertThat(work.movements()).containsExactly(painting.manner().label());
      assertThat(work.genre()).contains(painting.manner().genre());
      assertThat(work.medium()).contains(painting.manner().medium());
      assertThat(work.subjects()).as(work.id()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(work.dimensions()).isPresent();
      assertThat(work.created().orElseThrow().first()).isBetween(1600, 2000);
      assertThat(work.description().orElseThrow().split("\\. ")).hasSizeBetween(2, 7);
      assertThat(work.attributes().get("origin")).containsExactly(Painting.ORIGIN);
      assertThat(work.attributes().getOrDefault("title_zh", List.of()).toString())
          .containsPattern("\\p{IsHan}");
      assertThat(work.attributes().getOrDefault("description_zh", List.of()).toString())
          .endsWith("。]");
    }
  }
}
