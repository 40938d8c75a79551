package io.artrec.eval.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.Needs;
import io.artrec.eval.metric.UserMetric;
import io.artrec.eval.metric.UserOutcome;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Holds for a metric written for it; each broken one is found out. */
class MetricContractTest extends MetricContract {
  /** What is made of the share of the first five places that hold something liked. */
  private static class First implements UserMetric {
    private final ToDoubleFunction<UserOutcome> value;

    First(ToDoubleFunction<UserOutcome> value) {
      this.value = value;
    }

    @Override
    public String name() {
      return "first";
    }

    @Override
    public Needs needs() {
      return Needs.list(5);
    }

    @Override
    public Direction direction() {
      return Direction.HIGHER;
    }

    @Override
    public OptionalDouble of(UserOutcome outcome) {
      return OptionalDouble.of(value.applyAsDouble(outcome));
    }
  }

  @Override
  protected Metric metric() {
    return new First(outcome -> outcome.hits(5) / 5.0);
  }

  @Override
  protected boolean rewardsLiked() {
    return true;
  }

  private static void isFoundOut(Metric broken, Consumer<MetricContract> by) {
    MetricContract contract =
        new MetricContract() {
          @Override
          protected Metric metric() {
            return broken;
          }

          @Override
          protected boolean rewardsLiked() {
            return true;
          }
        };
    assertThatThrownBy(() -> by.accept(contract)).isInstanceOf(AssertionError.class);
  }

  @Test
  void namesThatChange_areFoundOut() {
    AtomicInteger asked = new AtomicInteger();
    isFoundOut(
        new First(outcome -> 0) {
          @Override
          public String name() {
            return "first " + asked.incrementAndGet();
          }
        },
        MetricContract::whatItSaysOfItself_isStable);
  }

  @Test
  void divisionsByNothing_areFoundOut() {
    isFoundOut(
        new First(outcome -> outcome.hits(5) / (double) outcome.length()),
        MetricContract::values_areFinite_orThereAreNone_whateverIsAnswered);
    isFoundOut(
        new First(outcome -> 1.0 / outcome.relevantCount()),
        MetricContract::values_areFinite_orThereAreNone_whateverIsAnswered);
    isFoundOut(
        new First(outcome -> 0) {
          @Override
          public OptionalDouble of(UserOutcome outcome) {
            return OptionalDouble.empty();
          }
        },
        MetricContract::values_areFinite_orThereAreNone_whateverIsAnswered);
  }

  @Test
  void valuesThatDependOnWhatWasAskedBefore_areFoundOut() {
    AtomicInteger asked = new AtomicInteger();
    First counting = new First(outcome -> asked.incrementAndGet());
    isFoundOut(counting, MetricContract::values_areTheSameEveryTime_andOnAnyNumberOfThreads);
    isFoundOut(counting, MetricContract::visitors_areMeasuredByThemselves_inAnyOrder);
  }

  @Test
  void weightsBelowNothing_areFoundOut() {
    isFoundOut(
        new First(outcome -> 0) {
          @Override
          public double weight(UserOutcome outcome) {
            return -1;
          }
        },
        MetricContract::visitors_areMeasuredByThemselves_inAnyOrder);
  }

  @Test
  void aDirectionTurnedRound_isFoundOut() {
    isFoundOut(
        new First(outcome -> -outcome.hits(5)),
        MetricContract::answersThatBeginWithWhatIsLiked_areNotWorse);
  }
}
