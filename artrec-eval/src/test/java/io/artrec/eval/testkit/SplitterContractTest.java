package io.artrec.eval.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.eval.split.Splitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each broken splitter is found out. */
class SplitterContractTest {
  private record Changed(UnaryOperator<Split> change) implements Splitter {
    @Override
    public String name() {
      return "changed";
    }

    @Override
    public List<Split> split(Catalog catalog, Interactions interactions, long seed) {
      return Splits.leaveLastOut(1).split(catalog, interactions, seed).stream()
          .map(change)
          .toList();
    }
  }

  private static Split of(Split split, Interactions training, Interactions test) {
    return new Split(split.name(), split.seed(), training, test, split.nowMillis());
  }

  private static void isFoundOut(UnaryOperator<Split> change, Consumer<SplitterContract> by) {
    isFoundOut(new Changed(change), by);
  }

  private static void isFoundOut(Splitter broken, Consumer<SplitterContract> by) {
    SplitterContract contract =
        new SplitterContract() {
          @Override
          protected Splitter splitter() {
            return broken;
          }
        };
    assertThatThrownBy(() -> by.accept(contract)).isInstanceOf(AssertionError.class);
  }

  @Test
  void emptyParts_andTwinNames_areFoundOut() {
    isFoundOut(
        split -> of(split, split.training(), Interactions.none()),
        SplitterContract::everySplit_hasSomethingToLearnFrom_somethingToTest_andANameOfItsOwn);
    isFoundOut(
        new Splitter() {
          @Override
          public String name() {
            return "twins";
          }

          @Override
          public List<Split> split(Catalog catalog, Interactions events, long seed) {
            List<Split> one = Splits.leaveLastOut(1).split(catalog, events, seed);
            return List.of(one.get(0), one.get(0));
          }
        },
        SplitterContract::everySplit_hasSomethingToLearnFrom_somethingToTest_andANameOfItsOwn);
  }

  @Test
  void eventsInTwoParts_changed_orTurnedRound_areFoundOut() {
    isFoundOut(
        split -> of(split, split.training(), split.training()),
        SplitterContract::everyEvent_isInOnePartAtMost_asItWas_andInOrder);
    isFoundOut(
        split ->
            of(
                split,
                split.training(),
                Interactions.of(
                    split.test().stream().map(event -> event.saying("changed")).toList())),
        SplitterContract::everyEvent_isInOnePartAtMost_asItWas_andInOrder);
    isFoundOut(
        split -> {
          List<Interaction> events = new ArrayList<>(split.training().stream().toList());
          Collections.reverse(events);
          return of(split, Interactions.of(events), split.test());
        },
        SplitterContract::everyEvent_isInOnePartAtMost_asItWas_andInOrder);
  }

  @Test
  void unknownWorks_tooEarlyATime_andKnownWorks_areFoundOut() {
    Splitter halves =
        new Splitter() {
          @Override
          public String name() {
            return "halves";
          }

          @Override
          public List<Split> split(Catalog catalog, Interactions events, long seed) {
            int half = events.size() / 2;
            return List.of(
                new Split(
                    name(),
                    0,
                    events.filter(row -> row < half),
                    events.filter(row -> row >= half),
                    0));
          }
        };
    isFoundOut(halves, SplitterContract::worksOutsideTheCatalog_areInNoPart);
    isFoundOut(halves, SplitterContract::timeOfAsking_isNotBeforeWhatIsKnown);
    isFoundOut(halves, SplitterContract::testedWorks_areNotKnownToTheirVisitors);
    isFoundOut(halves, SplitterContract::behaviorThatCannotBeDivided_isRefusedWithWords);
  }

  @Test
  void namesThatChange_andChanceOfItsOwn_areFoundOut() {
    AtomicLong asked = new AtomicLong();
    Splitter moody =
        new Splitter() {
          @Override
          public String name() {
            return "moody " + asked.incrementAndGet();
          }

          @Override
          public List<Split> split(Catalog catalog, Interactions events, long seed) {
            return Splits.random(0.2).split(catalog, events, asked.incrementAndGet());
          }
        };
    isFoundOut(moody, SplitterContract::name_isStable);
    isFoundOut(moody, SplitterContract::sameSeed_dividesTheSame_onAnyThread);
  }
}
