package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What training knows, or has taken, and must not speak any more, until it is taken out of what was
 * learned. Immutable.
 *
 * @param users visitors who were forgotten
 * @param events event ids taken back, by visitor
 * @param before events with an earlier time were kept long enough, in milliseconds since
 *     1970-01-01T00:00Z; {@link Long#MIN_VALUE} for none
 */
record Withheld(Set<String> users, Map<String, Set<String>> events, long before) {
  private static final Withheld NOTHING = new Withheld(Set.of(), Map.of(), Long.MIN_VALUE);

  Withheld {
    users = Set.copyOf(users);
    events = Map.copyOf(events);
  }

  static Withheld nothing() {
    return NOTHING;
  }

  boolean isEmpty() {
    return users.isEmpty() && events.isEmpty() && before == Long.MIN_VALUE;
  }

  Withheld withUser(String user) {
    return withUsers(Set.of(user));
  }

  Withheld withUsers(Set<String> more) {
    Set<String> all = new HashSet<>(users);
    all.addAll(more);
    Map<String, Set<String>> others = new HashMap<>(events);
    others.keySet().removeAll(more);
    return new Withheld(all, others, before);
  }

  Withheld withEvents(Map<String, Set<String>> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, Set<String>> all = new HashMap<>(events);
    more.forEach(
        (user, ids) -> {
          Set<String> joined = new HashSet<>(all.getOrDefault(user, Set.of()));
          joined.addAll(ids);
          all.put(user, Set.copyOf(joined));
        });
    return new Withheld(users, all, before);
  }

  Withheld withBefore(long millis) {
    return new Withheld(users, events, Math.max(before, millis));
  }

  /** Whether something of a visitor may be withheld. */
  boolean concerns(String user) {
    return before != Long.MIN_VALUE || users.contains(user) || events.containsKey(user);
  }

  boolean covers(Interaction event) {
    return users.contains(event.user())
        || event.time().map(Instant::toEpochMilli).filter(time -> time < before).isPresent()
        || event
            .eventId()
            .filter(events.getOrDefault(event.user(), Set.of())::contains)
            .isPresent();
  }

  /** Tells by row which events are withheld; quick for many of them. */
  IntPredicate rows(Interactions of) {
    boolean[] gone = new boolean[of.userCount()];
    boolean[] partly = new boolean[gone.length];
    for (int user = 0; user < gone.length; user++) {
      gone[user] = users.contains(of.userId(user));
      partly[user] = events.containsKey(of.userId(user));
    }
    return row -> {
      int user = of.user(row);
      long time = of.epochMillis(row);
      return gone[user]
          || (time != Interactions.NO_TIME && time < before)
          || (partly[user] && covers(of.get(row)));
    };
  }

  /** The events with works of the catalogue that training may still say of a visitor. */
  List<Interaction> left(Dataset dataset, String user) {
    return leftSince(dataset, user, Long.MIN_VALUE);
  }

  /** The same from a time on, oldest first; cost O(these events). */
  List<Interaction> leftSince(Dataset dataset, String user, long epochMillis) {
    OptionalInt index = dataset.userIndex(user);
    List<Interaction> left = new ArrayList<>();
    if (index.isPresent() && !users.contains(user)) {
      int end = dataset.end(index.getAsInt());
      int from = end;
      while (from > dataset.begin(index.getAsInt())
          && dataset.epochMillis(from - 1) >= epochMillis) {
        from--;
      }
      for (int at = from; at < end; at++) {
        Interaction event = dataset.event(at);
        if (!covers(event)) {
          left.add(event);
        }
      }
    }
    return left;
  }
}
