package io.artrec.text.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.text.analysis.LongRuns;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JudgementTest {
  private static final int MEGABYTE = 1_000_000;

  static List<String> units() {
    return LongRuns.harmful();
  }

  @ParameterizedTest
  @MethodSource("units")
  void judgement_looksAtAUnitAFewTimes(String unit) {
    String text = "It lacks, it fails, " + LongRuns.of(unit, MEGABYTE);
    Counted units = new Counted(Units.of(text, Wordlist.chinese()));
    Judgement.of(units);
    assertThat(units.looks).isLessThanOrEqualTo(100L * units.size() + 1000);
  }

  /** A list that counts how often one looks at its members. */
  private static final class Counted extends AbstractList<Units.Unit> {
    private final List<Units.Unit> units;
    private long looks;

    Counted(List<Units.Unit> units) {
      this.units = units;
    }

    @Override
    public Units.Unit get(int index) {
      looks++;
      return units.get(index);
    }

    @Override
    public int size() {
      return units.size();
    }
  }
}
