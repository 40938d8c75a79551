package io.artrec.djl.causal;

import io.artrec.djl.InferenceException;
import io.artrec.task.CancelledException;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One text being written. */
final class Utterance {
  private final CausalModel model;
  private final Decoding decoding;
  private final ReplyText text;
  private final long started = System.nanoTime();

  Utterance(CausalModel model, Decoding decoding, Consumer<String> heard) {
    this.model = model;
    this.decoding = decoding;
    text = new ReplyText(decoding.stop(), heard);
  }

  Generation write(CausalSession session, long[] prompt) {
    if (prompt.length == 0) {
      throw new IllegalArgumentException(
          "going on with 0 tokens, expected one or more, such as the model's own for a beginning");
    }
    int most = most(prompt.length);
    return decoding.beams() > 1
        ? new BeamSearch(this, session, most).write(prompt)
        : one(session, prompt, most);
  }

  /** The limit of tokens: the last that is chosen need not be read, and takes no position. */
  private int most(int prompt) {
    int room = model.positions() - prompt + 1;
    int least = decoding.form().map(JsonForm::least).orElse(1);
    if (room < least) {
      throw new InferenceException(
          "a prompt of "
              + prompt
              + " tokens leaves room for "
              + Math.max(0, room)
              + " of model "
              + model.name()
              + ", expected "
              + least
              + " or more; shorten the prompt");
    }
    if (decoding.maxTokens() < least) {
      throw new IllegalArgumentException(
          "maxTokens is "
              + decoding.maxTokens()
              + ", expected "
              + least
              + " or more, which the shortest object of the schema may need");
    }
    return Math.min(room, decoding.maxTokens());
  }

  private Generation one(CausalSession session, long[] prompt, int most) {
    TokenChooser chooser = new TokenChooser(decoding);
    JsonState state = begin();
    double likely = 0;
    float[] logits = read(session, prompt);
    for (int count = 1; ; count++) {
      int token = chooser.choose(logits, allowed(state, most - count));
      likely += logits[token] - TokenChooser.logSum(logits);
      if (state == null && model.isEnd(token)) {
        return ended(Generation.End.END, count, likely);
      }
      byte[] bytes = model.vocabulary().bytes(token);
      state = state == null ? null : state.next(bytes);
      text.add(bytes);
      if (text.isStopped()) {
        return ended(Generation.End.STOP_WORD, count, likely);
      }
      if (state != null && state.isEnd()) {
        return ended(Generation.End.END, count, likely);
      }
      if (count == most || isLate()) {
        return ended(
            count == most ? Generation.End.LENGTH : Generation.End.DEADLINE, count, likely);
      }
      logits = read(session, token);
    }
  }

  private float[] read(CausalSession session, long... tokens) {
    checkInterrupted();
    return session.append(tokens);
  }

  private Generation ended(Generation.End end, int count, double likely) {
    String whole = text.end();
    // Bytes that were held back can end in a stop word.
    Generation.End why = text.isStopped() ? Generation.End.STOP_WORD : end;
    return new Generation(whole, why, count, likely);
  }

  /** Says tokens that were found together. */
  Generation say(int[] tokens, Generation.End end, double likely) {
    for (int token : tokens) {
      if (!text.isStopped()) {
        text.add(model.vocabulary().bytes(token));
      }
    }
    return ended(end, tokens.length, likely);
  }

  @Nullable JsonState begin() {
    return decoding.form().map(form -> form.begin(JsonState.END)).orElse(null);
  }

  /** The tokens that may come next, with a number that may come after that. */
  BitSet allowed(@Nullable JsonState state, int left) {
    if (state == null) {
      return model.choosable();
    }
    BitSet fitting = model.vocabulary().trie().fitting(state, left);
    fitting.and(model.choosable());
    return fitting;
  }

  boolean isLate() {
    return decoding
        .deadline()
        .filter(time -> System.nanoTime() - started >= time.toNanos())
        .isPresent();
  }

  void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException("cancelled while model " + model.name() + " was writing");
    }
  }

  int beams() {
    return decoding.beams();
  }

  CausalModel model() {
    return model;
  }
}
