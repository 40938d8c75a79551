package io.artrec.eval.report;

/**
 * A drawn plot.
 *
 * @param id unique in the page
 * @param title what it shows, a few words
 * @param caption how to read it
 * @param svg the drawing, an {@code svg} element of role {@code img} with title and description
 */
record Plot(String id, String title, String caption, String svg) {}
