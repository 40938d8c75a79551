package io.artrec.llm.question;

import java.util.BitSet;

/**
 * Words of a question that name something of the records.
 *
 * @param kind what they name
 * @param length of how many tokens they are
 * @param works the works that have it
 */
record Mention(Kind kind, int length, BitSet works) {
  /** What can be named, what is looked for first of equally long ones. */
  enum Kind {
    TITLE,
    MAKER,
    MOVEMENT,
    GENRE,
    MEDIUM,
    TECHNIQUE,
    ATTRIBUTE,
    SUBJECT
  }
}
