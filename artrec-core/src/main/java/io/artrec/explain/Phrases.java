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

  String bestMatch();

  String against(String title);

  String fallback();

  /** Joins the beginning and its reasons into one sentence. */
  String join(String beginning, List<String> reasons);
}
