package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecommenderWishTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);

  @Test
  void wish_decidesAndIsTheReason() {
    Recommender recommender = recommender(new Titles());
    List<Recommendation> answer = recommender.recommend(wishing("Cubism").n(3).build());
    assertThat(answer).allMatch(r -> r.artwork().title().startsWith("Cubism"));
    assertThat(answer.get(0).explanation().toString())
        .containsAnyOf("what you asked for, “Cubism”.", "Meets your wish for “Cubism”.");
    assertThat(
            recommender
                .recommend(wishing("Cubism").n(1).locale(Locale.CHINESE).build())
                .get(0)
                .explanation()
                .toString())
        .endsWith("您的愿望“Cubism”。");
  }

  @Test
  void blend_hearsWishes_whenAPartDoes() {
    Recommender recommender =
        recommender(Hybrid.weighted().add(0.7, new Titles()).add(0.3, Popularity.allTime()));
    assertThat(ids(recommender.recommend(wishing("Baroque").n(3).build())))
        .allMatch(id -> id.startsWith("w1-"));
  }

  @Test
  void wish_ofAGroup_isEveryMembers() {
    assertThat(
            ids(
                recommender(new Titles())
                    .recommend(
                        RecommendationRequest.forGroup("u1", "nobody")
                            .wish("Romanticism")
                            .n(3)
                            .build())))
        .allMatch(id -> id.startsWith("w3-"));
  }

  @Test
  void wish_thatNoStrategyReads_isRefused() {
    assertThatThrownBy(
            () -> recommender(Popularity.allTime()).recommend(wishing("quiet snow").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the request wishes for 'quiet snow', and strategy 'popularity' does not read words;"
                + " add one that does, as TextSearch of artrec-text, or leave the wish out");
  }

  @Test
  void blankOrSecondWish_isRefused() {
    assertThatThrownBy(() -> wishing(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the wish is blank; leave it out instead");
    assertThatThrownBy(() -> wishing("snow").wish("sun"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the wish is 'snow' already; 'sun' cannot be set, too");
  }

  private static RecommendationRequest.Builder wishing(String words) {
    return RecommendationRequest.builder().wish(words);
  }

  private static Recommender recommender(Strategy strategy) {
    return Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 8, 5, 3))
        .strategy(strategy)
        .build();
  }

  /** Scores 1 for works whose title begins with the wish. */
  private static final class Titles implements Strategy {
    @Override
    public String name() {
      return "titles";
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.TEXT_QUERY);
    }

    @Override
    public Scorer train(TrainingContext context) {
      return new Scorer() {
        @Override
        public Strategy strategy() {
          return Titles.this;
        }

        @Override
        public Scores score(Query query, Candidates candidates) {
          Scores scores = new Scores(candidates);
          for (int position = 0; position < candidates.size(); position++) {
            String title = context.catalog().get(candidates.artwork(position)).title();
            if (query.wish().isPresent() && title.startsWith(query.wish().get().words())) {
              scores.set(position, 1);
            }
          }
          return scores.explainedBy(
              position ->
                  List.of(
                      new Contribution(
                          "titles", new Cause.Wish(query.wish().orElseThrow().words(), true), 1)));
        }

        @Override
        public void save(StateWriter out) {
          // There is nothing to keep.
        }
      };
    }
  }
}
