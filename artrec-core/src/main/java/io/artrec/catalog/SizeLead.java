package io.artrec.catalog;

import io.artrec.catalog.SizeWords.Axis;
import io.artrec.catalog.SizeWords.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the words before a measure say of it. Not thread-safe. */
final class SizeLead {
  private final List<Axis> axes = new ArrayList<>();
  private @Nullable Part part;
  private boolean without;
  private boolean remark;
  private boolean lettered;
  private @Nullable SizeUnit unit;

  void clear() {
    axes.clear();
    part = null;
    without = false;
    remark = false;
    unit = null;
    lettered = false;
  }

  void word(String word) {
    if (SizeWords.isWithout(word)) {
      without = true;
      part(Part.WORK);
      return;
    }
    boolean letterOfPiece = word.length() == 1 && part == Part.PIECE;
    if (!letterOfPiece) {
      SizeWords.axis(word).ifPresent(axes::add);
      lettered |= word.equals("b");
    }
    SizeWords.part(word).ifPresent(this::part);
  }

  /** Takes a single word in brackets: a side's name, or the letter of a piece. */
  void bracketed(String word) {
    boolean letter = word.length() == 1 && "hwdlø".indexOf(word.charAt(0)) < 0;
    if (letter || word.matches("i{1,3}|iv|vi{0,3}|ix")) {
      part(Part.PIECE);
    } else {
      word(word);
    }
  }

  /** The most telling part counts: a frame over all, unless it was left out of the measure. */
  void part(Part said) {
    remark |= !axes.isEmpty();
    if (without) {
      part = Part.WORK;
    } else if (part == null || said.compareTo(part) < 0) {
      part = said;
    }
  }

  void unit(String symbol) {
    unit = SizeUnit.of(symbol).orElse(unit);
  }

  @Nullable SizeUnit unit() {
    return unit;
  }

  boolean hasAxes() {
    return !axes.isEmpty();
  }

  /** The sides named, of a measure of so many; b before several sides is the second piece. */
  List<Axis> axes(int sides) {
    return lettered && sides > 1 && axes.size() == 1 ? List.of() : List.copyOf(axes);
  }

  @Nullable Part said() {
    return part;
  }

  /** Whether the part was named behind the side, as in {@code Width of base}. */
  boolean isRemark() {
    return remark;
  }
}
