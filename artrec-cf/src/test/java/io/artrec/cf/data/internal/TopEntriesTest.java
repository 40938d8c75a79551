package io.artrec.cf.data.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopEntriesTest {
  @Test
  void handWorked() {
    TopEntries top = new TopEntries(2);
    assertThat(top.byIndex().size()).isZero();
    top.offer(5, 1);
    top.offer(3, -2);
    assertThat(top.size()).isEqualTo(2);
    top.offer(7, 1);
    top.offer(1, 0.5f);
    top.offer(2, 1);
    assertThat(top.size()).isEqualTo(2);
    SparseVector kept = top.byIndex();
    assertThat(kept.indices()).as("ties by the smaller index").containsExactly(2, 5);
    assertThat(kept.values()).containsExactly(1, 1);
    top.clear();
    top.offer(4, -0f);
    top.offer(0, Float.NEGATIVE_INFINITY);
    top.offer(6, 0f);
    assertThat(top.byIndex().indices()).as("-0 is 0").containsExactly(4, 6);
  }

  @Test
  void anyOrder_keepsTheLargest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 400; trial++) {
      int most = 1 + random.nextInt(trial % 2 == 0 ? 5 : 90);
      int count = random.nextInt(600);
      int levels = 1 + random.nextInt(40);
      int[] indices = IntStream.range(0, count).toArray();
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = (random.nextInt(levels) - levels / 2) / 3f;
        int other = i + random.nextInt(count - i);
        int kept = indices[i];
        indices[i] = indices[other];
        indices[other] = kept;
      }
      TopEntries top = new TopEntries(most);
      TopEntries other = new TopEntries(most);
      for (int index : indices) {
        (index % 3 == 0 ? other : top).offer(index, values[index]);
        assertThat(top.bound()).isLessThanOrEqualTo(levels);
      }
      top.offerAll(other);
      List<Integer> expected =
          IntStream.range(0, count)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> -values[i]).thenComparing(i -> i))
              .limit(most)
              .sorted()
              .collect(Collectors.toList());
      SparseVector kept = top.byIndex();
      assertThat(kept.indices()).containsExactly(expected.stream().mapToInt(i -> i).toArray());
      for (int k = 0; k < kept.size(); k++) {
        assertThat(kept.values()[k]).isEqualTo(values[kept.indices()[k]]);
      }
    }
  }
}
