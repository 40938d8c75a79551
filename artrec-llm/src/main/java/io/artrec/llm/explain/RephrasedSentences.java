package io.artrec.llm.explain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.artrec.Recommendation;
import io.artrec.RecommenderListener;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.explain.Sentences;
import io.artrec.llm.explain.internal.Rephrasing;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

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
  private static final int MOST_KEPT = 10_000;
  private static final Duration KEPT = Duration.ofHours(1);

  private final Rephrasing rephrasing;
  private final Sentences plain;
  private final AtomicLong forgettings = new AtomicLong();
  private final Cache<String, RephrasedSentence> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEPT)
          .expireAfterWrite(KEPT)
          .executor(Runnable::run)
          .build();

  private RephrasedSentences(Rephrasing rephrasing, Sentences plain) {
    this.rephrasing = rephrasing;
    this.plain = plain;
  }

  /**
   * {@return a writer that has standard sentences said better} Its prompt is in the language of the
   * {@link Prompter}, its sentences in that of the request.
   *
   * @param prompter the model and how it is asked
   */
  public static RephrasedSentences with(Prompter prompter) {
    return new RephrasedSentences(Rephrasing.with(prompter), Sentences.standard());
  }

  /**
   * {@return a writer that has other sentences said better, as {@link
   * io.artrec.explain.StandardSentences#withoutDislikes} or those of another language; which
   * remembers nothing yet}
   *
   * @param sentences makes a sentence of structured reasons, which stands where the model's does
   *     not
   */
  public RephrasedSentences over(Sentences sentences) {
    return new RephrasedSentences(rephrasing, Sentences.safe(sentences));
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
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      RephrasedSentence before = kept.getIfPresent(sentences.get(i));
      said.add(before == null ? Rephrasing.asItIs(sentences.get(i)) : before);
      if (before == null && !isSet(reasons.get(i))) {
        open.add(i);
      }
    }
    long before = forgettings.get();
    List<RephrasedSentence> replies = rephrasing.say(open.stream().map(sentences::get).toList());
    for (int i = 0; i < replies.size(); i++) {
      said.set(open.get(i), replies.get(i));
      if (replies.get(i).origin().kind() != Origin.Kind.FALLBACK) {
        keep(sentences.get(open.get(i)), replies.get(i), before);
      }
    }
    return List.copyOf(said);
  }

  /** What was asked for before somebody was forgotten is not remembered after that. */
  private void keep(String sentence, RephrasedSentence said, long before) {
    synchronized (forgettings) {
      if (forgettings.get() == before) {
        kept.put(sentence, said);
      }
    }
  }

  private static boolean isSet(Explanation reason) {
    return reason.contributions().stream()
        .map(Contribution::cause)
        .anyMatch(Cause.Placed.class::isInstance);
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
        synchronized (forgettings) {
          forgettings.incrementAndGet();
          kept.invalidateAll();
        }
      }
    };
  }

  @Override
  public String toString() {
    return "RephrasedSentences over " + plain + ", " + rephrasing;
  }
}
