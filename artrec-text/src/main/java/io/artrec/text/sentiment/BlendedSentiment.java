package io.artrec.text.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two analyzers in one: the intensity is the weighted mean of theirs, the label follows from it as
 * in {@link Sentiment#of}. Where the first finds nothing at all (intensity 0), the second judges
 * alone, and the other way round. Immutable and thread-safe.
 */
public final class BlendedSentiment implements SentimentAnalyzer {
  private final SentimentAnalyzer first;
  private final SentimentAnalyzer second;
  private final double share;

  private BlendedSentiment(SentimentAnalyzer first, SentimentAnalyzer second, double share) {
    this.first = first;
    this.second = second;
    this.share = share;
  }

  /**
   * {@return a blend}
   *
   * @param first an analyzer
   * @param second another
   * @param share the first one's weight, above 0 and below 1
   */
  public static BlendedSentiment of(
      SentimentAnalyzer first, SentimentAnalyzer second, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "share of the first analyzer is " + share + ", expected above 0 and below 1");
    }
    return new BlendedSentiment(
        Objects.requireNonNull(first, "first"), Objects.requireNonNull(second, "second"), share);
  }

  @Override
  public String name() {
    return first.name() + "-with-" + second.name();
  }

  @Override
  public Sentiment analyze(String text) {
    return blend(first.analyze(text), second.analyze(text));
  }

  @Override
  public List<Sentiment> analyzeAll(List<String> texts) {
    List<Sentiment> ones = first.analyzeAll(texts);
    List<Sentiment> others = second.analyzeAll(texts);
    List<Sentiment> blended = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      blended.add(blend(ones.get(i), others.get(i)));
    }
    return blended;
  }

  private Sentiment blend(Sentiment one, Sentiment other) {
    if (one.intensity() == 0 || other.intensity() == 0) {
      return Sentiment.of(one.intensity() + other.intensity());
    }
    return Sentiment.of(share * one.intensity() + (1 - share) * other.intensity());
  }
}
