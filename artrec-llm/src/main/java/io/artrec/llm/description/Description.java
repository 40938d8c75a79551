package io.artrec.llm.description;

import io.artrec.llm.prompt.Origin;
import io.artrec.text.fact.Claim;
import java.util.List;

/** A description and what is known of it. Immutable and thread-safe. */
public final class Description {
  private final String text;
  private final DescriptionScore score;
  private final Origin origin;
  private final List<Claim> unsupported;

  Description(String text, DescriptionScore score, Origin origin, List<Claim> unsupported) {
    this.text = text;
    this.score = score;
    this.origin = origin;
    this.unsupported = List.copyOf(unsupported);
  }

  /** This text in the place of one that claimed what the record does not hold. */
  Description refusing(List<Claim> claims) {
    return new Description(text, score, origin, claims);
  }

  /**
   * Returns the text.
   *
   * @return a paragraph, plain text
   */
  public String text() {
    return text;
  }

  /**
   * Returns how much it tells, and how.
   *
   * @return the score
   */
  public DescriptionScore score() {
    return score;
  }

  /**
   * Returns who wrote it.
   *
   * @return the origin; its reason says what was left out of a model's text
   */
  public Origin origin() {
    return origin;
  }

  /**
   * Returns what a model claimed and the record does not hold. None of it is in the text.
   *
   * @return the claims, in their order
   */
  public List<Claim> unsupported() {
    return unsupported;
  }

  @Override
  public String toString() {
    return text;
  }
}
