package io.artrec.djl.training;

import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.transformer.internal.BertConfig;
import io.artrec.task.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The different texts of a tuning as tokens, each once. Used by one thread. */
final class TuningTexts {
  private static final int UNREADABLE = -1;

  private final String stage;
  private final TextEncoder encoder;
  private final int vocabulary;
  private final int maxTokens;
  private final Cancellation cancellation;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<long[]> windows = new ArrayList<>();

  TuningTexts(
      String stage,
      TextEncoder encoder,
      BertConfig config,
      int maxTokens,
      Cancellation cancellation) {
    this.stage = stage;
    this.encoder = encoder;
    this.vocabulary = config.vocabulary();
    this.maxTokens = Math.min(maxTokens, config.positions());
    this.cancellation = cancellation;
  }

  /** The number of a text, 0 for the first that can be read; empty for one that cannot. */
  Optional<Integer> number(String text) {
    int number = numbers.computeIfAbsent(text, this::read);
    return number == UNREADABLE ? Optional.empty() : Optional.of(number);
  }

  /** The tokens of all texts that were numbered. */
  List<long[]> windows() {
    return windows;
  }

  private int read(String text) {
    cancellation.check(stage);
    Optional<long[]> window = encoder.tokens(text, maxTokens);
    if (window.isEmpty()) {
      return UNREADABLE;
    }
    for (long token : window.get()) {
      if (token < 0 || token >= vocabulary) {
        throw new IllegalArgumentException(
            stage
                + ": the tokenizer gives the token "
                + token
                + ", the model knows 0 to "
                + (vocabulary - 1)
                + "; the tokenizer must be the model's own");
      }
    }
    windows.add(window.get());
    return windows.size() - 1;
  }
}
