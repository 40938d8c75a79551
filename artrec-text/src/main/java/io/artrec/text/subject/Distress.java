package io.artrec.text.subject;

import java.util.Locale;
import java.util.Optional;

/** Why a subject may distress somebody. What is true of a subject is true of its kinds. */
public enum Distress {
  /** Armed conflict, its arms and those who bear them. */
  WAR,
  /** Dying, the dead and mourning. */
  DEATH,
  /** Sickness, wounds and their treatment. */
  ILLNESS,
  /** Violence against people or animals, bondage and punishment. */
  CRUELTY,
  /** Unclothed people and sexual acts. */
  NUDITY;

  /** The word in files of subjects. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Distress> of(String word) {
    for (Distress mark : values()) {
      if (mark.word().equals(word)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }
}
