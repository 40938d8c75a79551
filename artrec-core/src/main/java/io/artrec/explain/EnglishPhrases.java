package io.artrec.explain;

import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** English. */
final class EnglishPhrases implements Phrases {
  private static final Map<String, List<String>> FACETS =
      Map.ofEntries(
          Map.entry("palette", List.of("a similar palette", "alike in palette")),
          Map.entry("texture", List.of("a similar texture", "alike in texture")),
          Map.entry("appearance", List.of("a similar appearance", "alike in appearance")),
          Map.entry("genre", List.of("the same kind of picture")),
          Map.entry("medium", List.of("the same medium", "in the same medium")),
          Map.entry("period", List.of("close in time", "of much the same years")),
          Map.entry("size", List.of("a similar size", "of similar size")),
          Map.entry("text", List.of("described in similar words")),
          Map.entry("meaning", List.of("similar in meaning", "close in meaning")),
          Map.entry("details", List.of("similar in its details", "alike in its details")));

  @Override
  public List<String> likeKnown(List<String> titles) {
    return like(titles, ", which you liked");
  }

  @Override
  public List<String> likeSeen(List<String> titles) {
    return like(titles, ", which drew your interest");
  }

  private static List<String> like(List<String> titles, String because) {
    String works = (titles.size() > 1 ? "both " : "") + list(titles) + because;
    return List.of("Like " + works, "Akin to " + works, "Close to " + works);
  }

  @Override
  public List<String> likeNamed(String title) {
    return List.of("Like " + title, "Akin to " + title, "Close to " + title);
  }

  @Override
  public List<String> because(String title) {
    return List.of(
        "Because you liked " + title,
        "Suggested by " + title + ", which you liked",
        "With " + title + " in mind, which you liked");
  }

  @Override
  public List<String> becauseSeen(String title) {
    return List.of(
        "Because " + title + " drew your interest",
        "Suggested by " + title + ", which drew your interest",
        "With " + title + " in mind, which drew your interest");
  }

  @Override
  public List<String> nearest(String title) {
    return List.of(
        "Among the nearest to " + title,
        "One of the works nearest to " + title,
        "Of the works here, among the nearest to " + title);
  }

  @Override
  public List<String> fallback() {
    return List.of(
        "Not from your taste, of which too little is known",
        "Not chosen by your taste, of which too little is known",
        "Chosen without your taste, of which too little is known");
  }

  @Override
  public List<String> nothingAlike() {
    return List.of(
        "Nothing is known that makes it like the work named",
        "No likeness to the work named is known",
        "Nothing that is known likens it to the work named");
  }

  @Override
  public List<String> byArtist(String name) {
    return List.of("also by " + name, "by " + name + " as well");
  }

  @Override
  public List<String> linkedArtist(String name) {
    return List.of("linked to " + name + ", too", "also linked to " + name);
  }

  @Override
  public List<String> movement(String name) {
    return List.of("also " + name, name + " as well");
  }

  @Override
  public List<String> subjects(List<String> subjects) {
    return List.of("showing " + list(subjects) + " too", "again with " + list(subjects));
  }

  @Override
  public List<String> inCommon(String facet, List<String> things, int works) {
    String all = list(things);
    if (!facet.equals("subject")) {
      return List.of("sharing " + all, "with " + all + " in common");
    }
    return works == 2
        ? List.of("both show " + all, "both of them show " + all)
        : List.of("all three show " + all, "all show " + all);
  }

  @Override
  public List<String> colors(List<String> colors) {
    return List.of("the same " + list(colors), "in the same " + list(colors));
  }

  @Override
  public List<String> facet(String facet) {
    return FACETS.getOrDefault(facet, List.of("similar " + facet));
  }

  @Override
  public List<String> others(List<String> titles) {
    String works = list(titles);
    return List.of(
        "linked to " + works + " by what visitors are drawn to",
        "what visitors are drawn to links it to " + works,
        "by what visitors are drawn to, it goes with " + works);
  }

  @Override
  public List<String> popular(OptionalLong visitors) {
    if (visitors.isEmpty()) {
      return List.of(
          "of interest to visitors", "it drew visitors' interest", "visitors were drawn to it");
    }
    String count =
        visitors.getAsLong() == 1
            ? "one visitor"
            : String.format(Locale.ROOT, "%,d visitors", visitors.getAsLong());
    return List.of(
        "of interest to " + count, "it drew the interest of " + count, count + " took an interest");
  }

  @Override
  public List<String> popularLately() {
    return List.of("looked at lately", "of interest lately", "it drew attention lately");
  }

  @Override
  public List<String> chance() {
    return List.of(
        "picked by chance, to explore",
        "chosen by chance, as something to explore",
        "found by chance, to explore");
  }

  @Override
  public List<String> wish(String words) {
    String quoted = "\u201c" + words + "\u201d";
    return List.of(
        "fits what you asked for, " + quoted,
        "meets your wish for " + quoted,
        "answers what you asked for, " + quoted);
  }

