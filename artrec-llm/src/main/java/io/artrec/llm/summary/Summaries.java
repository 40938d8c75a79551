package io.artrec.llm.summary;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.prompt.internal.UntrustedText;
import io.artrec.text.analysis.SentenceSplitter;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.fact.FactCheck;
import io.artrec.text.fact.KnownFacts;
import io.artrec.text.summary.Summarizer;
import io.artrec.text.summary.SummaryLength;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Summaries of texts, in the language of the text (Chinese where it has Chinese characters, else
 * English), as a whole and from three points of view.
 *
 * <p>Without a model they are sentences of the text: for the whole as {@link Summarizer#textRank}
 * chooses them by terms; for a point of view of the sentences that speak from it, which are those
 * of whose words as many or more are in its list than in those of the others (a year counts as
 * history), again as {@link Summarizer} chooses. Where no sentence does, that summary is empty.
 *
 * <p>With a model they are its words, of which every name, place, year and number must be in the
 * text ({@link KnownFacts}): it is asked once more where one is not, then sentences with such
 * claims are dropped, as are sentences of whose content words less than a quarter are the text's,
 * and where nothing is left the library's own stands in. What else it says is not checked.
 *
 * <p>Immutable and as thread-safe as the model. Without one O(characters + sentences²).
 */
public final class Summaries {
  private static final int MOST_CHARS = 4_000;

  /** The least share of a sentence's content words that the text must have. */
  private static final double SHARED = 0.25;

  private static final String WHOLE =
      """
      {"type": "object", "required": ["summary"], "additionalProperties": false,
       "properties": {"summary": {"type": "string", "maxLength": 4000}}}\
      """;
  private static final String VIEWS =
      """
      {"type": "object", "required": ["history", "technique", "emotion"], "additionalProperties": false,
       "properties": {"history": {"type": "string", "maxLength": 4000},
        "technique": {"type": "string", "maxLength": 4000},
        "emotion": {"type": "string", "maxLength": 4000}}}\
      """;

  private final Optional<Prompter> prompter;

  private Summaries(Optional<Prompter> prompter) {
    this.prompter = prompter;
  }

  /** {@return summaries of the texts' own sentences} */
  public static Summaries standard() {
    return new Summaries(Optional.empty());
  }

  /**
   * {@return summaries by a model}
   *
   * @param prompter the model and how it is asked
   */
  public static Summaries with(Prompter prompter) {
    return new Summaries(Optional.of(Objects.requireNonNull(prompter, "prompter")));
  }

  /**
   * Summarizes a text.
   *
   * @param text any text; a model is shown its first 8,000 chars
   * @param length how long at most
   * @return the summary, empty where the text is blank
   */
  public Summary summarize(String text, SummaryLength length) {
    Summary own = own(text, length, Origin.library("no model is set"));
    if (prompter.isEmpty() || own.text().isEmpty()) {
      return own;
    }
    KnownFacts known = KnownFacts.of(text);
    PromptFilling filling = filling("summary", text, length);
    Function<String, Optional<String>> complaint = FactCheck.complaint(known);
    StructuredReply reply =
        prompter
            .get()
            .objects(WHOLE)
            .checkedBy(json -> complaint.apply(said(json, "summary")))
            .replyOr(filling.request(), failure -> "{\"summary\": \"\"}");
    Origin origin = Origin.of(reply, filling.prompt());
    return checked(said(reply.json(), "summary"), text, origin, length)
        .orElseGet(() -> refused(own, reply, "summary", known, origin));
  }

  /**
   * Summarizes a text from each point of view.
   *
   * @param text any text; a model is shown its first 8,000 chars
   * @param length how long each at most
   * @return a summary for each point of view, empty where the text says nothing from it
   */
  public Perspectives perspectives(String text, SummaryLength length) {
    Perspectives own = ownViews(text, length);
    if (prompter.isEmpty() || text.isBlank()) {
      return own;
    }
    KnownFacts known = KnownFacts.of(text);
    PromptFilling filling = filling("perspectives", text, length);
    Function<String, Optional<String>> complaint = FactCheck.complaint(known);
    StructuredReply reply =
        prompter
            .get()
            .objects(VIEWS)
            .checkedBy(json -> complaint.apply(all(json)))
            .replyOr(
                filling.request(),
                failure -> "{\"history\": \"\", \"technique\": \"\", \"emotion\": \"\"}");
    Origin origin = Origin.of(reply, filling.prompt());
    Function<Perspective, Summary> view =
        from -> {
          String told = said(reply.json(), key(from));
          return told.isEmpty() && origin.kind() != Origin.Kind.FALLBACK
              ? new Summary("", origin, List.of())
              : checked(told, text, origin, length)
                  .orElseGet(() -> refused(own.of(from), reply, key(from), known, origin));
        };
    return each(view);
  }

  private static Perspectives each(Function<Perspective, Summary> view) {
    return new Perspectives(
        view.apply(Perspective.HISTORY),
        view.apply(Perspective.TECHNIQUE),
        view.apply(Perspective.EMOTION));
  }

  private static Summary own(String text, SummaryLength length, Origin origin) {
    return new Summary(summarizer(text).summarize(text, length), origin, List.of());
  }

  private static Summarizer summarizer(String text) {
    return Summarizer.textRank(analysis(text));
  }

  private static TextAnalysis analysis(String text) {
    return PerspectiveWords.isChinese(text) ? TextAnalysis.chinese() : TextAnalysis.english();
  }

  private static Perspectives ownViews(String text, SummaryLength length) {
    List<String> sentences =
        SentenceSplitter.standard()
            .split(text.substring(0, Math.min(text.length(), TextAnalysis.MOST_CHARACTERS)));
    return each(
        view -> {
          List<String> speaking =
              sentences.stream()
                  .limit(Summarizer.MOST_SENTENCES)
                  .filter(sentence -> PerspectiveWords.of(sentence).contains(view))
                  .toList();
          return own(String.join(" ", speaking), length, Origin.library("no model is set"));
        });
  }

  /** A model's summary without what the text does not hold; empty where nothing is left. */
  private static Optional<Summary> checked(
      String told, String text, Origin origin, SummaryLength length) {
    FactCheck check = FactCheck.of(told, KnownFacts.of(text));
    Set<String> terms = new HashSet<>(analysis(text).terms(text));
    List<String> claiming = SentenceSplitter.standard().split(check.text());
    List<String> kept =
        claiming.stream().filter(sentence -> isOf(sentence, terms, analysis(text))).toList();
    if (kept.isEmpty() || origin.kind() == Origin.Kind.FALLBACK) {
      return Optional.empty();
    }
    int dropped = check.dropped().size() + claiming.size() - kept.size();
    Optional<String> reason =
        dropped == 0
            ? Optional.empty()
            : Optional.of(dropped + " sentences said what the text does not hold");
    return Optional.of(
        new Summary(
            shortened(kept, length),
            new Origin(origin.kind(), origin.prompt(), reason),
            check.unsupported()));
  }

  private static boolean isOf(String sentence, Set<String> terms, TextAnalysis analysis) {
    List<String> told = analysis.terms(sentence);
    long shared = told.stream().filter(terms::contains).count();
    return shared > 0 && shared >= SHARED * told.size();
  }

  private static Summary refused(
      Summary own, StructuredReply reply, String key, KnownFacts known, Origin origin) {
    Origin instead =
        new Origin(
            Origin.Kind.FALLBACK,
            origin.prompt(),
            origin.reason().or(() -> Optional.of("the model's text is not in the text it is of")));
    return new Summary(own.text(), instead, known.unsupported(said(reply.json(), key)));
  }

  /** Whole sentences within the length; the first one cut where it is too long by itself. */
  private static String shortened(List<String> sentences, SummaryLength length) {
    StringBuilder kept = new StringBuilder();
    int count = 0;
    for (String sentence : sentences) {
      String gap = kept.length() == 0 || PerspectiveWords.isChinese(sentence) ? "" : " ";
      boolean fits = kept.length() + gap.length() + sentence.length() <= length.characters();
      if (count++ >= length.sentences() || (!fits && kept.length() > 0)) {
        break;
      }
      kept.append(gap)
          .append(fits ? sentence : UntrustedText.forPeople(sentence, length.characters()));
    }
    return kept.toString();
  }

  private PromptFilling filling(String prompt, String text, SummaryLength length) {
    boolean chinese = PerspectiveWords.isChinese(text);
    Prompter asked = prompter.orElseThrow().language(chinese ? Locale.CHINESE : Locale.ENGLISH);
    return asked
        .fill(prompt)
        .words("language", chinese ? "中文" : "English")
        .words("length", inWords(length, chinese))
        .data("text", text);
  }

  private static String inWords(SummaryLength length, boolean chinese) {
    if (length.sentences() <= Summarizer.MOST_SENTENCES) {
      return chinese
          ? "不超过" + length.sentences() + "句"
          : "at most "
              + length.sentences()
              + (length.sentences() == 1 ? " sentence" : " sentences");
    }
    int most = Math.min(length.characters(), MOST_CHARS);
    return chinese ? "不超过" + most + "个字" : "at most " + most + " characters";
  }

  private static String key(Perspective view) {
    return view.name().toLowerCase(Locale.ROOT);
  }

  private static String all(String json) {
    StringBuilder all = new StringBuilder();
    for (Perspective view : Perspective.values()) {
      all.append(said(json, key(view))).append('\n').append('\n');
    }
    return all.toString();
  }

  private static String said(String json, String key) {
    JsonObject object = JsonParser.parseString(json).getAsJsonObject();
    return UntrustedText.forPeople(object.get(key).getAsString(), MOST_CHARS)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
