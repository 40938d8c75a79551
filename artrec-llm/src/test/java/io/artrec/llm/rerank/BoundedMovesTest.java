package io.artrec.llm.rerank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedMovesTest {
  @Test
  void lastWork_movesUpByTheBound_andOthersKeepTheirOrder() {
    assertThat(BoundedMoves.order(6, List.of(5), 2)).containsExactly(0, 1, 2, 5, 3, 4);
    assertThat(BoundedMoves.order(6, List.of(5), 10)).containsExactly(5, 0, 1, 2, 3, 4);
  }

  @Test
  void wantedOrder_isReachedWhereTheBoundAllows() {
    assertThat(BoundedMoves.order(4, List.of(2, 0, 3), 3)).containsExactly(2, 0, 3, 1);
    assertThat(BoundedMoves.order(4, List.of(3, 2, 1, 0), 1)).containsExactly(1, 0, 3, 2);
  }

  @Test
  void nothingWanted_changesNothing() {
    assertThat(BoundedMoves.order(3, List.of(), 5)).containsExactly(0, 1, 2);
    assertThat(BoundedMoves.order(0, List.of(), 5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverIsWanted_noWorkMovesFurther_andSilentOnesKeepTheirOrder(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int size = 1 + random.nextInt(25);
      int most = 1 + random.nextInt(8);
      List<Integer> wanted = new ArrayList<>(IntStream.range(0, size).boxed().toList());
      Collections.shuffle(wanted, random);
      wanted = wanted.subList(0, random.nextInt(size + 1));
      int[] order = BoundedMoves.order(size, wanted, most);
      assertThat(order).as("seed %d", seed).hasSize(size).doesNotHaveDuplicates();
      for (int place = 0; place < size; place++) {
        assertThat(Math.abs(order[place] - place)).as("seed %d", seed).isLessThanOrEqualTo(most);
      }
      List<Integer> named = wanted;
      assertThat(Arrays.stream(order).filter(from -> !named.contains(from))).isSorted();
    }
  }
}
