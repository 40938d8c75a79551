package io.artrec.llm.explain.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.explain.RephrasedSentence;
import io.artrec.llm.prompt.Aliases;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.prompt.internal.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Has a language model say sentences better that an application made of what it knows, in English
 * or Chinese. What comes back stands if all its words are those of the sentence, or claim nothing,
 * or mean the same as some of the sentence's, and if none that claims something was left out; else
 * the sentence stands as it was. Sentences that speak against something or doubt are not given to
 * the model, since few words turn them round. Immutable; thread-safe if the model is.
 */
public final class Rephrasing {
  private static final String PROMPT = "rephrase";
  private static final int AT_ONCE = 20;
  private static final int MOST_CHARS = 600;
  private static final String NOTHING = "{\"sentences\": []}";
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["sentences"], "additionalProperties": false, "properties": {
        "sentences": {"type": "array", "maxItems": 20, "items": {
          "type": "object", "required": ["name", "text"], "additionalProperties": false,
          "properties": {
            "name": {"type": "string", "maxLength": 20},
            "text": {"type": "string", "maxLength": 1300}}}}}}\
      """;

  private final Prompter prompter;

  private Rephrasing(Prompter prompter) {
    this.prompter = prompter;
  }

  /**
   * {@return a way to have sentences said better}
   *
   * @param prompter the model and how it is asked
   */
  public static Rephrasing with(Prompter prompter) {
    return new Rephrasing(Objects.requireNonNull(prompter, "prompter"));
  }

  /**
   * Says sentences, by one call for each 20.
   *
   * @param sentences one line each; those of more than 600 chars stay as they are
   * @return a sentence for each, in order, and whose words it is in
   */
  public List<RephrasedSentence> say(List<String> sentences) {
    return say(sentences, Optional.empty());
  }

  /**
   * Says sentences to a visitor, by one call for each 20; a cache keeps the replies with them.
   *
   * @param sentences one line each; those of more than 600 chars stay as they are
   * @param visitor whose the sentences are; empty for nobody's
   * @return a sentence for each, in order, and whose words it is in
   */
  public List<RephrasedSentence> say(List<String> sentences, Optional<String> visitor) {
    List<RephrasedSentence> said = new ArrayList<>();
    sentences.forEach(sentence -> said.add(asItIs(sentence)));
    List<Integer> asked =
        IntStream.range(0, sentences.size())
            .filter(i -> isForModel(sentences.get(i)))
            .boxed()
            .toList();
    for (int from = 0; from < asked.size(); from += AT_ONCE) {
      List<Integer> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
      List<RephrasedSentence> replies = ask(some.stream().map(sentences::get).toList(), visitor);
      IntStream.range(0, some.size()).forEach(i -> said.set(some.get(i), replies.get(i)));
    }
    return List.copyOf(said);
  }

  /**
   * {@return a sentence that no model is asked to say}
   *
   * @param sentence the sentence
   */
  public static RephrasedSentence asItIs(String sentence) {
    return new RephrasedSentence(sentence, Origin.library("the sentence stays as it is"));
  }

  private static boolean isForModel(String sentence) {
    return !sentence.isBlank()
        && sentence.length() <= MOST_CHARS
        && !ReasonWords.speaksAgainst(sentence);
  }

  private List<RephrasedSentence> ask(List<String> sentences, Optional<String> visitor) {
    Aliases aliases = prompter.aliases(sentences);
    PromptFilling filling = prompter.fill(PROMPT).data("reasons", aliases);
    visitor.ifPresent(filling::about);
    StructuredReply reply = prompter.objects(SCHEMA).replyOr(filling.request(), failure -> NOTHING);
    Origin origin = Origin.of(reply, filling.prompt());
    Map<Integer, String> texts = read(reply.json(), aliases);
    return IntStream.range(0, sentences.size())
        .mapToObj(i -> checked(sentences.get(i), texts.getOrDefault(i, ""), origin))
        .toList();
  }

  private static RephrasedSentence checked(String sentence, String text, Origin origin) {
    if (ReasonWords.standard().isHeldBy(sentence, text)) {
      return new RephrasedSentence(text, origin);
    }
    if (origin.kind() == Origin.Kind.FALLBACK) {
      return new RephrasedSentence(sentence, origin);
    }
    return new RephrasedSentence(
        sentence,
        Origin.library(
            text.isEmpty()
                ? "the model said nothing of it"
                : "the model's sentence said more than the reason, or less"));
  }

  private static Map<Integer, String> read(String json, Aliases aliases) {
    Map<Integer, String> texts = new TreeMap<>();
    for (JsonElement item :
        JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("sentences")) {
      JsonObject said = item.getAsJsonObject();
      String text = UntrustedText.forPeople(said.get("text").getAsString(), 2 * MOST_CHARS);
      aliases
          .position(said.get("name").getAsString())
          .ifPresent(position -> texts.putIfAbsent(position, text));
    }
    return texts;
  }

  @Override
  public String toString() {
    return "rephrased by " + prompter.model().name();
  }
}
