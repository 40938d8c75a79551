package io.artrec.llm.chat;

import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A model of LangChain4j, and so of the providers that it reaches. The application brings {@code
 * dev.langchain4j:langchain4j-core}, 1.11 or later, and the provider's own library; nothing else of
 * this package needs them. Immutable, refined by chained copies, thread-safe if the models are.
 *
 * <p>LangChain4j's requests hold no seed. A schema goes along as it is (as {@code JsonRawSchema})
 * where the model says that it takes schemas, else in words, as also when the model turns out not
 * to take it. Thinking is left out. Tools are not offered. Of what a provider says in errors
 * nothing reaches a message, since providers repeat keys and prompts; LangChain4j drops {@code
 * Retry-After}. A provider's client may repeat requests itself ({@code maxRetries}); set that to 0
 * under {@link GuardedChatModel}.
 */
public final class LangChain4jModel extends ChatModel {
  private static final Set<ChatCapability> USUAL =
      EnumSet.of(ChatCapability.SCHEMA, ChatCapability.STOP_WORDS);

  private final dev.langchain4j.model.chat.ChatModel model;
  private Optional<StreamingChatModel> streaming = Optional.empty();
  private Set<ChatCapability> capabilities = USUAL;
  private String name;

  private LangChain4jModel(dev.langchain4j.model.chat.ChatModel model, String name) {
    this.model = model;
    this.name = name;
  }

  private LangChain4jModel(LangChain4jModel other) {
    this(other.model, other.name);
    streaming = other.streaming;
    capabilities = other.capabilities;
  }

  /**
   * {@return a model that takes schemas and stop words, sees no images and does not stream; named
   * by the model's name where it tells, else by its class}
   *
   * @param model the model as LangChain4j's builder made it
   */
  public static LangChain4jModel of(dev.langchain4j.model.chat.ChatModel model) {
    String told = model.defaultRequestParameters().modelName();
    return new LangChain4jModel(
        model, told == null || told.isBlank() ? model.getClass().getSimpleName() : told);
  }

  /**
   * {@return this model with one that streams, usually of the same provider and name} Without it
   * {@link #stream} gives the whole reply as one piece.
   *
   * @param same the model that streams
   */
  public LangChain4jModel streaming(StreamingChatModel same) {
    LangChain4jModel copy = new LangChain4jModel(this);
    copy.streaming = Optional.of(same);
    return copy;
  }

  /**
   * {@return this model with what it can do, instead of what was said before} Streaming is declared
   * by {@link #streaming} and need not be among it.
   *
   * @param able the capabilities, {@link ChatCapability#IMAGES} for models that see
   * @throws IllegalArgumentException if a seed is among them
   */
  public LangChain4jModel capabilities(Set<ChatCapability> able) {
    if (able.contains(ChatCapability.SEED)) {
      throw new IllegalArgumentException(
          "capabilities hold SEED, but LangChain4j's requests have none; set a seed where the"
              + " provider's model is built, and leave it out here");
    }
    LangChain4jModel copy = new LangChain4jModel(this);
    copy.capabilities = Set.copyOf(able);
    return copy;
  }

  /**
   * {@return this model under another name}
   *
   * @param own the name, for reports, errors and caches
   */
  public LangChain4jModel name(String own) {
    LangChain4jModel copy = new LangChain4jModel(this);
    copy.name = Objects.requireNonNull(own, "own");
    return copy;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<ChatCapability> capabilities() {
    EnumSet<ChatCapability> all = EnumSet.noneOf(ChatCapability.class);
    all.addAll(capabilities);
    all.remove(ChatCapability.STREAMING);
    if (streaming.isPresent()) {
      all.add(ChatCapability.STREAMING);
    }
    return Collections.unmodifiableSet(all);
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  protected ChatReply answer(ChatCall call) throws InterruptedException {
    boolean asSchema = call.request().schema().isPresent() && takesSchema(call);
    try {
      return answer(call, asSchema);
    } catch (UnsupportedFeatureException e) {
      if (!asSchema || call.hasSpoken()) {
        throw LangChain4jErrors.of(name, e);
      }
    } catch (RuntimeException e) {
      throw LangChain4jErrors.of(name, e);
    }
    try {
      return answer(call, false);
    } catch (RuntimeException e) {
      throw LangChain4jErrors.of(name, e);
    }
  }

  private boolean takesSchema(ChatCall call) {
    return (streams(call)
            ? streaming.orElseThrow().supportedCapabilities()
            : model.supportedCapabilities())
        .contains(dev.langchain4j.model.chat.Capability.RESPONSE_FORMAT_JSON_SCHEMA);
  }

  private boolean streams(ChatCall call) {
    return call.isStreaming() && streaming.isPresent();
  }

  private ChatReply answer(ChatCall call, boolean asSchema) throws InterruptedException {
    var request = LangChain4jRequest.of(call.request(), asSchema);
    if (streams(call)) {
      LangChain4jStream stream = new LangChain4jStream(call);
      call.atStop(stream::stop);
      streaming.orElseThrow().chat(request, stream);
      return reply(stream.await(), stream.text());
    }
    ChatResponse response = model.chat(request);
    String said = response.aiMessage().text();
    return reply(response, said == null ? "" : ThinkingFilter.strip(said));
  }

  private ChatReply reply(ChatResponse response, String text) {
    FinishReason finish = LangChain4jRequest.finish(response.finishReason());
    if (text.isEmpty() && finish == FinishReason.FILTERED) {
      throw new ModelRefusedException(
          name + " was asked, and its filter left nothing of the reply");
    }
    String writer = response.modelName();
    ChatReply reply = ChatReply.of(text).finish(finish).model(writer == null ? name : writer);
    return LangChain4jRequest.usage(response.tokenUsage()).map(reply::usage).orElse(reply);
  }
}
