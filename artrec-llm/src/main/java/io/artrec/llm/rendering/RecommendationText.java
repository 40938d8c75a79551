package io.artrec.llm.rendering;

import io.artrec.catalog.Artwork;
import io.artrec.llm.chat.ChatRequest;
import io.artrec.llm.chat.ScriptedChatModel;
import io.artrec.llm.prompt.Aliases;
import io.artrec.llm.prompt.PromptFilling;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.prompt.Seal;
import io.artrec.llm.prompt.internal.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts recommendation into words for language models, by prompts that are versioned files ({@code
 * recommend-*}, which {@link io.artrec.llm.prompt.Prompts#overriddenBy} replaces): pairs for
 * cross-encoders such as BERT, a closed choice for chat models such as GPT, and tasks for
 * text-to-text models such as T5 (Geng et al., "Recommendation as Language Processing (RLP): A
 * Unified Pretrain, Personalized Prompt &amp; Predict Paradigm (P5)", RecSys 2022: sequential
 * prediction, rating, explanation; there users and items have numbers, here works have words and
 * visitors nothing).
 *
 * <p>Histories are given oldest first; the last works of them are told, most recent last, one a
 * line by title, makers, movements, genre, medium, techniques and subjects. All of that is cleaned
 * as strangers' text is. Immutable, thread-safe; refined by chained copies. O(characters).
 */
public final class RecommendationText {
  private static final int MOST_WORKS = 100;
  private static final int MOST_CHARS = 1_000;
  private static final int MOST_CANDIDATES = 100;
  private static final String SCHEMA =
      """
      {"type":"object","required":["choice"],"additionalProperties":false,"properties":{
       "choice":{"type":"string","maxLength":8}}}\
      """;

  private final Prompter prompter;
  private int historyArtworks = 20;
  private int artworkChars = 200;
  private Optional<String> visitor = Optional.empty();

  private RecommendationText(Prompter prompter) {
    this.prompter = prompter;
  }

  private RecommendationText(RecommendationText other) {
    prompter = other.prompter;
    historyArtworks = other.historyArtworks;
    artworkChars = other.artworkChars;
    visitor = other.visitor;
  }

  /**
   * {@return texts for files, the same in every process} Aliases and marks follow from a secret
   * that is none: to ask a model with, take {@link #of}.
   *
   * @param language Chinese, or any other for English
   */
  public static RecommendationText standard(Locale language) {
    Seal known = Seal.of("artrec's texts for files".getBytes(StandardCharsets.US_ASCII));
    return new RecommendationText(
        Prompter.of(ScriptedChatModel.saying()).language(language).sealedBy(known));
  }

  /**
   * {@return texts with a prompter's prompts, language, seal, limits and deadline}
   *
   * @param prompter how a model is asked
   */
  public static RecommendationText of(Prompter prompter) {
    return new RecommendationText(Objects.requireNonNull(prompter, "prompter"));
  }

  /**
   * Sets how many works of a history are told at most; 20 unless set.
   *
   * @param most 1 to 100
   * @return the changed texts
   */
  public RecommendationText historyArtworks(int most) {
    RecommendationText copy = new RecommendationText(this);
    copy.historyArtworks = within("historyWorks", most, 1, MOST_WORKS);
    return copy;
  }

  /**
   * Sets how long the line of a work may be; 200 unless set. The lines of a history have 8,000
   * chars together: of a longer one the most recent are told.
   *
   * @param most chars, 20 to 1,000
   * @return the changed texts
   */
  public RecommendationText artworkChars(int most) {
    RecommendationText copy = new RecommendationText(this);
    copy.artworkChars = within("workChars", most, 20, MOST_CHARS);
    return copy;
  }

  /**
   * Says whose history is told. The id is not told, and replaced where records hold it; a cache of
   * replies forgets with it.
   *
   * @param id the visitor's id
   * @return the changed texts
   */
  public RecommendationText about(String id) {
    RecommendationText copy = new RecommendationText(this);
    copy.visitor = Optional.of(id);
    return copy;
  }

  private static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected " + least + " to " + most);
    }
    return value;
  }

  /**
   * Renders a pair whose relevance a cross-encoder tells (Nogueira and Cho, "Passage Re-ranking
   * with BERT", 2019). Some four chars of English make a token, so 20 works of 200 chars are some
   * 1,000: take fewer or shorter ones for an encoder of 512.
   *
   * @param history works the visitor liked, oldest first
   * @param candidate what might be recommended
   * @return the history, and the candidate
   */
  public RenderedText pair(List<Artwork> history, Artwork candidate) {
    return rendered(candidate("recommend-pair", history, candidate));
  }

  /**
   * Asks which candidate is next.
   *
   * @param history works the visitor liked, oldest first
   * @param candidates 1 to 100 works, in the order they are told
   * @return the question
   */
  public ChoiceQuestion choice(List<Artwork> history, List<Artwork> candidates) {
    within("the number of candidates", candidates.size(), 1, MOST_CANDIDATES);
    Aliases aliases =
        prompter.aliases(
            candidates.stream().map(work -> ArtworkLine.of(work, artworkChars)).toList());
    PromptFilling filling = history("recommend-choice", history).data("candidates", aliases);
    return new ChoiceQuestion(filling.request().schema(SCHEMA), aliases);
  }

  /**
   * Asks for the next work's name.
   *
   * @param history works the visitor liked, oldest first
   * @return the task, and the history
   */
  public RenderedText next(List<Artwork> history) {
    return rendered(history("recommend-next", history));
  }

  /**
   * Asks for the rating of a work.
   *
   * @param history works the visitor liked, oldest first
   * @param candidate the work to rate
   * @return the task, and history and work
   */
  public RenderedText rating(List<Artwork> history, Artwork candidate) {
    return rendered(candidate("recommend-rating", history, candidate));
  }

  /**
   * Asks what the visitor would say of a work.
   *
   * @param history works the visitor liked, oldest first
   * @param candidate the work
   * @return the task, and history and work
   */
  public RenderedText explanation(List<Artwork> history, Artwork candidate) {
    return rendered(candidate("recommend-explanation", history, candidate));
  }

  /**
   * Names a work as answers to {@link #next} do.
   *
   * @param work the work
   * @return its title and makers, in one line
   */
  public String name(Artwork work) {
    String name = ArtworkLine.name(work, artworkChars);
    return visitor.map(id -> UntrustedText.without(id, name)).orElse(name);
  }

  private PromptFilling history(String prompt, List<Artwork> history) {
    PromptFilling filling = prompter.fill(prompt).data("history", lines(history));
    return visitor.map(filling::about).orElse(filling);
  }

  private PromptFilling candidate(String prompt, List<Artwork> history, Artwork candidate) {
    return history(prompt, history).data("candidate", ArtworkLine.of(candidate, artworkChars));
  }

  private List<String> lines(List<Artwork> history) {
    return history.subList(Math.max(0, history.size() - historyArtworks), history.size()).stream()
        .map(work -> ArtworkLine.of(work, artworkChars))
        .toList();
  }

  private static RenderedText rendered(PromptFilling filling) {
    ChatRequest request = filling.unmarked();
    return new RenderedText(request.system().orElse(""), request.turns().get(0).text());
  }

  @Override
  public String toString() {
    return "texts of up to " + historyArtworks + " works of " + artworkChars + " chars";
  }
}
