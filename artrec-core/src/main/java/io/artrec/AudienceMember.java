package io.artrec;

import io.artrec.explain.Explanation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A visitor whom a work may interest, and why. Immutable and thread-safe. */
public final class AudienceMember {
  private final String user;
  private final int rank;
  private final Explanation explanation;

  AudienceMember(String user, int rank, Explanation explanation) {
    this.user = user;
    this.rank = rank;
    this.explanation = explanation;
  }

  /**
   * Returns the visitor.
   *
   * @return their id
   */
  public String user() {
    return user;
  }

  /**
   * Returns where the work stands among all that the visitor may be recommended, by score, before a
   * re-ranker looks.
   *
   * @return 1 when nothing suits them better
   */
  public int rank() {
    return rank;
  }

  /** {@return the work's score for the visitor; of other visitors' scores it says little} */
  public double score() {
    return explanation.score();
  }

  /**
   * Returns why the work may interest the visitor, in words to them.
   *
   * @return the explanation
   */
  public Explanation explanation() {
    return explanation;
  }

  /**
   * Returns all of it for any JSON mapper.
   *
   * @return an unmodifiable map of strings, numbers, lists and maps
   */
  public Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("user", user);
    plain.put("rank", rank);
    plain.put("score", score());
    plain.put("sentence", explanation.toString());
    plain.put("reasons", PlainReasons.of(explanation));
    return Collections.unmodifiableMap(plain);
  }

  @Override
  public String toString() {
    return user + ", rank " + rank + ": " + explanation;
  }
}
