package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.similarity.Similarities;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryTest {
  @Test
  void value_isMadeOnce_forEachKey() {
    Memory memory = new Memory();
    Memory.Key<String> key = Memory.Key.of(String.class, 10);
    AtomicInteger made = new AtomicInteger();

    assertThat(memory.get(key, () -> "made " + made.incrementAndGet())).isEqualTo("made 1");
    assertThat(memory.get(key, () -> "made " + made.incrementAndGet())).isEqualTo("made 1");
    assertThat(memory.get(Memory.Key.of(String.class, 10), () -> "other")).isEqualTo("other");
    assertThat(memory.bytes()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void wish_isEncodedOnce_forAllWhoShareIt() {
    Wish wish = Wish.of("snow");
    Memory.Key<Integer> key = Memory.Key.of(Integer.class, 4);
    AtomicInteger encoded = new AtomicInteger();
    for (int part = 0; part < 3; part++) {
      assertThat(
              wish.remembered(
                  key,
                  words -> {
                    encoded.incrementAndGet();
                    return words.length();
                  }))
          .isEqualTo(4);
    }

    assertThat(encoded).hasValue(1);
    assertThat(wish).isEqualTo(Wish.of("snow")).isNotEqualTo(Wish.of("sun"));
  }

  @Test
  void facets_areHeard_whateverIsRemembered() {
    float[][] rows = {{1, 0}, {0.8f, 0.6f}, {0, 1}, {0.6f, 0.8f}};
    float[][] others = {{0, 1}, {1, 0}, Gallery.MISSING, {1, 1}};
    TrainingContext context =
        Gallery.context(
            Gallery.feature("colour", "look", 1, Similarities.cosine(), rows),
            Gallery.feature("words", "text", 2, Similarities.pearson(), others));
    Scorer scorer = ContentBased.preferred().train(context);
    Query first = Gallery.visitor(0, 1, 3, 0.5);
    Gallery.scores(scorer, first, 4);
    for (String facet : List.of("colour", "words", "look", "text")) {
      Query again = first.toBuilder().facets(Map.of(facet, 3.0)).build();
      Query fresh = Gallery.query(Map.of(facet, 3.0), 0, 1, 3, 0.5);

      assertThat(Gallery.scores(scorer, again, 4))
          .containsExactly(Gallery.scores(scorer, fresh, 4));
    }
  }
}
