package io.artrec.eval.experiment;

import io.artrec.eval.metric.TestSet;
import io.artrec.eval.metric.TrainingFacts;
import io.artrec.strategy.Candidates;
import java.util.BitSet;

/** Which works a visitor may be recommended in a test; its text says which rule it is. */
interface CandidateRule {
  /** The rule for one training part. */
  default CandidateRule on(TrainingFacts training) {
    return this;
  }

  Candidates candidates(TestSet test, int user, BitSet known);

  /** All works; whoever takes the best passes over known ones. */
  record AllWorks() implements CandidateRule {
    @Override
    public Candidates candidates(TestSet test, int user, BitSet known) {
      return Candidates.all(test.catalog().size());
    }
  }
}
