package io.artrec.testkit;

import io.artrec.scoring.ScoringBackend;
import io.artrec.scoring.ScoringBackends;
import org.junit.jupiter.api.Nested;

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
