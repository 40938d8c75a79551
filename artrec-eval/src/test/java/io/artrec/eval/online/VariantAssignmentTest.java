package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class VariantAssignmentTest {
  private static final VariantAssignment HALVES =
      VariantAssignment.equal("frontpage", List.of("old", "new"));

  @Test
  void assignment_isTheSameEverywhere() {
    // Computed apart from this code, in Python. Another answer here would move every visitor of
    // running experiments.
    assertThat(List.of("u1", "u2", "u3", "u4", "u5", "u6", "Ŭ7", "").stream().map(HALVES::of))
        .containsExactly(PINNED);
  }

  private static final String[] PINNED = {"old", "old", "old", "old", "new", "old", "old", "new"};

  @Test
  void visitors_areDividedByShares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("a", 1.0);
    shares.put("b", 2.0);
    shares.put("c", 7.0);
    for (String salt : List.of("x", "y", "z")) {
      VariantAssignment assignment = VariantAssignment.weighted(salt, shares);
      long[] counts = new long[3];
      for (int visitor = 0; visitor < 100_000; visitor++) {
        counts[assignment.variants().indexOf(assignment.of("visitor-" + visitor))]++;
      }
      assertThat(SampleRatio.of(counts, new double[] {1, 2, 7}).pValue()).isGreaterThan(0.001);
    }
  }

  @Test
  void experiments_divideIndependently() {
    VariantAssignment other = VariantAssignment.equal("frontpage2", List.of("old", "new"));
    long[][] table = new long[2][2];
    for (int visitor = 0; visitor < 100_000; visitor++) {
      String id = Integer.toString(visitor);
      table[HALVES.of(id).equals("old") ? 0 : 1][other.of(id).equals("old") ? 0 : 1]++;
    }
    assertThat(ChiSquareTest.withDefaults().test(table).getPValue()).isGreaterThan(0.001);
  }

  @Test
  void sampleRatio_agreesWithArithmetic() {
    // 100 visitors, 60 to 40 where 50 to 50 was planned: (10² + 10²)/50 = 4; P(χ²₁ > 4) = 0.0455
    SampleRatio ratio = SampleRatio.of(new long[] {60, 40}, new double[] {1, 1});
    assertThat(ratio.statistic()).isCloseTo(4, within(1e-12));
    assertThat(ratio.pValue()).isCloseTo(0.04550026, within(1e-8));
    assertThat(ratio.isMismatch()).isFalse();
    assertThat(SampleRatio.of(new long[] {6_000, 4_000}, new double[] {1, 1}).isMismatch())
        .isTrue();
    assertThat(SampleRatio.of(new long[] {6_000, 4_000}, new double[] {3, 2}).pValue())
        .isEqualTo(1);
  }

  @Test
  void badArguments_areNamed() {
    assertThatThrownBy(() -> VariantAssignment.equal("x", List.of("a")))
        .hasMessageContaining("at least two variants");
    assertThatThrownBy(() -> VariantAssignment.equal("x", List.of("a", "a")))
        .hasMessageContaining("distinct");
    assertThatThrownBy(() -> VariantAssignment.weighted("x", Map.of("a", 1.0, "b", 0.0)))
        .hasMessageContaining("share 0.0");
    assertThatThrownBy(() -> SampleRatio.of(new long[] {0, 0}, new double[] {1, 1}))
        .hasMessageContaining("no visitors");
    assertThatThrownBy(() -> SampleRatio.of(new long[] {1}, new double[] {1, 1}))
        .hasMessageContaining("1 counts of visitors for 2 shares");
    assertThatThrownBy(() -> SampleRatio.of(new long[] {1, -1}, new double[] {1, 1}))
        .hasMessageContaining("-1 visitors");
  }
}
