package io.artrec.eval.search;

import io.artrec.eval.metric.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a search found, and whether it is better than what there is. Values of trials are those of
 * the validation part on which they were chosen, and too good to be quoted; measure {@link #chosen}
 * on the test part, in an experiment. Immutable.
 */
public final class TuningResult {
  private final String metric;
  private final Metric.Direction direction;
  private final List<Trial> trials;
  private final List<Finalist> finalists;
  private final List<String> notes;
  private final double level;

  /**
   * Makes a result.
   *
   * @param trials all that was tried, the incumbent first
   * @param finalists what was compared with the incumbent again
   */
  TuningResult(Goal goal, List<Trial> trials, List<Finalist> finalists, List<String> notes) {
    this.metric = goal.metric();
    this.direction = goal.direction();
    this.level = goal.level();
    this.trials = List.copyOf(trials);
    this.finalists = List.copyOf(finalists);
    this.notes = List.copyOf(notes);
  }

  /** What is measured, which values of it are good, and how sure one must be. */
  record Goal(String metric, Metric.Direction direction, double level) {}

  /** {@return the metric's name} */
  public String metric() {
    return metric;
  }

  /** {@return which values are good} */
  public Metric.Direction direction() {
    return direction;
  }

  /** {@return all that was tried, in order; the incumbent is the first of each share} */
  public List<Trial> trials() {
    return trials;
  }

  /** {@return what was compared with the incumbent on repeated splits, best of the search first} */
  public List<Finalist> finalists() {
    return finalists;
  }

  /** {@return what went wrong or must be known} */
  public List<String> notes() {
    return notes;
  }

  /**
   * {@return the incumbent's trial, of the largest share it was tried on}
   *
   * @throws IllegalStateException when the budget did not suffice for it
   */
  public Trial incumbent() {
    return trials.stream()
        .filter(trial -> trial.strategy().equals(trials.get(0).strategy()))
        .max(Comparator.comparingDouble(Trial::share))
        .orElseThrow(() -> new IllegalStateException("nothing was tried: " + told()));
  }

  /**
   * {@return the best trial among those that learned from the largest share; of equal ones the
   * first} It may be the incumbent, and be better than it by chance alone: see {@link #chosen}.
   *
   * @throws IllegalStateException when no trial has a value
   */
  public Trial best() {
    List<Trial> ranked = ranked(full(trials), direction);
    if (ranked.isEmpty() || ranked.get(0).value().isEmpty()) {
      throw new IllegalStateException("no trial gave a value of " + metric + ": " + told());
    }
    return ranked.get(0);
  }

  private String told() {
    return String.join("; ", notes);
  }

  /**
   * Returns whether a finalist is better than the incumbent: by a paired test over visitors at the
   * search's level, corrected for all settings tried, and by more than one standard error, over
   * visitors and over repeats (the rule of Breiman, Friedman, Olshen and Stone, Classification and
   * Regression Trees, 1984: what is simpler, here what there is, stays where it is within one
   * standard error of the best).
   *
   * @return the verdict
   */
  public SearchVerdict verdict() {
    if (trials.isEmpty() || incumbent().value().isEmpty()) {
      return SearchVerdict.UNTESTED;
    }
    if (winner().isPresent()) {
      return SearchVerdict.BETTER;
    }
    boolean others = full(trials).size() > 1;
    boolean compared = !finalists.isEmpty() || best().strategy().equals(incumbent().strategy());
    return others && compared ? SearchVerdict.NO_BETTER : SearchVerdict.UNTESTED;
  }

  /** {@return the best finalist of those that are better than the incumbent; empty for none} */
  public Optional<Finalist> winner() {
    double sign = direction == Metric.Direction.LOWER ? 1 : -1;
    return finalists.stream()
        .filter(finalist -> finalist.isBetter(direction, level))
        .min(Comparator.comparingDouble(f -> sign * f.comparison().difference().orElseThrow()));
  }

  /**
   * {@return the strategy to take: the winner, or the incumbent where nothing is surely better}
   *
   * @throws IllegalStateException when the budget did not suffice for one trial
   */
  public String chosen() {
    return winner().map(Finalist::strategy).orElseGet(() -> incumbent().strategy());
  }

  /** {@return the trials of the largest share with a value} */
  static List<Trial> full(List<Trial> trials) {
    double share =
        trials.stream()
            .filter(trial -> trial.value().isPresent())
            .mapToDouble(Trial::share)
            .max()
            .orElse(1);
    return trials.stream().filter(trial -> trial.share() == share).toList();
  }

  /** Best first; those without a value last. */
  static List<Trial> ranked(List<Trial> trials, Metric.Direction direction) {
    double sign = direction == Metric.Direction.LOWER ? 1 : -1;
    return trials.stream()
        .sorted(
            Comparator.comparingDouble(
                trial ->
                    trial.value().isPresent()
                        ? sign * trial.value().getAsDouble()
                        : Double.POSITIVE_INFINITY))
        .toList();
  }

  /** {@return trials best first, finalists and the verdict, a line each} */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(metric).append(" on the validation part, of ").append(trials.size());
    text.append(" trials\n");
    for (Trial trial : ranked(full(trials), direction)) {
      boolean incumbent = trial.strategy().equals(trials.get(0).strategy());
      text.append("  ").append(trial).append(incumbent ? "  (incumbent)\n" : "\n");
    }
    if (!finalists.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "against the incumbent on %d more splits, p corrected for what was tried\n",
              finalists.get(0).repeats()));
      finalists.forEach(finalist -> text.append("  ").append(finalist).append('\n'));
    }
    return text.append(sentence()).append('\n').toString();
  }

  private String sentence() {
    return switch (verdict()) {
      case BETTER -> "better than what you have: " + chosen();
      case NO_BETTER -> "no better than what you have: keep " + chosen();
      case UNTESTED -> "not compared with what you have: " + (notes.isEmpty() ? "-" : told());
    };
  }

  /** The verdict as a sentence. */
  @Override
  public String toString() {
    return sentence();
  }
}
