package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshPolicyTest {
  @Test
  void events_areTheLargerOfBoth() {
    RefreshPolicy policy = RefreshPolicy.none().after(100, 0.05);
    assertThat(policy.eventsAfter(0)).isEqualTo(100);
    assertThat(policy.eventsAfter(2_000)).isEqualTo(100);
    assertThat(policy.eventsAfter(2_001)).isEqualTo(101);
    assertThat(policy.eventsAfter(1_000_000)).isEqualTo(50_000);
    assertThat(RefreshPolicy.none().eventsAfter(7)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void eachSetting_leavesTheOthers() {
    RefreshPolicy policy = RefreshPolicy.standard().threads(3).retryAfter(Duration.ofSeconds(5));
    assertThat(policy.threads()).hasValue(3);
    assertThat(policy.every()).contains(Duration.ofDays(1));
    assertThat(policy.retrainEvery()).contains(Duration.ofDays(7));
    assertThat(policy.drift()).hasValue(0.002);
    assertThat(policy.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(policy.keepsPrevious()).isTrue();
    assertThat(policy.keepingPrevious(false).keepsPrevious()).isFalse();
    assertThat(policy.saves()).isFalse();
    assertThat(policy.saving(true).saves()).isTrue();
    assertThat(policy.freeHeap()).isZero();
    assertThat(policy.freeHeap(1L << 40).freeHeap()).isEqualTo(1L << 40);
  }

  @Test
  void aPolicyWithoutOccasion_isNone() {
    assertThat(RefreshPolicy.none().isNone()).isTrue();
    assertThat(RefreshPolicy.none().threads(1).keepingPrevious(true).isNone()).isTrue();
    assertThat(RefreshPolicy.none().onDrift(0.01).isNone()).isFalse();
    assertThat(RefreshPolicy.none()).hasToString("learns when told to");
  }

  @Test
  void whatCannotBe_isRefusedWithWhatIsExpected() {
    RefreshPolicy policy = RefreshPolicy.none();
    assertThatThrownBy(() -> policy.after(0, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("refresh after 0 events and a share of 0.1, expected 1 or more and 0 or more");
    assertThatThrownBy(() -> policy.after(1, Double.NaN)).hasMessageContaining("a share of NaN");
    assertThatThrownBy(() -> policy.every(Duration.ZERO))
        .hasMessage("every is PT0S, expected 1 ms to 36,500 days");
    assertThatThrownBy(() -> policy.retrainEvery(Duration.ofDays(40_000)))
        .hasMessageContaining("retrainEvery is PT960000H");
    assertThatThrownBy(() -> policy.onDrift(1))
        .hasMessage("drift at delta 1.0, expected above 0 and below 1");
    assertThatThrownBy(() -> policy.threads(0)).hasMessageContaining("threads is 0");
    assertThatThrownBy(() -> policy.freeHeap(-1))
        .hasMessage("free heap is -1 bytes, expected 0 or more");
  }
}
