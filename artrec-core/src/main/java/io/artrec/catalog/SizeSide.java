package io.artrec.catalog;

import io.artrec.catalog.SizeWords.Axis;
import org.jspecify.annotations.Nullable;

/**
 * One side of a measure.
 *
 * @param length the length in its unit
 * @param unit the unit, or null when none is written
 * @param axis the side's name, or null when none is written
 * @param state whether the length could be read
 */
record SizeSide(double length, @Nullable SizeUnit unit, @Nullable Axis axis, State state) {
  private static final double THOUSAND = 1000;

  /** Whether a length could be read. */
  enum State {
    READ,
    UNREADABLE,
    /** Read unless it is in millimetres, of which it says thousands: {@code 1.250}. */
    POINTED,
    /** Unreadable unless it is in millimetres, of which it says thousands: {@code 1,250}. */
    GROUPED,
    /** No length: pixels, kilograms. */
    FOREIGN
  }

  static SizeSide unreadable(@Nullable SizeUnit unit) {
    return new SizeSide(0, unit, null, State.UNREADABLE);
  }

  boolean readable() {
    return state == State.READ;
  }

  SizeSide named(@Nullable Axis name) {
    return new SizeSide(length, unit, name, state);
  }

  SizeSide in(@Nullable SizeUnit written) {
    return new SizeSide(length, written, axis, state);
  }

  /** The side with its length in its unit, now that this is known. */
  SizeSide settled() {
    boolean open = state == State.POINTED || state == State.GROUPED;
    if (open && unit == SizeUnit.MM) {
      return new SizeSide(length * THOUSAND, unit, axis, State.READ);
    }
    return switch (state) {
      case POINTED -> new SizeSide(length, unit, axis, State.READ);
      case GROUPED -> new SizeSide(length, unit, axis, State.UNREADABLE);
      case READ, UNREADABLE, FOREIGN -> this;
    };
  }
}
