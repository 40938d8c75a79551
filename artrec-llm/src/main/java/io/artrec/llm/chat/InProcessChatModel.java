package io.artrec.llm.chat;

import io.artrec.djl.InferenceException;
import io.artrec.djl.ModelException;
import io.artrec.djl.causal.CausalModel;
import io.artrec.djl.causal.Decoding;
import io.artrec.djl.causal.Generation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A model that runs in this process, on PyTorch through artrec-djl. It takes schemas, which its
 * replies always fit unless they are cut, seeds and stop words, streams, and sees no images.
 * Immutable, refined by chained copies, thread-safe; the {@link CausalModel} stays the caller's to
 * close, and its number of sessions is that of calls that answer at once.
 *
 * <p>A request without a temperature is answered by the likeliest tokens, one without a seed by
 * seed 0, so that equal requests have equal replies; one without a limit of tokens gets 256 at
 * most. Interruption and deadline are seen between tokens.
 */
public final class InProcessChatModel extends ChatModel {
  private static final Set<ChatCapability> ABLE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ChatCapability.IMAGES)));
  private static final int ID_DIGITS = 8;

  private final CausalModel model;
  private final ChatFormat format;
  private int topK = Integer.MAX_VALUE;
  private double topP = 1;

  private InProcessChatModel(CausalModel model, ChatFormat format) {
    this.model = Objects.requireNonNull(model, "model");
    this.format = Objects.requireNonNull(format, "format");
  }

  /**
   * {@return a model that answers, which draws from all tokens where a temperature is asked for}
   *
   * @param model goes on with text; stays the caller's to close, after the last call
   * @param format how it was taught to read conversations
   */
  public static InProcessChatModel of(CausalModel model, ChatFormat format) {
    return new InProcessChatModel(model, format);
  }

  /**
   * {@return this model drawing from the likeliest tokens}
   *
   * @param most 1 or more
   */
  public InProcessChatModel topK(int most) {
    Decoding.sampling(0).topK(most);
    InProcessChatModel copy = new InProcessChatModel(model, format);
    copy.topK = most;
    copy.topP = topP;
    return copy;
  }

  /**
   * {@return this model drawing from the fewest tokens that hold a share of the probability}
   *
   * @param share more than 0, up to 1
   */
  public InProcessChatModel topP(double share) {
    Decoding.sampling(0).topP(share);
    InProcessChatModel copy = new InProcessChatModel(model, format);
    copy.topK = topK;
    copy.topP = share;
    return copy;
  }

  /**
   * {@inheritDoc}
   *
   * @return the file's name and the beginning of its SHA-256
   */
  @Override
  public String name() {
    return model.name() + " " + model.sha256().substring(0, ID_DIGITS) + " in process";
  }

  @Override
  public Set<ChatCapability> capabilities() {
    return ABLE;
  }

  @Override
  public String toString() {
    return name();
  }

  @Override
  protected ChatReply answer(ChatCall call) {
    Heard heard = new Heard(call);
    long[] prompt = {};
    Generation said;
    try {
      prompt = format.tokens(model, call.request());
      said = model.generate(prompt, decoding(call), heard::accept);
    } catch (IllegalArgumentException | ModelException e) {
      throw new RequestRejectedException(name() + " was asked, but cannot: " + e.getMessage());
    } catch (InferenceException e) {
      if (prompt.length == 0 || prompt.length > model.positions()) {
        throw new RequestRejectedException(name() + " was asked, but cannot: " + e.getMessage());
      }
      throw new ModelUnavailableException(name() + " was asked and failed: " + e.getMessage(), e);
    }
    if (said.end() == Generation.End.DEADLINE) {
      throw new ChatTimeoutException(name() + " was asked, and the deadline passed");
    }
    return ChatReply.of(heard.end())
        .finish(said.end() == Generation.End.LENGTH ? FinishReason.LENGTH : FinishReason.COMPLETE)
        .usage(new TokenUsage(prompt.length, said.tokens()))
        .model(name());
  }

  private Decoding decoding(ChatCall call) {
    ChatLimits limits = call.request().limits();
    List<String> stop = new ArrayList<>(limits.stop());
    Optional<String> schema = call.request().schema();
    if (schema.isEmpty()) {
      stop.addAll(format.stop());
    }
    Decoding decoding =
        Decoding.sampling(limits.seed().orElse(0))
            .temperature(limits.temperature().orElse(0))
            .topK(topK)
            .topP(topP)
            .stop(stop)
            .deadline(atLeast(call.left()));
    if (limits.maxTokens().isPresent()) {
      decoding = decoding.maxTokens(limits.maxTokens().getAsInt());
    }
    return schema.isPresent() ? decoding.json(schema.get()) : decoding;
  }

  private static Duration atLeast(Duration left) {
    return left.isZero() ? Duration.ofNanos(1) : left;
  }

  /** The text without white space and thinking at its beginning, passed on as it comes. */
  private static final class Heard {
    private final ChatCall call;
    private final ThinkingFilter filter = new ThinkingFilter();
    private final StringBuilder text = new StringBuilder();

    Heard(ChatCall call) {
      this.call = call;
    }

    void accept(String piece) {
      pass(filter.accept(piece));
    }

    private void pass(String piece) {
      String shown = text.isEmpty() ? piece.stripLeading() : piece;
      text.append(shown);
      call.say(shown);
    }

    String end() {
      pass(filter.end());
      return text.toString();
    }
  }
}
