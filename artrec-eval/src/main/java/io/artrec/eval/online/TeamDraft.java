package io.artrec.eval.online;

import io.artrec.Recommendations;
import io.artrec.experiment.internal.StableHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Team-draft interleaving (Radlinski, Kurup, Joachims, "How does clickthrough data reflect
 * retrieval quality?", CIKM 2008). The recommenders pick in turns, like captains: in each round a
 * coin says who picks first, and each picks its best work not yet in the list. Clicks then vote for
 * the captain who picked the work. One list carries both recommenders, so a difference shows with
 * far fewer visitors than an {@link AbTest} needs.
 *
 * <p>Where both lists begin with the same works, who picked them is chance alone; these works have
 * no team, which takes noise away and no bias in (Chapelle, Joachims, Radlinski, Yue, "Large-scale
 * validation and analysis of interleaved search evaluation", TOIS 2012). Identical lists therefore
 * give no preference whatever is clicked. When one recommender has nothing left to pick, the other
 * fills the list without credit.
 *
 * <p>The coin of a list is drawn from the seed and the list's key, so a list can be made again.
 * Immutable and thread-safe.
 */
public final class TeamDraft {
  private final long seed;

  /**
   * Makes a draft.
   *
   * @param seed what coins are drawn from; one for each experiment
   */
  public TeamDraft(long seed) {
    this.seed = seed;
  }

  /**
   * Merges two lists. Cost O(length of both).
   *
   * @param key names this occasion: a request id, or visitor and time; the same key and lists give
   *     the same result
   * @param first the first recommender's works, best first; repeated ones count once
   * @param second the second recommender's works
   * @param size how many works are wanted, at least 1; fewer come when both lists are short
   * @return the merged list
   */
  public MergedList merge(String key, List<String> first, List<String> second, int size) {
    if (size < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "merged list of %d works, expected at least 1", size));
    }
    SplittableRandom coin = new SplittableRandom(StableHash.of(seed, key));
    Draft draft = new Draft(size);
    Captain one = new Captain(Team.FIRST, first, draft.taken);
    Captain two = new Captain(Team.SECOND, second, draft.taken);
    int alike = samePrefix(first, second);
    while (draft.hasRoom() && one.canPick() && two.canPick()) {
      boolean firstBegins = coin.nextBoolean();
      draft.add(firstBegins ? one : two, alike);
      Captain other = firstBegins ? two : one;
      if (draft.hasRoom() && other.canPick()) {
        draft.add(other, alike);
      }
    }
    draft.fill(one);
    draft.fill(two);
    return new MergedList(draft.works, draft.teams);
  }

  /**
   * Merges the answers of two recommenders. The key is made of their ids, so keep the merged list:
   * other answers, even equal ones, are merged by other coins.
   *
   * @param first the first recommender's answer
   * @param second the second recommender's
   * @param size how many works are wanted, at least 1
   * @return the merged list
   */
  public MergedList merge(Recommendations first, Recommendations second, int size) {
    return merge(first.id() + " " + second.id(), ids(first), ids(second), size);
  }

  private static List<String> ids(Recommendations answer) {
    return answer.stream().map(shown -> shown.artwork().id()).toList();
  }

  private static int samePrefix(List<String> first, List<String> second) {
    int shorter = Math.min(first.size(), second.size());
    Set<String> distinct = new HashSet<>();
    for (int place = 0; place < shorter; place++) {
      if (!first.get(place).equals(second.get(place))) {
        return distinct.size();
      }
      distinct.add(first.get(place));
    }
    return distinct.size();
  }

  /** A recommender that picks. */
  private static final class Captain {
    private final Team team;
    private final List<String> works;
    private final Set<String> taken;
    private int next;

    Captain(Team team, List<String> works, Set<String> taken) {
      this.team = team;
      this.works = works;
      this.taken = taken;
    }

    boolean canPick() {
      while (next < works.size() && taken.contains(works.get(next))) {
        next++;
      }
      return next < works.size();
    }

    String pick() {
      return works.get(next);
    }
  }

  /** The list as it grows. */
  private static final class Draft {
    private final int size;
    private final List<String> works = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Draft(int size) {
      this.size = size;
    }

    boolean hasRoom() {
      return works.size() < size;
    }

    void add(Captain captain, int alike) {
      add(captain.pick(), works.size() < alike ? Team.NONE : captain.team);
    }

    void fill(Captain captain) {
      while (hasRoom() && captain.canPick()) {
        add(captain.pick(), Team.NONE);
      }
    }

    private void add(String work, Team team) {
      works.add(work);
      teams.add(team);
      taken.add(work);
    }
  }
}
