package io.artrec.error.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
  private static final List<String> KNOWN =
      List.of(
          "catalog-coverage",
          "ease",
          "implicit-als",
          "item-knn",
          "ndcg",
          "neighbors",
          "regularization",
          "user-coverage",
          "user-knn",
          "userShrink");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coverage   | catalog-coverage, user-coverage",
        "ITEM_KNN   | item-knn",
        "itemknn    | item-knn",
        "als        | implicit-als",
        "knn        | item-knn, user-knn",
        "neighbours | neighbors",
        "reg        | regularization",
        "shrink     | userShrink",
        "nDGC       | ''",
        "ndgc       | ''",
        "ndcgs      | ndcg",
        "eas        | ease",
        "magic      | ''",
        "''         | ''",
      })
  void namesThatMayBeMeant(String given, String near) {
    assertThat(String.join(", ", NearNames.of(given, KNOWN))).isEqualTo(near);
  }

  @Test
  void question_listsAsAPersonWould() {
    assertThat(NearNames.question("coverage", KNOWN))
        .isEqualTo("; did you mean catalog-coverage or user-coverage?");
    assertThat(NearNames.question("eas", KNOWN, name -> name + "@k"))
        .isEqualTo("; did you mean ease@k?");
    assertThat(NearNames.question("magic", KNOWN)).isEmpty();
    assertThat(NearNames.question("ax", List.of("bx", "cx", "a", "dx")))
        .isEqualTo("; did you mean a, bx or cx?");
  }

  @Test
  void distance_countsLetters() {
    assertThat(NearNames.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearNames.distance("", "abc")).isEqualTo(3);
    assertThat(NearNames.distance("same", "same")).isZero();
  }
}
