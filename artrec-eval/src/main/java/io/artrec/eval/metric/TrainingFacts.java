package io.artrec.eval.metric;

import io.artrec.behavior.Dataset;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What metrics beyond accuracy ask of the behaviour a recommender learned from: which works a
 * visitor knew, how many visitors knew a work, and what works are like. Immutable and thread-safe.
 * 8 bytes for each pair of visitor and work.
 */
public final class TrainingFacts {
  private final Dataset dataset;
  private final FeatureStore features;
  private final int[] userOffsets;
  private final int[] userWorks;
  private final int[] workOffsets;
  private final int[] workUsers;

  private TrainingFacts(Dataset dataset, FeatureStore features) {
    this.dataset = Objects.requireNonNull(dataset, "dataset");
    this.features = Objects.requireNonNull(features, "features");
    int[] all = new int[dataset.size()];
    userOffsets = new int[dataset.userCount() + 1];
    workOffsets = new int[dataset.catalog().size() + 1];
    int size = 0;
    for (int user = 0; user < dataset.userCount(); user++) {
      int begin = size;
      int end = begin;
      for (int p = dataset.begin(user); p < dataset.end(user); p++) {
        all[end++] = dataset.artwork(p);
      }
      IntArrays.quickSort(all, begin, end);
      for (int p = begin; p < end; p++) {
        if (p == begin || all[p] != all[size - 1]) {
          all[size++] = all[p];
        }
      }
      for (int p = begin; p < size; p++) {
        workOffsets[all[p] + 1]++;
      }
      userOffsets[user + 1] = size;
    }
    userWorks = Arrays.copyOf(all, size);
    for (int work = 0; work + 1 < workOffsets.length; work++) {
      workOffsets[work + 1] += workOffsets[work];
    }
    workUsers = new int[size];
    int[] next = workOffsets.clone();
    for (int user = 0; user + 1 < userOffsets.length; user++) {
      for (int p = userOffsets[user]; p < userOffsets[user + 1]; p++) {
        workUsers[next[userWorks[p]]++] = user;
      }
    }
  }

  /**
   * Gathers the facts. Cost O(events · log(events of a visitor)).
   *
   * @param dataset the behaviour learned from
   * @param features what works are like; may be empty
   * @return the facts
   */
  public static TrainingFacts of(Dataset dataset, FeatureStore features) {
    return new TrainingFacts(dataset, features);
  }

  /**
   * Returns the behaviour.
   *
   * @return the events learned from
   */
  public Dataset dataset() {
    return dataset;
  }

  /**
   * Returns the catalogue.
   *
   * @return the works
   */
  public Catalog catalog() {
    return dataset.catalog();
  }

  /**
   * Returns what works are like.
   *
   * @return the features
   */
  public FeatureStore features() {
    return features;
  }

  /**
   * Returns the number of distinct pairs of a visitor and a work.
   *
   * @return the count
   */
  public int pairs() {
    return userWorks.length;
  }

  /**
   * Returns the number of visitors who knew a work.
   *
   * @param work a catalogue index
   * @return the count
   */
  public int popularity(int work) {
    return workOffsets[work + 1] - workOffsets[work];
  }

  /**
   * Returns the visitors who knew a work.
   *
   * @param work a catalogue index
   * @return their indices in the dataset, ascending
   */
  public int[] usersOf(int work) {
    return Arrays.copyOfRange(workUsers, workOffsets[work], workOffsets[work + 1]);
  }

  /**
   * Returns the works a visitor knew.
   *
   * @param userId the visitor
   * @return catalogue indices, ascending; none for a visitor not learned from
   */
  public int[] worksOf(String userId) {
    OptionalInt user = dataset.userIndex(userId);
    return user.isEmpty()
        ? new int[0]
        : Arrays.copyOfRange(
            userWorks, userOffsets[user.getAsInt()], userOffsets[user.getAsInt() + 1]);
  }

  /**
   * Returns how alike two works are by who knew them: {@code |A ∩ B| / sqrt(|A| · |B|)} of the sets
   * of visitors, the cosine of their columns. O(|A| + |B|).
   *
   * @param a a catalogue index
   * @param b another
   * @return 0 to 1; 0 where nobody knew one of them
   */
  public double coOccurrence(int a, int b) {
    int i = workOffsets[a];
    int j = workOffsets[b];
    int common = 0;
    while (i < workOffsets[a + 1] && j < workOffsets[b + 1]) {
      int difference = Integer.compare(workUsers[i], workUsers[j]);
      common += difference == 0 ? 1 : 0;
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return common == 0 ? 0 : common / Math.sqrt((double) popularity(a) * popularity(b));
  }
}
