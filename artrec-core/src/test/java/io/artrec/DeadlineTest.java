package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.RerankContext;
import io.artrec.rerank.Reranker;
import io.artrec.rerank.Rerankers;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.RandomOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Time is told by a counter, so that nothing waits. */
class DeadlineTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicLong nanos = new AtomicLong();

  /** Reverses the pool, taking a time for it, and remembers for whom. */
  private final class Reversing implements Reranker {
    private final Duration takes;
    private final List<RerankContext> asked = new ArrayList<>();

    Reversing(Duration takes) {
      this.takes = takes;
    }

    @Override
    public String name() {
      return "reversing";
    }

    @Override
    public String configuration() {
      return "reversing()";
    }

    @Override
    public int[] rerank(RankedPool pool, int n) {
      asked.add(pool.context());
      nanos.addAndGet(takes.toNanos());
      if (pool.context().isOver()) {
        pool.context().fellBack("too late to reverse");
        return IntStream.range(0, Math.min(n, pool.size())).toArray();
      }
      pool.note(pool.size() - 1, "the last comes first");
      return IntStream.range(0, Math.min(n, pool.size())).map(i -> pool.size() - 1 - i).toArray();
    }
  }

  private Answers answers(RecommenderBuilder builder) {
    return new Answers(builder.build().live(), Fixture.CLOCK, nanos::get);
  }

  private Answers ticking(RecommenderBuilder builder, Duration step) {
    return new Answers(
        builder.build().live(), Fixture.CLOCK, () -> nanos.getAndAdd(step.toNanos()));
  }

  private static RecommenderBuilder builder() {
    return Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.cosine());
  }

  private static RecommendationRequest.Builder ask() {
    return RecommendationRequest.forUser("u1").n(5).deadline(SECOND);
  }

  @Test
  void enoughTime_givesTheWholeAnswer() {
    Reversing reversing = new Reversing(Duration.ofMillis(10));
    Recommendations answer = answers(builder().rerank(reversing)).recommend(ask().build());
    assertThat(answer.isPartial()).isFalse();
    assertThat(answer.leftOut()).isEmpty();
    assertThat(answer.get(0).notes()).containsExactly("the last comes first");
    assertThat(answer.get(1).notes()).isEmpty();
    assertThat(answer.get(0).rankBefore()).isGreaterThan(answer.get(1).rankBefore());
    assertThat(answer.plain()).containsEntry("partial", false);
  }

  @Test
  void rerankerThatSeesTheTimeIsOver_saysSoInTheAnswer() {
    Answers answers = answers(builder().rerank(new Reversing(Duration.ofSeconds(2))));
    Recommendations answer = answers.recommend(ask().build());
    assertThat(answer.isPartial()).isTrue();
    assertThat(answer.leftOut()).containsExactly("re-ranking: too late to reverse");
    assertThat(answer).extracting(Recommendation::rankBefore).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void timeOverBeforeReranking_leavesItOut() {
    Reversing reversing = new Reversing(Duration.ZERO);
    Recommendations answer =
        ticking(builder().rerank(reversing), Duration.ofMillis(600)).recommend(ask().build());
    assertThat(reversing.asked).isEmpty();
    assertThat(answer.leftOut()).containsExactly("re-ranking");
    assertThat(ids(answer)).isEqualTo(ids(builder().build().recommend("u1", 5)));
    assertThat(answer).allMatch(r -> !r.explanation().contributions().isEmpty());
  }

  @Test
  void chain_leavesOutTheStepsThatComeTooLate() {
    Reranker chain =
        Rerankers.chain(new Reversing(Duration.ofSeconds(2)), AttributeCap.perArtist(1));
    Recommendations answer = answers(builder().rerank(chain)).recommend(ask().build());
    assertThat(answer.leftOut())
        .containsExactly(
            "re-ranking: too late to reverse",
            "re-ranking: the time was over before cap(attribute=artist,max=1)");
    assertThat(answer).hasSize(5);
  }

  @Test
  void membersNotHeardInTime_haveNoSay() {
    Recommender recommender = builder().build();
    RecommendationRequest group =
        RecommendationRequest.forGroup("u0", "u1", "u2").n(5).deadline(SECOND).build();
    Recommendations answer =
        new Answers(
                recommender.live(),
                Fixture.CLOCK,
                () -> nanos.getAndAdd(Duration.ofMillis(600).toNanos()))
            .recommend(group);
    assertThat(answer.leftOut()).containsExactly("the taste of 1 of 3 members");
    assertThat(answer).hasSize(5);
  }

  @Test
  void listThatIsNotEmpty_isNotFilledUpWhenTheTimeIsOver_andAnEmptyOneIs() {
    Interaction dated = Interaction.favorite("fan", "w1-1");
    RecommenderBuilder builder =
        Fixture.builder(CATALOG, List.of(dated)).strategy(ContentBased.cosine().on("period"));
    Answers slow = ticking(builder, Duration.ofSeconds(2));
    Recommendations some =
        slow.recommend(RecommendationRequest.forUser("fan").n(40).deadline(SECOND).build());
    assertThat(some).isNotEmpty().noneMatch(Recommendation::isFallback);
    assertThat(some.leftOut()).containsExactly("what fills up after the first " + some.size());
    Recommendations filled =
        slow.recommend(RecommendationRequest.forUser("nobody").n(40).deadline(SECOND).build());
    assertThat(filled).hasSize(40).allMatch(Recommendation::isFallback);
    assertThat(filled.isPartial()).isFalse();
  }

  @Test
  void reranker_isToldWhoAsksAndWhy() {
    Reversing reversing = new Reversing(Duration.ZERO);
    Answers answers = answers(builder().rerank(reversing));
    answers.recommend(RecommendationRequest.forGroup("u0", "u1").n(3).build());
    answers.similar(SimilarRequest.to("w0-0").n(3).deadline(SECOND).build());

    RerankContext group = reversing.asked.get(0);
    assertThat(group.asked().users()).containsExactly("u0", "u1");
    assertThat(group.asked().askers()).hasSize(2).allMatch(q -> q.history().size() > 0);
    assertThat(group.asked().about()).isEqualTo(Explanation.Occasion.TASTE);
    assertThat(group.left()).isEmpty();
    assertThat(group.isOver()).isFalse();
    RerankContext similar = reversing.asked.get(1);
    assertThat(similar.asked().about()).isEqualTo(Explanation.Occasion.SIMILAR);
    assertThat(similar.left()).contains(SECOND);
    assertThat(similar.reasons(CATALOG.requireIndex("w0-1"))).isNotEmpty();
  }

  @Test
  void cap_saysWhyItMovedAWork() {
    Recommendations answer = builder().rerank(AttributeCap.perArtist(1)).build().recommend("u1", 4);
    assertThat(answer)
        .filteredOn(r -> r.rankBefore() > r.rank())
        .isNotEmpty()
        .allSatisfy(
            r ->
                assertThat(r.notes())
                    .containsExactly(
                        "moved up by "
                            + (r.rankBefore() - r.rank())
                            + ": as many works before it exceed 1 of one artist"));
  }

  @Test
  void deadline_isMoreThanNothing() {
    assertThatThrownBy(() -> RecommendationRequest.builder().deadline(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deadline is PT0S, expected more than 0");
    assertThat(
            Recommender.builder()
                .catalog(CATALOG)
                .strategy(RandomOrder.seeded())
                .build()
                .recommend(RecommendationRequest.builder().deadline(Duration.ofDays(1)).build())
                .request()
                .deadline())
        .contains(Duration.ofDays(1));
  }
}
