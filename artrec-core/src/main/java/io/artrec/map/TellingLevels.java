package io.artrec.map;

import io.artrec.feature.AttributeLevels;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which levels of records tell a group of works from all others: by the log-odds ratio with an
 * informative Dirichlet prior, in standard deviations (Monroe, Colaresi and Quinn, Fightin' words,
 * Political Analysis 16(4), 2008), among those that a third of the group or more has.
 */
final class TellingLevels {
  private static final double DEVIATIONS = 3;
  private static final double SHARE = 1.0 / 3;
  private static final double PRIOR = 10;

  private final AttributeLevels levels;
  private final double[] everywhere;
  private final int works;

  TellingLevels(AttributeLevels levels, int[] works) {
    this.levels = levels;
    this.works = works.length;
    everywhere = counts(works);
  }

  private double[] counts(int[] group) {
    double[] counts = new double[levels.size()];
    for (int work : group) {
      for (int place = levels.start(work); place < levels.start(work + 1); place++) {
        counts[levels.level(place)]++;
      }
    }
    return counts;
  }

  /**
   * At most so many levels of a group, one of a facet, the most telling first, ties by number;
   * those of free attributes, of which nobody knows what they are, after all others.
   */
  List<String> of(int[] group, int most) {
    double[] inside = counts(group);
    Set<Integer> facets = new HashSet<>();
    return IntStream.range(0, inside.length)
        .filter(level -> inside[level] >= SHARE * group.length)
        .filter(level -> deviations(inside, level, group.length) >= DEVIATIONS)
        .boxed()
        .sorted(
            Comparator.comparing((Integer level) -> isFree(level))
                .thenComparingDouble(level -> -deviations(inside, level, group.length)))
        .filter(level -> facets.add(levels.facet(level)))
        .map(levels::value)
        .distinct()
        .limit(most)
        .toList();
  }

  private boolean isFree(int level) {
    return levels.facets().get(levels.facet(level)).startsWith("attribute:");
  }

  private double deviations(double[] inside, int level, int size) {
    double prior = PRIOR * everywhere[level] / works;
    double in = inside[level] + prior;
    double out = everywhere[level] - inside[level] + prior;
    double notIn = size + PRIOR - in;
    double notOut = works - size + PRIOR - out;
    double ratio = Math.log(in / notIn) - Math.log(out / notOut);
    return ratio / Math.sqrt(1 / in + 1 / out + 1 / notIn + 1 / notOut);
  }
}
