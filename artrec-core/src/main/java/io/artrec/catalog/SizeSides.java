package io.artrec.catalog;

import io.artrec.catalog.SizeSide.State;
import io.artrec.catalog.SizeToken.Kind;
import io.artrec.catalog.SizeWords.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sides of one measure: {@code 30 (h) x 20 (w) cm}, {@code 6 ft. 2 in. x 4 ft.} */
final class SizeSides {
  private static final Set<String> TO = Set.of("to", "bis", "tot", "à", "até", "a");
  private static final Set<String> JOINING = Set.of("in", "de", "di", "of", "im", "en");
  private static final int LONGEST_BRACKETS = 12;
  private static final int INCHES_A_FOOT = 12;

  /**
   * A measure.
   *
   * @param sides its sides
   * @param end the first piece behind it
   * @param isForeign whether it is no length at all, such as pixels
   */
  record Group(List<SizeSide> sides, int end, boolean isForeign) {}

  private final List<SizeToken> tokens;
  private int at;
  private int taken = -1;

  SizeSides(List<SizeToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a measure that begins with a number, or with a times sign whose first side is missing.
   *
   * @param from where it begins
   * @param mayBeNamedBehind whether a name behind the first side can be its own, though a number
   *     follows
   */
  Group read(int from, boolean mayBeNamedBehind) {
    at = from;
    List<SizeSide> sides = new ArrayList<>();
    sides.add(is(at, Kind.TIMES) ? missing() : side(mayBeNamedBehind));
    while (is(at, Kind.TIMES)) {
      if (!isSide(at + 1)) {
        if (axis(at + 1) != null) {
          break;
        }
        at++;
        sides.add(missing().in(unit()));
        break;
      }
      at++;
      boolean allNamed = mayBeNamedBehind && sides.stream().allMatch(side -> side.axis() != null);
      sides.add(next(allNamed));
    }
    boolean foreign = withoutForeign(sides);
    withUnits(sides);
    trailingNames(sides);
    sides.replaceAll(SizeSide::settled);
    return new Group(sides, at, foreign);
  }

  /** Takes out what is no length; true when that leaves nothing with a unit of its own. */
  private static boolean withoutForeign(List<SizeSide> sides) {
    boolean foreign = sides.stream().anyMatch(side -> side.state() == State.FOREIGN);
    boolean lengths =
        sides.stream().anyMatch(side -> side.state() != State.FOREIGN && side.unit() != null);
    sides.removeIf(side -> lengths && side.state() == State.FOREIGN);
    return foreign && !lengths;
  }

  private static SizeSide missing() {
    return SizeSide.unreadable(null);
  }

  /** Whether a side begins here, with a name or in brackets. */
  boolean isSide(int i) {
    if (isNumeric(i)) {
      return true;
    }
    boolean word = is(i, Kind.WORD) || is(i, Kind.OPEN);
    boolean before = isNumeric(i + 1) || (is(i + 1, Kind.WORD) && isNumeric(i + 2));
    boolean bracketed = is(i + 2, Kind.CLOSE) && isNumeric(i + 3);
    return word && (before || bracketed);
  }

  private SizeSide next(boolean named) {
    Axis axis = null;
    boolean open = false;
    while (!isNumeric(at)) {
      open |= is(at, Kind.OPEN);
      axis = axis(at) == null ? axis : axis(at);
      open &= !is(at, Kind.CLOSE);
      at++;
    }
    SizeSide side = side(named);
    if (open && is(at, Kind.CLOSE)) {
      at++;
      side = side.unit() == null ? side.in(unit()) : side;
    }
    return axis == null ? side : side.named(axis);
  }

  private SizeSide side(boolean mayBeNamedBehind) {
    SizeSide side = length();
    if (range(side)) {
      at++;
      SizeUnit unit = length().unit();
      side = SizeSide.unreadable(unit == null ? side.unit() : unit);
    }
    Axis axis = nameBehind(mayBeNamedBehind);
    SizeUnit unit = side.unit() == null ? unit() : side.unit();
    return side.in(unit).named(axis);
  }

  /** Reads a number and its unit, with inches behind feet. */
  private SizeSide length() {
    SizeToken number = tokens.get(at++);
    SizeUnit unit = unit();
    double length = number.value();
    State state = state(number);
    if (unit == SizeUnit.FOOT) {
      int inches = is(at, Kind.COMMA) || is(at, Kind.DASH) ? at + 1 : at;
      boolean said = is(inches + 1, Kind.UNIT) && isInch(inches + 1);
      boolean follows = inches == at && !is(inches + 1, Kind.UNIT);
      if (is(inches, Kind.NUMBER) && value(inches) < INCHES_A_FOOT && (said || follows)) {
        length += value(inches) / INCHES_A_FOOT;
        at = inches + (said ? 2 : 1);
      }
    }
    String word = is(at, Kind.WORD) ? tokens.get(at).word() : "";
    boolean foreign = unit == null ? SizeWords.isNoLength(word) : word.equals(SizeScanner.POWER);
    return new SizeSide(length, unit, null, foreign ? State.FOREIGN : state);
  }

  private static State state(SizeToken number) {
    return switch (number.kind()) {
      case THOUSANDS -> number.word().equals(",") ? State.GROUPED : State.POINTED;
      case NUMBER -> State.READ;
      default -> State.UNREADABLE;
    };
  }

  private boolean isInch(int i) {
    return SizeUnit.of(tokens.get(i).word()).filter(unit -> unit == SizeUnit.INCH).isPresent();
  }

  private double value(int i) {
    return tokens.get(i).value();
  }

  private @Nullable SizeUnit unit() {
    return is(at, Kind.UNIT) ? SizeUnit.of(tokens.get(at++).word()).orElse(null) : null;
  }

  /** Whether a second number makes this one a range: {@code 30–35 cm}, {@code 30 cm to 35 cm}. */
  private boolean range(SizeSide first) {
    boolean to = is(at, Kind.WORD) && TO.contains(tokens.get(at).word());
    if (!(to || is(at, Kind.DASH)) || !isNumeric(at + 1)) {
      return false;
    }
    int behind = at + 2;
    SizeUnit unit =
        is(behind, Kind.UNIT) ? SizeUnit.of(tokens.get(behind).word()).orElse(null) : null;
    if (first.unit() == null) {
      return true;
    }
    boolean group = is(unit == null ? behind : behind + 1, Kind.TIMES);
    return !group && unit != null && SizeParser.system(unit) == SizeParser.system(first.unit());
  }

  /** Reads a name behind a side: {@code (h)}, {@code h}, {@code high}, {@code in diameter}. */
  private @Nullable Axis nameBehind(boolean also) {
    int name = at;
    if (is(name, Kind.OPEN) && is(name + 2, Kind.CLOSE) && axis(name + 1) != null) {
      at += 3;
      return axis(name + 1);
    }
    if (is(name, Kind.OPEN)) {
      return nameBehindBrackets();
    }
    boolean joined = name < tokens.size() && JOINING.contains(tokens.get(name).word());
    name += joined ? 1 : 0;
    Axis axis = axis(name);
    if (axis == null || (isNumeric(name + 1) && !(also && !joined))) {
      return null;
    }
    at = name + 1;
    return axis;
  }

  /** Looks for a name behind the same length in another unit: {@code 12 in. (30.5 cm) high}. */
  private @Nullable Axis nameBehindBrackets() {
    int close = at + 1;
    while (close - at < LONGEST_BRACKETS && close < tokens.size() && !is(close, Kind.CLOSE)) {
      close++;
    }
    int name = is(close + 1, Kind.OPEN) && is(close + 3, Kind.CLOSE) ? close + 2 : close + 1;
    if (!is(close, Kind.CLOSE) || axis(name) == null || isNumeric(name + 1)) {
      return null;
    }
    taken = name;
    return axis(name);
  }

  /** Whether a name was taken for that of a side some way before it. */
  boolean isTaken(int i) {
    return i == taken;
  }

  /** Reads {@code H x W x D} behind as many sides that have no names. */
  private void trailingNames(List<SizeSide> sides) {
    int name = is(at, Kind.OPEN) ? at + 1 : at;
    List<Axis> axes = new ArrayList<>();
    Axis axis = axis(name);
    while (axis != null) {
      axes.add(axis);
      name++;
      name += is(name, Kind.TIMES) || is(name, Kind.COMMA) ? 1 : 0;
      axis = axis(name);
    }
    boolean named = sides.stream().anyMatch(side -> side.axis() != null);
    if (axes.size() != sides.size() || axes.size() < 2 || named || isNumeric(name)) {
      return;
    }
    for (int i = 0; i < axes.size(); i++) {
      sides.set(i, sides.get(i).named(axes.get(i)));
    }
    at = is(at, Kind.OPEN) && is(name, Kind.CLOSE) ? name + 1 : name;
    SizeUnit unit = unit();
    if (unit != null) {
      sides.replaceAll(side -> side.unit() == null ? side.in(unit) : side);
    }
  }

  /** A side without a unit has that of the next side with one, else of the last. */
  private static void withUnits(List<SizeSide> sides) {
    SizeUnit unit = null;
    for (int i = sides.size() - 1; i >= 0; i--) {
      unit = sides.get(i).unit() == null ? unit : sides.get(i).unit();
      sides.set(i, sides.get(i).in(unit));
    }
    for (SizeSide side : sides) {
      unit = side.unit() == null ? unit : side.unit();
    }
    for (int i = 0; i < sides.size(); i++) {
      sides.set(i, sides.get(i).unit() == null ? sides.get(i).in(unit) : sides.get(i));
    }
  }

  private boolean is(int i, Kind kind) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(kind);
  }

  private boolean isNumeric(int i) {
    return i < tokens.size() && tokens.get(i).isNumeric();
  }

  private @Nullable Axis axis(int i) {
    return is(i, Kind.WORD) ? SizeWords.axis(tokens.get(i).word()).orElse(null) : null;
  }
}
