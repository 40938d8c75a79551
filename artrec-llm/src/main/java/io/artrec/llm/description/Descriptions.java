package io.artrec.llm.description;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.llm.chat.ChatCapability;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.prompt.internal.UntrustedText;
import io.artrec.text.analysis.SentenceSplitter;
import io.artrec.text.fact.FactCheck;
import io.artrec.text.fact.KnownFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Describes works, in English or Chinese. Without a model, sentences of the library's own tell what
 * the record, its colors and the remarks handed in hold, what matters most to the audience first,
 * as many as the length allows; nothing is added to them, but words for media, genres, movements,
 * subjects and colors are put into the language where the library knows them.
 *
 * <p>With a model, its text is checked against the same facts ({@link KnownFacts}): where it names
 * a person, place, year or number that they do not hold, or tells none of them, or is in another
 * language, it is asked once more; then sentences with such claims are dropped, and where more than
 * half are, or nothing of the facts is left, the library's own description stands in. What a model
 * says of things without names and numbers, and of an image that it sees, is not checked.
 *
 * <p>Immutable and thread-safe if the model is. Without a model O(characters).
 */
public final class Descriptions {
  private static final String PROMPT = "description";
  private static final int MOST_CHARS = 6_000;
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["description"], "additionalProperties": false,
       "properties": {"description": {"type": "string", "maxLength": 6000}}}\
      """;

  private static final Gson JSON = new Gson();

  private final Optional<Prompter> prompter;

  private Descriptions(Optional<Prompter> prompter) {
    this.prompter = prompter;
  }

  /**
   * Returns descriptions of the library's own.
   *
   * @return the same at every call
   */
  public static Descriptions standard() {
    return Standard.DESCRIPTIONS;
  }

  private static final class Standard {
    private static final Descriptions DESCRIPTIONS = new Descriptions(Optional.empty());

    private Standard() {}
  }

  /**
   * {@return descriptions by a model}
   *
   * @param prompter the model and how it is asked; the language of the texts is the style's
   */
  public static Descriptions with(Prompter prompter) {
    return new Descriptions(Optional.of(Objects.requireNonNull(prompter, "prompter")));
  }

  /**
   * Describes a work.
   *
   * @param work what may be told
   * @param style how
   * @return the description
   */
  public Description describe(ArtworkFacts work, DescriptionStyle style) {
    return prompter
        .map(asked -> byModel(asked.language(style.language()), work, style))
        .orElseGet(() -> own(work, style, Origin.library("no model is set")));
  }

  private static Description own(ArtworkFacts work, DescriptionStyle style, Origin origin) {
    String text = shown(OwnDescription.write(work, style));
    return new Description(text, score(text, work, style), origin, List.of());
  }

  private static DescriptionScore score(String text, ArtworkFacts work, DescriptionStyle style) {
    return DescriptionScore.of(text, work, style.language());
  }

  private static Description byModel(Prompter prompter, ArtworkFacts work, DescriptionStyle style) {
    KnownFacts known = work.known();
    String instead = instead(work, style);
    PromptFilling filling = filling(prompter, work, style);
    Function<String, Optional<String>> facts = FactCheck.complaint(known);
    List<String> last = new ArrayList<>(List.of(""));
    StructuredReply reply =
        prompter
            .objects(SCHEMA)
            .checkedBy(
                json -> {
                  if (said(json).equals(instead)) {
                    return Optional.empty();
                  }
                  String told = text(json);
                  last.set(0, told);
                  return complaint(told, work, style).or(() -> facts.apply(told));
                })
            .replyOr(filling.request(), failure -> json(instead));
    Origin origin = Origin.of(reply, filling.prompt());
    if (origin.kind() == Origin.Kind.FALLBACK) {
      Description own = own(work, style, origin);
      return own.refusing(known.unsupported(last.get(0)));
    }
    String text = text(reply.json());
    FactCheck check = FactCheck.of(text, known);
    Optional<String> reason =
        check.dropped().isEmpty()
            ? Optional.empty()
            : Optional.of(
                check.dropped().size()
                    + " of "
                    + SentenceSplitter.standard().split(text).size()
                    + " sentences claimed what the record does not hold");
    if (2 * check.dropped().size() > SentenceSplitter.standard().split(text).size()
        || complaint(check.text(), work, style).isPresent()) {
      Origin library = new Origin(Origin.Kind.FALLBACK, origin.prompt(), reason);
      return own(work, style, library).refusing(check.unsupported());
    }
    String kept = shortened(check.text(), style);
    return new Description(
        kept,
        score(kept, work, style),
        new Origin(origin.kind(), origin.prompt(), reason),
        check.unsupported());
  }

  /** The library's own text as far as it fits into the schema. */
  private static String instead(ArtworkFacts work, DescriptionStyle style) {
    String own = OwnDescription.write(work, style);
    return own.substring(0, Math.min(own.length(), MOST_CHARS / 2));
  }

  private static String json(String text) {
    JsonObject object = new JsonObject();
    object.addProperty(PROMPT, text);
    return JSON.toJson(object);
  }

  private static String said(String json) {
    return JsonParser.parseString(json).getAsJsonObject().get(PROMPT).getAsString();
  }

  private static String text(String json) {
    return shown(said(json));
  }

  /** Records are strangers' texts, too. */
  private static String shown(String text) {
    return UntrustedText.forPeople(text, MOST_CHARS).replaceAll("\\s+", " ").strip();
  }

  /** What is wrong with a text whatever it claims. */
  private static Optional<String> complaint(
      String text, ArtworkFacts work, DescriptionStyle style) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long han = text.codePoints().filter(Character::isIdeographic).count();
    if (letters > 0 && (style.isChinese() ? 2 * han < letters : 2 * han > letters)) {
      return Optional.of("it is not in " + languageName(style, Locale.ENGLISH));
    }
    return score(text, work, style).coverage() > 0
        ? Optional.empty()
        : Optional.of("it tells nothing of the material");
  }

  /** Whole sentences, as many as the style allows, one at least. */
  private static String shortened(String text, DescriptionStyle style) {
    StringBuilder kept = new StringBuilder();
    for (String sentence : SentenceSplitter.standard().split(text)) {
      String longer = kept + (kept.length() == 0 || style.isChinese() ? "" : " ") + sentence;
      if (kept.length() > 0 && !style.allows(longer)) {
        break;
      }
      kept.setLength(0);
      kept.append(longer);
    }
    return kept.toString();
  }

  private static PromptFilling filling(
      Prompter prompter, ArtworkFacts work, DescriptionStyle style) {
    boolean chinese = style.isChinese();
    PromptFilling filling =
        prompter
            .fill(PROMPT)
            .words("audience", style.audience().words(chinese))
            .words("tone", style.tone().words(chinese))
            .words("language", languageName(style, style.language()))
            .words("words", String.valueOf(chinese ? 2 * style.words() : style.words()))
            .data("facts", FactLines.of(work));
    if (prompter.model().capabilities().contains(ChatCapability.IMAGES)) {
      work.image().ifPresent(image -> filling.images(List.of(image)));
    }
    return filling;
  }

  private static String languageName(DescriptionStyle style, Locale in) {
    boolean inChinese = in.getLanguage().equals(Locale.CHINESE.getLanguage());
    return style.isChinese() ? (inChinese ? "中文" : "Chinese") : (inChinese ? "英文" : "English");
  }
}
