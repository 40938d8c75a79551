package io.artrec.text.keyword;

import io.artrec.catalog.Catalog;
import io.artrec.text.analysis.AnalyzedText;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import io.artrec.text.terms.internal.TermCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Keywords by how often a word stands in a text and how rare it is among many texts (Salton and
 * Buckley, Term-weighting approaches in automatic text retrieval, Information Processing and
 * Management 24, 1988): {@code c / length · ln((1 + N) / (1 + df))}, {@code df} 0 for a word that
 * no text of the corpus has. Words that stand in every text are no keywords, nor are numbers and
 * single letters.
 *
 * <p>Needs a corpus; {@link TextRankKeywords} does without. Immutable and thread-safe;
 * O(characters) a text.
 */
public final class TfIdfKeywords implements KeywordExtractor {
  private final TextAnalysis analysis;
  private final Vocabulary corpus;
  private final int maxWords;

  private TfIdfKeywords(TextAnalysis analysis, Vocabulary corpus, int maxWords) {
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.corpus = Objects.requireNonNull(corpus, "corpus");
    this.maxWords = maxWords;
  }

  /**
   * {@return keywords against a catalogue, of single words}
   *
   * @param catalog the works whose texts are the corpus
   * @param analysis turns texts into terms
   */
  public static TfIdfKeywords of(Catalog catalog, TextAnalysis analysis) {
    return of(ArtworkText.of(catalog), analysis);
  }

  /**
   * {@return keywords against a corpus, of single words}
   *
   * @param corpus the texts
   * @param analysis turns texts into terms
   */
  public static TfIdfKeywords of(List<String> corpus, TextAnalysis analysis) {
    TermCounter counter = TermCounter.of(analysis).limits(VocabularyLimits.none());
    return of(counter.learn(corpus).vocabulary(), analysis);
  }

  /**
   * {@return keywords against a corpus that was counted before, of single words}
   *
   * @param corpus every term of the corpus; what is left out of it counts as rare
   * @param analysis turns texts into terms, as it did for the corpus
   */
  public static TfIdfKeywords of(Vocabulary corpus, TextAnalysis analysis) {
    return new TfIdfKeywords(analysis, corpus, 1);
  }

  /**
   * {@return this extractor joining words that stand side by side}
   *
   * @param most of how many words a keyword may be, 1 to 10
   */
  public TfIdfKeywords maxWords(int most) {
    Phrases.requireWords(most);
    return new TfIdfKeywords(analysis, corpus, most);
  }

  @Override
  public List<Keyword> keywords(String text, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is " + most + ", expected 1 or more");
    }
    AnalyzedText analyzed = analysis.analyze(text);
    Map<String, Integer> counts = new HashMap<>();
    analyzed.tokens().forEach(token -> counts.merge(token.term(), 1, Integer::sum));
    Map<String, Double> weights = new HashMap<>();
    counts.forEach(
        (term, count) -> {
          if (Phrases.isCandidate(term)) {
            weights.put(term, count * rarity(term) / analyzed.tokens().size());
          }
        });
    return Phrases.of(analyzed, term -> weights.getOrDefault(term, 0.0), maxWords, most, analysis);
  }

  private double rarity(String term) {
    int index = corpus.index(term);
    int frequency = index < 0 ? 0 : corpus.documentFrequency(index);
    return Math.log((1.0 + corpus.documents()) / (1.0 + frequency));
  }
}
