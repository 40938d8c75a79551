package io.artrec.explain;

import java.util.List;

/** The pieces of a sentence in one language. */
interface Phrases {
  /** For instance {@code Like "A" and "B", which you liked}. */
  String likeKnown(List<String> titles);

  /** For instance {@code Like "A"}. */
  String likeNamed(String title);

  /**
   * How a sentence begins when a liked work counts most, and nothing that could be said is alike.
   */
  String because(String title);

  /** The same of works like a named one. */
  String nearest(String title);

  String byArtist(String name);

  /** Said of works of which not both are by the artist whom both records name. */
  String linkedArtist(String name);

  String movement(String name);

  String subjects(List<String> subjects);

  String colors(List<String> colors);

  String facet(String facet);

  String others(List<String> titles);

  String popular(double visitors, boolean recent);

  String chance();

  /** Said of a work that fits what the asker would like, in the asker's words. */
  String wish(String words);

  /** Said of a work that comes nearest to what the asker would like, and does not fit it. */
  String wishUnmet(String words);

  String bestMatch();

  /** Said of a work without any contribution above 0. */
  String nothing();

  /** Said of a work the visitor liked. */
  String likedItself();

  String unlike(String title);

  String against(String title);

  String fallback();

  /** How a sentence about a work that fills a list of works like a named one begins. */
  String nothingAlike();

  /** Joins the beginning and its reasons into one sentence. */
  String join(String beginning, List<String> reasons);
}
