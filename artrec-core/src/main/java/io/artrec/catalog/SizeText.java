package io.artrec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads sizes as museums write them, height first: {@code support: 457 x 352 mm}, {@code 24 × 36
 * in. (61 × 91.4 cm)}, {@code H. 12 1/2 in. (31.8 cm)}. A size in cm is preferred to one in mm, m,
 * inches; a support or image to what is unnamed; frames, mounts and plinths are passed over.
 */
final class SizeText {
  private static final int LONGEST = 2_000;
  private static final String NUMBER = "(\\d{1,5}(?:[.,]\\d{1,4})?)(?:[ -](\\d{1,3})/(\\d{1,3}))?";
  private static final String UNIT =
      "(mm|cm|in(?:ches|ch|\\.)?|ft\\.?|feet|m|\"|″|”|毫米|厘米|米|英寸)(?![a-z])";
  private static final Pattern SIZE =
      Pattern.compile(
          NUMBER
              + "\\s*(?:"
              + UNIT
              + ")?(?:\\s*[x×*✕]\\s*"
              + NUMBER
              + "\\s*(?:"
              + UNIT
              + ")?)?(?:\\s*[x×*✕]\\s*"
              + NUMBER
              + "\\s*(?:"
              + UNIT
              + ")?)?");
  private static final Pattern PASSED_OVER =
      Pattern.compile("frame|mount|plinth|base|mat\\b|case|sheet|margin");
  private static final Pattern PREFERRED = Pattern.compile("support|image|canvas|object|overall");

  private record Found(Dimensions size, int rank) {}

  private SizeText() {}

  static Optional<Dimensions> parse(String text, SizeUnit unitUnlessSaid) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    List<Found> found = new ArrayList<>();
    for (String part : lower.split("[\\n;]", -1)) {
      Matcher size = SIZE.matcher(part);
      while (size.find()) {
        read(size, part, unitUnlessSaid, found);
      }
    }
    Found best = null;
    for (Found candidate : found) {
      if (best == null || candidate.rank() > best.rank()) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best).map(Found::size);
  }

  private static void read(Matcher size, String part, SizeUnit otherwise, List<Found> found) {
    String symbol = null;
    for (int group : new int[] {12, 8, 4}) {
      symbol = symbol == null ? size.group(group) : symbol;
    }
    if (symbol == null && size.group(5) == null) {
      return;
    }
    SizeUnit unit = symbol == null ? otherwise : SizeUnit.of(symbol).orElse(otherwise);
    double[] sides = new double[3];
    for (int side = 0; side < 3; side++) {
      sides[side] = unit.toCm(number(size, 1 + 4 * side));
    }
    int rank = 10 * (unit == SizeUnit.CM ? 3 : unit == SizeUnit.INCH ? 1 : 2);
    rank += size.group(5) == null ? 0 : 100;
    rank += PREFERRED.matcher(part).find() ? 5 : 0;
    rank -= PASSED_OVER.matcher(part).find() ? 200 : 0;
    if (sides[0] <= 0 || sides[0] >= 1e7 || (size.group(5) == null && rank < 0)) {
      return;
    }
    found.add(new Found(new Dimensions(side(sides[1]), side(sides[0]), side(sides[2])), rank));
  }

  private static OptionalDouble side(double cm) {
    return cm > 0 && cm < 1e7 ? OptionalDouble.of(cm) : OptionalDouble.empty();
  }

  private static double number(Matcher size, int group) {
    String whole = size.group(group);
    if (whole == null) {
      return 0;
    }
    double value = Double.parseDouble(whole.replace(',', '.'));
    String over = size.group(group + 2);
    if (over != null && !over.matches("0+")) {
      value += Double.parseDouble(size.group(group + 1)) / Double.parseDouble(over);
    }
    return value;
  }
}
