package io.artrec.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RewardRuleTest {
  @Test
  void windowIsAtMostAHundredYears() {
    RewardRule longest = RewardRule.standard().window(Duration.ofDays(36_500));
    assertThat(longest.window()).isEqualTo(Duration.ofDays(36_500));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RewardRule.standard().window(Duration.ofDays(36_501)))
        .withMessageContaining("expected one second to 36,500 days");
  }

  @Test
  void halfLifeInWhichNothingCouldCount_isRefused() {
    // 30 minutes: an answer counts first when it is 30 half-lives of a minute old
    RewardRule shortest = RewardRule.standard().halfLife(Duration.ofMinutes(1));
    assertThat(shortest.halfLife()).contains(Duration.ofMinutes(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RewardRule.standard().halfLife(Duration.ofSeconds(59)))
        .withMessageContaining("the half-life of rewards is PT59S with a window of PT30M")
        .withMessageContaining("expected PT1M or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shortest.window(Duration.ofMinutes(31)))
        .withMessageContaining("with a window of PT31M");
  }
}
