package io.artrec.examples.gallery.web;

/** Why a request is not answered: an HTTP status that is the asker's doing. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * Refuses a request.
   *
   * @param status the HTTP status, from 400 to 499
   * @param message why, for the log
   */
  public Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /**
   * Refuses what is not there.
   *
   * @param what what was asked for
   * @return the refusal
   */
  public static Refusal notFound(String what) {
    return new Refusal(404, what + " is not here");
  }

  /**
   * Returns the status.
   *
   * @return from 400 to 499
   */
  public int status() {
    return status;
  }
}
