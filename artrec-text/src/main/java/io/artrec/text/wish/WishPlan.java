package io.artrec.text.wish;

import io.artrec.RecommendationRequest;
import io.artrec.behavior.Interaction;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.text.mood.Mood;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a wish over a catalogue: conditions that every answered work meets, words for the
 * search, moods, works to be like, and what the asker must be told. What is not wanted is always a
 * condition, so that no answer has it, as far as the records tell. Immutable and thread-safe.
 */
public final class WishPlan {
  private static final String ASKER = "asker";

  private final ParsedWish wish;
  private final List<Filter> filters;
  private final String text;
  private final List<Mood> moods;
  private final List<String> likes;
  private final Set<String> excluded;
  private final List<WishNote> notes;
  private final int fitting;

  WishPlan(Parts parts, ParsedWish wish, int fitting) {
    this.wish = wish;
    filters = List.copyOf(parts.filters);
    text = parts.text;
    moods = List.copyOf(parts.moods);
    likes = List.copyOf(parts.likes);
    excluded = Set.copyOf(parts.excluded);
    notes = List.copyOf(parts.notes);
    this.fitting = fitting;
  }

  /** What a plan is made of. */
  static final class Parts {
    final List<Filter> filters = new ArrayList<>();
    final List<Mood> moods = new ArrayList<>();
    final List<String> likes = new ArrayList<>();
    final Set<String> excluded = new LinkedHashSet<>();
    final List<WishNote> notes = new ArrayList<>();
    String text = "";

    Filter filter() {
      return Filters.allOf(filters);
    }
  }

  /**
   * Returns what was wished for.
   *
   * @return the wish this was planned for
   */
  public ParsedWish wish() {
    return wish;
  }

  /**
   * Returns what every answered work meets.
   *
   * @return the conjunction of all conditions; empty when there is none
   */
  public Optional<Filter> filter() {
    return filters.isEmpty() ? Optional.empty() : Optional.of(Filters.allOf(filters));
  }

  /**
   * Returns what the search by words is asked for.
   *
   * @return what is wanted, in the language of the records where the lists know it, and the words
   *     that were not understood; empty when nothing is to be searched for
   */
  public Optional<String> text() {
    return Optional.of(text).filter(words -> !words.isEmpty());
  }

  /**
   * Returns the moods that are wanted.
   *
   * @return moods of the lexicon, in the order of the wish
   */
  public List<Mood> moods() {
    return moods;
  }

  /**
   * Returns the works that are named to be like.
   *
   * @return ids of this catalogue, for a {@code SimilarRequest} or as history
   */
  public List<String> likes() {
    return likes;
  }

  /**
   * Returns the works that must not come back.
   *
   * @return ids of the earlier answer where something is to be different
   */
  public Set<String> excluded() {
    return excluded;
  }

  /** {@return how many works are wanted; empty where the wish says none} */
  public OptionalInt count() {
    return wish.parts(WishSlot.COUNT).stream()
        .filter(WishPart::isWanted)
        .mapToInt(part -> (int) part.range().orElseThrow().least())
        .findFirst();
  }

  /**
   * Returns how many works meet all conditions and are not excluded.
   *
   * @return 0 when nothing fits, which is an answer
   */
  public int fitting() {
    return fitting;
  }

  /**
   * Tells whether there is something to answer: something was understood, and a work fits.
   *
   * @return false when the notes are the answer
   */
  public boolean isAnswerable() {
    return fitting > 0 && !wish.parts().isEmpty();
  }

  /** {@return what the asker must be told, in the order of the wish, what fits last} */
  public List<WishNote> notes() {
    return notes;
  }

  /**
   * {@return the notes as one text, for instance {@code prices are not known here; nothing fits};
   * empty without notes}
   *
   * @param language Chinese for {@code zh}, else English
   */
  public String notes(Locale language) {
    return notes.stream()
        .map(note -> note.words(language))
        .collect(Collectors.joining(language.getLanguage().equals("zh") ? "；" : "; "));
  }

  /**
   * Returns the request for a visitor.
   *
   * @param user the visitor's id
   * @return a builder with conditions, exclusions, number, the works to be like as history, and
   *     {@link #text} as the wish, which needs a strategy that reads words
   */
  public RecommendationRequest.Builder requestFor(String user) {
    return filled(user);
  }

  /**
   * Returns the request of nobody in particular.
   *
   * @return a builder as {@link #requestFor}
   */
  public RecommendationRequest.Builder request() {
    return filled(null);
  }

  private RecommendationRequest.Builder filled(@Nullable String user) {
    RecommendationRequest.Builder builder = RecommendationRequest.builder();
    if (user != null) {
      builder.user(user);
    }
    builder.history(likes.stream().map(id -> Interaction.favorite(ASKER, id)).toList());
    filter().ifPresent(builder::filter);
    builder.exclude(excluded);
    count().ifPresent(builder::n);
    text().ifPresent(builder::wish);
    return builder;
  }

  /**
   * Describes the plan.
   *
   * @return the wish and how many works fit
   */
  @Override
  public String toString() {
    return wish + " (" + fitting + " fit)";
  }
}
