package io.artrec.llm.rerank;

import io.artrec.llm.chat.ChatReply;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.prompt.Asked;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A scripted model that wants some works first. */
final class ByRule {
  private ByRule() {}

  static ScriptedChatModel first(Predicate<String> wanted) {
    return ScriptedChatModel.answering(
        request ->
            ChatReply.of(
                Asked.candidates(request).entrySet().stream()
                    .filter(candidate -> wanted.test(candidate.getValue()))
                    .map(
                        candidate ->
                            "{\"name\": \"" + candidate.getKey() + "\", \"because\": \"liked\"}")
                    .collect(Collectors.joining(", ", "{\"order\": [", "]}"))));
  }
}
