package io.artrec.catalog;

import java.util.Objects;

/**
 * An artist's name and how sure scholarship is that the work is theirs.
 *
 * @param name the artist's name as written, not blank
 * @param qualifier how the artist relates to the work
 */
public record ArtistCredit(String name, Qualifier qualifier) {
  /** How an artist relates to a work, from the hand itself to mere manner. */
  public enum Qualifier {
    /** Made by the artist. */
    BY,
    /** Thought to be by the artist. */
    ATTRIBUTED_TO,
    /** Made in the artist's workshop or studio. */
    WORKSHOP_OF,
    /** By somebody in the artist's immediate surroundings, or a follower. */
    CIRCLE_OF,
    /** A copy after a work of the artist. */
    AFTER,
    /** In the artist's manner or style, at a distance. */
    MANNER_OF
  }

  /** Validates the parts. */
  public ArtistCredit {
    Objects.requireNonNull(qualifier, "qualifier");
    if (name.isBlank()) {
      throw new IllegalArgumentException("artist name is blank; leave the artist out instead");
    }
  }

  /**
   * {@return a credit without qualification}
   *
   * @param name the artist's name
   */
  public static ArtistCredit by(String name) {
    return new ArtistCredit(name, Qualifier.BY);
  }
}
