package io.artrec.cf.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  @Test
  void moreThanTheHeap_isRefusedWithFigures() {
    assertThatThrownBy(() -> MemoryNeed.check("ease", 3e9, 1L << 30, "train on fewer works"))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessage(
            "training ease needs about 2,862 MB, the heap has at most 1,024 MB; raise -Xmx, or train on fewer works");
    assertThatCode(() -> MemoryNeed.check("ease", 1e9, 1L << 30, "")).doesNotThrowAnyException();
  }

  @Test
  void tooManyCells_areRefused() {
    assertThatThrownBy(() -> MemoryNeed.checkCells("implicit-als", 1L << 25, 64, "lower factors"))
        .hasMessage(
            "training implicit-als needs a table of 33,554,432 x 64 numbers, an array holds fewer than 2^31; lower factors");
  }
}
