package io.artrec.answering.internal;

import io.artrec.strategy.Memory;
import io.artrec.strategy.Query;
import io.artrec.strategy.VectorScorer;
import io.artrec.task.Workers;
import io.artrec.vector.TopRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers many visitors at once, where scores are products of vectors. */
final class VectorAnswers {
  /** Visitors whose vectors stay in the second-level cache while the works pass by. */
  static final int TOGETHER = 256;

  /** Works of a history, as often asked for as the visitor is answered. */
  private static final Memory.Key<int[]> SEEN = Memory.Key.of(int[].class, 1024);

  private final VectorScorer scorer;
  private final Workers workers;
  private final int together;

  /** Works that anybody may see. */
  private final BitSet eligible;

  VectorAnswers(VectorScorer scorer, Workers workers, int together, BitSet eligible) {
    this.scorer = scorer;
    this.workers = workers;
    this.together = together;
    this.eligible = eligible;
  }

  /** The best unseen works of each, in order; empty where there are fewer than asked for. */
  List<Optional<TopRows>> best(List<Query> queries, int n) {
    List<List<Query>> parts = new ArrayList<>();
    for (int from = 0; from < queries.size(); from += together) {
      parts.add(queries.subList(from, Math.min(queries.size(), from + together)));
    }
    return workers.map("answering", parts, part -> part(part, n)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Optional<TopRows>> part(List<Query> queries, int n) {
    List<float[]> vectors = new ArrayList<>();
    List<int[]> seen = new ArrayList<>();
    int[] at = new int[queries.size()];
    Arrays.fill(at, -1);
    List<Optional<float[]>> solved = scorer.vectors(queries);
    for (int q = 0; q < at.length; q++) {
      Optional<float[]> vector = solved.get(q);
      if (vector.isPresent()) {
        at[q] = vectors.size();
        vectors.add(vector.get());
        seen.add(seen(queries.get(q)));
      }
    }
    List<TopRows> top =
        scorer
            .works()
            .top(vectors.toArray(float[][]::new), n, eligible, seen.toArray(int[][]::new));
    List<Optional<TopRows>> answers = new ArrayList<>();
    for (int position : at) {
      answers.add(
          position < 0
              ? Optional.empty()
              : Optional.of(top.get(position)).filter(rows -> rows.size() == n));
    }
    return answers;
  }

  private static int[] seen(Query query) {
    return query.remembered(
        SEEN,
        () ->
            IntStream.range(0, query.history().size())
                .map(query.history()::artwork)
                .sorted()
                .distinct()
                .toArray());
  }
}
