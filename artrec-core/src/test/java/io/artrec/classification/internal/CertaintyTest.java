package io.artrec.classification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertaintyTest {
  @Test
  void binomialTail_byHand() {
    assertThat(Certainty.atMost(0, 3, 0.1)).isCloseTo(0.729, within(1e-12));
    assertThat(Certainty.atMost(1, 3, 0.1)).isCloseTo(0.972, within(1e-12));
    assertThat(Certainty.atMost(3, 3, 0.1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void threshold_needsThirtySixRightAnswers() {
    List<Certainty.Answer> right = new ArrayList<>();
    for (int i = 0; i < 35; i++) {
      right.add(new Certainty.Answer(0.99 - i * 0.01, true));
    }
    assertThat(Certainty.from(right, 0.9)).isEqualTo(Certainty.NEVER);
    right.add(new Certainty.Answer(0.5, true));
    assertThat(Certainty.from(right, 0.9)).isEqualTo(0.5);
    right.add(new Certainty.Answer(0.4, false));
    assertThat(Certainty.from(right, 0.9)).isEqualTo(0.5);
    right.add(0, new Certainty.Answer(1, false));
    assertThat(Certainty.from(right, 0.9)).isEqualTo(Certainty.NEVER);
  }
}
