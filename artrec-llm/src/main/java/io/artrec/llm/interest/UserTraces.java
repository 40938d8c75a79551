package io.artrec.llm.interest;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one visitor: what they did, with their comments, what they searched for and what
 * they said elsewhere. Immutable, thread-safe; extended by chained copies.
 */
public final class UserTraces {
  /**
   * A text of the visitor.
   *
   * @param words what they wrote
   * @param evidence comments or searches
   * @param of when and where
   */
  record Text(String words, Interest.Evidence evidence, Source of) {}

  /**
   * Where a text is from.
   *
   * @param time when it was written
   * @param reference the id of an event, where there is one
   */
  record Source(Optional<Instant> time, Optional<String> reference) {}

  private final List<Interaction> history;
  private final List<Text> texts;
  private final Optional<String> user;

  private UserTraces(List<Interaction> history, List<Text> texts, Optional<String> user) {
    this.history = history;
    this.texts = texts;
    this.user = user;
  }

  /**
   * {@return the traces in a history}
   *
   * @param history events of one visitor, as {@code Recommender.history} gives them; comments are
   *     read, whatever event they come with
   */
  public static UserTraces of(List<Interaction> history) {
    List<Text> texts = new ArrayList<>();
    for (Interaction event : history) {
      event
          .comment()
          .filter(words -> !words.isBlank())
          .ifPresent(
              words ->
                  texts.add(
                      new Text(
                          words,
                          Interest.Evidence.COMMENTS,
                          new Source(event.time(), event.eventId()))));
    }
    return new UserTraces(
        List.copyOf(history),
        List.copyOf(texts),
        history.stream().map(Interaction::user).findFirst());
  }

  /**
   * Returns these and a search.
   *
   * @param words what the visitor searched for
   * @param when when
   * @return more traces
   */
  public UserTraces searched(String words, Instant when) {
    return with(words, Interest.Evidence.SEARCHES, when);
  }

  /**
   * Returns these and something the visitor wrote that is no comment on a work.
   *
   * @param words what they wrote
   * @param when when
   * @return more traces
   */
  public UserTraces wrote(String words, Instant when) {
    return with(words, Interest.Evidence.COMMENTS, when);
  }

  /**
   * Returns these naming whose they are, where no history does. The id is not sent to a model, is
   * taken out of texts, and lets a cache forget with the visitor.
   *
   * @param id the visitor's id
   * @return the changed traces
   */
  public UserTraces user(String id) {
    return new UserTraces(history, texts, Optional.of(id));
  }

  private UserTraces with(String words, Interest.Evidence evidence, Instant when) {
    List<Text> more = new ArrayList<>(texts);
    Source source = new Source(Optional.of(Objects.requireNonNull(when, "when")), Optional.empty());
    more.add(new Text(Objects.requireNonNull(words, "words"), evidence, source));
    return new UserTraces(history, List.copyOf(more), user);
  }

  /** Whose they are, as far as the history or the caller says. */
  Optional<String> user() {
    return user;
  }

  List<Interaction> history() {
    return history;
  }

  /** What was written, in the order given. */
  List<Text> texts() {
    return texts;
  }
}
