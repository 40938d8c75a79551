package io.artrec.llm.question;

import io.artrec.llm.prompt.Origin;
import java.util.List;

/** An answer and the works that support it. Immutable and thread-safe. */
public final class Answer {
  /** What an answer rests on. */
  public enum Basis {
    /** A field of a record: who, when, where, how large. */
    FIELD,
    /** All records: counted, listed, or compared. */
    COLLECTION,
    /** What records say in sentences. */
    PASSAGE,
    /** Nothing: it is not known. */
    NONE
  }

  private final String text;
  private final Basis basis;
  private final List<String> works;
  private final Origin origin;

  Answer(String text, Basis basis, List<String> works, Origin origin) {
    this.text = text;
    this.basis = basis;
    this.works = List.copyOf(works);
    this.origin = origin;
  }

  static Answer unknown(boolean chinese, Origin origin) {
    return new Answer(
        chinese ? "我不知道：记录中没有说到。" : "I do not know: the records do not say.",
        Basis.NONE,
        List.of(),
        origin);
  }

  /** This answer, from elsewhere. */
  Answer from(Origin other) {
    return new Answer(text, basis, works, other);
  }

  /**
   * Returns the answer in words.
   *
   * @return plain text in the language of the question
   */
  public String text() {
    return text;
  }

  /**
   * Returns what the answer rests on.
   *
   * @return the basis
   */
  public Basis basis() {
    return basis;
  }

  /**
   * Tells whether there is an answer.
   *
   * @return false when the text says that it is not known
   */
  public boolean isKnown() {
    return basis != Basis.NONE;
  }

  /**
   * Returns the works that the answer is from.
   *
   * @return their ids, those of the first sentence first; the first fifty of a longer list; none
   *     when it is not known, or counts to none
   */
  public List<String> works() {
    return works;
  }

  /**
   * Returns who answered.
   *
   * @return the origin
   */
  public Origin origin() {
    return origin;
  }

  @Override
  public String toString() {
    return text;
  }
}
