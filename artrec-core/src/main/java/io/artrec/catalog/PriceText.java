package io.artrec.catalog;

import java.util.Optional;

/**
 * What a price column says.
 *
 * @param price the price, or empty when it says none
 * @param sold whether it says that the work is sold
 * @param problem what was expected of a text that cannot be read, or empty
 */
record PriceText(Optional<Price> price, boolean sold, String problem) {
  static PriceText none() {
    return new PriceText(Optional.empty(), false, "");
  }

  static PriceText ofSold() {
    return new PriceText(Optional.empty(), true, "");
  }

  static PriceText of(Price price) {
    return new PriceText(Optional.of(price), false, "");
  }

  static PriceText unread(String expectation) {
    return new PriceText(Optional.empty(), false, expectation);
  }
}
