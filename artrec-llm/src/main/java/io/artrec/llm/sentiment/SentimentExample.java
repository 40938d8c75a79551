package io.artrec.llm.sentiment;

import io.artrec.text.sentiment.Sentiment.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A text whose side is known, to learn from. Immutable.
 *
 * @param text the text; blank ones teach nothing and are skipped by training
 * @param label its side
 */
public record SentimentExample(String text, Label label) {
  /** Validates the parts. */
  public SentimentExample {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(label, "label");
  }

  /**
   * {@return an example that is for its subject}
   *
   * @param text the text
   */
  public static SentimentExample positive(String text) {
    return new SentimentExample(text, Label.POSITIVE);
  }

  /**
   * {@return an example that takes no side}
   *
   * @param text the text
   */
  public static SentimentExample neutral(String text) {
    return new SentimentExample(text, Label.NEUTRAL);
  }

  /**
   * {@return an example that is against its subject}
   *
   * @param text the text
   */
  public static SentimentExample negative(String text) {
    return new SentimentExample(text, Label.NEGATIVE);
  }

  /**
   * Returns the project's own English examples: short comments on art, films, books, hotels and
   * goods. Add yours to them, or train on yours alone.
   *
   * @return more than 400 examples
   */
  public static List<SentimentExample> english() {
    return read("english-examples.txt");
  }

  /**
   * Returns the project's own Chinese examples, of the same kinds as the English ones.
   *
   * @return more than 400 examples
   */
  public static List<SentimentExample> chinese() {
    return read("chinese-examples.txt");
  }

  private static List<SentimentExample> read(String resource) {
    try (InputStream in = SentimentExample.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("artrec-llm is incomplete: it lacks " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> new SentimentExample(line.substring(2), label(line.charAt(0))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " of artrec-llm", e);
    }
  }

  private static Label label(char sign) {
    return switch (sign) {
      case '+' -> Label.POSITIVE;
      case '-' -> Label.NEGATIVE;
      default -> Label.NEUTRAL;
    };
  }
}
