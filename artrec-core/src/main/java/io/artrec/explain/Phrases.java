package io.artrec.explain;

import java.util.List;

/** The pieces of a sentence in one language. */
interface Phrases {
  /** For instance {@code Like "A" and "B", which you liked}. */
  String likeKnown(List<String> titles);

  /** For instance {@code Like "A"}. */
  String likeNamed(String title);

  String byArtist(String name);

  String movement(String name);

  String subjects(List<String> subjects);

  String colors(List<String> colors);

  String facet(String facet);

  String others(List<String> titles);

  String popular(double visitors, boolean recent);

  String chance();

  /** Said of a work that fits what the asker would like, in the asker's words. */
  String wish(String words);

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
