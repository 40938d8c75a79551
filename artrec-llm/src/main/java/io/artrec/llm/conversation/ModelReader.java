package io.artrec.llm.conversation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishParser;
import io.artrec.text.wish.WishPart;
import io.artrec.text.wish.WishSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Has a language model say in short phrases, each of one slot, what the parser did not understand.
 * The parser reads the phrases, and what it does not read in them as of that slot is dropped; so
 * whatever the model says, a wish has no other parts than the closed ones. What the parser
 * understood by itself stays: a phrase about the same is dropped.
 */
final class ModelReader {
  private static final String PROMPT = "utterance";
  private static final String NOTHING = "{\"parts\": []}";
  private static final List<WishSlot> SLOTS =
      Arrays.stream(WishSlot.values()).filter(slot -> slot != WishSlot.COUNT).toList();
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["parts"], "additionalProperties": false, "properties": {
        "parts": {"type": "array", "maxItems": 12, "items": {
          "type": "object", "required": ["slot", "words", "wanted"],
          "additionalProperties": false, "properties": {
            "slot": {"type": "string", "enum": [SLOTS]},
            "words": {"type": "string", "maxLength": 60},
            "wanted": {"type": "boolean"}}}}}}"""
          .replace(
              "SLOTS",
              SLOTS.stream()
                  .map(slot -> '"' + slot.code() + '"')
                  .collect(Collectors.joining(", ")));

  private final Prompter prompter;
  private final WishParser parser;

  ModelReader(Prompter prompter, WishParser parser) {
    this.prompter = prompter;
    this.parser = parser;
  }

  /**
   * A wish and who read it.
   *
   * @param wish what is wished
   * @param origin who read it
   */
  record Read(ParsedWish wish, Origin origin) {}

  Read read(String text, ParsedWish understood, Session session) {
    PromptFilling filling = prompter.fill(PROMPT).data("said", text);
    session.visitor().ifPresent(filling::about);
    StructuredReply reply = prompter.objects(SCHEMA).replyOr(filling.request(), failure -> NOTHING);
    List<String> phrases = new ArrayList<>();
    for (JsonElement item :
        JsonParser.parseString(reply.json()).getAsJsonObject().getAsJsonArray("parts")) {
      phrase(item.getAsJsonObject(), understood).ifPresent(phrases::add);
    }
    Origin origin = Origin.of(reply, filling.prompt());
    if (phrases.isEmpty()) {
      return new Read(understood, origin);
    }
    String added = String.join(". ", phrases);
    List<WishPart> more = parser.parseCorrection(added).parts();
    ParsedWish both =
        parser
            .parseCorrection(text + " . " + added)
            .only(part -> understood.parts().contains(part) || more.contains(part));
    return new Read(both, origin);
  }

  /** A phrase that is read as just what the model says it is, and of what is new. */
  private Optional<String> phrase(JsonObject part, ParsedWish understood) {
    String slot = part.get("slot").getAsString();
    boolean wanted = part.get("wanted").getAsBoolean();
    String words = part.get("words").getAsString().replaceAll("[.;!?\\n]", " ").strip();
    String phrase = wanted ? words : "no " + words;
    List<WishPart> read = parser.parseCorrection(phrase).parts();
    boolean asSaid =
        !read.isEmpty()
            && read.stream()
                .allMatch(one -> one.slot().code().equals(slot) && one.isWanted() == wanted);
    boolean isNew =
        read.stream()
            .noneMatch(
                one ->
                    understood.parts().stream()
                        .anyMatch(
                            own ->
                                own.slot() == one.slot()
                                    && (own.range().isPresent()
                                        || own.value()
                                            .toLowerCase(Locale.ROOT)
                                            .equals(one.value().toLowerCase(Locale.ROOT)))));
    return asSaid && isNew ? Optional.of(phrase) : Optional.empty();
  }
}
