package io.artrec.elicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolBeliefTest {
  private static FirstMeeting meeting(double... angles) {
    MadeCollection made = MadeCollection.of(MadeCollection.at(angles));
    return FirstMeeting.over(made.catalog(), made.features()).leastBits(0).prepare();
  }

  /** Before any answer the two works that are farthest apart tell most. */
  @Test
  void firstPair_isTheWidest() {
    ArtworkPair pair = meeting(0, 0.3, 0.6, 3).start().next().orElseThrow();
    assertThat(pair.first().id()).isEqualTo("w0");
    assertThat(pair.second().id()).isEqualTo("w3");
  }

  @Test
  void pairsThatTellAsMuch_goToTheFirst() {
    FirstMeeting meeting = meeting(0, Math.PI / 2, Math.PI, 3 * Math.PI / 2);
    ArtworkPair pair = meeting.start().next().orElseThrow();
    assertThat(pair.first().id()).isEqualTo("w0");
    assertThat(pair.second().id()).isEqualTo("w2");
  }

  /** Of every pair the bits are those of a grid over all tastes, and so is the best pair. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void information_isThatOfBruteForce(int answered) {
    FirstMeeting meeting = meeting(0, 0.7, 1.6, 2.2, 3.1, 4, 5.2);
    List<PairAnswer> answers =
        List.of(
                new PairAnswer("w1", "w4", PairChoice.FIRST),
                new PairAnswer("w2", "w6", PairChoice.SECOND))
            .subList(0, answered);
    TasteSpace space = meeting.space();
    assertThat(space.dimensions()).isEqualTo(2);
    List<Judgment> judgments = Judgment.of(answers, meeting.catalog(), space);
    List<Comparison> comparisons = new ArrayList<>();
    judgments.forEach(judgment -> comparisons.add(judgment.in(space)));
    Grid grid = Grid.of(2, comparisons);
    Pool pool = meeting.pool();
    PoolBelief belief = new PoolBelief(pool, space, meeting.posterior(judgments));
    double most = 0;
    for (int a = 0; a < pool.size(); a++) {
      for (int b = a + 1; b < pool.size(); b++) {
        double exact = grid.bits(new Judgment(pool.work(a), pool.work(b)).in(space));
        assertThat(belief.bits(a, b)).isCloseTo(exact, within(answered == 0 ? 0.01 : 0.03));
        most = Math.max(most, exact);
      }
    }
    PoolBelief.Choice best = belief.best(new boolean[pool.size()]).orElseThrow();
    double chosen =
        grid.bits(new Judgment(pool.work(best.first()), pool.work(best.second())).in(space));
    assertThat(chosen).isCloseTo(most, within(0.02));
  }

  @Test
  void shownWorks_areNotShownAgain() {
    FirstMeeting meeting = meeting(0, 1, 2, 3);
    PoolBelief belief =
        new PoolBelief(meeting.pool(), meeting.space(), meeting.posterior(List.of()));
    assertThat(belief.best(new boolean[] {true, false, true, false}))
        .hasValueSatisfying(
            choice -> {
              assertThat(choice.first()).isEqualTo(1);
              assertThat(choice.second()).isEqualTo(3);
            });
    assertThat(belief.best(new boolean[] {true, true, true, false})).isEmpty();
  }

  @Test
  void agreement_beginsAtAHalf() {
    FirstMeeting meeting = meeting(0, 1, 2, 3);
    assertThat(
            new PoolBelief(meeting.pool(), meeting.space(), meeting.posterior(List.of()))
                .agreement())
        .isCloseTo(0.5, within(1e-12));
  }
}
