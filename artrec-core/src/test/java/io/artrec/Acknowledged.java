package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@link KilledProgram} was told, and so what must be there, and what must not. */
final class Acknowledged {
  private final Map<String, Set<String>> events = new HashMap<>();
  private final Map<String, String> recording = new HashMap<>();
  private final Set<String> forgetting = new HashSet<>();
  private final Set<String> erased = new HashSet<>();
  private final Map<String, Set<String>> pending = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private int records;
  private int forgets;

  /** Takes one line of the program's output. */
  void hear(String line) {
    String[] words = line.split(" ", -1);
    boolean done = words[0].equals("!");
    switch (words[1]) {
      case "record" -> record(done, words[2], words[3]);
      case "forget" -> forget(done, words[2]);
      case "hide" -> hide(words[2]);
      default -> assertThat(words[1]).isEqualTo("open");
    }
  }

  private void record(boolean done, String visitor, String event) {
    gone.remove(visitor);
    if (done) {
      recording.remove(visitor);
      of(visitor).add(event);
      records++;
    } else {
      recording.put(visitor, event);
    }
  }

  private void forget(boolean done, String visitor) {
    if (done) {
      forgetting.remove(visitor);
      erase(visitor);
      forgets++;
    } else {
      forgetting.add(visitor);
    }
  }

  /** Forgotten for every answer, while files still follow. */
  private void hide(String visitor) {
    forgetting.remove(visitor);
    pending.computeIfAbsent(visitor, unknown -> new HashSet<>()).addAll(of(visitor));
    of(visitor).clear();
    forgets++;
  }

  private void erase(String visitor) {
    erased.addAll(of(visitor));
    Set<String> before = pending.remove(visitor);
    if (before != null) {
      erased.addAll(before);
    }
    of(visitor).clear();
    gone.add(visitor);
  }

  private Set<String> of(String visitor) {
    return events.computeIfAbsent(visitor, unknown -> new TreeSet<>());
  }

  /** Checks what is found of a visitor, each event once. */
  void check(String visitor, List<String> found, String when) {
    assertThat(found).as("%s, events of %s", when, visitor).doesNotHaveDuplicates();
    Set<String> sure = of(visitor);
    Set<String> there = new TreeSet<>(found);
    if (forgetting.contains(visitor) && there.isEmpty()) {
      return;
    }
    String unsure = recording.get(visitor);
    if (unsure != null) {
      there.remove(unsure);
    }
    assertThat(there).as("%s, events of %s", when, visitor).isEqualTo(sure);
  }

  /** What was in the air when the program was killed is now known, and files have followed. */
  void settle(String visitor, List<String> found) {
    String unsure = recording.remove(visitor);
    if (unsure != null && found.contains(unsure)) {
      of(visitor).add(unsure);
    }
    if (forgetting.remove(visitor) && found.isEmpty()) {
      erase(visitor);
    }
    Set<String> before = pending.remove(visitor);
    if (before != null) {
      erased.addAll(before);
    }
  }

  /** Event ids, and visitors not seen since, whose erasure was acknowledged. */
  boolean mustBeGone(String id) {
    return erased.contains(id) || gone.contains(id);
  }

  @Override
  public String toString() {
    return records + " events recorded, " + forgets + " visitors forgotten";
  }
}
