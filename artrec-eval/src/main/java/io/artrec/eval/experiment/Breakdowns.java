package io.artrec.eval.experiment;

import io.artrec.eval.experiment.Breakdown.Group;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Outcomes;
import io.artrec.eval.metric.TrainingFacts;
import io.artrec.eval.metric.UserOutcome;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.trait.TraitGroups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Divides one run's outcomes. */
final class Breakdowns {
  static final String ACTIVITY = "activity";
  static final String POPULARITY = "popularity";

  private static final int[] MOST_KNOWN = {0, 5, 20, 100, 500, Integer.MAX_VALUE};
  private static final List<String> ACTIVITIES =
      List.of(
          "nothing known",
          "1 to 5 works",
          "6 to 20 works",
          "21 to 100 works",
          "101 to 500 works",
          "over 500 works");
  private static final List<String> POPULARITIES =
      List.of("head (50 % of events)", "middle (30 %)", "tail (20 %)", "new (none)");
  private static final int GROUPS = 12;

  private Breakdowns() {}

  static List<Breakdown> of(
      List<String> by, Outcomes outcomes, int[] activity, List<Measurement> measured) {
    List<Breakdown> all = new ArrayList<>();
    for (String name : by) {
      if (name.equals(ACTIVITY)) {
        byActivity(activity, measured).ifPresent(all::add);
      } else if (outcomes.limit() > 0) {
        all.add(byWorks(name, outcomes));
      }
    }
    return all;
  }

  /** Of the first metric that has values by visitor. */
  private static Optional<Breakdown> byActivity(int[] activity, List<Measurement> measured) {
    Optional<Measurement> first = measured.stream().filter(m -> m.users().isPresent()).findFirst();
    return first.map(
        measurement -> {
          UserValues values = measurement.users().orElseThrow();
          double[] sums = new double[MOST_KNOWN.length];
          double[] weights = new double[sums.length];
          int[] sizes = new int[sums.length];
          for (int user = 0; user < activity.length; user++) {
            if (values.has(user)) {
              int known = activity[user];
              int group =
                  IntStream.range(0, sums.length)
                      .filter(g -> known <= MOST_KNOWN[g])
                      .findFirst()
                      .orElseThrow();
              sums[group] += values.weight(user) * values.get(user).orElseThrow();
              weights[group] += values.weight(user);
              sizes[group]++;
            }
          }
          List<Group> groups = new ArrayList<>();
          for (int group = 0; group < sums.length; group++) {
            if (sizes[group] > 0) {
              groups.add(
                  new Group(
                      ACTIVITIES.get(group), sizes[group], ratio(sums[group], weights[group])));
            }
          }
          return new Breakdown(ACTIVITY, measurement.metric(), groups);
        });
  }

  private static OptionalDouble ratio(double part, double whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }

  private static final class Count {
    int relevant;
    int hits;
  }

  private static Breakdown byWorks(String by, Outcomes outcomes) {
    Map<String, Count> counts = new LinkedHashMap<>();
    if (by.equals(POPULARITY)) {
      POPULARITIES.forEach(name -> counts.put(name, new Count()));
    }
    for (int user = 0; user < outcomes.userCount(); user++) {
      UserOutcome outcome = outcomes.user(user);
      boolean[] hit = new boolean[outcome.tested()];
      for (int place = 0; place < outcome.length(); place++) {
        outcome.hit(place).ifPresent(index -> hit[index] = true);
      }
      for (int index = 0; index < hit.length; index++) {
        if (outcome.isRelevant(index)) {
          for (String group : groupsOf(by, outcomes.training(), outcome.testedArtwork(index))) {
            Count count = counts.computeIfAbsent(group, name -> new Count());
            count.relevant++;
            count.hits += hit[index] ? 1 : 0;
          }
        }
      }
    }
    String measure = "recall@" + outcomes.limit();
    return new Breakdown(by, measure, by.equals(POPULARITY) ? groups(counts) : largest(counts));
  }

  private static List<String> groupsOf(String by, TrainingFacts facts, int work) {
    if (by.equals(POPULARITY)) {
      int group =
          facts.popularity(work) == 0
              ? 3
              : facts.isLongTail(work, 0.8) ? 2 : facts.isLongTail(work, 0.5) ? 1 : 0;
      return List.of(POPULARITIES.get(group));
    }
    TraitGroups groups = facts.groups(by);
    return groups.count(work) == 0
        ? List.of("without " + by)
        : IntStream.range(0, groups.count(work))
            .mapToObj(i -> groups.name(groups.group(work, i)))
            .toList();
  }

  private static List<Group> groups(Map<String, Count> counts) {
    List<Group> groups = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          if (count.relevant > 0) {
            groups.add(new Group(name, count.relevant, ratio(count.hits, count.relevant)));
          }
        });
    return groups;
  }

  /** The groups with most relevant works, and all others together. */
  private static List<Group> largest(Map<String, Count> counts) {
    List<Group> all = new ArrayList<>(groups(counts));
    all.sort(Comparator.comparingInt((Group g) -> -g.size()).thenComparing(Group::name));
    if (all.size() <= GROUPS) {
      return all;
    }
    List<Group> kept = new ArrayList<>(all.subList(0, GROUPS - 1));
    int relevant = 0;
    double hits = 0;
    for (Group group : all.subList(GROUPS - 1, all.size())) {
      relevant += group.size();
      hits += group.size() * group.value().orElse(0);
    }
    kept.add(new Group("others", relevant, ratio(Math.rint(hits), relevant)));
    return kept;
  }
}
