package io.artrec.eval.search;

import java.util.Locale;
import java.util.OptionalDouble;

/** Values as text. */
final class Values {
  private Values() {}

  static String text(OptionalDouble value, OptionalDouble error) {
    if (value.isEmpty()) {
      return "-";
    }
    String text = String.format(Locale.ROOT, "%.4f", value.getAsDouble());
    return error.isEmpty()
        ? text
        : text + String.format(Locale.ROOT, " ± %.4f", error.getAsDouble());
  }
}
