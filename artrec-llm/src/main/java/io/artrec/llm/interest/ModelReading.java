package io.artrec.llm.interest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Aliases;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Has a language model read texts, and believes of what it says what can be believed: traits that
 * the catalogue, the tree or the library knows, of texts that it was shown. Immutable.
 */
final class ModelReading {
  private static final String PROMPT = "interests";

  /** The latest texts; earlier ones would not fit a prompt. */
  private static final int MOST_TEXTS = 40;

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["interests"], "additionalProperties": false, "properties": {
        "interests": {"type": "array", "items": {"type": "object",
          "required": ["text", "kind", "name", "weight"], "additionalProperties": false,
          "properties": {
            "text": {"type": "string", "maxLength": 20},
            "kind": {"type": "string", "enum": ["artist", "movement", "subject", "mood"]},
            "name": {"type": "string", "maxLength": 200},
            "weight": {"type": "number", "minimum": -1, "maximum": 1}}}}}}\
      """;

  /**
   * What came of asking.
   *
   * @param interests empty when the library must read
   * @param origin who read
   */
  record Read(Optional<List<Interest>> interests, Origin origin) {}

  private final Prompter prompter;
  private final TraitNames names;

  ModelReading(Prompter prompter, TraitNames names) {
    this.prompter = prompter;
    this.names = names;
  }

  Read read(UserTraces traces) {
    List<UserTraces.Text> texts = traces.texts();
    List<UserTraces.Text> latest =
        texts.subList(Math.max(0, texts.size() - MOST_TEXTS), texts.size());
    Aliases aliases = prompter.aliases(latest.stream().map(ModelReading::shown).toList());
    PromptFilling filling = prompter.fill(PROMPT).data("texts", aliases);
    traces.user().ifPresent(filling::about);
    StructuredReply reply =
        prompter.objects(SCHEMA).replyOr(filling.request(), failure -> "{\"interests\": []}");
    Origin origin = Origin.of(reply, filling.prompt());
    return origin.kind() == Origin.Kind.FALLBACK
        ? new Read(Optional.empty(), origin)
        : new Read(Optional.of(believed(reply.json(), latest, aliases)), origin);
  }

  private static String shown(UserTraces.Text text) {
    return (text.evidence() == Interest.Evidence.SEARCHES ? "[search] " : "[comment] ")
        + text.words();
  }

  private List<Interest> believed(String json, List<UserTraces.Text> texts, Aliases aliases) {
    Map<Integer, Map<Trait, Double>> said = new LinkedHashMap<>();
    for (JsonElement element :
        JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("interests")) {
      JsonObject interest = element.getAsJsonObject();
      OptionalInt text = aliases.position(interest.get("text").getAsString());
      Trait.Kind kind = Trait.Kind.ofCode(interest.get("kind").getAsString()).orElseThrow();
      if (text.isPresent() && !interest.get("name").getAsString().isBlank()) {
        for (Trait trait : names.resolved(kind, interest.get("name").getAsString())) {
          said.computeIfAbsent(text.getAsInt(), one -> new LinkedHashMap<>())
              .put(trait, interest.get("weight").getAsDouble());
        }
      }
    }
    WeighedWords weighed = new WeighedWords();
    for (int text = 0; text < texts.size(); text++) {
      weighed.add(texts.get(text), said.getOrDefault(text, Map.of()));
    }
    return weighed.interests();
  }
}
