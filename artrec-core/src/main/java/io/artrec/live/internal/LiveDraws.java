package io.artrec.live.internal;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Earnings;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.RewardRule;
import io.artrec.behavior.RewardedAnswer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Answers for which an arm was drawn, with what came of them, by visitor. Of each visitor the last
 * {@link #MOST} count whose window is over, so that nobody alone decides; those whose window is
 * open, seen from the last, are kept beside them, so that the most active teach something too. What
 * is here depends on which answers and events were added and not on their order, and sums are of
 * whole numbers, so that a replay gives the same to the last bit. Thread-safe.
 */
public final class LiveDraws {
  /** How many answers of a visitor are kept whose window is over: those shown last. */
  public static final int MOST = 200;

  /** How many more are kept whose window is open. */
  static final int MOST_OPEN = 2000;

  /**
   * An answer and the events that belong to it.
   *
   * @param answer the answer
   * @param events in no order, without comments
   */
  public record Held(DrawnAnswer answer, List<Interaction> events) {
    /** Copies. */
    public Held {
      events = List.copyOf(events);
    }
  }

  private static final Comparator<Held> BY_TIME =
      Comparator.comparingLong((Held held) -> held.answer().epochMillis())
          .thenComparing(held -> held.answer().id());

  private final long window;

  /** How long after an answer it counts for nothing. */
  private final long life;

  private final ToDoubleFunction<Interaction> worth;
  private final RewardRule rule;
  private final ArmSums sums;

  /** Each visitor's answers by time, then id. */
  private final ConcurrentHashMap<String, List<Held>> byUser = new ConcurrentHashMap<>();

  /**
   * Starts with nobody's.
   *
   * @param rule the window, and how answers age
   * @param worth what an event is worth, 0 to 1
   */
  public LiveDraws(RewardRule rule, ToDoubleFunction<Interaction> worth) {
    window = rule.window().toMillis();
    life = rule.halfLife().map(time -> ArmSums.HALF_LIVES * time.toMillis()).orElse(Long.MAX_VALUE);
    this.worth = worth;
    this.rule = rule;
    sums = nothing();
  }

  private ArmSums nothing() {
    return new ArmSums(window, rule.halfLife().map(time -> time.toMillis()));
  }

  /**
   * Tells whether nothing is held of anybody.
   *
   * @return true while no answer was added
   */
  public boolean isEmpty() {
    return byUser.isEmpty();
  }

  /**
   * Keeps an answer; one that is kept already is credited with events alone. An event is credited
   * once, however often it comes. Cost O(answers kept of the visitor + events).
   *
   * @param user who was shown it
   * @param answer the answer
   * @param events what they did of late, in any order: what belongs to the answer is credited
   */
  public void add(String user, DrawnAnswer answer, Collection<Interaction> events) {
    change(
        user,
        before -> {
          boolean isNew = before.stream().noneMatch(held -> isOf(held, answer.id()));
          List<Held> after = isNew ? with(before, answer) : new ArrayList<>(before);
          boolean changed = isNew;
          for (Interaction event : events) {
            changed |= isWithin(answer, event) && credit(after, event);
          }
          return changed ? Optional.of(bounded(after)) : Optional.empty();
        });
  }

  private static boolean isOf(Held held, String answerId) {
    return held.answer().id().equals(answerId);
  }

  /** With another answer, to which later events go over that belong to it. */
  private List<Held> with(List<Held> before, DrawnAnswer answer) {
    List<Interaction> movable = new ArrayList<>();
    List<Held> after = new ArrayList<>();
    for (Held held : before) {
      List<Interaction> later = later(held, answer.epochMillis());
      movable.addAll(later);
      after.add(later.isEmpty() ? held : without(held, later::contains));
    }
    after.add(new Held(answer, List.of()));
    after.sort(BY_TIME);
    movable.forEach(event -> credit(after, event));
    return after;
  }

  /**
   * What is kept of answers by time. It drops what any later answers would drop too, so that what
   * stays does not depend on the order in which they come.
   */
  private List<Held> bounded(List<Held> answers) {
    int size = answers.size();
    if (size == 0) {
      return answers;
    }
    long last = answers.get(size - 1).answer().epochMillis();
    int open = firstFrom(answers, last - window);
    int from = Math.max(open - MOST, size - MOST - MOST_OPEN);
    if (life < Long.MAX_VALUE) {
      from = Math.max(from, firstFrom(answers, last - window - life));
    }
    return answers.subList(Math.max(0, from), size);
  }

  private static int firstFrom(List<Held> answers, long millis) {
    int first = answers.size();
    while (first > 0 && answers.get(first - 1).answer().epochMillis() >= millis) {
      first--;
    }
    return first;
  }

  /**
   * Tells whether an answer is kept.
   *
   * @param user who was shown it
   * @param answerId its id
   * @return whether it is
   */
  public boolean holds(String user, String answerId) {
    return of(user).stream().anyMatch(held -> isOf(held, answerId));
  }

  private static List<Interaction> later(Held held, long millis) {
    return held.events().stream().filter(event -> millis(event) >= millis).toList();
  }

  /**
   * Credits an event to the answer that it belongs to, if there is one. Cost O(answers kept of the
   * visitor).
   *
   * @param event the event, with a time
   */
  public void add(Interaction event) {
    if (!event.isImpression() && byUser.containsKey(event.user())) {
      change(
          event.user(),
          before -> {
            List<Held> after = new ArrayList<>(before);
            return credit(after, event) ? Optional.of(after) : Optional.empty();
          });
    }
  }

  /** Gives an event to the last answer that showed its work; false when nothing changes. */
  private boolean credit(List<Held> answers, Interaction event) {
    for (int at = answers.size() - 1; at >= 0; at--) {
      Held held = answers.get(at);
      if (isWithin(held.answer(), event)) {
        Interaction kept = silent(event);
        if (worth.applyAsDouble(kept) <= 0
            || held.events().stream().anyMatch(known -> isSame(known, kept))) {
          return false;
        }
        List<Interaction> more = new ArrayList<>(held.events());
        more.add(kept);
        answers.set(at, new Held(held.answer(), more));
        return true;
      }
    }
    return false;
  }

  /** Whether two are one event: as it was recorded, and as training holds it. */
  private static boolean isSame(Interaction a, Interaction b) {
    if (a.eventId().isPresent() || b.eventId().isPresent()) {
      return a.eventId().equals(b.eventId());
    }
    return a.kind() == b.kind()
        && (float) a.value() == (float) b.value()
        && millis(a) == millis(b)
        && a.artwork().equals(b.artwork());
  }

  private boolean isWithin(DrawnAnswer answer, Interaction event) {
    long after = millis(event) - answer.epochMillis();
    return after >= 0 && after <= window && answer.works().contains(event.artwork());
  }

  private static long millis(Interaction event) {
    return event.time().orElseThrow().toEpochMilli();
  }

  /** What was said with an event is nothing that a reward needs. */
  private static Interaction silent(Interaction event) {
    return event.comment().isEmpty()
        ? event
        : new Interaction(
            event.user(),
            event.artwork(),
            event.kind(),
            event.value(),
            event.time(),
            Optional.empty(),
            event.eventId());
  }

  private static Held without(Held held, Predicate<Interaction> gone) {
    return new Held(held.answer(), held.events().stream().filter(gone.negate()).toList());
  }

  /**
   * Drops an event that was taken back.
   *
   * @param user the visitor's id
   * @param eventId the event's
   * @return whether it belonged to an answer
   */
  public boolean undo(String user, String eventId) {
    return removeEvents(user, event -> event.eventId().filter(eventId::equals).isPresent());
  }

  private boolean removeEvents(String user, Predicate<Interaction> gone) {
    boolean any = of(user).stream().anyMatch(held -> held.events().stream().anyMatch(gone));
    if (any) {
      change(
          user,
          before ->
              Optional.of(
                  before.stream()
                      .map(
                          held ->
                              held.events().stream().anyMatch(gone) ? without(held, gone) : held)
                      .toList()));
    }
    return any;
  }

  /**
   * Drops all of a visitor.
   *
   * @param user the visitor's id
   * @return whether there was anything
   */
  public boolean remove(String user) {
    boolean any = byUser.containsKey(user);
    change(user, before -> Optional.of(List.of()));
    return any;
  }

  /**
   * Drops what is older than a time.
   *
   * @param epochMillis the time, in milliseconds since 1970-01-01T00:00Z
   * @return whether there was anything
   */
  public boolean removeBefore(long epochMillis) {
    boolean any = false;
    for (String user : List.copyOf(byUser.keySet())) {
      if (of(user).stream().anyMatch(held -> held.answer().epochMillis() < epochMillis)) {
        any = true;
        change(
            user,
            before ->
                Optional.of(
                    before.stream()
                        .filter(held -> held.answer().epochMillis() >= epochMillis)
                        .toList()));
      }
    }
    return any;
  }

  /**
   * Takes in what a model file held of a visitor.
   *
   * @param user the visitor's id
   * @param held answers with their events
   */
  public void putAll(String user, List<Held> held) {
    change(user, before -> Optional.of(bounded(held.stream().sorted(BY_TIME).toList())));
  }

  /** Replaces a visitor's answers; empty changes nothing. */
  private void change(String user, Function<List<Held>, Optional<List<Held>>> change) {
    byUser.compute(
        user,
        (id, earlier) -> {
          List<Held> before = earlier == null ? List.of() : earlier;
          Optional<List<Held>> changed = change.apply(before);
          if (changed.isEmpty()) {
            return earlier;
          }
          List<Held> after = List.copyOf(changed.get());
          sums.replace(before, after, this::reward);
          return after.isEmpty() ? null : after;
        });
  }

  /** The reward of an answer in thousandths: the most that any of its events is worth. */
  private int reward(Held held) {
    double most = 0;
    for (Interaction event : held.events()) {
      most = Math.max(most, worth.applyAsDouble(event));
    }
    return (int) Math.round(1000 * Math.min(1, most));
  }

  /**
   * Returns what is held of a visitor.
   *
   * @param user the visitor's id
   * @return their answers by time; none for somebody unknown
   */
  public List<Held> of(String user) {
    return byUser.getOrDefault(user, List.of());
  }

  /**
   * Returns what arms earned with answers whose window is over. An answer counts within a thirtieth
   * of the window after that.
   *
   * @param nowMillis when is asked, in milliseconds since 1970-01-01T00:00Z; what counted once goes
   *     on counting when an earlier time follows
   * @return the experience, the same object while nothing changes
   */
  public Earnings earnings(long nowMillis) {
    return sums.at(nowMillis);
  }

  /**
   * Returns what arms had earned at some times: what {@link #earnings(long)} would have said then
   * of the answers that are kept now. Cost O(answers + times).
   *
   * @param epochMillis the times, none before the one before it
   * @return the experience at each of them
   */
  public List<Earnings> earnings(List<Long> epochMillis) {
    ArmSums replayed = nothing();
    copy().values().forEach(answers -> replayed.replace(List.of(), answers, this::reward));
    return epochMillis.stream().map(replayed::at).toList();
  }

  /**
   * {@return answers whose window is over, with their rewards, in order of visitor and time}
   *
   * @param nowMillis when it must be over, in milliseconds since 1970-01-01T00:00Z; {@link
   *     Long#MAX_VALUE} for all answers, with what came of them so far
   */
  public List<RewardedAnswer> rewarded(long nowMillis) {
    return copy().values().stream()
        .flatMap(List::stream)
        .filter(held -> held.answer().epochMillis() <= nowMillis - window)
        .map(held -> new RewardedAnswer(held.answer(), reward(held) / 1000.0))
        .toList();
  }

  /**
   * Returns all of it.
   *
   * @return a copy, by visitor
   */
  public Map<String, List<Held>> copy() {
    return new TreeMap<>(byUser);
  }
}
