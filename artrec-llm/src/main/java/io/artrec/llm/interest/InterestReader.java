package io.artrec.llm.interest;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.llm.prompt.Origin;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.sentiment.Sentiments;
import io.artrec.text.sentiment.CommentSentiment;
import io.artrec.text.sentiment.JudgedClauses;
import io.artrec.text.subject.SubjectFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a visitor is interested in from what they wrote, searched for and did, in English and
 * Chinese: artists and movements of a catalogue, moods, and what pictures show, with weights and
 * evidence, dislikes below 0.
 *
 * <ul>
 *   <li>Of a comment each clause speaks of what it names, by its own opinion: "I love his blues but
 *       the battle scenes are dreadful" is against battles. What is named without any opinion is no
 *       interest.
 *   <li>A search is for what it names, by 0.4, and against what follows a negation ("the sea
 *       without ships").
 *   <li>Of the history, traits that are more frequent among the works liked (or disliked) than in
 *       the catalogue are interests, where chance would hardly have it. A comment counts there by
 *       its words as {@link CommentSentiment} has it, unless it has a value other than the usual.
 * </ul>
 *
 * <p>Many texts weigh more than one, each by at most 1 for a trait, and none makes a weight of 1.
 * Subjects are those of the {@linkplain io.artrec.text.subject.SubjectTree tree}, as the catalogue
 * spells them. A language model reads texts where one is {@linkplain #with given}; what it names
 * counts only where the catalogue, the tree or the library's movements and moods know it.
 *
 * <p>Nothing of the texts is kept in the interests but the id of the last event that speaks of
 * each. Immutable and thread-safe; without a model the same traces always give the same interests.
 */
public final class InterestReader {
  private static final double SEARCH = 0.4;
  private static final CommentSentiment ENGLISH = CommentSentiment.by(Sentiments.english());
  private static final CommentSentiment CHINESE = CommentSentiment.by(Sentiments.chinese());

  private final TraitNames names;
  private final HistoryInterests fromHistory;
  private final PreferenceModel preferences;
  private final Optional<ModelReading> model;

  private InterestReader(
      TraitNames names,
      HistoryInterests fromHistory,
      PreferenceModel preferences,
      Optional<ModelReading> model) {
    this.names = names;
    this.fromHistory = fromHistory;
    this.preferences = preferences;
    this.model = model;
  }

  /**
   * {@return a reader for visitors of a catalogue, by the standard tree and preference model}
   * O(works and their subjects).
   *
   * @param catalog the works; those that come later are not known to it
   */
  public static InterestReader over(Catalog catalog) {
    return over(catalog, SubjectFinder.standard());
  }

  /**
   * {@return a reader with a tree of one's own}
   *
   * @param catalog the works
   * @param subjects finds what texts name
   */
  public static InterestReader over(Catalog catalog, SubjectFinder subjects) {
    TraitNames names = new TraitNames(catalog, subjects);
    return new InterestReader(
        names,
        new HistoryInterests(catalog, names.works()),
        PreferenceModel.standard(),
        Optional.empty());
  }

  /**
   * {@return this with another way to see from events which works a visitor likes}
   *
   * @param liking the model, best the recommender's own
   */
  public InterestReader liking(PreferenceModel liking) {
    return new InterestReader(names, fromHistory, Objects.requireNonNull(liking, "liking"), model);
  }

  /**
   * {@return this with a language model that reads the texts}
   *
   * @param prompter the model and how it is asked
   */
  public InterestReader with(Prompter prompter) {
    return new InterestReader(
        names, fromHistory, preferences, Optional.of(new ModelReading(prompter, names)));
  }

  /**
   * Reads traces.
   *
   * @param traces what is known of one visitor
   * @return the interests, and who read the texts
   */
  public InterestReading read(UserTraces traces) {
    List<Interest> interests = new ArrayList<>();
    Origin origin;
    if (model.isPresent() && !traces.texts().isEmpty()) {
      ModelReading.Read read = model.get().read(traces);
      interests.addAll(read.interests().orElseGet(() -> fromTexts(traces.texts())));
      origin = read.origin();
    } else {
      interests.addAll(fromTexts(traces.texts()));
      origin = Origin.library(model.isPresent() ? "there are no texts" : "no model is set");
    }
    interests.addAll(
        fromHistory.of(
            traces.history().stream().map(InterestReader::weighed).toList(), preferences));
    interests.sort(Comparator.comparingDouble(interest -> -Math.abs(interest.weight())));
    return new InterestReading(interests, origin);
  }

  /** With a comment's value by its words, unless somebody gave it one. */
  private static Interaction weighed(Interaction event) {
    if (event.value() != Interaction.of(event.user(), event.artwork(), event.kind()).value()) {
      return event;
    }
    boolean isChinese = event.comment().orElse("").codePoints().anyMatch(Character::isIdeographic);
    return (isChinese ? CHINESE : ENGLISH).weigh(event);
  }

  private List<Interest> fromTexts(List<UserTraces.Text> texts) {
    WeighedWords weighed = new WeighedWords();
    for (UserTraces.Text text : texts) {
      weighed.add(
          text, text.evidence() == Interest.Evidence.SEARCHES ? search(text) : comment(text));
    }
    return weighed.interests();
  }

  private Map<Trait, Double> search(UserTraces.Text text) {
    JudgedClauses clauses = JudgedClauses.of(text.words());
    Map<Trait, Double> said = new LinkedHashMap<>();
    for (int i = 0; i < clauses.size(); i++) {
      names.in(clauses.afterNegation(i)).forEach(trait -> said.put(trait, -SEARCH));
      names.in(clauses.beforeNegation(i)).forEach(trait -> said.putIfAbsent(trait, SEARCH));
    }
    return said;
  }

  private Map<Trait, Double> comment(UserTraces.Text text) {
    JudgedClauses clauses = JudgedClauses.of(text.words());
    Map<Integer, Set<Trait>> named = new HashMap<>();
    Map<Trait, Double> said = new LinkedHashMap<>();
    for (int i = 0; i < clauses.size(); i++) {
      named.put(i, names.in(clauses.words(i), clauses.topics(i)));
    }
    for (int i = 0; i < clauses.size(); i++) {
      double intensity =
          clauses.about(i, other -> !named.getOrDefault(other, Set.of()).isEmpty()).intensity();
      if (intensity != 0) {
        named.getOrDefault(i, Set.of()).forEach(trait -> said.merge(trait, intensity, Double::sum));
      }
    }
    return said;
  }
}
