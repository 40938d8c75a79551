package io.artrec.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownArtworksTest {
  private static ShownAnswer shown(long visitor, String... works) {
    return new ShownAnswer(visitor, List.of(works), Double.NaN, -1);
  }

  @Test
  void spread_byHand() {
    ShownArtworks works = new ShownArtworks();
    works.add(shown(1, "a", "b"), 1);
    works.add(shown(2, "a", "c"), 1);
    works.add(shown(3, "a"), 2);
    assertThat(works.works()).isEqualTo(3);
    assertThat(works.total()).isEqualTo(6);
    assertThat(works.topShare(50)).as("one work: a, 4 of 6").isEqualTo(4 / 6.0);
    assertThat(works.topShare(200)).as("two works").isEqualTo(5 / 6.0);
    // counts 0, 1, 1, 4: 2 (1*0 + 2*1 + 3*1 + 4*4) / (4 * 6) - 5/4
    assertThat(works.gini(4)).isCloseTo(42 / 24.0 - 1.25, within(1e-12));
    assertThat(works.overlap()).as("three visitors are too few").isEmpty();
    assertThat(new ShownArtworks().gini(4)).isZero();
    assertThat(new ShownArtworks().topShare(4)).isZero();
  }

  @Test
  void allAlike_andAllInOne() {
    ShownArtworks alike = new ShownArtworks();
    ShownArtworks one = new ShownArtworks();
    for (int i = 0; i < 1000; i++) {
      alike.add(shown(i + 1, "w" + i), 1);
      one.add(shown(i + 1, "w"), 1);
    }
    assertThat(alike.gini(1000)).isCloseTo(0, within(1e-12));
    assertThat(one.gini(1000)).isCloseTo(0.999, within(1e-12));
    assertThat(alike.overlap()).hasValue(0);
    assertThat(one.overlap()).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void overlap_isTheMeanOverAllPairs(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ShownArtworks works = new ShownArtworks();
    List<Set<String>> all = new ArrayList<>();
    for (int visitor = 1; visitor <= 31; visitor++) {
      Set<String> own = new HashSet<>();
      IntStream.range(0, 10).forEach(i -> own.add("w" + random.nextInt(40)));
      all.add(own);
      works.add(shown(visitor, own.toArray(String[]::new)), 1);
    }
    works.add(shown(0, "nobody's"), 1);
    double common = 0;
    double length = 0;
    for (Set<String> a : all) {
      length += a.size() / (double) all.size();
      for (Set<String> b : all) {
        if (a != b) {
          common += a.stream().filter(b::contains).count() / (31.0 * 30);
        }
      }
    }
    assertThat(works.overlap().orElseThrow())
        .as("seed %s", seed)
        .isCloseTo(common / length, within(1e-12));
  }
}
