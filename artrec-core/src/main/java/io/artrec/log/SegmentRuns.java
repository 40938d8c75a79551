package io.artrec.log;

import java.util.ArrayList;
import java.util.List;

/** Says which segments are rewritten into one. */
final class SegmentRuns {
  private SegmentRuns() {}

  /**
   * Each segment on its own, but for those at the end: as long as one is at most twice as large as
   * all after it, and they fit into a segment, it joins them. So erasing often, which ends a
   * segment each time, leaves a number of segments that grows with the logarithm of that.
   */
  static List<List<Segment>> of(List<Segment> sealed, long segmentBytes) {
    List<List<Segment>> runs = new ArrayList<>();
    if (sealed.isEmpty()) {
      return runs;
    }
    int from = sealed.size() - 1;
    long bytes = sealed.get(from).bytes();
    while (from > 0 && joins(sealed.get(from - 1).bytes(), bytes, segmentBytes)) {
      from--;
      bytes += sealed.get(from).bytes();
    }
    for (int i = 0; i < from; i++) {
      runs.add(List.of(sealed.get(i)));
    }
    runs.add(sealed.subList(from, sealed.size()));
    return runs;
  }

  private static boolean joins(long before, long after, long segmentBytes) {
    return before <= 2 * after && before + after <= segmentBytes;
  }
}
