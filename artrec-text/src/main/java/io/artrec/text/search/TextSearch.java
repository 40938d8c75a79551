package io.artrec.text.search;

import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.List;

/** The ways to find works by words, as strategies. */
public final class TextSearch {
  private TextSearch() {}

  /**
   * {@return search by meaning: finds a snowfall for "winter", and never misses a synonym; rare
   * names are its weakness}
   *
   * @param encoder turns texts into vectors
   */
  public static MeaningSearch byMeaning(SentenceEncoder encoder) {
    return MeaningSearch.by(encoder);
  }

  /**
   * {@return search by keywords: finds what shares words with the wish, names above all}
   *
   * @param analysis turns texts into terms
   */
  public static Strategy byKeywords(TextAnalysis analysis) {
    return KeywordSearch.by(analysis);
  }

  /**
   * {@return both in one, weighed by what the wish's words tell ({@link BlendedSearch})}
   *
   * @param encoder turns texts into vectors
   * @param analysis turns texts into terms
   */
  public static BlendedSearch blended(SentenceEncoder encoder, TextAnalysis analysis) {
    return BlendedSearch.of(KeywordSearch.by(analysis), MeaningSearch.by(encoder));
  }

  /**
   * Returns the readers that load recommenders built with these strategies.
   *
   * @param encoder the encoder of search by meaning
   * @param analysis the analysis of search by keywords
   * @return readers for {@code Recommender.loader(path).strategies(...)}
   */
  public static List<StrategyReader> readers(SentenceEncoder encoder, TextAnalysis analysis) {
    return List.of(
        MeaningSearch.reader(encoder),
        KeywordSearch.reader(analysis),
        BlendedSearch.reader(encoder, analysis));
  }
}
