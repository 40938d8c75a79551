package io.artrec.djl.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may come next in a JSON text that is written byte by byte. Immutable. A state knows what
 * follows it, so that there is no stack beside it.
 */
abstract class JsonState {
  /** The text is whole; nothing may follow. */
  static final JsonState END =
      new JsonState(0) {
        @Override
        @Nullable JsonState next(int octet) {
          return null;
        }
      };

  private final int toGo;

  JsonState(int toGo) {
    this.toGo = toGo;
  }

  /** The state after a byte, 0 to 255, or null where the byte does not fit. */
  abstract @Nullable JsonState next(int octet);

  /** The state after some bytes, or null where they do not fit. */
  final @Nullable JsonState next(byte[] bytes) {
    JsonState state = this;
    for (byte octet : bytes) {
      if (state == null) {
        return null;
      }
      state = state.next(octet & 0xff);
    }
    return state;
  }

  /** The fewest bytes that make the text whole. */
  final int toGo() {
    return toGo;
  }

  final boolean isEnd() {
    return this == END;
  }

  /** Given bytes, and then something else. */
  static final class Literal extends JsonState {
    private final byte[] bytes;
    private final int at;
    private final JsonState then;

    Literal(byte[] bytes, JsonState then) {
      this(bytes, 0, then);
    }

    private Literal(byte[] bytes, int at, JsonState then) {
      super(bytes.length - at + then.toGo());
      this.bytes = bytes;
      this.at = at;
      this.then = then;
    }

    @Override
    @Nullable JsonState next(int octet) {
      if (octet != (bytes[at] & 0xff)) {
        return null;
      }
      return at + 1 == bytes.length ? then : new Literal(bytes, at + 1, then);
    }
  }

  /** One of some states, told apart as soon as they differ. */
  static final class Choice extends JsonState {
    private final List<JsonState> states;

    private Choice(List<JsonState> states) {
      super(states.stream().mapToInt(JsonState::toGo).min().orElse(0));
      this.states = states;
    }

    static @Nullable JsonState of(List<JsonState> states) {
      if (states.isEmpty()) {
        return null;
      }
      return states.size() == 1 ? states.get(0) : new Choice(states);
    }

    @Override
    @Nullable JsonState next(int octet) {
      List<JsonState> fit = new ArrayList<>();
      for (JsonState state : states) {
        Optional.ofNullable(state.next(octet)).ifPresent(fit::add);
      }
      return of(fit);
    }
  }

  /** A space or none. */
  static final class Space extends JsonState {
    private final JsonState then;

    Space(JsonState then) {
      super(then.toGo());
      this.then = then;
    }

    @Override
    @Nullable JsonState next(int octet) {
      return octet == ' ' ? then : then.next(octet);
    }
  }

  /** A string after its opening quote: UTF-8 as RFC 3629 has it, short escapes, so many chars. */
  static final class Text extends JsonState {
    private static final String ESCAPES = "\"\\/bfnrt";

    private final int left;
    private final JsonState then;

    /**
     * @param left code points that may follow, or a negative number for any number
     */
    Text(int left, JsonState then) {
      super(1 + then.toGo());
      this.left = left;
      this.then = then;
    }

    @Override
    @Nullable JsonState next(int octet) {
      if (octet == '"') {
        return then;
      }
      if (left == 0 || octet < 0x20 || octet == 0x7f) {
        return null;
      }
      Text after = left < 0 ? this : new Text(left - 1, then);
      if (octet == '\\') {
        return new Escape(after);
      }
      if (octet < 0x80) {
        return after;
      }
      return switch (octet) {
        case 0xe0 -> new Continuation(0xa0, 0xbf, new Continuation(0x80, 0xbf, after));
        case 0xed -> new Continuation(0x80, 0x9f, new Continuation(0x80, 0xbf, after));
        case 0xf0 -> new Continuation(0x90, 0xbf, two(after));
        case 0xf4 -> new Continuation(0x80, 0x8f, two(after));
        default -> lead(octet, after);
      };
    }

    private static @Nullable JsonState lead(int octet, Text after) {
      if (octet >= 0xc2 && octet <= 0xdf) {
        return new Continuation(0x80, 0xbf, after);
      }
      if (octet >= 0xe1 && octet <= 0xef) {
        return two(after);
      }
      return octet >= 0xf1 && octet <= 0xf3 ? new Continuation(0x80, 0xbf, two(after)) : null;
    }

    private static Continuation two(Text after) {
      return new Continuation(0x80, 0xbf, new Continuation(0x80, 0xbf, after));
    }
  }

  private static final class Escape extends JsonState {
    private final JsonState then;

    Escape(JsonState then) {
      super(1 + then.toGo());
      this.then = then;
    }

    @Override
    @Nullable JsonState next(int octet) {
      return octet < 0x80 && Text.ESCAPES.indexOf(octet) >= 0 ? then : null;
    }
  }

  private static final class Continuation extends JsonState {
    private final int from;
    private final int to;
    private final JsonState then;

    Continuation(int from, int to, JsonState then) {
      super(1 + then.toGo());
      this.from = from;
      this.to = to;
      this.then = then;
    }

    @Override
    @Nullable JsonState next(int octet) {
      return octet >= from && octet <= to ? then : null;
    }
  }
}
