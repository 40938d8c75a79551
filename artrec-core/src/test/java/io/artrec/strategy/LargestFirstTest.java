package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestFirstTest {
  private static int[] byComparison(double[] amounts) {
    return IntStream.range(0, amounts.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> amounts[i], Comparator.reverseOrder()))
        .mapToInt(i -> i)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 17, 133, 1024, 1025, 3000})
  void order_isThatOfAStableSort(int count) {
    SplittableRandom random = new SplittableRandom(count);
    double[] scales = {1, -1, 1e-300, -1e300, 1e-9, 0, -0.0};
    double[] amounts = new double[count];
    for (int i = 0; i < count; i++) {
      amounts[i] = scales[random.nextInt(scales.length)] * random.nextInt(1, 20);
    }

    assertThat(LargestFirst.order(amounts)).containsExactly(byComparison(amounts));
  }

  @Test
  void amountsThatSinglePrecisionDoesNotTellApart_areInOrder() {
    double[] amounts =
        IntStream.range(0, 500).mapToDouble(i -> 1 + (i * 7919 % 500) * 1e-12).toArray();

    assertThat(LargestFirst.order(amounts)).containsExactly(byComparison(amounts));
  }

  @Test
  void extremes_areInOrder() {
    double[] amounts = {
      -Double.MAX_VALUE,
      Double.MIN_VALUE,
      0.0,
      -0.0,
      Double.MAX_VALUE,
      1e39,
      -1e39,
      -Double.MIN_VALUE
    };

    assertThat(LargestFirst.order(amounts)).containsExactly(4, 5, 1, 2, 3, 7, 6, 0);
  }
}
