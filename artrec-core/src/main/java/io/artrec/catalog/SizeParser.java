package io.artrec.catalog;

import io.artrec.catalog.SizeToken.Kind;
import io.artrec.catalog.SizeWords.Axis;
import io.artrec.catalog.SizeWords.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a size by the grammar of {@link SizeText}, in one pass. Not thread-safe. */
final class SizeParser {
  private static final List<Axis> IN_ORDER = List.of(Axis.HEIGHT, Axis.WIDTH, Axis.DEPTH);

  /** A labelled length whose unit a later one may say: {@code Höhe 30, Breite 20 cm}. */
  private record Pending(SizePart part, Axis axis, double length) {}

  private final List<SizeToken> tokens;
  private final SizeUnit unitUnlessSaid;
  private final SizeSides sides;
  private final List<SizePart> parts = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private final SizeLead lead = new SizeLead();
  private int at;
  private int depth;
  private @Nullable SizePart heading;
  private @Nullable SizePart lastPart;
  private List<SizeSide> lastSides = List.of();
  private boolean measured;
  private int places;

  SizeParser(List<SizeToken> tokens, SizeUnit unitUnlessSaid) {
    this.tokens = tokens;
    this.unitUnlessSaid = unitUnlessSaid;
    sides = new SizeSides(tokens);
  }

  /** Reads all of the text. */
  List<SizePart> parse() {
    while (at < tokens.size()) {
      step(tokens.get(at));
    }
    for (Pending side : pending) {
      side.part().put(side.axis(), side.length(), null, unitUnlessSaid);
    }
    return parts;
  }

  /** Reads the text as one length; empty when it is anything else. */
  OptionalDouble length() {
    SizeSides.Group group = sides.read(0, true);
    boolean whole = group.sides().size() == 1 && tokens.get(group.end()).is(Kind.END);
    if (!whole || group.end() != tokens.size() - 1 || group.isForeign()) {
      return OptionalDouble.empty();
    }
    SizeSide side = group.sides().get(0);
    return side.readable()
        ? OptionalDouble.of(
            (side.unit() == null ? unitUnlessSaid : side.unit()).toCm(side.length()))
        : OptionalDouble.empty();
  }

  private void step(SizeToken token) {
    if (token.isNumeric() || (token.is(Kind.TIMES) && sides.isSide(at + 1) && !lead.hasAxes())) {
      measure();
      return;
    }
    switch (token.kind()) {
      case OPEN -> open();
      case CLOSE -> {
        depth = Math.max(0, depth - 1);
        trail();
      }
      case COMMA -> trail();
      case END -> {
        trail();
        lead.clear();
        measured = false;
        depth = 0;
      }
      case WORD -> {
        if (!sides.isTaken(at)) {
          lead.word(token.word());
        }
      }
      case UNIT -> {
        if (token.word().equals("foot") && lead.hasAxes()) {
          lead.part(Part.FRAME);
        } else if (isUnitOfNext(token.word())) {
          lead.unit(token.word());
        }
      }
      default -> {}
    }
    at++;
  }

  /** Whether a unit stands before its number, as in {@code cm 73 x 92}. */
  private boolean isUnitOfNext(String symbol) {
    return at + 1 < tokens.size()
        && tokens.get(at + 1).isNumeric()
        && Character.isLetter(symbol.charAt(0))
        && !symbol.equals("in");
  }

  /** Takes {@code (a)}, {@code (2)} and {@code (h)} for names, not for measures. */
  private void open() {
    depth++;
    boolean single = at + 2 < tokens.size() && tokens.get(at + 2).is(Kind.CLOSE);
    SizeToken inside = tokens.get(Math.min(at + 1, tokens.size() - 1));
    if (single && inside.is(Kind.NUMBER)) {
      lead.part(Part.PIECE);
      at++;
    } else if (single && inside.is(Kind.WORD) && !sides.isTaken(at + 1)) {
      lead.bracketed(inside.word());
      at++;
    }
  }

  /** Words behind a measure name its part, unless words before it did. */
  private void trail() {
    if (!measured || lastPart == null || lead.hasAxes()) {
      return;
    }
    Part said = lead.said();
    if (said != null) {
      lastPart.name(said);
    }
    lead.clear();
  }

