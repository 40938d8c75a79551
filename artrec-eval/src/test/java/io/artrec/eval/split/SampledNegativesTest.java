package io.artrec.eval.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampledNegativesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 99, 100, 500, 999})
  void draws_areDistinct_eligible_andAsMany(int count) {
    IntPredicate odd = work -> work % 2 == 1;
    int[] popularity = IntStream.range(0, 1_000).map(work -> 1 + 10_000 / (work + 1)).toArray();
    for (SampledNegatives negatives :
        new SampledNegatives[] {
          SampledNegatives.uniform(count, 1_000, 5),
          SampledNegatives.byPopularity(count, popularity, 5)
        }) {
      for (int visitor = 0; visitor < 20; visitor++) {
        int[] drawn = negatives.draw("u" + visitor, odd);
        assertThat(drawn).isSorted().doesNotHaveDuplicates().hasSize(Math.min(count, 500));
        assertThat(Arrays.stream(drawn)).allMatch(work -> work % 2 == 0 && work < 1_000);
      }
    }
  }

  @Test
  void draws_dependOnSeedAndVisitor_notOnOrderOrThreads() {
    SampledNegatives negatives = SampledNegatives.uniform(50, 10_000, 3);
    Map<Integer, int[]> parallel = new ConcurrentHashMap<>();
    IntStream.range(0, 500)
        .parallel()
        .forEach(visitor -> parallel.put(visitor, negatives.draw("u" + visitor, work -> false)));
    for (int visitor = 499; visitor >= 0; visitor--) {
      assertThat(negatives.draw("u" + visitor, work -> false)).isEqualTo(parallel.get(visitor));
    }
    assertThat(negatives.draw("u1", work -> false))
        .isNotEqualTo(negatives.draw("u2", work -> false));
    assertThat(SampledNegatives.uniform(50, 10_000, 4).draw("u1", work -> false))
        .isNotEqualTo(negatives.draw("u1", work -> false));
  }

  /** 40,000 visitors draw 2 of 4 eligible works: each comes with 20,000 ± 5 · 100. */
  @Test
  void uniform_drawsAllAlike() {
    SampledNegatives negatives = SampledNegatives.uniform(2, 5, 1);
    int[] counts = new int[5];
    for (int visitor = 0; visitor < 40_000; visitor++) {
      for (int work : negatives.draw("visitor " + visitor, work -> work == 2)) {
        counts[work]++;
      }
    }
    assertThat(counts[2]).isZero();
    assertThat(new int[] {counts[0], counts[1], counts[3], counts[4]})
        .satisfies(all -> assertThat(Arrays.stream(all)).allMatch(n -> Math.abs(n - 20_000) < 500));
  }

  /**
   * Weights 6, 3, 1 and two of them: work 2 is drawn first with 1/10, second after work 0 with 6/10
   * · 1/4, after work 1 with 3/10 · 1/7, in all 0.292857; work 1 likewise 3/10 + 6/10 · 3/4 + 1/10
   * · 3/9 = 0.783333; work 0 the rest of 2, 0.923810.
   */
  @Test
  void byPopularity_drawsOneByOneInProportion() {
    SampledNegatives negatives = SampledNegatives.byPopularity(2, new int[] {6, 3, 0, 1, 0}, 1);
    int visitors = 40_000;
    double[] share = new double[5];
    for (int visitor = 0; visitor < visitors; visitor++) {
      for (int work : negatives.draw("visitor " + visitor, work -> false)) {
        share[work] += 1.0 / visitors;
      }
    }
    assertThat(share[0]).isCloseTo(0.923810, within(0.012));
    assertThat(share[1]).isCloseTo(0.783333, within(0.012));
    assertThat(share[3]).isCloseTo(0.292857, within(0.012));
    assertThat(share[2] + share[4]).isZero();
  }

  /** The way that enumerates what is left follows the same law: all but the first are excluded. */
  @Test
  void byPopularity_whereAlmostNothingIsEligible_isTheSameLaw() {
    int[] popularity = new int[2_000];
    Arrays.fill(popularity, 1_000_000);
    popularity[0] = 6;
    popularity[1] = 3;
    popularity[2] = 1;
    SampledNegatives negatives = SampledNegatives.byPopularity(1, popularity, 9);
    int visitors = 4_000;
    double[] share = new double[3];
    for (int visitor = 0; visitor < visitors; visitor++) {
      share[negatives.draw("visitor " + visitor, work -> work > 2)[0]] += 1.0 / visitors;
    }
    assertThat(share[0]).isCloseTo(0.6, within(0.04));
    assertThat(share[1]).isCloseTo(0.3, within(0.04));
    assertThat(share[2]).isCloseTo(0.1, within(0.03));
  }

  @Test
  void nothingEligible_drawsNothing() {
    assertThat(SampledNegatives.uniform(10, 50, 1).draw("u", work -> true)).isEmpty();
  }

  @Test
  void wrongInput_isRefused() {
    assertThatThrownBy(() -> SampledNegatives.uniform(0, 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number of sampled negatives is 0, expected 1 or more");
    assertThatThrownBy(() -> SampledNegatives.uniform(1, 0, 1))
        .hasMessageContaining("number of works to sample from is 0, expected 1 or more");
    assertThatThrownBy(() -> SampledNegatives.byPopularity(1, new int[] {0, 0}, 1))
        .hasMessageContaining("no work has a popularity above 0");
    assertThatThrownBy(() -> SampledNegatives.byPopularity(1, new int[] {1, -2}, 1))
        .hasMessageContaining("popularity of work 1 is -2, expected 0 or more");
  }
}
