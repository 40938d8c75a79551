package io.artrec.djl.causal;

import org.jspecify.annotations.Nullable;

/** A number: a sign, up to fifteen digits before the point and six after it, no exponent. */
final class JsonNumber extends JsonState {
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DECIMALS = 6;

  private enum At {
    START,
    SIGN,
    ZERO,
    DIGITS,
    POINT,
    DECIMALS
  }

  private final At at;
  private final int digits;
  private final boolean whole;
  private final JsonState then;

  /**
   * @param whole whether it must be an integer
   */
  JsonNumber(boolean whole, JsonState then) {
    this(At.START, 0, whole, then);
  }

  private JsonNumber(At at, int digits, boolean whole, JsonState then) {
    super((mayEnd(at) ? 0 : 1) + then.toGo());
    this.at = at;
    this.digits = digits;
    this.whole = whole;
    this.then = then;
  }

  private static boolean mayEnd(At at) {
    return at == At.ZERO || at == At.DIGITS || at == At.DECIMALS;
  }

  @Override
  @Nullable JsonState next(int octet) {
    if (octet >= '0' && octet <= '9') {
      return digit(octet);
    }
    if (octet == '-' && at == At.START) {
      return to(At.SIGN, 0);
    }
    if (octet == '.' && !whole && (at == At.ZERO || at == At.DIGITS)) {
      return to(At.POINT, 0);
    }
    return mayEnd(at) ? then.next(octet) : null;
  }

  private @Nullable JsonState digit(int octet) {
    return switch (at) {
      case START, SIGN -> to(octet == '0' ? At.ZERO : At.DIGITS, 1);
      case ZERO -> null;
      case DIGITS -> digits < MOST_DIGITS ? to(At.DIGITS, digits + 1) : null;
      case POINT -> to(At.DECIMALS, 1);
      case DECIMALS -> digits < MOST_DECIMALS ? to(At.DECIMALS, digits + 1) : null;
    };
  }

  private JsonNumber to(At next, int count) {
    return new JsonNumber(next, count, whole, then);
  }
}
