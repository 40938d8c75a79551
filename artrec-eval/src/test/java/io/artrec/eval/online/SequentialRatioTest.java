package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequentialRatioTest {
  @Test
  void firstVisitors_makeTheFactorFoundByHand() {
    // Two halves, prior 50 and 50: of n visitors who are all of one side the factor is
    // Π (50 + i) / (100 + i) · 2 for i from 0 to n − 1
    SequentialRatio ratio = new SequentialRatio(new double[] {3, 3});
    double factor = 1;
    for (int visitor = 0; visitor < 20; visitor++) {
      ratio.add(0);
      factor *= 2 * (50.0 + visitor) / (100 + visitor);
    }
    assertThat(ratio.pValue()).isCloseTo(1 / factor, within(1e-12));
    assertThat(ratio.visitors(0)).isEqualTo(20);
    ratio.add(1);
    assertThat(ratio.pValue()).as("the smallest so far").isCloseTo(1 / factor, within(1e-12));
  }

  @Test
  void plannedDivision_isSeldomCalledWrong_andAWrongOneSoon() {
    SplittableRandom random = new SplittableRandom(5);
    int alarms = 0;
    for (int run = 0; run < 1_000; run++) {
      SequentialRatio ratio = new SequentialRatio(new double[] {1, 2});
      for (int visitor = 0; visitor < 1_000; visitor++) {
        ratio.add(random.nextInt(3) == 0 ? 0 : 1);
      }
      alarms += ratio.pValue() < 0.05 ? 1 : 0;
    }
    assertThat(alarms).as("of 1,000 at level 0.05, looked at after each visitor").isBetween(1, 50);
    SequentialRatio lossy = new SequentialRatio(new double[] {1, 1});
    for (int visitor = 0; visitor < 10_000; visitor++) {
      lossy.add(random.nextDouble() < 0.53 ? 0 : 1);
    }
    assertThat(lossy.pValue()).isLessThan(SampleRatio.USUAL_LEVEL);
  }
}
