package io.artrec.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What changes about a work from day to day, and says nothing of what it looks like or is about: no
 * feature reads it unless its spec says so, so a change costs no encoding. Immutable.
 *
 * @param price what it costs
 * @param availability whether it can be had or seen
 * @param stock how many copies are left, 0 or more; empty when nobody counts
 * @param edition which copies there are, as the record says it, for instance {@code 12/50}
 */
public record Offer(
    Optional<Price> price, Availability availability, OptionalInt stock, Optional<String> edition) {
  private static final Offer UNKNOWN =
      new Offer(Optional.empty(), Availability.UNKNOWN, OptionalInt.empty(), Optional.empty());

  /** Validates the parts. */
  public Offer {
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(availability, "availability");
    if (stock.isPresent() && stock.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "stock is " + stock.getAsInt() + ", expected 0 or more copies");
    }
    edition = edition.map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * Returns the offer of a record that says nothing of it.
   *
   * @return no price, availability {@link Availability#UNKNOWN}, no stock, no edition
   */
  public static Offer unknown() {
    return UNKNOWN;
  }

  /**
   * Returns this offer at a price.
   *
   * @param amount the price
   * @return the changed offer
   */
  public Offer price(Price amount) {
    return new Offer(Optional.of(amount), availability, stock, edition);
  }

  /**
   * Returns this offer with an availability.
   *
   * @param state the availability
   * @return the changed offer
   */
  public Offer availability(Availability state) {
    return new Offer(price, state, stock, edition);
  }

  /**
   * Returns this offer with a number of copies.
   *
   * @param copies 0 or more
   * @return the changed offer
   */
  public Offer stock(int copies) {
    return new Offer(price, availability, OptionalInt.of(copies), edition);
  }

  /**
   * Returns this offer with an edition.
   *
   * @param text as the record says it
   * @return the changed offer
   */
  public Offer edition(String text) {
    return new Offer(price, availability, stock, Optional.of(text));
  }

  /**
   * Tells whether the work can be had or seen, as far as is known.
   *
   * @return false when it is unavailable, or no copy is left
   */
  public boolean isAvailable() {
    return availability != Availability.UNAVAILABLE && stock.orElse(1) > 0;
  }
}
