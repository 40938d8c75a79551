package io.artrec.examples.gallery.page;

import io.artrec.elicitation.PairAnswer;
import io.artrec.llm.conversation.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the gallery remembers of a visitor between two pages, in memory only; what they like is the
 * recommender's. Thread-safe.
 */
final class Guest {
  private static final int MOST_LINES = 20;

  private List<String> wall = List.of();
  private OptionalLong seed = OptionalLong.empty();
  private Optional<Deed> deed = Optional.empty();
  private Optional<Session> session = Optional.empty();
  private final Deque<TalkLine> talk = new ArrayDeque<>();
  private List<PairAnswer> answers = List.of();

  /** Returns the works that the visitor saw last on the wall. */
  synchronized List<String> wall() {
    return wall;
  }

  /** Notes what hangs on the wall; returns whether it is other works than before. */
  synchronized boolean hang(List<String> works, long chance) {
    boolean changed = !List.copyOf(works).equals(wall);
    wall = List.copyOf(works);
    seed = OptionalLong.of(chance);
    return changed;
  }

  /** Returns by what chance the wall was made that the visitor saw last, to explain that one. */
  synchronized OptionalLong seed() {
    return seed;
  }

  /** Notes what the visitor did, to be told on the next page. */
  synchronized void did(Deed what) {
    deed = Optional.of(what);
  }

  /** Returns what the visitor did last, once. */
  synchronized Optional<Deed> toTell() {
    Optional<Deed> told = deed;
    deed = Optional.empty();
    return told;
  }

  synchronized Optional<Session> session() {
    return session;
  }

  synchronized List<TalkLine> talk() {
    return new ArrayList<>(talk);
  }

  /** Notes a turn of the conversation; the oldest of many are dropped. */
  synchronized void said(TalkLine line, Session next) {
    session = Optional.of(next);
    talk.addLast(line);
    while (talk.size() > MOST_LINES) {
      talk.removeFirst();
    }
  }

  synchronized void endTalk() {
    session = Optional.empty();
    talk.clear();
  }

  synchronized List<PairAnswer> answers() {
    return answers;
  }

  synchronized void answered(List<PairAnswer> all) {
    answers = List.copyOf(all);
  }
}
