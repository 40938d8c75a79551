package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinearSvmTest {
  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> LinearSvm.standard().regularization(0))
        .hasMessage("regularization is 0.0, expected a finite number above 0");
    assertThat(LinearSvm.standard().regularization(0.5))
        .hasToString("linear SVM, regularization 0.5");
  }
}
