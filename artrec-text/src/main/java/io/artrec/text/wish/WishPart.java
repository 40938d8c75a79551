package io.artrec.text.wish;

import io.artrec.text.subject.Subject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a wish says: a slot, what is wanted of it or not, and where in the text that
 * stands. Immutable and thread-safe; equal where slot, sign and value are, wherever they stand.
 */
public final class WishPart {
  private final WishSlot slot;
  private final String value;
  private final boolean wanted;
  private final @Nullable WishRange range;
  private final @Nullable String currency;
  private final @Nullable Subject subject;
  private final int start;
  private final int end;

  private WishPart(Draft draft, int start, int end, boolean wanted) {
    slot = draft.slot;
    value = draft.value;
    this.wanted = wanted;
    range = draft.range;
    currency = draft.currency;
    subject = draft.subject;
    this.start = start;
    this.end = end;
  }

  /** A part before its sign is known. */
  static final class Draft {
    private final WishSlot slot;
    private final String value;
    private @Nullable WishRange range;
    private @Nullable String currency;
    private @Nullable Subject subject;

    private Draft(WishSlot slot, String value) {
      this.slot = slot;
      this.value = value;
    }

    static Draft of(WishSlot slot, String value) {
      return new Draft(slot, value);
    }

    static Draft of(Subject subject) {
      Draft draft = new Draft(WishSlot.SUBJECT, subject.label(Locale.ENGLISH));
      draft.subject = subject;
      return draft;
    }

    static Draft of(WishSlot slot, WishRange range) {
      boolean number = slot == WishSlot.COUNT && range.from().equals(range.to());
      Draft draft = new Draft(slot, number ? WishRange.number(range.least()) : range.toString());
      draft.range = range;
      return draft;
    }

    /** A price; the currency is {@code ?} where none is said. */
    static Draft price(WishRange range, String currency) {
      Draft draft = new Draft(WishSlot.PRICE, range + " " + currency);
      draft.range = range;
      draft.currency = currency;
      return draft;
    }

    WishSlot slot() {
      return slot;
    }

    String value() {
      return value;
    }

    Optional<WishRange> range() {
      return Optional.ofNullable(range);
    }

    /** This draft of what lies beyond its open range. */
    Draft inverted() {
      WishRange beyond = Objects.requireNonNull(range).inverted(slot == WishSlot.YEAR ? 1 : 0);
      return slot == WishSlot.PRICE
          ? price(beyond, Objects.requireNonNull(currency))
          : of(slot, beyond);
    }

    WishPart at(int from, int to, boolean wanted) {
      return new WishPart(this, from, to, wanted);
    }
  }

  /**
   * Returns what the part is about.
   *
   * @return the slot
   */
  public WishSlot slot() {
    return slot;
  }

  /**
   * Returns what is wanted or not, in the words of the lexicons.
   *
   * @return in English whatever the wish is written in; a range as {@link WishRange} writes it, for
   *     prices with the currency behind, {@code ..500 EUR}, or {@code ?} where none is said
   */
  public String value() {
    return value;
  }

  /**
   * Tells whether it is wanted.
   *
   * @return false when no answered work may have it
   */
  public boolean isWanted() {
    return wanted;
  }

  /**
   * Returns the numbers.
   *
   * @return the range of years, centimetres, a price or a count; else empty
   */
  public Optional<WishRange> range() {
    return Optional.ofNullable(range);
  }

  /**
   * Returns the currency of a price.
   *
   * @return the ISO 4217 code; empty where none is said
   */
  public Optional<String> currency() {
    return Optional.ofNullable(currency).filter(code -> !code.equals("?"));
  }

  /**
   * Returns the subject.
   *
   * @return the node of the tree of a part that is about what works show; else empty
   */
  public Optional<Subject> subject() {
    return Optional.ofNullable(subject);
  }

  /**
   * Returns where the words stand from which it was read.
   *
   * @return the offset of their first character in {@link ParsedWish#text()}
   */
  public int start() {
    return start;
  }

  /**
   * Returns where those words end.
   *
   * @return the offset behind their last character
   */
  public int end() {
    return end;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WishPart that
        && slot == that.slot
        && wanted == that.wanted
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return 31 * slot.code().hashCode() + value.hashCode();
  }

  /**
   * {@return the part as it stands in files, for instance {@code !subject=war} or {@code
   * price=..500 EUR}}
   */
  @Override
  public String toString() {
    return (wanted ? "" : "!") + slot.code() + "=" + value;
  }
}
