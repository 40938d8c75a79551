package io.artrec.eval.metric;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Catalog;
import io.artrec.eval.trait.ArtworkTrait;
import io.artrec.eval.trait.TraitGroups;
import io.artrec.feature.FeatureStore;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

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
  private final Map<String, int[]> alsoKnown;
  private final Map<String, TraitGroups> groups = new ConcurrentHashMap<>();
  private final Map<Double, BitSet> longTails = new ConcurrentHashMap<>();
  private final int[] popular;

  private TrainingFacts(Dataset dataset, FeatureStore features, Interactions known) {
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
    popular = worksByPopularity();
    alsoKnown = worksByUser(known);
  }

  private int[] worksByPopularity() {
    long[] keys = new long[catalog().size()];
    for (int work = 0; work < keys.length; work++) {
      keys[work] = (long) -popularity(work) << 32 | work;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  private Map<String, int[]> worksByUser(Interactions events) {
    Dataset indexed = Dataset.of(catalog(), events);
    Map<String, int[]> works = new HashMap<>();
    for (int user = 0; user < indexed.userCount(); user++) {
      works.put(
          indexed.userId(user),
          IntStream.range(indexed.begin(user), indexed.end(user)).map(indexed::artwork).toArray());
    }
    return works;
  }

  /**
   * Gathers the facts. Cost O(events · log(events of a visitor)).
   *
   * @param dataset the behaviour learned from
   * @param features what works are like; may be empty
   * @return the facts
   */
  public static TrainingFacts of(Dataset dataset, FeatureStore features) {
    return of(dataset, features, Interactions.none());
  }

  /**
   * Gathers the facts, where some visitors had done more than was learned from when they asked.
   *
   * @param dataset the behaviour learned from
   * @param features what works are like; may be empty
   * @param known events that visitors were known by when they asked; they count for {@link
   *     #artworksOf} only
   * @return the facts
   */
  public static TrainingFacts of(Dataset dataset, FeatureStore features, Interactions known) {
    return new TrainingFacts(dataset, features, known);
  }

  /**
   * Returns the behaviour.
   *
   * @return the events learned from
   */
  public Dataset dataset() {
    return dataset;
  }

  /** {@return the catalogue} */
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

  /** {@return the number of distinct pairs of a visitor and a work} */
  public int pairs() {
    return userWorks.length;
  }

  /**
   * {@return the number of visitors who knew a work}
   *
   * @param work a catalogue index
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
   * @return catalogue indices, ascending; none for a visitor not learned from and not known
   */
  public int[] artworksOf(String userId) {
    OptionalInt user = dataset.userIndex(userId);
    int[] learned =
        user.isEmpty()
            ? new int[0]
            : Arrays.copyOfRange(
                userWorks, userOffsets[user.getAsInt()], userOffsets[user.getAsInt() + 1]);
    int[] more = alsoKnown.get(userId);
    return more == null
        ? learned
        : IntStream.concat(Arrays.stream(learned), Arrays.stream(more))
            .sorted()
            .distinct()
            .toArray();
  }

  /**
   * Returns the works that most visitors knew and a given one did not.
   *
   * @param userId the visitor
   * @param count how many
   * @return catalogue indices, the most popular first, ties in the catalogue's order; fewer where
   *     there are no more
   */
  public int[] popularFor(String userId, int count) {
    int[] known = artworksOf(userId);
    return Arrays.stream(popular)
        .filter(work -> Arrays.binarySearch(known, work) < 0)
        .limit(count)
        .toArray();
  }

  /**
   * Returns the works outside the head. The head is the fewest works, the most popular first, with
   * a share of all pairs of a visitor and a work.
   *
   * @param share the head's share, above 0 and below 1
   * @return catalogue indices of the long tail
   */
  public BitSet longTail(double share) {
    return (BitSet) longTails.computeIfAbsent(share, this::makeLongTail).clone();
  }

  private BitSet makeLongTail(double share) {
    BitSet tail = new BitSet();
    long covered = 0;
    for (int work : popular) {
      if (covered >= share * pairs()) {
        tail.set(work);
      }
      covered += popularity(work);
    }
    return tail;
  }

  /**
   * Tells whether a work is in the long tail.
   *
   * @param work a catalogue index
   * @param share the head's share, see {@link #longTail}
   * @return true outside the head
   */
  public boolean isLongTail(int work, double share) {
    return longTails.computeIfAbsent(share, this::makeLongTail).get(work);
  }

  /**
   * {@return the catalogue's works by groups, made once}
   *
   * @param trait a trait's name, see {@link ArtworkTrait}
   */
  public TraitGroups groups(String trait) {
    return groups.computeIfAbsent(trait, name -> TraitGroups.of(catalog(), new ArtworkTrait(name)));
  }

  /**
   * Returns how alike two works are by who knew them: {@code |A ∩ B| / sqrt(|A| · |B|)} of the sets
   * of visitors, the cosine of their columns. O(|A| + |B|).
   *
   * @param a a catalogue index
   * @param b another
   * @return 0 to 1; 0 where nobody knew one of them; 1 for a work and itself
   */
  public double coOccurrence(int a, int b) {
    if (a == b) {
      return 1;
    }
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
