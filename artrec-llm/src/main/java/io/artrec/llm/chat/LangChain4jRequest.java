package io.artrec.llm.chat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests in LangChain4j's types, and what its types say of replies in ours. */
final class LangChain4jRequest {
  private LangChain4jRequest() {}

  static dev.langchain4j.model.chat.request.ChatRequest of(ChatRequest request, boolean asSchema) {
    var built = dev.langchain4j.model.chat.request.ChatRequest.builder();
    built.messages(messages(request, asSchema));
    ChatLimits limits = request.limits();
    limits.maxTokens().ifPresent(built::maxOutputTokens);
    limits.temperature().ifPresent(built::temperature);
    if (!limits.stop().isEmpty()) {
      built.stopSequences(limits.stop());
    }
    if (asSchema) {
      built.responseFormat(format(request.schema().orElseThrow()));
    }
    return built.build();
  }

  private static ResponseFormat format(String schema) {
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(
            JsonSchema.builder().name("reply").rootElement(JsonRawSchema.from(schema)).build())
        .build();
  }

  private static List<ChatMessage> messages(ChatRequest request, boolean asSchema) {
    List<ChatMessage> messages = new ArrayList<>();
    system(request, asSchema)
        .filter(text -> !text.isBlank())
        .ifPresent(text -> messages.add(SystemMessage.from(text)));
    for (ChatTurn turn : request.turns()) {
      messages.add(
          turn.speaker() == ChatTurn.Speaker.USER ? shown(turn) : AiMessage.from(turn.text()));
    }
    return messages;
  }

  private static Optional<String> system(ChatRequest request, boolean asSchema) {
    if (request.schema().isEmpty() || asSchema) {
      return request.system();
    }
    String words = RequestJson.inWords(request.schema().get());
    return Optional.of(request.system().map(text -> text + "\n\n" + words).orElse(words));
  }

  private static UserMessage shown(ChatTurn turn) {
    List<Content> contents = new ArrayList<>();
    if (!turn.text().isBlank() || turn.images().isEmpty()) {
      contents.add(TextContent.from(turn.text()));
    }
    for (ChatImage image : turn.images()) {
      String encoded = Base64.getEncoder().encodeToString(image.bytes());
      contents.add(ImageContent.from(encoded, image.mediaType()));
    }
    return UserMessage.from(contents);
  }

  static FinishReason finish(dev.langchain4j.model.output.@Nullable FinishReason reason) {
    if (reason == null) {
      return FinishReason.UNKNOWN;
    }
    return switch (reason) {
      case STOP -> FinishReason.COMPLETE;
      case LENGTH -> FinishReason.LENGTH;
      case CONTENT_FILTER -> FinishReason.FILTERED;
      default -> FinishReason.UNKNOWN;
    };
  }

  /** The tokens, where both counts are told. */
  static Optional<TokenUsage> usage(dev.langchain4j.model.output.@Nullable TokenUsage usage) {
    if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TokenUsage(
            Math.max(0, usage.inputTokenCount()), Math.max(0, usage.outputTokenCount())));
  }
}
