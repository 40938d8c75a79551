package io.artrec.rerank;

import io.artrec.strategy.Query;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders anew by the variant of an experiment that the asker is in; the order stays for variants
 * without a re-ranker, and outside of experiments. Immutable and thread-safe.
 */
public final class ByVariant implements Reranker {
  static final String NAME = "by-variant";

  private final Map<String, Reranker> rerankers;

  ByVariant(Map<String, Reranker> rerankers) {
    this.rerankers = Collections.unmodifiableMap(new LinkedHashMap<>(rerankers));
  }

  /**
   * Returns this choice with a re-ranker for a variant.
   *
   * @param name the variant's name, not blank and not here yet
   * @param reranker what orders its answers
   * @return the longer choice
   */
  public ByVariant variant(String name, Reranker reranker) {
    if (name.isBlank() || rerankers.containsKey(name)) {
      throw new IllegalArgumentException(
          "variant '"
              + name
              + "' of re-ranker '"
              + reranker.configuration()
              + "': expected a name that is not among "
              + rerankers.keySet());
    }
    Map<String, Reranker> longer = new LinkedHashMap<>(rerankers);
    longer.put(name, Objects.requireNonNull(reranker, "reranker"));
    return new ByVariant(longer);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String configuration() {
    return rerankers.entrySet().stream()
        .map(each -> Rerankers.encode(each.getKey()) + "=" + each.getValue().configuration())
        .collect(Collectors.joining(",", NAME + "(", ")"));
  }

  @Override
  public int[] rerank(RankedPool pool, int n) {
    int count = Rerankers.count(NAME, pool, n);
    Optional<Reranker> own = chosen(pool);
    return own.isPresent() ? own.get().rerank(pool, n) : IntStream.range(0, count).toArray();
  }

  @Override
  public RankedPool ordered(RankedPool pool) {
    return chosen(pool).map(own -> own.ordered(pool)).orElse(pool);
  }

  private Optional<Reranker> chosen(RankedPool pool) {
    List<Query> askers = pool.context().asked().askers();
    return askers.isEmpty()
        ? Optional.empty()
        : askers.get(0).circumstances().variant().map(rerankers::get);
  }

  @Override
  public String toString() {
    return configuration();
  }
}
