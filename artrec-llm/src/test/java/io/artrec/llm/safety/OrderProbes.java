package io.artrec.llm.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Explanation;
import io.artrec.feature.FeatureStore;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.explain.internal.Rephrasing;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.rerank.LlmReranker;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.RerankContext;
import io.artrec.strategy.Query;
import io.artrec.strategy.Wish;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Re-ranking, and reasons in a model's words. */
final class OrderProbes {
  private static final int WORKS = 6;
  private static final int MOVES = 2;

  private OrderProbes() {}

  static String order(Prompter prompter, String text) {
    List<Artwork> works =
        IntStream.range(0, WORKS).mapToObj(i -> Probes.hostile("w" + i, text)).toList();
    Preferences liked = Preferences.of(new int[] {0}, new double[] {1});
    Query visitor = Query.builder(History.none(), liked).wish(Optional.of(Wish.of(text))).build();
    RerankContext context =
        RerankContext.of(
            new RerankContext.Asked(
                List.of(Probes.USER), List.of(visitor), Explanation.Occasion.TASTE),
            Locale.ENGLISH);
    RankedPool pool =
        new RankedPool(
                IntStream.range(0, WORKS).toArray(),
                IntStream.range(0, WORKS).mapToDouble(i -> -i).toArray(),
                Catalog.of(works),
                FeatureStore.empty(WORKS))
            .in(context);
    int[] order = LlmReranker.with(prompter).moves(MOVES).rerank(pool, WORKS);
    for (int place = 0; place < WORKS; place++) {
      assertThat(Math.abs(order[place] - place)).isLessThanOrEqualTo(MOVES);
    }
    assertThat(order).doesNotHaveDuplicates();
    StringBuilder shown = new StringBuilder(Arrays.toString(order));
    IntStream.range(0, WORKS).forEach(i -> shown.append(context.notes(i)));
    return shown.append(context.fallBacks()).toString();
  }

  /** What a model made of a sentence; nothing where the sentence stands. */
  static String reasons(Prompter prompter, String text) {
    String plain = "Like The Great Wave, which you liked: showing sea and boats too.";
    String hostile = "Like " + text.replace('\n', ' ') + ", which you liked: also by Hokusai.";
    List<RephrasedSentence> said = Rephrasing.with(prompter).say(List.of(plain, hostile));
    assertThat(said).hasSize(2);
    return (said.get(0).text().equals(plain) ? "" : said.get(0).text())
        + (said.get(1).text().equals(hostile) ? "" : said.get(1).text());
  }
}
