package io.artrec.llm.search;

import io.artrec.llm.analysis.TextAnalysis;
import io.artrec.llm.embedding.SentenceEncoder;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import java.util.List;

/** The ways to find works by words, as strategies. */
public final class TextSearch {
  private TextSearch() {}

  /**
   * Returns search by meaning: finds a snowfall for "winter", and never misses a synonym; rare
   * names are its weakness.
   *
   * @param encoder turns texts into vectors
   * @return the strategy
   */
  public static Strategy byMeaning(SentenceEncoder encoder) {
    return MeaningSearch.by(encoder);
  }

  /**
   * Returns search by keywords: finds what shares words with the wish, names above all.
   *
   * @param analysis turns texts into terms
   * @return the strategy
   */
  public static Strategy byKeywords(TextAnalysis analysis) {
    return KeywordSearch.by(analysis);
  }

  /**
   * Returns both, fused by reciprocal rank (k = 60), so that a work high in either list comes
   * first.
   *
   * @param encoder turns texts into vectors
   * @param analysis turns texts into terms
   * @return the strategy
   */
  public static Strategy blended(SentenceEncoder encoder, TextAnalysis analysis) {
    return Hybrid.reciprocalRankFusion().add(byMeaning(encoder)).add(byKeywords(analysis));
  }

  /**
   * Returns the readers that load recommenders built with these strategies.
   *
   * @param encoder the encoder of search by meaning
   * @param analysis the analysis of search by keywords
   * @return readers for {@code Recommender.loader(path).strategies(...)}
   */
  public static List<StrategyReader> readers(SentenceEncoder encoder, TextAnalysis analysis) {
    return List.of(MeaningSearch.reader(encoder), KeywordSearch.reader(analysis));
  }
}
