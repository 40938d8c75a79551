package io.artrec.llm.conversation;

import io.artrec.behavior.Interaction;
import io.artrec.elicitation.SplittingQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a conversation stands: what was wished and refused, liked and disliked, shown and asked. A
 * value: each turn gives another, so that an application keeps one by visitor, and an earlier one
 * is the way back. It holds what the visitor said, as far as it was understood, in memory alone;
 * {@code toString} tells sizes only. Immutable and thread-safe.
 */
public final class Session {
  private static final int MOST_HELD = 50;

  private Optional<String> visitor = Optional.empty();
  private Locale language;
  private List<Held> held = List.of();
  private Optional<String> anchor = Optional.empty();
  private Set<String> liked = Set.of();
  private Set<String> disliked = Set.of();
  private Set<String> shown = Set.of();
  private List<String> last = List.of();
  private Optional<SplittingQuestion> question = Optional.empty();
  private Set<String> asked = Set.of();
  private List<Interaction> known = List.of();

  private Session(Locale language) {
    this.language = language;
  }

  private Session(Session other) {
    visitor = other.visitor;
    language = other.language;
    held = other.held;
    anchor = other.anchor;
    liked = other.liked;
    disliked = other.disliked;
    shown = other.shown;
    last = other.last;
    question = other.question;
    asked = other.asked;
    known = other.known;
  }

  static Session in(Locale language) {
    return new Session(language);
  }

  /**
   * {@return this session of a visitor whom the recommender knows, or may come to know}
   *
   * @param id the visitor's id; no model is told
   */
  public Session visitor(String id) {
    Session copy = new Session(this);
    copy.visitor = Optional.of(id);
    return copy;
  }

  /**
   * {@return this session of somebody who did something that the recommender has not recorded:
   * chose among the pairs of a first meeting, say}
   *
   * @param events the events; they count as a request's own history
   */
  public Session knowing(Collection<Interaction> events) {
    Session copy = new Session(this);
    copy.known = List.copyOf(events);
    return copy;
  }

  /**
   * Returns the session of somebody of whom nothing is known: what to go on with when the visitor
   * asks to be forgotten. Earlier sessions are for the application to drop; {@link Conversations}
   * keeps none.
   *
   * @return a new session in the same language
   */
  public Session forgotten() {
    return new Session(language);
  }

  /** The session before anything was wished, of the same visitor. */
  Session again() {
    Session copy = new Session(language);
    copy.visitor = visitor;
    copy.known = known;
    return copy;
  }

  Session language(Locale spoken) {
    Session copy = new Session(this);
    copy.language = Objects.requireNonNull(spoken, "spoken");
    return copy;
  }

  Session held(List<Held> wishes) {
    Session copy = new Session(this);
    List<Held> full = new ArrayList<>(wishes);
    full.removeIf(Held::isEmpty);
    while (full.size() > MOST_HELD) {
      full.remove(full.stream().filter(Held::wantsSomething).findFirst().orElse(full.get(0)));
    }
    copy.held = List.copyOf(full);
    return copy;
  }

  Session anchor(Optional<String> artwork) {
    Session copy = new Session(this);
    copy.anchor = artwork;
    return copy;
  }

  Session likes(Collection<String> artworks) {
    Session copy = new Session(this);
    copy.liked = with(liked, artworks);
    copy.disliked = without(disliked, artworks);
    return copy;
  }

  Session dislikes(Collection<String> artworks) {
    Session copy = new Session(this);
    copy.disliked = with(disliked, artworks);
    copy.liked = without(liked, artworks);
    copy.anchor = anchor.filter(work -> !artworks.contains(work));
    return copy;
  }

  Session shows(List<String> artworks) {
    Session copy = new Session(this);
    copy.shown = with(shown, artworks);
    copy.last = List.copyOf(artworks);
    return copy;
  }

  Session asks(Optional<SplittingQuestion> next) {
    Session copy = new Session(this);
    copy.question = next;
    copy.asked = with(asked, next.stream().map(open -> open.aspect().name()).toList());
    return copy;
  }

  private static Set<String> with(Set<String> some, Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static Set<String> without(Set<String> some, Collection<String> less) {
    Set<String> left = new LinkedHashSet<>(some);
    left.removeAll(less);
    return left;
  }

  /**
   * Returns who talks.
   *
   * @return the visitor's id; empty for somebody without one
   */
  public Optional<String> visitor() {
    return visitor;
  }

  /**
   * Returns the language of the last thing that was said, and of the answers.
   *
   * @return English or Chinese
   */
  public Locale language() {
    return language;
  }

  /**
   * Returns the wishes that hold.
   *
   * @return each in words, earliest first, as they are shown back
   */
  public List<String> wishes() {
    return held.stream().map(wish -> wish.words(language)).toList();
  }

  /**
   * Returns what the visitor said to like.
   *
   * @return ids of artworks
   */
  public List<String> liked() {
    return List.copyOf(liked);
  }

  /**
   * Returns what the visitor said not to like, which is not shown again.
   *
   * @return ids of artworks
   */
  public List<String> disliked() {
    return List.copyOf(disliked);
  }

  /**
   * Returns all that was shown.
   *
   * @return ids of artworks
   */
  public List<String> shown() {
    return List.copyOf(shown);
  }

  /**
   * Returns what was shown last, which "the second" is one of.
   *
   * @return ids of artworks in their order
   */
  public List<String> last() {
    return last;
  }

  /** {@return the question that is open; empty where none was asked} */
  public Optional<SplittingQuestion> question() {
    return question;
  }

  List<Held> held() {
    return held;
  }

  Optional<String> anchor() {
    return anchor;
  }

  /** Names of the aspects that were asked after. */
  List<String> asked() {
    return new ArrayList<>(asked);
  }

  List<Interaction> known() {
    return known;
  }

  @Override
  public String toString() {
    return "session of "
        + held.size()
        + " wishes, "
        + shown.size()
        + " works shown, "
        + liked.size()
        + " liked, "
        + disliked.size()
        + " disliked";
  }
}
