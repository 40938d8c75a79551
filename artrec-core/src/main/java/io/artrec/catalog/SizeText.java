package io.artrec.catalog;

import io.artrec.catalog.SizeWords.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads sizes as museums write them. Cost linear in the text, of which only the first {@value
 * #MOST_CHARACTERS} characters are looked at.
 *
 * <pre>
 * size    = measure { (line end | ";" | "," | "/" | "=" | brackets) measure }
 * measure = [part] [side names] side { "x" side } [side names] [part]
 * side    = [name] number [unit] [number "in"] [name]
 * number  = digits [decimals] [fraction] | fraction
 * </pre>
 *
 * <ul>
 *   <li>Sides without a name are height, width and depth, as museums write them.
 *   <li>A diameter is a width; a length is a width too unless there is one, and a depth where there
 *       are both a width and a height. Neither is ever a height.
 *   <li>Of the same side in several units centimetres count, wherever they stand, then millimetres
 *       and metres, then inches and feet; what has no unit is in the unit told, and counts last.
 *   <li>Of several parts the work itself (support, image, object, unframed) counts, then what is
 *       not named, a sheet, a piece of the work; frames, mounts and plinths never do. Of equals one
 *       with height and width, then the first.
 *   <li>What is no length (ranges, fractions over 0, pixels, kilograms, traditional feet) is left
 *       out.
 * </ul>
 */
final class SizeText {
  /** The most characters of a text that are looked at. */
  static final int MOST_CHARACTERS = 10_000;

  /**
   * What was read.
   *
   * @param size the size, if any
   * @param leftOut whether something was measured that could not be read
   * @param parts every measured part
   */
  record Reading(Optional<Dimensions> size, boolean leftOut, List<SizePart> parts) {
    /** Copies the parts. */
    Reading {
      parts = List.copyOf(parts);
    }

    /** Whether some part is of the work as a whole, not of a piece or sheet. */
    boolean isOfWhole() {
      return parts.stream()
          .anyMatch(part -> part.kind().compareTo(Part.PLAIN) >= 0 && part.isFlat());
    }
  }

  private SizeText() {}

  static Optional<Dimensions> parse(String text, SizeUnit unitUnlessSaid) {
    return read(text, unitUnlessSaid).size();
  }

  static Reading read(String text, SizeUnit unitUnlessSaid) {
    if (text.isBlank()) {
      return new Reading(Optional.empty(), false, List.of());
    }
    List<SizePart> parts = new SizeParser(SizeScanner.scan(whole(text)), unitUnlessSaid).parse();
    Optional<SizePart> best = best(parts, false).or(() -> best(parts, true));
    if (best.isEmpty()) {
      return new Reading(Optional.empty(), !parts.isEmpty(), parts);
    }
    SizePart work = best.get();
    parts.stream()
        .filter(part -> part != work && part.isAside() && isOfTheWork(part))
        .forEach(work::complete);
    return new Reading(Optional.of(work.dimensions()), work.lacks(), parts);
  }

  /** Reads one length with or without a unit, such as {@code 12 1/2 in.} */
  static OptionalDouble length(String text, SizeUnit unitUnlessSaid) {
    if (text.length() > 100) {
      return OptionalDouble.empty();
    }
    return new SizeParser(SizeScanner.scan(text), unitUnlessSaid).length();
  }

  /** The text up to the last clause that fits. */
  private static String whole(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    String cut = text.substring(0, MOST_CHARACTERS);
    int end = Math.max(cut.lastIndexOf(';'), cut.lastIndexOf('\n'));
    return cut.substring(0, Math.max(end, 0));
  }

  private static boolean isOfTheWork(SizePart part) {
    return part.kind() != Part.FRAME && !part.isEmpty();
  }

  private static Optional<SizePart> best(List<SizePart> parts, boolean remarks) {
    SizePart best = null;
    for (SizePart part : parts) {
      if (isOfTheWork(part)
          && part.isAside() == remarks
          && (best == null || isBetter(part, best))) {
        best = part;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(SizePart part, SizePart other) {
    return part.isFlat() == other.isFlat()
        ? part.kind().compareTo(other.kind()) > 0
        : part.isFlat();
  }
}
