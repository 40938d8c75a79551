package io.artrec.eval.report;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a split's name how much of the training part was learned from: {@code
 * per-user:ratio=0.2 share=0.25}. A split that says nothing has the whole.
 */
final class Shares {
  private static final Pattern SHARE =
      Pattern.compile("(?:^|[\\s,:])share=([0-9]*\\.?[0-9]+(?:[eE]-?[0-9]+)?)(?:$|[\\s,])");

  private Shares() {}

  /** Returns the share that a split's name gives, more than 0 and at most 1. */
  static OptionalDouble of(String split) {
    Matcher matcher = SHARE.matcher(split);
    if (!matcher.find()) {
      return OptionalDouble.empty();
    }
    double share = Double.parseDouble(Objects.requireNonNull(matcher.group(1)));
    return share > 0 && share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
  }

  /** Returns the splits with the largest share there is: those whose values are the result. */
  static List<String> largest(List<String> splits) {
    double largest = splits.stream().mapToDouble(split -> of(split).orElse(1)).max().orElse(1);
    return splits.stream().filter(split -> of(split).orElse(1) == largest).toList();
  }
}
