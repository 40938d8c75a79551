package io.artrec.eval.search;

import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.search.Trial.Measured;
import io.artrec.eval.search.TrialRunner.Place;
import io.artrec.eval.search.TuningResult.Goal;
import io.artrec.eval.split.Split;
import io.artrec.eval.statistics.PairedComparison;
import io.artrec.eval.statistics.UserMeans;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** One search: trials, the incumbent always among them, and finals. Used once. */
final class SearchRun {
  private final Goal goal;
  private final String incumbent;
  private final Finals plan;
  private final TrialRunner runner;
  private final SearchBudget budget;
  private final Progress progress;
  private final List<Trial> trials = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private long done;
  private long planned;

  SearchRun(
      Goal goal,
      String incumbent,
      Finals plan,
      TrialRunner runner,
      SearchBudget budget,
      Progress progress) {
    this.goal = goal;
    this.incumbent = incumbent;
    this.plan = plan;
    this.runner = runner;
    this.budget = budget;
    this.progress = progress;
  }

  /**
   * How finals are held.
   *
   * @param finalists how many, at most
   * @param repeats on how many more splits
   * @param splits makes the splits of a seed
   * @param seed the search's own
   */
  record Finals(int finalists, int repeats, LongFunction<List<Split>> splits, long seed) {}

  /** Tries strategies on shares that grow by a factor; one of so many goes on. */
  TuningResult run(List<String> strategies, int factor, int rounds) {
    List<Split> splits = plan.splits().apply(plan.seed());
    List<String> left =
        new ArrayList<>(strategies.stream().filter(text -> !text.equals(incumbent)).toList());
    planned = planned(left.size(), factor, rounds);
    for (int round = rounds; round >= 0 && (round == rounds || !left.isEmpty()); round--) {
      Place place = new Place("trial", splits, Math.pow(factor, -round));
      List<Trial> tried = tried(left, place);
      if (tried.size() <= left.size()) {
        notes.add(
            "the budget ("
                + budget
                + ") ended before "
                + (left.size() + 1 - tried.size())
                + " trials were made");
        break;
      }
      int keep = Math.max(1, left.size() / factor);
      left =
          TuningResult.ranked(tried.subList(1, tried.size()), goal.direction()).stream()
              .limit(keep)
              .map(Trial::strategy)
              .toList();
    }
    List<Finalist> finalists = finals(splits);
    progress.update("search", done, done);
    List<String> all = new ArrayList<>(runner.notes());
    all.addAll(notes);
    return new TuningResult(goal, trials, finalists, all);
  }

  private long planned(int strategies, int factor, int rounds) {
    long trainings = 0;
    int left = strategies;
    for (int round = rounds; round >= 0; round--) {
      trainings += left + 1;
      left = Math.max(1, left / factor);
    }
    return trainings + (plan.finalists() + 1L) * plan.repeats();
  }

  private List<Trial> tried(List<String> strategies, Place place) {
    List<Trial> tried = new ArrayList<>();
    double finals = (plan.finalists() + 1.0) * plan.repeats() * place.splits().size();
    for (String strategy : all(strategies)) {
      double whole = place.share() * place.splits().size();
      boolean first = trials.isEmpty() && tried.isEmpty();
      if (!first && !budget.allows(whole, finals)) {
        break;
      }
      Optional<Measured> measured = measure(strategy, place);
      if (measured.isEmpty()) {
        break;
      }
      tried.add(new Trial(strategy, place.share(), measured.get()));
    }
    trials.addAll(tried);
    return tried;
  }

  private List<String> all(List<String> strategies) {
    List<String> all = new ArrayList<>(List.of(incumbent));
    all.addAll(strategies);
    return all;
  }

  private Optional<Measured> measure(String strategy, Place place) {
    progress.update("search", done, Math.max(planned, done + 1));
    done++;
    return runner.measure(strategy, place, place.phase() + " " + done + " of " + planned);
  }

