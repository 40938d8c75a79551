package io.artrec.text.sentiment;

import org.jspecify.annotations.Nullable;

/**
 * What a word or phrase does in a judgement: it may carry an opinion, change others, or both.
 *
 * @param value the opinion it carries by itself, −4 to 4; 0 for none
 * @param kind how it changes opinions near it, or null
 * @param factor for {@link Kind#SCALE} and {@link Kind#AFTER}: by how much
 */
record Cue(double value, @Nullable Kind kind, double factor) {
  /** The ways in which a word changes opinions near it; named as in the word lists. */
  enum Kind {
    /** Turns the opinion after it round. */
    NEGATE,
    /** Turns it round unless a word of comparing stands between. */
    NEVER,
    /** Looks like a negator and is none. */
    KEEP,
    /** Says what would be, not what is. */
    UNREAL,
    /** Makes the opinion after it count more or less. */
    SCALE,
    /** Makes the opinion before it count more or less. */
    AFTER,
    /** Too much of it. */
    EXCESS,
    /** Less of it. */
    FEWER,
    /** What follows weighs more than what came before. */
    BUT,
    /** Its clause weighs less than the other. */
    ALTHOUGH
  }

  static final Cue NONE = new Cue(0, null, 1);

  Cue withValue(double opinion) {
    return new Cue(opinion, kind, factor);
  }

  Cue withKind(Kind other, double scale) {
    return new Cue(value, other, scale);
  }
}
