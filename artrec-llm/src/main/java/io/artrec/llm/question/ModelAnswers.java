package io.artrec.llm.question;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.catalog.Artwork;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Aliases;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.prompt.internal.UntrustedText;
import io.artrec.text.fact.KnownFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a model for an answer from some records, and keeps of it the sentences that these records
 * support. Immutable and as thread-safe as the model.
 */
final class ModelAnswers {
  private static final String PROMPT = "question";
  private static final int SENTENCES = 4;
  private static final int MOST_CHARS = 600;

  /** The least share of a sentence's terms that the records it names must hold. */
  private static final double SHARED = 0.3;

  private static final String SCHEMA =
      """
      {"type": "object", "required": ["sentences"], "additionalProperties": false, "properties":
       {"sentences": {"type": "array", "maxItems": 6, "items":
        {"type": "object", "required": ["text", "records"], "additionalProperties": false, "properties":
         {"text": {"type": "string", "maxLength": 600},
          "records": {"type": "array", "maxItems": 6, "items": {"type": "string", "maxLength": 20}}}}}}}\
      """;

  private final Prompter prompter;

  ModelAnswers(Prompter prompter) {
    this.prompter = prompter;
  }

  /** The model's answer; that of the library where the model gives none that can be read. */
  Answer answer(String question, List<Artwork> records, Answer library, boolean chinese) {
    Aliases aliases = prompter.aliases(records.stream().map(RecordLine::of).toList());
    PromptFilling filling =
        prompter
            .fill(PROMPT)
            .words("language", languageName(chinese))
            .words("sentences", String.valueOf(SENTENCES))
            .data("question", question)
            .data("records", aliases);
    StructuredReply reply =
        prompter.objects(SCHEMA).replyOr(filling.request(), failure -> "{\"sentences\": []}");
    Origin origin = Origin.of(reply, filling.prompt());
    if (origin.kind() == Origin.Kind.FALLBACK) {
      return library.from(origin);
    }
    return kept(reply, records, aliases, origin, chinese);
  }

  private String languageName(boolean chinese) {
    boolean inChinese = prompter.language().getLanguage().equals("zh");
    return chinese ? (inChinese ? "中文" : "Chinese") : (inChinese ? "英文" : "English");
  }

  private static Answer kept(
      StructuredReply reply,
      List<Artwork> records,
      Aliases aliases,
      Origin origin,
      boolean chinese) {
    List<String> sentences = new ArrayList<>();
    Set<String> cited = new LinkedHashSet<>();
    int all = 0;
    for (JsonElement element :
        JsonParser.parseString(reply.json()).getAsJsonObject().getAsJsonArray("sentences")) {
      JsonObject sentence = element.getAsJsonObject();
      all++;
      String text =
          UntrustedText.forPeople(sentence.get("text").getAsString(), MOST_CHARS)
              .replaceAll("\\s+", " ");
      List<Artwork> works = works(sentence, records, aliases);
      if (!text.isBlank() && isSupported(text, works)) {
        sentences.add(text);
        works.forEach(work -> cited.add(work.id()));
      }
    }
    int dropped = all - sentences.size();
    Origin said =
        dropped == 0
            ? origin
            : new Origin(
                origin.kind(),
                origin.prompt(),
                Optional.of(
                    dropped + " of " + all + " sentences were not in the records they name"));
    return sentences.isEmpty()
        ? Answer.unknown(chinese, said)
        : new Answer(
            String.join(chinese ? "" : " ", sentences),
            Answer.Basis.PASSAGE,
            List.copyOf(cited),
            said);
  }

  private static List<Artwork> works(JsonObject sentence, List<Artwork> records, Aliases aliases) {
    List<Artwork> works = new ArrayList<>();
    for (JsonElement name : sentence.getAsJsonArray("records")) {
      aliases.position(name.getAsString()).ifPresent(at -> works.add(records.get(at)));
    }
    return works;
  }

  /**
   * Whether a sentence names records, claims no name or number beyond them, and, where they are
   * written in its language, speaks of what they speak of.
   */
  private static boolean isSupported(String text, List<Artwork> works) {
    if (works.isEmpty()) {
      return false;
    }
    StringBuilder told = new StringBuilder();
    KnownFacts known = KnownFacts.of("");
    for (Artwork work : works) {
      told.append(RecordLine.of(work)).append('\n');
      known = known.and(KnownFacts.of(work));
    }
    if (!known.unsupported(text).isEmpty()) {
      return false;
    }
    boolean sameScript = Token.isChinese(text) == Token.isChinese(told.toString());
    Set<String> terms = PassageTerms.of(text);
    long shared = PassageTerms.of(told.toString()).stream().filter(terms::contains).count();
    return sameScript
        ? !terms.isEmpty() && shared >= SHARED * terms.size()
        : shared > 0 || Token.isChinese(text);
  }
}
