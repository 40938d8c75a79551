package io.artrec.text.wish;

import java.util.Optional;

/** Whether what is read now is wanted, and how far a negation reaches. */
final class NegationScope {
  /** What opened the scope. */
  enum Opener {
    /** No, not, 不: reaches over the next things of a list. */
    NOT,
    /** Don't want, 不要: as {@link #NOT}, also over a Chinese modifier's noun. */
    REFUSE,
    /** Without, 没有: ends behind a Chinese modifier. */
    WITHOUT,
    /** Anything but, 除了. */
    EXCEPT
  }

  private boolean open;
  private Opener opener = Opener.NOT;
  private int parts;
  private int at;
  private Optional<WishSlot> last = Optional.empty();

  /** Opens the scope at a unit. */
  void open(int unit, Opener by) {
    open = true;
    at = unit;
    opener = by;
    parts = 0;
    last = Optional.empty();
  }

  void close() {
    open = false;
  }

  boolean isOpen() {
    return open;
  }

  boolean isExcept() {
    return open && opener == Opener.EXCEPT;
  }

  /** The unit at which it opened. */
  int at() {
    return at;
  }

  Opener opener() {
    return opener;
  }

  /** Whether something was read in the scope. */
  boolean isUsed() {
    return open && parts > 0;
  }

  Optional<WishSlot> last() {
    return last;
  }

  void read(WishSlot slot) {
    parts++;
    last = Optional.of(slot);
  }
}
