package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Catalog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** What {@link KilledProgram} was told, and so what must be there, and what must not. */
final class Acknowledged {
  private static final int LINES = 5000;

  /** Ids of events, and of answers that were shown, by visitor. */
  private final Map<String, Set<String>> events = new HashMap<>();

  /** What was begun and not acknowledged, as words of a line, by visitor. */
  private final Map<String, List<String>> begun = new HashMap<>();

  /** Event ids that must go when files have followed. */
  private final Set<String> going = new HashSet<>();

  /**
   * Those that were going when forgetting somebody began. Its end speaks for these, and not for
   * what other threads said between its end and the line that tells of it.
   */
  private final Map<String, Set<String>> goingBefore = new HashMap<>();

  /** Of events that were taken back, whose ids stay known until their visitor is forgotten. */
  private final Map<String, Set<String>> undone = new HashMap<>();

  private final Set<String> erased = new HashSet<>();
  private final Set<String> gone = new HashSet<>();

  /** Works that were added, and whether they are withdrawn. */
  private final Map<String, Boolean> works = new HashMap<>();

  private final Set<String> unsureWorks = new HashSet<>();

  /** How far outside streams were taken in, at least. */
  private final Map<String, Long> positions = new HashMap<>();

  private final Map<String, Integer> counts = new HashMap<>();

  /** The last lines, to tell what went before when something is wrong. */
  private final Deque<String> lines = new ArrayDeque<>();

  /** Takes one line of the program's output. */
  void hear(String line) {
    lines.add(line);
    if (lines.size() > LINES) {
      lines.remove();
    }
    List<String> words = List.of(line.split(" ", -1));
    String what = words.get(1);
    if (what.equals("open")) {
      return;
    }
    if (what.equals("add") || what.equals("withdraw")) {
      hearOfWork(words.get(0).equals("!"), what, words.get(2));
      return;
    }
    String visitor = words.get(2);
    gone.remove(visitor);
    if (words.get(0).equals("?")) {
      begin(words);
      return;
    }
    counts.merge(what, 1, Integer::sum);
    switch (what) {
      case "record" -> of(visitor).add(words.get(3));
      case "show" -> of(visitor).addAll(words.subList(3, words.size() - 1));
      case "batch" -> {
        of(visitor).addAll(words.subList(3, 5));
        positions.put(words.get(5), Long.parseLong(words.get(6)));
      }
      case "undo" -> undo(visitor, words.get(3));
      case "forget" -> {
        Set<String> followed = hide(visitor);
        followed.addAll(goingBefore.getOrDefault(visitor, Set.of()));
        gone.add(visitor);
        erased.addAll(followed);
        going.removeAll(followed);
      }
      case "hide" -> hide(visitor);
      case "merge" -> {
        of(words.get(3)).addAll(of(visitor));
        of(visitor).clear();
        hide(visitor);
      }
      default -> throw new IllegalArgumentException(line);
    }
    begun.remove(visitor);
    if (what.equals("merge")) {
      begun.remove(words.get(3));
    }
  }

  private void hearOfWork(boolean done, String what, String work) {
    if (done) {
      unsureWorks.remove(work);
      works.put(work, what.equals("withdraw"));
      counts.merge(what, 1, Integer::sum);
    } else {
      unsureWorks.add(work);
    }
  }

  /** Checks that no place in an outside stream was lost. */
  void checkPositions(ToLongFunction<String> position, String when) {
    positions.forEach(
        (source, offset) ->
            assertThat(position.applyAsLong(source))
                .as("%s, place in %s", when, source)
                .isGreaterThanOrEqualTo(offset));
  }

  /** Checks that works are there, and withdrawn, as far as that was acknowledged. */
  void check(Catalog catalog, String when) {
    works.forEach(
        (work, withdrawn) -> {
          assertThat(catalog.find(work)).as("%s, work %s", when, work).isPresent();
          if (!unsureWorks.contains(work)) {
            assertThat(catalog.isWithdrawn(catalog.requireIndex(work)))
                .as("%s, work %s is withdrawn", when, work)
                .isEqualTo(withdrawn);
          }
        });
  }

