package io.artrec.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      assertThat(chiSquare(counts, 10_000, 20_000, 70_000)).as(salt).isLessThan(13.816);
    }
  }

  /** Σ (observed − expected)² / expected; the bounds are those passed once in a thousand times. */
  private static double chiSquare(long[] observed, double... expected) {
    double sum = 0;
    for (int cell = 0; cell < observed.length; cell++) {
      double excess = observed[cell] - expected[cell];
      sum += excess * excess / expected[cell];
    }
    return sum;
  }

  @Test
  void experiments_divideIndependently() {
    VariantAssignment other = VariantAssignment.equal("frontpage2", List.of("old", "new"));
    long[] table = new long[4];
    for (int visitor = 0; visitor < 100_000; visitor++) {
      String id = Integer.toString(visitor);
      table[(HALVES.of(id).equals("old") ? 0 : 2) + (other.of(id).equals("old") ? 0 : 1)]++;
    }
    assertThat(chiSquare(table, 25_000, 25_000, 25_000, 25_000)).isLessThan(16.266);
  }

  @Test
  void badArguments_areNamed() {
    assertThatThrownBy(() -> VariantAssignment.equal("x", List.of("a")))
        .hasMessageContaining("at least two variants");
    assertThatThrownBy(() -> VariantAssignment.equal("x", List.of("a", "a")))
        .hasMessageContaining("distinct");
    assertThatThrownBy(() -> VariantAssignment.weighted("x", Map.of("a", 1.0, "b", 0.0)))
        .hasMessageContaining("share 0.0");
  }
}
