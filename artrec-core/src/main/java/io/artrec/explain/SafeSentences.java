package io.artrec.explain;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A writer that never fails: where it does, the standard sentence takes the place. */
final class SafeSentences implements Sentences {
  private static final Logger LOG = LoggerFactory.getLogger(SafeSentences.class);

  private final Sentences writer;
  private final AtomicBoolean told = new AtomicBoolean();

  private SafeSentences(Sentences writer) {
    this.writer = writer;
  }

  static SafeSentences of(Sentences writer) {
    return writer instanceof SafeSentences safe
        ? safe
        : new SafeSentences(Objects.requireNonNull(writer, "sentences"));
  }

  @Override
  public String write(Explanation explanation, Locale language) {
    try {
      return Objects.requireNonNull(
          writer.write(explanation, language), "the writer returned null, expected a sentence");
    } catch (RuntimeException e) {
      if (told.compareAndSet(false, true)) {
        LOG.warn(
            "writing the sentence of artwork '{}' in {} failed in {}; standard sentences take the"
                + " place of those that fail, and this is told once",
            explanation.artwork().id(),
            language.toLanguageTag(),
            writer,
            e);
      }
      return Sentences.standard().write(explanation, language);
    }
  }

  @Override
  public String toString() {
    return writer.toString();
  }
}
