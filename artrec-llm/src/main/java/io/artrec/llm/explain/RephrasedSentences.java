package io.artrec.llm.explain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.Recommendation;
import io.artrec.RecommenderListener;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.explain.Sentences;
import io.artrec.llm.chat.StructuredReply;
import io.artrec.llm.prompt.Aliases;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.prompt.UntrustedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Sentences of explanations in a language model's words. The model is given the sentence that
 * another writer made of the structured reasons, and may only say it better: what comes back stands
 * if it holds no word beyond those of the sentence and a list of words that claim nothing, else the
 * sentence stands as it was. So it has no work, name, number, subject or praise that the reasons
 * lack. Sentences that speak against something or doubt, and those of works at set places, are not
 * given to the model.
 *
 * <p>{@link #rephrase} does all reasons of an answer by one call and says whose words came of it;
 * {@link #write} does one, unless it was done before. What was said is remembered for an hour, up
 * to 10,000 sentences, in memory alone, without whom it was said to; {@link #listener} has it
 * forgotten with a visitor. Immutable but for that; thread-safe if the model is.
 *
 * <pre>{@code
 * RephrasedSentences words = RephrasedSentences.with(prompter);
 * Recommender recommender = Recommender.builder().sentences(words)...build();
 * recommender.addListener(words.listener());
 * }</pre>
 */
public final class RephrasedSentences implements Sentences {
  private static final String PROMPT = "rephrase";
  private static final int AT_ONCE = 20;
  private static final int MOST_CHARS = 600;
  private static final int MOST_KEPT = 10_000;
  private static final Duration KEPT = Duration.ofHours(1);
  private static final String SILENT = "the model said nothing of it";
  private static final String ADDED = "the model's sentence said more than the reason";
  private static final String NOTHING = "{\"sentences\": []}";
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["sentences"], "additionalProperties": false, "properties": {
        "sentences": {"type": "array", "maxItems": 20, "items": {
          "type": "object", "required": ["name", "text"], "additionalProperties": false,
          "properties": {
            "name": {"type": "string", "maxLength": 20},
            "text": {"type": "string", "maxLength": 1300}}}}}}""";

  private final Prompter prompter;
  private final Sentences plain;
  private final Cache<String, RephrasedSentence> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEPT)
          .expireAfterWrite(KEPT)
          .executor(Runnable::run)
          .build();

  private RephrasedSentences(Prompter prompter, Sentences plain) {
    this.prompter = prompter;
    this.plain = plain;
  }

  /**
   * Returns a writer that has standard sentences said better. Its prompt is in the language of the
   * {@link Prompter}, its sentences in that of the request.
   *
   * @param prompter the model and how it is asked
   * @return the writer
   */
  public static RephrasedSentences with(Prompter prompter) {
    return new RephrasedSentences(
        Objects.requireNonNull(prompter, "prompter"), Sentences.standard());
  }

  /**
   * Returns a writer that has other sentences said better, as {@link
   * io.artrec.explain.StandardSentences#withoutDislikes} or those of another language.
   *
   * @param sentences makes a sentence of structured reasons, which stands where the model's does
   *     not
   * @return the changed writer, which remembers nothing yet
   */
  public RephrasedSentences over(Sentences sentences) {
    return new RephrasedSentences(prompter, Sentences.safe(sentences));
  }

  /**
   * Says the reasons of an answer, by one call for each 20 that were not said before, and remembers
   * them for {@link #write}.
   *
   * @param answer the answer
   * @param language the language of the sentences
   * @return a sentence for each place, in order
   */
  public List<RephrasedSentence> rephrase(List<Recommendation> answer, Locale language) {
    return explanations(answer.stream().map(Recommendation::explanation).toList(), language);
  }

  private List<RephrasedSentence> explanations(List<Explanation> reasons, Locale language) {
    List<String> sentences = reasons.stream().map(reason -> plain.write(reason, language)).toList();
    List<RephrasedSentence> said = new ArrayList<>();
    Map<Integer, String> open = new TreeMap<>();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      RephrasedSentence before = kept.getIfPresent(sentence);
      if (before != null) {
        said.add(before);
      } else if (isSet(reasons.get(i)) || !isForModel(sentence)) {
        said.add(own(sentence, "the sentence stays as it is"));
      } else {
        said.add(own(sentence, SILENT));
        open.put(i, sentence);
      }
    }
    List<Integer> asked = List.copyOf(open.keySet());
    for (int from = 0; from < asked.size(); from += AT_ONCE) {
      List<Integer> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
      List<RephrasedSentence> replies = ask(some.stream().map(sentences::get).toList());
      IntStream.range(0, some.size()).forEach(i -> said.set(some.get(i), replies.get(i)));
    }
    asked.forEach(i -> kept.put(sentences.get(i), said.get(i)));
    return List.copyOf(said);
  }

  private static boolean isSet(Explanation reason) {
    return reason.contributions().stream()
        .map(Contribution::cause)
        .anyMatch(Cause.Placed.class::isInstance);
  }

  private static boolean isForModel(String sentence) {
    return !sentence.isBlank()
        && sentence.length() <= MOST_CHARS
        && !ReasonWords.speaksAgainst(sentence);
  }

  private static RephrasedSentence own(String sentence, String why) {
    return new RephrasedSentence(sentence, Origin.library(why));
  }

  private List<RephrasedSentence> ask(List<String> sentences) {
    Aliases aliases = prompter.aliases(sentences);
    PromptFilling filling = prompter.fill(PROMPT).data("reasons", aliases);
    StructuredReply reply = prompter.objects(SCHEMA).replyOr(filling.request(), failure -> NOTHING);
    Origin origin = Origin.of(reply, filling.prompt());
    boolean failed = origin.kind() == Origin.Kind.FALLBACK;
    Map<Integer, String> texts = read(reply.json(), aliases);
    return IntStream.range(0, sentences.size())
        .mapToObj(
            i -> {
              String sentence = sentences.get(i);
              String text = texts.getOrDefault(i, "");
              if (ReasonWords.standard().isHeldBy(sentence, text)) {
                return new RephrasedSentence(text, origin);
              }
              return failed
                  ? new RephrasedSentence(sentence, origin)
                  : own(sentence, text.isEmpty() ? SILENT : ADDED);
            })
        .toList();
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

  /**
   * Returns the sentence, remembered or asked for now, which may take as long as the {@link
   * Prompter}'s deadline.
   */
  @Override
  public String write(Explanation explanation, Locale language) {
    return explanations(List.of(explanation), language).get(0).text();
  }

  /**
   * Returns what has all that was said forgotten when a visitor is, since a reason names works that
   * somebody liked and repeats their wish.
   *
   * @return a listener for {@link io.artrec.Recommender#addListener}
   */
  public RecommenderListener listener() {
    return new RecommenderListener() {
      @Override
      public void forgotten(String user) {
        kept.invalidateAll();
      }
    };
  }

  @Override
  public String toString() {
    return "RephrasedSentences over " + plain + " by " + prompter.model().name();
  }
}
