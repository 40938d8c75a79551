package io.artrec.text.sentiment;

import java.util.List;
import java.util.Objects;

/**
 * What a text says of one aspect. Immutable.
 *
 * @param aspect the aspect
 * @param sentiment side and intensity; neutral where the aspect is only mentioned
 * @param words the phrases that name or judge it, in lower case, in order of the text
 */
public record AspectOpinion(Aspect aspect, Sentiment sentiment, List<String> words) {
  /** Validates the parts. */
  public AspectOpinion {
    Objects.requireNonNull(aspect, "aspect");
    Objects.requireNonNull(sentiment, "sentiment");
    words = List.copyOf(words);
  }
}
