package io.artrec.text.subject;

import io.artrec.error.ArtrecException;

/** A file of subjects cannot be used; the message says where it fails and why. */
public final class SubjectTreeException extends ArtrecException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message file, line, what was found and what was expected
   */
  public SubjectTreeException(String message) {
    super(message);
  }
}
