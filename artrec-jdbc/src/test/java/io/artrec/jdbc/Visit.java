package io.artrec.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import io.artrec.log.LogException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is done with a log of which something fails, and so what must be in it, and what may be, as
 * a whole or not at all.
 */
final class Visit {
  private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final int STEPS = 9;

  private final String name;
  private final Runnable mending;
  private final boolean goesOn;

  /** What was there when changes were dropped, or were to be. */
  private List<String> old = new ArrayList<>();

  private List<String> there = new ArrayList<>();
  private List<String> unsure = List.of();
  private String unsurelyForgotten = "";
  private long last;
  private boolean failed;

  /**
   * Creates a visit.
   *
   * @param mending what makes a log work again after a failure
   * @param goesOn whether the log goes on after a failure; otherwise it is used no more
   */
  Visit(String name, Runnable mending, boolean goesOn) {
    this.name = name;
    this.mending = mending;
    this.goesOn = goesOn;
  }

  void make(Supplier<ChangeLog> logs) {
    ChangeLog log = null;
    while (log == null && goesOn()) {
      try {
        log = logs.get();
      } catch (LogException e) {
        failed();
      }
    }
    for (int step = 0; step < STEPS && log != null && goesOn(); step++) {
      step(log, step);
      if (failed && goesOn) {
        assertThat(events(log))
            .as("%s, step %d, the log that goes on", name, step)
            .isEqualTo(expected(log));
        unsure = List.of();
        unsurelyForgotten = "";
      }
    }
    if (log != null && goesOn()) {
      try {
        log.close();
      } catch (LogException e) {
        failed();
      }
    }
  }

  private boolean goesOn() {
    return goesOn || !failed;
  }

  private void failed() {
    failed = true;
    if (goesOn) {
      mending.run();
    }
  }

  private void step(ChangeLog log, int step) {
    switch (step) {
      case 0 -> append(log, "ada w1");
      case 1 -> append(log, "bob w1", "bob w2");
      case 2 -> append(log, "ada w2", "ada long", "ada w3");
      case 3 -> forget(log, "ada");
      case 4 -> append(log, "bob long", "eve w1");
      case 5 -> compact(log);
      case 6 -> append(log, "eve w4", "bob w5");
      case 7 -> forget(log, "eve");
      default -> append(log, "bob w6");
    }
  }

  private void append(ChangeLog log, String... lines) {
    List<Change> changes = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      String comment = "x".repeat(words[1].equals("long") ? 40_000 : 10);
      changes.add(
          new Change.Recorded(Interaction.view(words[0], words[1]).at(WHEN).saying(comment)));
    }
    try {
      long number = log.append(changes);
      assertThat(number).as(name).isGreaterThanOrEqualTo(last + lines.length);
      last = number;
      there.addAll(List.of(lines));
    } catch (LogException e) {
      unsure = List.of(lines);
      failed();
    }
  }

  private void forget(ChangeLog log, String user) {
    Erasure erasure;
    try {
      erasure = log.forget(user, WHEN);
    } catch (LogException e) {
      unsurelyForgotten = user;
      failed();
      return;
    }
    there = without(user, there);
    old = without(user, old);
    try {
      erasure.finish();
    } catch (LogException e) {
      failed();
      if (goesOn) {
        erasure.finish();
      }
    }
  }

  private void compact(ChangeLog log) {
    old = there;
    there = new ArrayList<>();
    try {
      log.compact(log.lastNumber());
      assertThat(log.compactedTo()).as(name).isEqualTo(log.lastNumber());
    } catch (LogException e) {
      failed();
    }
  }

  private static List<String> without(String user, List<String> lines) {
    return new ArrayList<>(lines.stream().filter(line -> !line.startsWith(user + " ")).toList());
  }

  private static List<String> events(ChangeLog log) {
    List<String> lines = new ArrayList<>();
    long[] number = {0};
    log.replay(
        log.compactedTo(),
        entry -> {
          assertThat(entry.number()).isGreaterThan(number[0]);
          number[0] = entry.number();
          if (entry.change() instanceof Change.Recorded recorded) {
            Interaction event = recorded.event();
            assertThat(event.comment().orElseThrow())
                .hasSize(event.artwork().equals("long") ? 40_000 : 10);
            lines.add(event.user() + " " + event.artwork());
          }
        });
    return lines;
  }

  private List<String> expected(ChangeLog log) {
    List<String> expected = new ArrayList<>(log.compactedTo() == 0 ? old : List.of());
    expected.addAll(there);
    return expected;
  }

  /** Checks what a log holds that was opened after the visit. */
  void check(ChangeLog log) {
    List<List<String>> possible = new ArrayList<>();
    possible.add(expected(log));
    if (!unsure.isEmpty()) {
      List<String> more = expected(log);
      more.addAll(unsure);
      possible.add(more);
    }
    if (!unsurelyForgotten.isEmpty()) {
      possible.add(without(unsurelyForgotten, expected(log)));
    }
    assertThat(possible).as(name).contains(events(log));
    assertThat(log.append(List.of(new Change.Undone("bob", "e")))).as(name).isGreaterThan(last);
  }
}
