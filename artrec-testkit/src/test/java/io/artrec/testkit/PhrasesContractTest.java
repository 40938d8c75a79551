package io.artrec.testkit;

import io.artrec.explain.Phrases;
import org.junit.jupiter.api.Nested;

/** Runs artrec's own languages against the contract. */
class PhrasesContractTest {
  @Nested
  class English extends PhrasesContract {
    @Override
    protected Phrases phrases() {
      return Phrases.english();
    }
  }

  @Nested
  class Chinese extends PhrasesContract {
    @Override
    protected Phrases phrases() {
      return Phrases.chinese();
    }
  }
}
