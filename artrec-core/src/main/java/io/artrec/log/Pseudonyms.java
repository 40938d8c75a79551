package io.artrec.log;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Remembers pseudonyms for one pass over a log. Not thread-safe. */
final class Pseudonyms implements UnaryOperator<String> {
  private static final int KEPT = 1 << 16;

  private final UnaryOperator<String> make;
  private final Map<String, String> known = new HashMap<>();

  Pseudonyms(UnaryOperator<String> make) {
    this.make = make;
  }

  @Override
  public String apply(String user) {
    if (known.size() >= KEPT) {
      known.clear();
    }
    return known.computeIfAbsent(user, make);
  }
}
