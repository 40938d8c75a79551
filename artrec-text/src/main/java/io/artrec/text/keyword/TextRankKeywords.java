package io.artrec.text.keyword;

import io.artrec.text.analysis.AnalyzedText;
import io.artrec.text.analysis.AnalyzedText.Token;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.graph.internal.TextGraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keywords of a single text, no corpus needed (Mihalcea and Tarau, TextRank: Bringing Order into
 * Texts, EMNLP 2004). Terms are joined when they stand within a window of words, function words
 * counted; their rank in that graph is their weight ({@link TextGraph#rank}). The best third of
 * them, and at least as many as are asked for, are kept, and those that stand side by side become
 * phrases. Where the paper keeps nouns and adjectives, here everything stays that is neither
 * function word, number, single letter nor a common form of an English verb; a participle only
 * begins a phrase. Other verbs can be keywords.
 *
 * <p>Immutable and thread-safe. O(characters + window · words) a round, some dozens of rounds.
 */
public final class TextRankKeywords implements KeywordExtractor {
  private static final int STANDARD_WINDOW = 4;
  private static final int STANDARD_WORDS = 3;

  private final TextAnalysis analysis;
  private final int window;
  private final int maxWords;

  private TextRankKeywords(TextAnalysis analysis, int window, int maxWords) {
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.window = window;
    this.maxWords = maxWords;
  }

  /**
   * {@return keywords of at most three words each, by a window of four words}
   *
   * @param analysis turns texts into terms
   */
  public static TextRankKeywords of(TextAnalysis analysis) {
    return new TextRankKeywords(analysis, STANDARD_WINDOW, STANDARD_WORDS);
  }

  /**
   * {@return this extractor with another window}
   *
   * @param words within how many words two terms are joined; 2 joins direct neighbours only
   */
  public TextRankKeywords window(int words) {
    if (words < 2 || words > 100) {
      throw new IllegalArgumentException("window is " + words + ", expected 2 to 100");
    }
    return new TextRankKeywords(analysis, words, maxWords);
  }

  /**
   * {@return this extractor with another length of phrases}
   *
   * @param most of how many words a keyword may be, 1 to 10
   */
  public TextRankKeywords maxWords(int most) {
    Phrases.requireWords(most);
    return new TextRankKeywords(analysis, window, most);
  }

  @Override
  public List<Keyword> keywords(String text, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most is " + most + ", expected 1 or more");
    }
    AnalyzedText analyzed = analysis.analyze(text);
    List<Token> tokens =
        analyzed.tokens().stream().filter(token -> Phrases.isCandidate(token.term())).toList();
    Map<String, Integer> vertices = new LinkedHashMap<>();
    tokens.forEach(token -> vertices.putIfAbsent(token.term(), vertices.size()));
    double[] ranks = ranks(tokens, vertices);
    int kept = Math.max(most, (ranks.length + 2) / 3);
    Set<Integer> best = new HashSet<>();
    IntStream.range(0, ranks.length)
        .boxed()
        .sorted((a, b) -> Double.compare(ranks[b], ranks[a]))
        .limit(kept)
        .forEach(best::add);
    Map<String, Double> weights = new HashMap<>();
    vertices.forEach(
        (term, vertex) -> {
          if (best.contains(vertex)) {
            weights.put(term, ranks[vertex]);
          }
        });
    return Phrases.of(analyzed, term -> weights.getOrDefault(term, 0.0), maxWords, most, analysis);
  }

  private double[] ranks(List<Token> tokens, Map<String, Integer> vertices) {
    TextGraph graph = new TextGraph(vertices.size());
    for (int i = 0; i < tokens.size(); i++) {
      int vertex = vertices.getOrDefault(tokens.get(i).term(), 0);
      for (int j = i + 1; j < tokens.size() && distance(tokens, i, j) < window; j++) {
        graph.join(vertex, vertices.getOrDefault(tokens.get(j).term(), 0), 1);
      }
    }
    return graph.rank();
  }

  private static int distance(List<Token> tokens, int i, int j) {
    return tokens.get(j).position() - tokens.get(i).position();
  }
}