  /** Compares what did better than the incumbent with it on new splits of the same events. */
  private List<Finalist> finals(List<Split> splits) {
    List<String> better = better();
    if (better.isEmpty()) {
      return List.of();
    }
    List<List<Measured>> rounds = rounds(better, splits);
    List<Finalist> finalists = new ArrayList<>();
    for (int f = 0; f < better.size() && !rounds.isEmpty(); f++) {
      finalist(better.get(f), f + 1, rounds, testedShare(splits)).ifPresent(finalists::add);
    }
    return finalists;
  }

  private List<String> better() {
    List<Trial> full = TuningResult.full(trials);
    if (full.isEmpty() || full.get(0).value().isEmpty()) {
      return List.of();
    }
    double sign = goal.direction() == Metric.Direction.LOWER ? -1 : 1;
    double bar = sign * full.get(0).value().getAsDouble();
    return TuningResult.ranked(full, goal.direction()).stream()
        .filter(trial -> !trial.strategy().equals(incumbent))
        .filter(trial -> trial.value().isPresent() && sign * trial.value().getAsDouble() > bar)
        .limit(plan.finalists())
        .map(Trial::strategy)
        .toList();
  }

  /** Of each repeat the incumbent's outcome, then those of the finalists. */
  private List<List<Measured>> rounds(List<String> better, List<Split> splits) {
    if (isWithoutChance(splits)) {
      notes.add(
          "the validation leaves nothing to chance, so finalists were compared with the incumbent on"
              + " the trials' own split");
      return List.of(all(better).stream().map(this::ofTrial).toList());
    }
    List<List<Measured>> rounds = new ArrayList<>();
    for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
      Place place = new Place("repeat " + repeat, plan.splits().apply(plan.seed() + repeat), 1);
      List<Measured> round = new ArrayList<>();
      for (String strategy : all(better)) {
        measure(strategy, place).ifPresent(round::add);
      }
      if (round.size() <= better.size()) {
        notes.add("the budget (" + budget + ") ended in repeat " + repeat + " of the finals");
        break;
      }
      rounds.add(round);
    }
    return rounds;
  }

  /** Whether another seed divides behaviour in the same way. */
  private boolean isWithoutChance(List<Split> splits) {
    List<Split> others = plan.splits().apply(plan.seed() + 1);
    return IntStream.range(0, splits.size())
        .allMatch(
            i ->
                splits.get(i).test().stream()
                    .toList()
                    .equals(others.get(i).test().stream().toList()));
  }

  private Measured ofTrial(String strategy) {
    return TuningResult.full(trials).stream()
        .filter(trial -> trial.strategy().equals(strategy))
        .findFirst()
        .orElseThrow()
        .measured();
  }

  private Optional<Finalist> finalist(
      String strategy, int place, List<List<Measured>> rounds, double testedShare) {
    List<UserMeans.OnSplit> values = new ArrayList<>();
    double[] byRepeat = new double[rounds.size()];
    for (int repeat = 0; repeat < rounds.size(); repeat++) {
      Measured incumbents = rounds.get(repeat).get(0);
      Measured own = rounds.get(repeat).get(place);
      if (own.value().isEmpty() || incumbents.value().isEmpty()) {
        notes.add(
            strategy
                + " was not compared: "
                + own.failure().or(incumbents::failure).orElse("it has no value"));
        return Optional.empty();
      }
      if (!own.users().equals(incumbents.users())) {
        notes.add(strategy + " was not compared: it was measured on other visitors");
        return Optional.empty();
      }
      values.add(new UserMeans.OnSplit(own.users(), List.of(own.values(), incumbents.values())));
      byRepeat[repeat] =
          PairedComparison.of(own.values(), incumbents.values()).difference().orElse(0);
    }
    List<UserValues> means = UserMeans.of(values).values();
    long tried = trials.stream().map(Trial::strategy).distinct().count() - 1;
    return Optional.of(
        new Finalist(
            strategy,
            new Finalist.Pair(means.get(0), means.get(1)),
            byRepeat,
            (int) tried,
            testedShare));
  }

  private static double testedShare(List<Split> splits) {
    Split split = splits.get(0);
    return (double) split.test().size() / Math.max(1, split.training().size());
  }
}
