package io.artrec.behavior;

import io.artrec.catalog.Trait;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a visitor chose to follow and to block, in the order of choosing. Nothing is in both.
 * Immutable and thread-safe.
 *
 * @param followed what they want to see more of
 * @param blocked what they want to see nothing of
 */
public record ExplicitPreferences(Set<Trait> followed, Set<Trait> blocked) {
  private static final ExplicitPreferences NONE = new ExplicitPreferences(Set.of(), Set.of());

  /** Copies, and checks that nothing is in both. */
  public ExplicitPreferences {
    followed = Collections.unmodifiableSet(new LinkedHashSet<>(followed));
    blocked = Collections.unmodifiableSet(new LinkedHashSet<>(blocked));
    if (!Collections.disjoint(followed, blocked)) {
      throw new IllegalArgumentException(
          "followed are " + followed + " and blocked " + blocked + ", expected nothing in both");
    }
  }

  /**
   * Returns the preferences of somebody who chose nothing.
   *
   * @return the empty preferences
   */
  public static ExplicitPreferences none() {
    return NONE;
  }

  /**
   * {@return these preferences after another choice, which takes the place of an earlier one about
   * the same; these when nothing changes}
   *
   * @param trait what it is about
   * @param stance what was chosen
   */
  public ExplicitPreferences with(Trait trait, Stance stance) {
    if (stance(trait) == Objects.requireNonNull(stance, "stance")) {
      return this;
    }
    Set<Trait> follows = new LinkedHashSet<>(followed);
    Set<Trait> blocks = new LinkedHashSet<>(blocked);
    follows.remove(trait);
    blocks.remove(trait);
    if (stance == Stance.FOLLOWED) {
      follows.add(trait);
    } else if (stance == Stance.BLOCKED) {
      blocks.add(trait);
    }
    return new ExplicitPreferences(follows, blocks);
  }

  /**
   * Returns what was chosen about a trait.
   *
   * @param trait the trait
   * @return neutral when nothing was
   */
  public Stance stance(Trait trait) {
    if (followed.contains(trait)) {
      return Stance.FOLLOWED;
    }
    return blocked.contains(trait) ? Stance.BLOCKED : Stance.NEUTRAL;
  }

  /**
   * Tells whether nothing was chosen.
   *
   * @return true when there is neither
   */
  public boolean isEmpty() {
    return followed.isEmpty() && blocked.isEmpty();
  }
}
