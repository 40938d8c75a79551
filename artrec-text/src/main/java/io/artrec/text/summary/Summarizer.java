package io.artrec.text.summary;

import io.artrec.text.analysis.SentenceSplitter;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.analysis.TextCleaning;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.graph.internal.TextGraph;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Summaries made of a text's own sentences, in their order. Sentences are ranked in one of two
 * ways:
 *
 * <ul>
 *   <li>{@link #textRank}: sentences vote for those they share terms with (Mihalcea and Tarau,
 *       TextRank: Bringing Order into Texts, EMNLP 2004);
 *   <li>{@link #centroid}: those nearest to the mean of all win (Radev, Jing, Styś and Tam,
 *       Centroid-based summarization of multiple documents, Information Processing and Management
 *       40, 2004; nearness is the cosine, so that length alone wins nothing).
 * </ul>
 *
 * <p>They are then chosen one by one for rank and against repetition, by maximal marginal relevance
 * (Carbonell and Goldstein, SIGIR 1998): {@code λ · rank / best rank - (1 - λ) · largest cosine to
 * a chosen one}; of equals the earlier one, and of the very same sentence only one. Shared terms
 * tell likeness, or an encoder's vectors.
 *
 * <p>The text is cleaned first ({@link TextCleaning}), but for full-width characters, which stay.
 * Of a text with more than {@value #MOST_SENTENCES} sentences the first {@value #MOST_SENTENCES}
 * are read. Immutable and thread-safe; O(characters + sentences² · terms of a sentence).
 */
public final class Summarizer {
  /** The most sentences of one text that are looked at. */
  public static final int MOST_SENTENCES = 1_000;

  private static final double STANDARD_LAMBDA = 0.7;
  private static final String CUT = "…";
  private static final TextCleaning CLEANING =
      TextCleaning.standard().without(TextCleaning.Step.COMPATIBILITY).keepingParagraphs();

  private enum Ranking {
    TEXT_RANK,
    CENTROID
  }

  private final Ranking ranking;
  private final Function<List<String>, SentenceLikeness> likeness;
  private final SentenceSplitter splitter;
  private final double lambda;

  private Summarizer(
      Ranking ranking,
      Function<List<String>, SentenceLikeness> likeness,
      SentenceSplitter splitter,
      double lambda) {
    this.ranking = ranking;
    this.likeness = likeness;
    this.splitter = Objects.requireNonNull(splitter, "splitter");
    this.lambda = lambda;
  }

  private static Summarizer of(Ranking ranking, Function<List<String>, SentenceLikeness> likeness) {
    return new Summarizer(ranking, likeness, SentenceSplitter.standard(), STANDARD_LAMBDA);
  }

  private static Function<List<String>, SentenceLikeness> by(TextAnalysis analysis) {
    Objects.requireNonNull(analysis, "analysis");
    return sentences -> SentenceLikeness.ofTerms(sentences, analysis);
  }

  private static Function<List<String>, SentenceLikeness> by(SentenceEncoder encoder) {
    Objects.requireNonNull(encoder, "encoder");
    return sentences -> SentenceLikeness.ofVectors(sentences, encoder);
  }

  /**
   * Returns summaries of the sentences that share most terms with others.
   *
   * @param analysis turns sentences into terms
   * @return the summarizer
   */
  public static Summarizer textRank(TextAnalysis analysis) {
    return of(Ranking.TEXT_RANK, by(analysis));
  }

  /**
   * Returns summaries of the sentences that others are most like in meaning.
   *
   * @param encoder turns sentences into vectors
   * @return the summarizer
   */
  public static Summarizer textRank(SentenceEncoder encoder) {
    return of(Ranking.TEXT_RANK, by(encoder));
  }

  /**
   * Returns summaries of the sentences whose terms are those of the whole text.
   *
   * @param analysis turns sentences into terms
   * @return the summarizer
   */
  public static Summarizer centroid(TextAnalysis analysis) {
    return of(Ranking.CENTROID, by(analysis));
  }

  /**
   * Returns summaries of the sentences that mean most nearly what the whole text means.
   *
   * @param encoder turns sentences into vectors
   * @return the summarizer
   */
  public static Summarizer centroid(SentenceEncoder encoder) {
    return of(Ranking.CENTROID, by(encoder));
  }

  /**
   * {@return this summarizer with another weight of rank against repetition}
   *
   * @param share the λ above, 0 (only unlike sentences) to 1 (rank alone); 0.7 unless set
   */
  public Summarizer lambda(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("lambda is " + share + ", expected 0 to 1");
    }
    return new Summarizer(ranking, likeness, splitter, share);
  }

  /**
   * {@return this summarizer with another splitter}
   *
   * @param sentences splits texts into sentences
   */
  public Summarizer splitter(SentenceSplitter sentences) {
    return new Summarizer(ranking, likeness, sentences, lambda);
  }

  /**
   * Summarises a text.
   *
   * @param text any text
   * @param length how long the summary may be
   * @return the sentences of {@link #sentences}, joined by spaces, but in Chinese and Japanese
   */
  public String summarize(String text, SummaryLength length) {
    StringBuilder summary = new StringBuilder();
    for (String sentence : sentences(text, length)) {
      if (summary.length() > 0
          && !isCjk(summary.charAt(summary.length() - 1))
          && !isCjk(sentence.charAt(0))) {
        summary.append(' ');
      }
      summary.append(sentence);
    }
    return summary.toString();
  }

  /**
   * Chooses a text's most telling sentences. A sentence that does not fit into the characters left
   * gives way to the next best one that does. When not even the best one fits alone, it is cut at a
   * space, or between characters where there is none, and ends in an ellipsis.
   *
   * @param text any text
   * @param length how many sentences or characters at most
   * @return the sentences in the text's order; none when the text is blank
   */
  public List<String> sentences(String text, SummaryLength length) {
    String cut = text.substring(0, Math.min(text.length(), TextAnalysis.MOST_CHARACTERS));
    List<String> all = splitter.split(CLEANING.clean(cut));
    List<String> sentences = all.subList(0, Math.min(all.size(), MOST_SENTENCES));
    if (sentences.isEmpty()) {
      return List.of();
    }
    SentenceLikeness alike = likeness.apply(sentences);
    double[] ranks = ranks(sentences.size(), alike);
    BitSet chosen = choose(sentences, ranks, alike, length);
    if (chosen.isEmpty()) {
      return List.of(shortened(sentences.get(best(ranks)), length.characters()));
    }
    return chosen.stream().mapToObj(sentences::get).toList();
  }

  /** Ranks scaled to a best one of 1; all 1 when no sentence is like another. */
  private double[] ranks(int sentences, SentenceLikeness alike) {
    double[] ranks = new double[sentences];
    if (ranking == Ranking.CENTROID) {
      for (int s = 0; s < sentences; s++) {
        ranks[s] = alike.centrality(s);
      }
    } else {
      TextGraph graph = new TextGraph(sentences);
      for (int a = 0; a < sentences; a++) {
        for (int b = a + 1; b < sentences; b++) {
          graph.join(a, b, alike.vote(a, b));
        }
      }
      ranks = graph.rank();
    }
    double largest = ranks[best(ranks)];
    for (int s = 0; s < sentences; s++) {
      ranks[s] = largest > 0 ? ranks[s] / largest : 1;
    }
    return ranks;
  }

  private static int best(double[] ranks) {
    int best = 0;
    for (int s = 1; s < ranks.length; s++) {
      best = isAbove(ranks[s], ranks[best]) ? s : best;
    }
    return best;
  }

  /** Differences that are rounding only leave it to the order in the text. */
  private static boolean isAbove(double value, double other) {
    return value > other + 1e-9;
  }

  private BitSet choose(
      List<String> sentences, double[] ranks, SentenceLikeness alike, SummaryLength length) {
    BitSet chosen = new BitSet();
    BitSet said = new BitSet();
    double[] repeated = new double[ranks.length];
    long left = (long) length.characters() + 1;
    while (chosen.cardinality() < Math.min(length.sentences(), ranks.length)) {
      int best = -1;
      double most = 0;
      for (int s = 0; s < ranks.length; s++) {
        double value = lambda * ranks[s] - (1 - lambda) * repeated[s];
        boolean fits = sentences.get(s).length() < left;
        if (fits && !said.get(s) && (best < 0 || isAbove(value, most))) {
          best = s;
          most = value;
        }
      }
      if (best < 0) {
        break;
      }
      chosen.set(best);
      left -= sentences.get(best).length() + 1;
      for (int s = 0; s < ranks.length; s++) {
        repeated[s] = Math.max(repeated[s], alike.cosine(s, best));
        if (sentences.get(s).equals(sentences.get(best))) {
          said.set(s);
        }
      }
    }
    return chosen;
  }

  /** Ideographs, kana and their punctuation; Korean writes spaces. */
  private static boolean isCjk(char c) {
    return (c >= 0x2E80 && c < 0xAC00) || (c >= 0xF900 && c < 0xFFE0);
  }

  private static String shortened(String sentence, int characters) {
    int end = characters - CUT.length();
    int space = sentence.lastIndexOf(' ', end);
    if (space > end / 2) {
      end = space;
    } else if (end > 0 && Character.isHighSurrogate(sentence.charAt(end - 1))) {
      end--;
    }
    return sentence.substring(0, Math.max(0, end)).strip() + CUT;
  }
}
