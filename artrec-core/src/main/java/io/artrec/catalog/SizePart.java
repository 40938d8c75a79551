package io.artrec.catalog;

import io.artrec.catalog.SizeWords.Axis;
import io.artrec.catalog.SizeWords.Part;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of the size of one part of a work, such as its frame. Of a side that is written
 * in several units the one in centimetres counts, then millimetres and metres, then inches and
 * feet, then what has no unit; not thread-safe.
 */
final class SizePart {
  private static final double MOST_CM = 1e7;

  private final Map<Axis, Double> values = new EnumMap<>(Axis.class);
  private final Map<Axis, Integer> ranks = new EnumMap<>(Axis.class);
  private final Set<Axis> unread = EnumSet.noneOf(Axis.class);
  private final boolean aside;
  private Part kind;
  private boolean named;
  private boolean nameless;

  /**
   * Starts a part.
   *
   * @param said what it is, or null when nothing was said
   * @param aside whether it is a remark on one side of the part around it
   */
  SizePart(@Nullable Part said, boolean aside) {
    this.aside = aside;
    kind = said == null ? Part.PLAIN : said;
    named = said != null;
  }

  /** Says what was measured, unless that was said before. */
  void name(Part said) {
    if (!named) {
      kind = said;
      named = true;
    }
  }

  Part kind() {
    return kind;
  }

  boolean isAside() {
    return aside;
  }

  boolean has(Axis axis) {
    return values.containsKey(axis) || unread.contains(axis);
  }

  /** Takes a side in, in a unit or, where none is written, in another; 0 says nothing. */
  void put(Axis axis, double length, @Nullable SizeUnit unit, SizeUnit otherwise) {
    double cm = (unit == null ? otherwise : unit).toCm(length);
    if (length == 0) {
      return;
    }
    if (!(cm > 0 && cm < MOST_CM)) {
      unread.add(axis);
      return;
    }
    int rank = rank(unit);
    if (rank > ranks.getOrDefault(axis, 0)) {
      ranks.put(axis, rank);
      values.put(axis, cm);
    }
  }

  private static int rank(@Nullable SizeUnit unit) {
    if (unit == null) {
      return 1;
    }
    return switch (unit) {
      case CM -> 4;
      case MM, M -> 3;
      case INCH, FOOT -> 2;
    };
  }

  void leaveOut(Axis axis) {
    unread.add(axis);
  }

  /** Notes a length of which nobody can say which side it is. */
  void leaveOut() {
    nameless = true;
  }

  OptionalDouble value(Axis axis) {
    Double cm = values.get(axis);
    return cm == null ? OptionalDouble.empty() : OptionalDouble.of(cm);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean isFlat() {
    return values.containsKey(Axis.HEIGHT) && values.containsKey(Axis.WIDTH);
  }

  /** Whether a side could not be read and is nowhere else. */
  boolean lacks() {
    return nameless || unread.stream().anyMatch(axis -> !values.containsKey(axis));
  }

  /**
   * Takes sides from a remark: in place of these when it is of the work itself, else beside them.
   */
  void complete(SizePart remark) {
    for (Map.Entry<Axis, Double> side : remark.values.entrySet()) {
      if (remark.kind == Part.WORK || !values.containsKey(side.getKey())) {
        values.put(side.getKey(), side.getValue());
      }
    }
  }

  /** The same sides as a height, a width and a depth. */
  Dimensions dimensions() {
    OptionalDouble height = value(Axis.HEIGHT);
    OptionalDouble width = value(Axis.WIDTH);
    OptionalDouble depth = value(Axis.DEPTH);
    OptionalDouble length = value(Axis.LENGTH);
    if (width.isPresent() && height.isPresent() && depth.isEmpty()) {
      depth = length;
    }
    if (width.isEmpty()) {
      width = value(Axis.DIAMETER).isPresent() ? value(Axis.DIAMETER) : length;
    }
    return new Dimensions(width, height, depth);
  }
}
