package io.artrec.examples.gallery.web;

import java.io.IOException;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers a request.
   *
   * @param request the request
   * @return the answer
   * @throws IOException if files of the gallery cannot be read or written
   * @throws Refusal if the request cannot be answered, for a reason that is its own
   */
  Response handle(Request request) throws IOException;
}
