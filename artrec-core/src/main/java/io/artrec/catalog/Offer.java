package io.artrec.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What changes about a work from day to day, and says nothing of what it looks like or is about: no
 * feature reads it unless its spec says so, so a change costs no encoding. Immutable; two offers
 * are equal when all their parts are. Starts from {@link #unknown}.
 */
public final class Offer {
  private static final Offer UNKNOWN =
      new Offer(Optional.empty(), Availability.UNKNOWN, OptionalInt.empty(), Optional.empty());

  private final Optional<Price> price;
  private final Availability availability;
  private final OptionalInt stock;
  private final Optional<String> edition;

  private Offer(
      Optional<Price> price,
      Availability availability,
      OptionalInt stock,
      Optional<String> edition) {
    this.price = price;
    this.availability = availability;
    this.stock = stock;
    this.edition = edition;
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
   * {@return this offer at a price}
   *
   * @param amount the price
   */
  public Offer price(Price amount) {
    return new Offer(Optional.of(amount), availability, stock, edition);
  }

  /**
   * {@return this offer with an availability}
   *
   * @param state the availability
   */
  public Offer availability(Availability state) {
    return new Offer(price, Objects.requireNonNull(state, "state"), stock, edition);
  }

  /**
   * {@return this offer with a number of copies}
   *
   * @param copies 0 or more
   */
  public Offer stock(int copies) {
    if (copies < 0) {
      throw new IllegalArgumentException("stock is " + copies + ", expected 0 or more copies");
    }
    return new Offer(price, availability, OptionalInt.of(copies), edition);
  }

  /**
   * {@return this offer with an edition}
   *
   * @param text which copies there are, as the record says it, for instance {@code 12/50}
   */
  public Offer edition(String text) {
    Optional<String> said = Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    return new Offer(price, availability, stock, said);
  }

  /**
   * Returns what the work costs.
   *
   * @return the price, or empty when the record does not say
   */
  public Optional<Price> price() {
    return price;
  }

  /**
   * Returns whether the work can be had or seen, as the record says it.
   *
   * @return the availability, {@link Availability#UNKNOWN} when the record does not say
   */
  public Availability availability() {
    return availability;
  }

  /** {@return how many copies are left, 0 or more, or empty when nobody counts} */
  public OptionalInt stock() {
    return stock;
  }

  /**
   * Returns which copies there are.
   *
   * @return the edition as the record says it, or empty
   */
  public Optional<String> edition() {
    return edition;
  }

  /**
   * Tells whether the work can be had or seen, as far as is known.
   *
   * @return false when it is unavailable, or no copy is left
   */
  public boolean isAvailable() {
    return availability != Availability.UNAVAILABLE && stock.orElse(1) > 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Offer that
        && price.equals(that.price)
        && availability == that.availability
        && stock.equals(that.stock)
        && edition.equals(that.edition);
  }

  @Override
  public int hashCode() {
    return Objects.hash(price, availability, stock, edition);
  }

  @Override
  public String toString() {
    return "Offer[price "
        + price
        + ", "
        + availability
        + ", stock "
        + stock
        + ", edition "
        + edition
        + "]";
  }
}