  @Override
  public List<String> wishUnmet(String words) {
    String quoted = "\u201c" + words + "\u201d";
    return List.of(
        "not clearly what you asked for, " + quoted,
        "perhaps not what you asked for, " + quoted,
        "it may not meet your wish for " + quoted);
  }

  @Override
  public List<String> followed(Trait trait) {
    String name = trait.name();
    return switch (trait.kind()) {
      case ARTIST ->
          List.of(
              "by " + name + ", whom you follow",
              "made by " + name + ", whom you follow",
              "a work by " + name + ", whom you follow");
      case MOVEMENT ->
          List.of(
              "of " + name + ", which you follow",
              "a work of " + name + ", which you follow",
              "counted among " + name + ", which you follow");
      case SUBJECT ->
          List.of(
              "with the subject " + name + ", which you follow",
              "a work with " + name + ", a subject you follow",
              "among its subjects is " + name + ", which you follow");
      case MOOD ->
          List.of(
              "of a mood you follow, " + name,
              "its mood is " + name + ", which you follow",
              "a work of a mood you follow, " + name);
    };
  }

  @Override
  public List<String> interested(Trait trait, Interest.Evidence evidence) {
    String name = trait.name();
    boolean isArtist = trait.kind() == Trait.Kind.ARTIST;
    String how =
        switch (evidence) {
          case STATED -> isArtist ? "whom you said you like" : "which you said you like";
          case COMMENTS -> isArtist ? "of whom you wrote well" : "of which you wrote well";
          case SEARCHES -> isArtist ? "whom you searched for" : "which you searched for";
          case HISTORY ->
              isArtist ? "whose works you often liked" : "which works you liked often have";
        };
    return switch (trait.kind()) {
      case ARTIST ->
          List.of(
              "by " + name + ", " + how,
              "made by " + name + ", " + how,
              "a work by " + name + ", " + how);
      case MOVEMENT ->
          List.of(
              "of the movement " + name + ", " + how,
              "its movement is " + name + ", " + how,
              "counted among " + name + ", " + how);
      case SUBJECT ->
          List.of(
              "with the subject " + name + ", " + how,
              "among its subjects is " + name + ", " + how,
              "its subjects include " + name + ", " + how);
      case MOOD ->
          List.of(
              "of the mood " + name + ", " + how,
              "its mood is " + name + ", " + how,
              "with the mood " + name + ", " + how);
    };
  }

  @Override
  public List<String> promoted() {
    return List.of(
        "recommended by the house", "brought forward by the house", "put forward by the house");
  }

  @Override
  public List<String> placed(Optional<String> sponsor) {
    return sponsor
        .map(name -> List.of("sponsored by " + name))
        .orElseGet(
            () -> List.of("chosen by the house", "the house's choice", "picked by the house"));
  }

  @Override
  public List<String> bestMatch() {
    return List.of("a match overall", "it suits on the whole", "a match on the whole");
  }

  @Override
  public List<String> nothing() {
    return List.of(
        "nothing that is known speaks for it",
        "nothing known speaks for it",
        "no reason for it is known");
  }

  @Override
  public List<String> likedItself() {
    return List.of("you liked it yourself", "you liked this one", "this is one you liked");
  }

  @Override
  public List<String> dislikedItself() {
    return List.of("though you did not like it yourself");
  }

  @Override
  public List<String> unlike(String title) {
    return List.of(
        "unlike " + title + ", which you did not like",
        "nothing like " + title + ", which you did not like",
        "it has nothing of " + title + ", which you did not like");
  }

  @Override
  public List<String> against(String title) {
    return List.of(
        "though a little like " + title + ", which you did not like",
        "though with something of " + title + ", which you did not like");
  }

  @Override
  public List<String> join(String beginning, List<String> traits, List<String> further) {
    if (beginning.isEmpty()) {
      return List.of(sentence(String.join("; ", further)));
    }
    String rest = further.stream().map(reason -> "; " + reason).collect(Collectors.joining());
    if (traits.isEmpty()) {
      return List.of(sentence(beginning + rest));
    }
    String listed = beginning + ": " + String.join("; ", traits) + rest;
    boolean isPlain =
        traits.stream()
            .noneMatch(trait -> trait.contains(",") || has(trait, "and") || has(trait, "show"));
    return isPlain && traits.size() > 1
        ? List.of(sentence(listed), sentence(beginning + ": " + list(traits) + rest))
        : List.of(sentence(listed));
  }

  private static boolean has(String text, String word) {
    return (" " + text + " ").contains(" " + word + " ");
  }

  private static String sentence(String text) {
    int second = text.offsetByCodePoints(0, 1);
    return text.substring(0, second).toUpperCase(Locale.ROOT) + text.substring(second) + ".";
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
