package io.artrec.eval.split;

import io.artrec.eval.testkit.SplitterContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(
    strings = {
      "random:ratio=0.2",
      "per-user:ratio=0.3",
      "per-user:ratio=0.3,latest=true",
      "leave-last-out:k=2",
      "leave-last-out:k=1,repeats=true",
      "global-time:ratio=0.3",
      "rolling:windows=3,width=30d",
      "k-fold:folds=4",
      "k-fold:folds=3,by=visitor",
      "cold-user:ratio=0.3",
      "cold-artwork:ratio=0.25",
      "grouped:ratio=0.4"
    })
class SplittersContractTest extends SplitterContract {
  private final String rule;

  SplittersContractTest(String rule) {
    this.rule = rule;
  }

  @Override
  protected Splitter splitter() {
    return Splits.parse(rule);
  }

  @Override
  protected boolean testsRepeats() {
    return rule.contains("repeats=true");
  }
}
