package io.artrec.testkit;

import io.artrec.explain.Sentences;
import org.junit.jupiter.api.Nested;

/** Runs artrec's own writers against the contract. */
class SentencesContractTest {
  @Nested
  class Standard extends SentencesContract {
    @Override
    protected Sentences sentences() {
      return Sentences.standard();
    }
  }

  @Nested
  class Reticent extends SentencesContract {
    @Override
    protected Sentences sentences() {
      return Sentences.standard().withoutDislikes().withoutChance().withoutCounts();
    }
  }

  @Nested
  class Plain extends SentencesContract {
    @Override
    protected Sentences sentences() {
      return Sentences.plain();
    }
  }
}
