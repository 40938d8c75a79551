package io.artrec.behavior;

import java.util.Optional;

/** How a visitor chose to stand to an artist, a movement or a subject. */
public enum Stance {
  /** Wants to see more of it. */
  FOLLOWED("follow"),
  /** Wants to see nothing of it. */
  BLOCKED("block"),
  /** Has taken back whatever they chose before. */
  NEUTRAL("none");

  private final String code;

  Stance(String code) {
    this.code = code;
  }

  /**
   * Returns the stable name in files.
   *
   * @return the lower-case name
   */
  public String code() {
    return code;
  }

  /**
   * {@return the stance with a code, or empty when there is none}
   *
   * @param code the code, for instance {@code "follow"}
   */
  public static Optional<Stance> ofCode(String code) {
    for (Stance stance : values()) {
      if (stance.code.equals(code)) {
        return Optional.of(stance);
      }
    }
    return Optional.empty();
  }
}
