package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.model.NestedState;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A strategy as users would write one, with its {@link StrategyMethod}. */
class TunableStrategyTest {
  /** Scores every work its base plus its index times a slope. */
  private static final class Rising extends TunableStrategy<Rising> {
    private static final Hyperparameter<Integer> BASE =
        Hyperparameter.whole("base", 3, Range.atLeast(0)).meaning("what the first work gets");
    private static final Hyperparameter<Double> SLOPE =
        Hyperparameter.number("slope", 1, Range.above(0)).meaning("what the next get more");
    static final StrategyMethod<Rising> METHOD =
        StrategyMethod.of(Hyperparameters.of("rising", BASE, SLOPE), Rising::new, Rising::read);

    private Rising(Hyperparameters values) {
      super(METHOD, values);
    }

    static Rising base(int base) {
      return METHOD.with(BASE, base);
    }

    Rising slope(double slope) {
      return with(SLOPE, slope);
    }

    double slope() {
      return get(SLOPE);
    }

    @Override
    public Scorer train(TrainingContext context) {
      return new Trained(this, get(BASE));
    }

    private static Scorer read(StateReader in, TrainingContext context, Rising strategy) {
      return new Trained(strategy, in.getLong("first"));
    }

    private record Trained(Rising strategy, long first) implements Scorer {
      @Override
      public Scores score(Query query, Candidates candidates) {
        Scores scores = new Scores(candidates);
        double slope = strategy.slope();
        for (int position = 0; position < candidates.size(); position++) {
          scores.set(position, first + slope * candidates.artwork(position));
        }
        return scores.explainedBy(position -> List.of());
      }

      @Override
      public void save(StateWriter out) {
        strategy.save(out);
        out.putLong("first", first);
      }
    }
  }

  @Test
  void setters_giveAnotherStrategy_thatTextComesBackTo() {
    Rising rising = Rising.base(5).slope(0.25);
    assertThat(rising).hasToString("rising:base=5,slope=0.25");
    assertThat(rising.parameters()).isEqualTo(Parameters.parse("base=5,slope=0.25"));
    assertThat(Rising.METHOD.parse(rising.parameters()))
        .isEqualTo(rising)
        .hasSameHashCodeAs(rising)
        .isNotEqualTo(Rising.base(5));
    assertThat(Rising.METHOD.standard()).isEqualTo(Rising.base(3));
    assertThat(Rising.base(5).slope()).isEqualTo(1);
    assertThatThrownBy(() -> rising.slope(0))
        .hasMessage("slope of rising is 0.0, expected a number above 0");
  }

  @Test
  void parser_knowsItAndItsTable() {
    StrategyParser parser = StrategyParser.core().with(List.of(Rising.METHOD));
    assertThat(parser.parse("rising: slope=2")).isEqualTo(Rising.base(3).slope(2));
    assertThat(parser.method("rising"))
        .hasToString(
            """
            rising
              base: 0 or more, 3 unless set: what the first work gets
              slope: above 0, 1.0 unless set: what the next get more
            """);
    assertThatThrownBy(() -> parser.method("falling"))
        .hasMessageStartingWith("strategy 'falling' is unknown, expected one of content-based,");
  }

  @Test
  void scorer_isReadWithItsStrategy() {
    Scorer scorer = new Rising.Trained(Rising.base(5).slope(0.25), 11);
    byte[] state = NestedState.write(scorer::save);
    StrategyReader reader = Rising.METHOD.reader();
    assertThat(reader.strategy()).isEqualTo("rising");
    Scorer bySaved =
        NestedState.read(
            "scorer", state, in -> Rising.read(in, Gallery.context(2), Rising.METHOD.saved(in)));
    Scorer byReader =
        NestedState.read(
            "scorer",
            state,
            in -> reader.read(in, Gallery.context(2), StrategyReaders.coreAnd(List.of(reader))));
    assertThat((Object) bySaved).isEqualTo(scorer);
    assertThat((Object) byReader).isEqualTo(scorer);
  }
}
