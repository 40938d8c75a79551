package io.artrec.eval.online;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two recommenders' works in one list, with whose pick each is. Immutable.
 *
 * @param works the works, each once
 * @param teams whose pick each is, by place
 */
public record MergedList(List<String> works, List<Team> teams) {
  /** Validates and copies. */
  public MergedList {
    works = List.copyOf(works);
    teams = List.copyOf(teams);
    if (works.size() != teams.size()) {
      throw new IllegalArgumentException(
          works.size() + " works for " + teams.size() + " teams, expected as many of both");
    }
  }

  /**
   * Credits clicks to teams; a work counts once however often it was clicked.
   *
   * @param clicked the ids of clicked works
   * @return the credit of each side
   * @throws IllegalArgumentException when a clicked work is not in the list
   */
  public Credit credit(Collection<String> clicked) {
    Set<String> wanted = new HashSet<>(clicked);
    List<Team> credited = new ArrayList<>();
    for (int place = 0; place < works.size(); place++) {
      if (wanted.remove(works.get(place))) {
        credited.add(teams.get(place));
      }
    }
    if (!wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "clicked works " + wanted + " are not in the merged list " + works);
    }
    int first = (int) credited.stream().filter(team -> team == Team.FIRST).count();
    int second = (int) credited.stream().filter(team -> team == Team.SECOND).count();
    return new Credit(first, second);
  }

  /**
   * Clicks on each side's picks in one list.
   *
   * @param first clicks on the first recommender's picks, 0 or more
   * @param second clicks on the second's, 0 or more
   */
  public record Credit(int first, int second) {
    /** Validates. */
    public Credit {
      if (first < 0 || second < 0) {
        throw new IllegalArgumentException(
            "credit " + first + " to " + second + ": expected 0 or more on both sides");
      }
    }
  }
}