  /** What was in the air with works is now known. */
  void settle(Catalog catalog) {
    for (String work : unsureWorks) {
      if (catalog.find(work).isPresent()) {
        works.put(work, catalog.isWithdrawn(catalog.requireIndex(work)));
      }
    }
    unsureWorks.clear();
  }

  private void begin(List<String> words) {
    begun.put(words.get(2), words);
    if (words.get(1).equals("forget")) {
      goingBefore.put(words.get(2), Set.copyOf(going));
    }
    if (words.get(1).equals("merge")) {
      begun.put(words.get(3), words);
      gone.remove(words.get(3));
    }
  }

  private void undo(String visitor, String event) {
    of(visitor).remove(event);
    undone.computeIfAbsent(visitor, unknown -> new HashSet<>()).add(event);
  }

  /** Forgotten for every answer, while files may still follow; returns the ids of the events. */
  private Set<String> hide(String visitor) {
    Set<String> hidden = new HashSet<>(of(visitor));
    of(visitor).clear();
    Set<String> before = undone.remove(visitor);
    if (before != null) {
      hidden.addAll(before);
    }
    going.addAll(hidden);
    return hidden;
  }

  private Set<String> of(String visitor) {
    return events.computeIfAbsent(visitor, unknown -> new TreeSet<>());
  }

  /** Checks what is found of a visitor, each event and each answer once. */
  void check(String visitor, List<String> found, String when) {
    assertThat(found).as("%s, events of %s", when, visitor).doesNotHaveDuplicates();
    List<Set<String>> possible = new ArrayList<>();
    possible.add(of(visitor));
    List<String> unsure = begun.get(visitor);
    if (unsure != null) {
      possible.add(after(visitor, unsure));
    }
    assertThat(possible)
        .as("%s, possible events of %s", when, visitor)
        .contains(new TreeSet<>(found));
  }

  /** A visitor's events when what was begun was done. */
  private Set<String> after(String visitor, List<String> words) {
    Set<String> after = new TreeSet<>(of(visitor));
    switch (words.get(1)) {
      case "record" -> after.add(words.get(3));
      case "show" -> after.addAll(words.subList(3, words.size() - 1));
      case "batch" -> after.addAll(words.subList(3, 5));
      case "undo" -> after.remove(words.get(3));
      case "merge" -> {
        if (visitor.equals(words.get(2))) {
          after.clear();
        } else {
          after.addAll(of(words.get(2)));
        }
      }
      default -> after.clear();
    }
    return after;
  }

  /** What was in the air when the program was killed is now known, and files have followed. */
  void settle(Map<String, List<String>> found) {
    found.forEach(
        (visitor, there) -> {
          List<String> unsure = begun.get(visitor);
          if (unsure != null && unsure.get(1).equals("undo") && !there.contains(unsure.get(3))) {
            undo(visitor, unsure.get(3));
          } else if (there.isEmpty() && !of(visitor).isEmpty()) {
            hide(visitor);
          }
        });
    found.forEach((visitor, there) -> events.put(visitor, new TreeSet<>(there)));
    begun.clear();
    erased.addAll(going);
    going.clear();
  }

  /**
   * Event ids, and visitors not seen since, whose erasure was acknowledged. A merge that was cut
   * short leaves its events with both visitors, so an event that one gave up may be there for
   * another: who has it, has taken it back, or is on the way out.
   */
  boolean mustBeGone(String id) {
    return gone.contains(id)
        || (erased.contains(id) && !going.contains(id) && !isIn(events, id) && !isIn(undone, id));
  }

  private static boolean isIn(Map<String, Set<String>> byVisitor, String id) {
    return byVisitor.values().stream().anyMatch(of -> of.contains(id));
  }

  /** What was said of an event or a visitor, and of those who were named with it. */
  List<String> story(String id) {
    Set<String> named = new HashSet<>();
    for (String line : lines) {
      List<String> words = List.of(line.split(" ", -1));
      if (words.contains(id)) {
        words.stream().filter(word -> word.startsWith("vi")).forEach(named::add);
      }
    }
    return lines.stream()
        .filter(line -> List.of(line.split(" ", -1)).stream().anyMatch(named::contains))
        .toList();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
