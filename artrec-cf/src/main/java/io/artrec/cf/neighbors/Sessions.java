package io.artrec.cf.neighbors;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interactions;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.strategy.TrainingContext;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * The sessions of all visitors, the latest first, and for each work the sessions that hold it: 8
 * bytes for each work of a session, 4 for each session and each work. Immutable and thread-safe.
 */
final class Sessions {
  private final int[] offsets;
  private final int[] works;

  /** By work: where its sessions begin, and which these are, the latest first. */
  private final int[] offsetsOfWorks;

  private final int[] sessionsOfWorks;

  /**
   * Creates sessions around arrays, which it keeps.
   *
   * @param catalogSize the number of works
   * @param offsets where the works of each session begin, and at last where the last one ends
   * @param works the works of each session, ascending
   */
  Sessions(int catalogSize, int[] offsets, int[] works) {
    this.offsets = offsets;
    this.works = works;
    offsetsOfWorks = new int[catalogSize + 1];
    for (int work : works) {
      offsetsOfWorks[work + 1]++;
    }
    for (int work = 0; work < catalogSize; work++) {
      offsetsOfWorks[work + 1] += offsetsOfWorks[work];
    }
    int[] next = Arrays.copyOf(offsetsOfWorks, catalogSize);
    sessionsOfWorks = new int[works.length];
    for (int session = 0; session < count(); session++) {
      for (int p = offsets[session]; p < offsets[session + 1]; p++) {
        sessionsOfWorks[next[works[p]]++] = session;
      }
    }
  }

  /**
   * Returns where the sessions of a history begin. A session ends before a pause longer than is
   * allowed, and where events without a time, which come first, end.
   *
   * @param idleMillis the longest pause within a session; 0 for no end at all
   * @return the first event of each session, and at last the number of events; one number for an
   *     empty history
   */
  static int[] starts(History history, long idleMillis) {
    int[] starts = new int[history.size() + 1];
    int count = 0;
    for (int event = 0; event < history.size(); event++) {
      if (event == 0 || (idleMillis > 0 && isPause(history, event, idleMillis))) {
        starts[count++] = event;
      }
    }
    starts[count++] = history.size();
    return Arrays.copyOf(starts, count);
  }

  private static boolean isPause(History history, int event, long idleMillis) {
    long before = history.epochMillis(event - 1);
    long now = history.epochMillis(event);
    if (before == Interactions.NO_TIME) {
      return now != Interactions.NO_TIME;
    }
    return (double) now - (double) before > idleMillis;
  }

  /** Splits everybody's history; a session holds the works that count for its visitor. */
  static Sessions of(TrainingContext context, Feedback feedback, long idleMillis) {
    Dataset dataset = context.dataset();
    int[] starts = new int[dataset.size()];
    int[] works = new int[dataset.size()];
    long[] ends = new long[dataset.size()];
    int count = 0;
    int filled = 0;
    for (int user = 0; user < dataset.userCount(); user++) {
      if (user % 1024 == 0) {
        context.cancellation().check("training " + SessionKnn.NAME);
        context.progress().update("training " + SessionKnn.NAME, user, dataset.userCount());
      }
      History history = dataset.history(user);
      SparseVector values =
          FeedbackEntries.of(
              feedback, history, context.preferenceModel().apply(history, context.nowMillis()));
      int[] events = starts(history, idleMillis);
      for (int s = 0; s + 1 < events.length; s++) {
        int[] liked = liked(history, events[s], events[s + 1], values);
        if (liked.length > 0) {
          starts[count] = filled;
          ends[count++] = history.epochMillis(events[s + 1] - 1);
          System.arraycopy(liked, 0, works, filled, liked.length);
          filled += liked.length;
        }
      }
    }
    return latestFirst(dataset.catalog().size(), count, filled, starts, ends, works);
  }

  /** The distinct works of some events whose value is above 0, ascending. */
  private static int[] liked(History history, int from, int to, SparseVector values) {
    int[] liked = new int[to - from];
    int count = 0;
    for (int event = from; event < to; event++) {
      int at = Arrays.binarySearch(values.indices(), history.artwork(event));
      if (at >= 0 && values.values()[at] > 0) {
        liked[count++] = history.artwork(event);
      }
    }
    Arrays.sort(liked, 0, count);
    int distinct = 0;
    for (int k = 0; k < count; k++) {
      if (distinct == 0 || liked[k] != liked[distinct - 1]) {
        liked[distinct++] = liked[k];
      }
    }
    return Arrays.copyOf(liked, distinct);
  }

  private static Sessions latestFirst(
      int catalogSize, int count, int filled, int[] starts, long[] ends, int[] works) {
    int[] order = new int[count];
    Arrays.setAll(order, session -> session);
    IntArrays.mergeSort(order, (a, b) -> Long.compare(ends[b], ends[a]));
    int[] offsets = new int[count + 1];
    int[] sorted = new int[filled];
    for (int session = 0; session < count; session++) {
      int from = starts[order[session]];
      int to = order[session] + 1 < count ? starts[order[session] + 1] : filled;
      System.arraycopy(works, from, sorted, offsets[session], to - from);
      offsets[session + 1] = offsets[session] + to - from;
    }
    return new Sessions(catalogSize, offsets, sorted);
  }

  int count() {
    return offsets.length - 1;
  }

  int catalogSize() {
    return offsetsOfWorks.length - 1;
  }

  int[] offsets() {
    return offsets;
  }

  int[] works() {
    return works;
  }

  int length(int session) {
    return offsets[session + 1] - offsets[session];
  }

  boolean contains(int session, int work) {
    return Arrays.binarySearch(works, offsets[session], offsets[session + 1], work) >= 0;
  }

  /** Tells whether a session holds these works and no others. */
  boolean isSame(int session, int[] ascending) {
    return Arrays.equals(
        works, offsets[session], offsets[session + 1], ascending, 0, ascending.length);
  }

  /** How many sessions hold a work. */
  int frequency(int work) {
    return offsetsOfWorks[work + 1] - offsetsOfWorks[work];
  }

  /** The latest sessions that hold any of some works, ascending in number. */
  int[] latest(int[] any, int most) {
    long total = 0;
    for (int work : any) {
      total += Math.min(most, frequency(work));
    }
    int[] found = new int[(int) Math.min(total, Integer.MAX_VALUE - 8)];
    int size = 0;
    for (int work : any) {
      // one of the latest holding any is one of the latest holding each of its own
      int taken = Math.min(Math.min(most, frequency(work)), found.length - size);
      System.arraycopy(sessionsOfWorks, offsetsOfWorks[work], found, size, taken);
      size += taken;
    }
    Arrays.sort(found, 0, size);
    int distinct = 0;
    for (int k = 0; k < size && distinct < most; k++) {
      if (distinct == 0 || found[k] != found[distinct - 1]) {
        found[distinct++] = found[k];
      }
    }
    return Arrays.copyOf(found, distinct);
  }

  /** Adds a weight to the sums of those of some sessions, ascending, that hold a work. */
  void add(int work, double weight, int[] sessions, double[] sums) {
    int p = offsetsOfWorks[work];
    int end = offsetsOfWorks[work + 1];
    for (int k = 0; k < sessions.length && p < end; k++) {
      while (p < end && sessionsOfWorks[p] < sessions[k]) {
        p++;
      }
      if (p < end && sessionsOfWorks[p] == sessions[k]) {
        sums[k] += weight;
      }
    }
  }
}