  private void measure() {
    boolean more = measured && tokens.get(at).is(Kind.TIMES);
    SizeSides.Group group = sides.read(at, !lead.hasAxes());
    at = group.end();
    List<SizeSide> read = more ? group.sides().subList(1, group.sides().size()) : group.sides();
    boolean labelled = lead.hasAxes() || read.stream().anyMatch(side -> side.axis() != null);
    boolean bare = read.size() == 1 && read.get(0).unit() == null && lead.unit() == null;
    if (group.isForeign() || (bare && !labelled && !more)) {
      return;
    }
    boolean unnamed = measured && lead.said() == null && !labelled;
    boolean twin = unnamed && !more && !sameSystem(read);
    if (unnamed && !more && !twin && read.size() == 1) {
      lead.clear();
      return;
    }
    boolean same = twin && read.size() == lastSides.size();
    List<SizeSide> named = same ? asLast(read) : named(read, more ? places : 0);
    SizePart part = lastPart != null && (twin || more) ? lastPart : part(named, labelled);
    put(part, named);
    places = same ? places : named.size() + (more ? places : 0);
    lastPart = part;
    lastSides = named;
    measured = true;
    lead.clear();
  }

  /** The same sides in another unit. */
  private List<SizeSide> asLast(List<SizeSide> read) {
    List<SizeSide> named = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      named.add(read.get(i).named(lastSides.get(i).axis()));
    }
    return named;
  }

  /** Gives every side its axis, as named or by its place. */
  private List<SizeSide> named(List<SizeSide> read, int first) {
    List<Axis> before = lead.axes(read.size());
    boolean own = read.stream().anyMatch(side -> side.axis() != null);
    boolean listed = !own && before.size() == read.size();
    boolean inOrder = first + read.size() <= IN_ORDER.size() && before.size() <= 1;
    List<SizeSide> named = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Axis axis = read.get(i).axis();
      if (axis == null) {
        axis = listed ? before.get(i) : i == 0 && before.size() == 1 ? before.get(0) : null;
      }
      inOrder &= axis == null || (first + i < IN_ORDER.size() && axis == IN_ORDER.get(first + i));
      named.add(read.get(i).named(axis));
    }
    for (int i = 0; inOrder && i < named.size(); i++) {
      named.set(i, named.get(i).named(IN_ORDER.get(first + i)));
    }
    return named;
  }

  private boolean sameSystem(List<SizeSide> read) {
    SizeUnit unit = read.get(0).unit();
    SizeUnit last = lastSides.isEmpty() ? null : lastSides.get(0).unit();
    return (unit == null ? 0 : system(unit)) == (last == null ? 0 : system(last));
  }

  static int system(SizeUnit unit) {
    return unit == SizeUnit.INCH || unit == SizeUnit.FOOT ? 2 : 1;
  }

  /** Finds the part that a measure is of, or starts it. */
  private SizePart part(List<SizeSide> named, boolean labelled) {
    Part said = lead.said();
    boolean remark = said != null && (depth > 0 || lead.isRemark());
    if (said == null && measured && depth > 0 && lastPart != null) {
      return lastPart;
    }
    SizePart last = heading;
    boolean fits = last != null && labelled && !remark && fits(last, named);
    if (fits && last != null && (said == null || last.kind() == said)) {
      return last;
    }
    SizePart part = new SizePart(said, remark);
    parts.add(part);
    heading = remark && heading != null ? heading : part;
    return part;
  }

  private static boolean fits(SizePart part, List<SizeSide> named) {
    return named.stream().noneMatch(side -> side.axis() != null && part.has(side.axis()));
  }

  private void put(SizePart part, List<SizeSide> named) {
    Set<Axis> seen = EnumSet.noneOf(Axis.class);
    for (SizeSide side : named) {
      Axis axis = side.axis();
      SizeUnit unit = side.unit() == null ? lead.unit() : side.unit();
      if (axis == null || !seen.add(axis)) {
        part.leaveOut();
      } else if (!side.readable()) {
        part.leaveOut(axis);
      } else if (unit == null) {
        pending.add(new Pending(part, axis, side.length()));
      } else {
        settle(part, unit, named.size());
        part.put(axis, side.length(), unit, unitUnlessSaid);
      }
    }
  }

  /** Lets a later side of the same part say the unit of those before it. */
  private void settle(SizePart part, SizeUnit unit, int size) {
    if (depth == 0 && size == 1) {
      for (Pending side : pending) {
        if (side.part() == part) {
          part.put(side.axis(), side.length(), unit, unitUnlessSaid);
        }
      }
      pending.removeIf(side -> side.part() == part);
    }
  }
}
