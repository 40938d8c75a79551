package io.artrec.catalog;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * What a work costs.
 *
 * @param amount the amount in major units, zero or more
 * @param currency the ISO 4217 currency
 */
public record Price(BigDecimal amount, Currency currency) {
  /** Validates the parts. */
  public Price {
    Objects.requireNonNull(currency, "currency");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("price is " + amount + ", expected zero or more");
    }
  }

  /**
   * {@return a price}
   *
   * @param amount the amount, for instance {@code "1200.50"}
   * @param currency the ISO 4217 code, for instance {@code "EUR"}
   */
  public static Price of(String amount, String currency) {
    return new Price(new BigDecimal(amount), Currency.getInstance(currency));
  }
}
