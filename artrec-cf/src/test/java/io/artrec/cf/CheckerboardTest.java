package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.strategy.Scorer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method that learns from who chose what, with standard hyper-parameters, finds the one work
 * of a visitor's half of the board that was withheld. (PureSVD with as many factors as the board
 * has rank would only repeat what it was given.) Methods of ratings do where all works are rated
 * but that one, high on the visitor's half and low on the other.
 */
class CheckerboardTest {
  private static final Set<String> OF_RATINGS =
      Set.of(
          "bias", "biased-mf", "item-knn-rating", "slope-one", "svd-plus-plus", "user-knn-rating");

  /** Knows of a visitor and a work nothing but what the work is, which a board does not say. */
  private static final String OF_WHAT_WORKS_ARE = "additive-ratings";

  static Stream<String> ranking() {
    return CfStrategies.names().stream()
        .filter(name -> !OF_RATINGS.contains(name) && !name.equals(OF_WHAT_WORKS_ARE))
        .map(name -> name.equals("pure-svd") ? "pure-svd:factors=10" : name);
  }

  @ParameterizedTest
  @MethodSource("ranking")
  void withheldWork_isRecommended(String name) {
    Behavior board = Behavior.checkerboard(50);
    Scorer scorer = CfStrategies.parse(name).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).as("visitor %d", user).isEqualTo(List.of(user));
    }
  }

  static Stream<String> ofRatings() {
    return OF_RATINGS.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("ofRatings")
  void withheldRating_isRecommended(String name) {
    Behavior board = Behavior.of(50);
    for (int user = 0; user < 50; user++) {
      for (int work = 0; work < 50; work++) {
        if (work != user) {
          board.rates(user, work, work % 2 == user % 2 ? 5 : 1);
        }
      }
    }
    Scorer scorer = CfStrategies.parse(name).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).as("visitor %d", user).isEqualTo(List.of(user));
    }
  }
}
