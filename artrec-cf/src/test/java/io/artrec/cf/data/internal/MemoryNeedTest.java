package io.artrec.cf.data.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.cf.data.InsufficientMemoryException;
import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  @Test
  void moreThanTheHeap_isRefusedWithFigures() {
    assertThatThrownBy(() -> MemoryNeed.check("ease", 3e9, 1L << 30, "train on fewer works"))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessage(
            "training ease needs about 2,862 MB, the heap has at most 1,024 MB; raise -Xmx, or"
                + " train on fewer works");
    assertThatCode(() -> MemoryNeed.check("ease", 1e9, 1L << 30, "")).doesNotThrowAnyException();
  }

  @Test
  void moreThanIsLeftBesideWhatAnswers_isRefusedWithFigures() {
    assertThatThrownBy(
            () -> MemoryNeed.checkBeside("ease", 6e8, 1L << 30, 1L << 29, "train on fewer works"))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessage(
            "training ease needs about 573 MB, the heap has at most 1,024 MB, of which 512 MB stay"
                + " in use meanwhile, by what answers until it is done among others; raise -Xmx, or"
                + " train on fewer works");
    assertThatCode(() -> MemoryNeed.checkBeside("ease", 5e8, 1L << 30, 1L << 29, ""))
        .doesNotThrowAnyException();
  }

  @Test
  void whatStaysInUse_isCounted() {
    long most = Runtime.getRuntime().maxMemory();
    byte[][] standing = new byte[(int) ((most / 3) >> 17)][1 << 17];
    try {
      assertThatThrownBy(() -> MemoryNeed.check("ease", 0.75 * most, "train on fewer works"))
          .isInstanceOf(InsufficientMemoryException.class)
          .hasMessageContaining("stay in use meanwhile");
      assertThatCode(() -> MemoryNeed.check("ease", 0.1 * most, "")).doesNotThrowAnyException();
    } finally {
      Reference.reachabilityFence(standing);
    }
  }

  @Test
  void tooManyCells_areRefused() {
    assertThatThrownBy(() -> MemoryNeed.checkCells("implicit-als", 1L << 25, 64, "lower factors"))
        .hasMessage(
            "training implicit-als needs a table of 33,554,432 x 64 numbers, an array holds fewer"
                + " than 2^31; lower factors");
  }
}
