package io.artrec.text.mood;

import io.artrec.Recommendations;
import io.artrec.text.subject.Distress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps from one mood to another, and what was kept out of them. Immutable and thread-safe. */
public final class MoodWalk {
  private final List<MoodStep> steps;
  private final Set<Distress> keptOut;
  private final Recommendations pool;

  MoodWalk(List<MoodStep> steps, Set<Distress> keptOut, Recommendations pool) {
    this.steps = List.copyOf(steps);
    this.keptOut = keptOut;
    this.pool = pool;
  }

  /**
   * Returns the steps.
   *
   * @return in order, as many as were asked for; some perhaps without a work
   */
  public List<MoodStep> steps() {
    return steps;
  }

  /**
   * Returns the steps that have a work.
   *
   * @return in order; empty where no recommended work lies near the way
   */
  public List<MoodStep> filled() {
    return steps.stream().filter(step -> step.work().isPresent()).toList();
  }

  /**
   * Returns what was kept out.
   *
   * @return marks of distress
   */
  public Set<Distress> keptOut() {
    return keptOut;
  }

  /**
   * {@return the recommendations that works were chosen from, whose {@link Recommendations#id} may
   * go into logs}
   */
  public Recommendations pool() {
    return pool;
  }

  /**
   * Says what was kept out, and how many steps have no work.
   *
   * @param language Chinese for {@code zh}, English for all others
   * @return one or two sentences; empty when nothing was kept out and every step has a work
   */
  public String note(Locale language) {
    return MoodSentences.of(language).note(this);
  }

  /**
   * Describes the walk in English.
   *
   * @return a line for each step, and the note
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    steps.forEach(step -> text.append(step.sentence(Locale.ENGLISH)).append('\n'));
    return text.append(note(Locale.ENGLISH)).toString().strip();
  }
}
