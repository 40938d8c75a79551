package io.artrec.promotion;

import java.util.Objects;
import java.util.Optional;

/**
 * A work that stands at a set place of every answer that may hold it.
 *
 * @param artwork the artwork's id, not blank
 * @param place the place, 1 for the first
 * @param sponsor who paid for the place, not blank; empty when the house chose the work
 */
public record Placement(String artwork, int place, Optional<String> sponsor) {
  /** Validates the parts. */
  public Placement {
    Objects.requireNonNull(sponsor, "sponsor");
    if (artwork.isBlank()) {
      throw new IllegalArgumentException("the id of a work to place is blank");
    }
    if (place < 1) {
      throw new IllegalArgumentException(
          "the place of work '" + artwork + "' is " + place + ", expected 1 or more");
    }
    if (sponsor.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException(
          "the sponsor of work '" + artwork + "' is blank; pin the work where nobody paid for it");
    }
  }
}
