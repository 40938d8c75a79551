package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.kernel.internal.Kernels;
import io.artrec.scoring.ScoringBackend;
import io.artrec.scoring.ScoringBackends;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs the backends of artrec-core against the contract. */
class ScoringBackendsContractTest {
  @Nested
  class Plain extends ScoringBackendContract {
    @Override
    protected ScoringBackend backend() {
      return ScoringBackends.plain();
    }

    @Override
    protected String expectedName() {
      return "plain";
    }
  }

  @Nested
  @EnabledIf("io.artrec.testkit.ScoringBackendsContractTest#isSimdThere")
  class Simd extends ScoringBackendContract {
    @Override
    protected ScoringBackend backend() {
      return ScoringBackends.named("simd");
    }

    @Override
    protected String expectedName() {
      return "simd";
    }
  }

  static boolean isSimdThere() {
    return Kernels.available().size() > 1;
  }

  @Test
  void unknownBackend_isRefused() {
    assertThatThrownBy(() -> ScoringBackends.named("quantum"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'quantum' are not there, expected one of");
    assertThat(ScoringBackends.best().name()).isEqualTo(Kernels.best().name());
  }

  @Nested
  class Reference extends ScoringBackendContract {
    @Override
    protected ScoringBackend backend() {
      return ScoringBackends.reference();
    }

    @Override
    protected String expectedName() {
      return "reference";
    }
  }
}
