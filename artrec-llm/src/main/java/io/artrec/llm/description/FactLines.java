package io.artrec.llm.description;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The facts of a work as lines for a model, as the record has them. */
final class FactLines {
  private FactLines() {}

  static String of(ArtworkFacts work) {
    Artwork artwork = work.artwork();
    List<String> lines = new ArrayList<>();
    lines.add("title: " + artwork.title());
    artwork.artists().forEach(credit -> lines.add(role(credit) + ": " + credit.name()));
    artwork.created().ifPresent(years -> lines.add("made: " + years));
    list("movement", artwork.movements(), lines);
    one("genre", artwork.genre(), lines);
    one("medium", artwork.medium(), lines);
    list("technique", artwork.techniques(), lines);
    list("shows", artwork.subjects(), lines);
    list("main colors", work.colors(Locale.ENGLISH), lines);
    artwork
        .dimensions()
        .flatMap(size -> new EnglishPhrases().making(work, DescriptionStyle.standard()))
        .ifPresent(making -> lines.add("size and technique: " + making));
    one("place", work.house(), lines);
    one("offer", new EnglishPhrases().offer(work), lines);
    work.remarks(Locale.ENGLISH).forEach(remark -> lines.add("look: " + remark));
    work.remarks(Locale.CHINESE).forEach(remark -> lines.add("look: " + remark));
    one("description", artwork.description(), lines);
    return String.join("\n", lines);
  }

  private static String role(ArtistCredit credit) {
    return switch (credit.qualifier()) {
      case BY -> "artist";
      case ATTRIBUTED_TO -> "attributed to";
      case WORKSHOP_OF -> "workshop of";
      case CIRCLE_OF -> "circle of";
      case AFTER -> "after";
      case MANNER_OF -> "manner of";
    };
  }

  private static void list(String name, List<String> values, List<String> lines) {
    if (!values.isEmpty()) {
      lines.add(name + ": " + String.join(", ", values));
    }
  }

  private static void one(String name, Optional<String> value, List<String> lines) {
    value.ifPresent(is -> lines.add(name + ": " + is));
  }
}
