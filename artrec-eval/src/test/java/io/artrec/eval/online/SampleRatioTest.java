package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleRatioTest {
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
    assertThatThrownBy(() -> SampleRatio.of(new long[] {0, 0}, new double[] {1, 1}))
        .hasMessageContaining("no visitors");
    assertThatThrownBy(() -> SampleRatio.of(new long[] {1}, new double[] {1, 1}))
        .hasMessageContaining("1 counts of visitors for 2 shares");
    assertThatThrownBy(() -> SampleRatio.of(new long[] {1, -1}, new double[] {1, 1}))
        .hasMessageContaining("-1 visitors");
  }
}
