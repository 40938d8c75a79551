package io.artrec.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** English. */
final class EnglishPhrases implements Phrases {
  private static final Map<String, String> FACETS =
      Map.ofEntries(
          Map.entry("palette", "a similar palette"),
          Map.entry("texture", "a similar texture"),
          Map.entry("genre", "the same kind of picture"),
          Map.entry("medium", "the same medium"),
          Map.entry("period", "close in time"),
          Map.entry("size", "a similar size"),
          Map.entry("text", "described in similar words"),
          Map.entry("meaning", "similar in meaning"),
          Map.entry("details", "similar in its details"));

  @Override
  public String likeKnown(List<String> titles) {
    return "Like " + list(titles) + ", which you liked";
  }

  @Override
  public String likeNamed(String title) {
    return "Like " + title;
  }

  @Override
  public String byArtist(String name) {
    return "also by " + name;
  }

  @Override
  public String linkedArtist(String name) {
    return "linked to " + name + ", too";
  }

  @Override
  public String because(String title) {
    return "Because you liked " + title;
  }

  @Override
  public String nearest(String title) {
    return "Among the nearest to " + title;
  }

  @Override
  public String wishUnmet(String words) {
    return "not clearly what you asked for, \u201c" + words + "\u201d";
  }

  @Override
  public String movement(String name) {
    return "also " + name;
  }

  @Override
  public String subjects(List<String> subjects) {
    return "shares " + list(subjects);
  }

  @Override
  public String colors(List<String> colors) {
    return "the same " + list(colors);
  }

  @Override
  public String facet(String facet) {
    return FACETS.getOrDefault(facet, "similar " + facet);
  }

  @Override
  public String others(List<String> titles) {
    return "chosen by visitors who liked " + list(titles);
  }

  @Override
  public String popular(double visitors, boolean recent) {
    if (recent) {
      return "much looked at lately";
    }
    long count = Math.round(visitors);
    return count == 1
        ? "of interest to one visitor"
        : String.format(Locale.ROOT, "of interest to %,d visitors", count);
  }

  @Override
  public String chance() {
    return "picked by chance, to explore";
  }

  @Override
  public String wish(String words) {
    return "fits what you asked for, \u201c" + words + "\u201d";
  }

  @Override
  public String bestMatch() {
    return "a match overall";
  }

  @Override
  public String nothing() {
    return "nothing that is known speaks for it";
  }

  @Override
  public String likedItself() {
    return "you liked it yourself";
  }

  @Override
  public String unlike(String title) {
    return "unlike " + title + ", which you did not like";
  }

  @Override
  public String against(String title) {
    return "though a little like " + title + ", which you did not like";
  }

  @Override
  public String nothingAlike() {
    return "Nothing is known that makes it like the work named";
  }

  @Override
  public String fallback() {
    return "Not from your taste, of which too little is known";
  }

  @Override
  public String join(String beginning, List<String> reasons) {
    if (beginning.isEmpty()) {
      String all = String.join("; ", reasons);
      return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".";
    }
    return reasons.isEmpty()
        ? beginning + "."
        : beginning + ": " + String.join("; ", reasons) + ".";
  }

  private static String list(List<String> items) {
    if (items.size() == 1) {
      return items.get(0);
    }
    return items.stream().limit(items.size() - 1L).collect(Collectors.joining(", "))
        + " and "
        + items.get(items.size() - 1);
  }
}
