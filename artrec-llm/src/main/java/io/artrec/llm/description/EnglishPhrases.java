package io.artrec.llm.description;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** English sentences. */
final class EnglishPhrases implements DescriptionPhrases {
  /** Last words of media that are things themselves: a woodblock print. */
  private static final Set<String> THINGS =
      Set.of(
          "print",
          "engraving",
          "etching",
          "lithograph",
          "woodcut",
          "linocut",
          "fresco",
          "drawing",
          "daguerreotype",
          "photogravure",
          "screenprint",
          "collage",
          "mosaic",
          "tapestry",
          "aquatint",
          "photograph",
          "sculpture",
          "painting",
          "watercolor",
          "mezzotint");

  /** Genres that are things themselves: a seascape. */
  private static final Set<String> GENRES =
      Set.of(
          "portrait",
          "self-portrait",
          "landscape",
          "seascape",
          "cityscape",
          "still life",
          "genre scene",
          "allegory",
          "nude",
          "interior");

  @Override
  public Locale language() {
    return Locale.ENGLISH;
  }

  @Override
  public String identity(ArtworkFacts work, DescriptionStyle style) {
    Artwork artwork = work.artwork();
    Optional<String> title = work.title().map(words -> "“" + words + "”");
    String by = credits(artwork);
    String made = artwork.created().map(years -> made(years)).orElse("");
    String named =
        title.map(words -> "This work is called " + words + ".").orElse("This work has no title.");
    if (style.audience() == Audience.CHILD) {
      String told = (by.isEmpty() ? "" : " " + by) + (made.isEmpty() ? "" : " " + made);
      return told.isEmpty() ? named : named + " It was made" + told + ".";
    }
    boolean isNothingElseKnown =
        by.isEmpty() && made.isEmpty() && medium(work).isEmpty() && genreThing(work).isEmpty();
    if (isNothingElseKnown) {
      return named;
    }
    StringBuilder sentence =
        new StringBuilder(title.orElse("This untitled work")).append(" is ").append(thing(work));
    if (!by.isEmpty()) {
      sentence.append(' ').append(by);
    }
    if (!made.isEmpty()) {
      sentence.append(by.isEmpty() ? " made " : ", made ").append(made);
    }
    medium(work)
        .filter(in -> in.indexOf(',') >= 0)
        .ifPresent(in -> sentence.append(", in ").append(in));
    return sentence.append('.').toString();
  }

  private static String thing(ArtworkFacts work) {
    Optional<String> medium = medium(work).filter(in -> in.indexOf(',') < 0);
    if (medium.isPresent() && isThing(medium.get())) {
      return EnglishNouns.indefinite(medium.get());
    }
    String noun = genreThing(work).orElse("work");
    return EnglishNouns.indefinite(noun) + medium.map(in -> " in " + in).orElse("");
  }

  private static boolean isThing(String medium) {
    return THINGS.contains(medium.substring(medium.lastIndexOf(' ') + 1));
  }

  private static Optional<String> medium(ArtworkFacts work) {
    return work.artwork().medium().map(medium -> lower(ArtworkFacts.word(medium, Locale.ENGLISH)));
  }

  private static Optional<String> genre(ArtworkFacts work) {
    return work.artwork().genre().map(genre -> lower(ArtworkFacts.word(genre, Locale.ENGLISH)));
  }

  private static Optional<String> genreThing(ArtworkFacts work) {
    return genre(work).filter(GENRES::contains);
  }

  /** The first letter small, unless the word is a name's or an abbreviation. */
  private static String lower(String text) {
    boolean name = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return name ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String credits(Artwork artwork) {
    List<String> makers = names(artwork, ArtistCredit.Qualifier.BY);
    List<String> parts = new ArrayList<>();
    if (!makers.isEmpty()) {
      parts.add("by " + EnglishNouns.list(makers));
    }
    for (ArtistCredit credit : artwork.artists()) {
      switch (credit.qualifier()) {
        case BY -> {}
        case ATTRIBUTED_TO -> parts.add("attributed to " + credit.name());
        case WORKSHOP_OF -> parts.add("from the workshop of " + credit.name());
        case CIRCLE_OF -> parts.add("from the circle of " + credit.name());
        case AFTER -> parts.add("after " + credit.name());
        case MANNER_OF -> parts.add("in the manner of " + credit.name());
      }
    }
    return String.join(", ", parts);
  }

  private static List<String> names(Artwork artwork, ArtistCredit.Qualifier qualifier) {
    return artwork.artists().stream()
        .filter(credit -> credit.qualifier() == qualifier)
        .map(ArtistCredit::name)
        .toList();
  }

  private static String made(YearRange years) {
    String written = years.toString().replace("c. ", "");
    if (years.approximate()) {
      return "around " + written;
    }
    return years.years() == 1 || years.last() < 0 || years.first() < 0
        ? "in " + written
        : "between " + years.first() + " and " + years.last();
  }

  @Override
  public Optional<String> kind(ArtworkFacts work, DescriptionStyle style) {
    List<String> movements =
        work.artwork().movements().stream()
            .map(it -> ArtworkFacts.word(it, Locale.ENGLISH))
            .toList();
    boolean said =
        genreThing(work).isPresent() && !medium(work).map(EnglishPhrases::isThing).orElse(false);
    Optional<String> genre = genre(work).filter(it -> !said);
    if (movements.isEmpty()) {
      return genre.map(it -> "Its genre: " + it + ".");
    }
    String counted = style.tone() == Tone.FORMAL ? "It is classed as " : "It is counted as ";
    return Optional.of(
        counted
            + EnglishNouns.list(movements)
            + genre
                .filter(GENRES::contains)
                .map(it -> ", and is " + EnglishNouns.indefinite(it))
                .orElse("")
            + genre.filter(it -> !GENRES.contains(it)).map(it -> "; the genre is " + it).orElse("")
            + ".");
  }

  @Override
  public Optional<String> shows(List<String> subjects, DescriptionStyle style) {
    if (style.audience() == Audience.CHILD) {
      List<String> things =
          subjects.stream()
              .filter(EnglishNouns::isThing)
              .limit(4)
              .map(EnglishNouns::definite)
              .toList();
      return things.isEmpty()
          ? Optional.empty()
          : Optional.of("Can you find " + EnglishNouns.list(things) + "?");
    }
    String beginning =
        switch (style.tone()) {
          case PLAIN -> "It shows ";
          case WARM -> "Here you meet ";
          case FORMAL -> "Depicted: ";
        };
    return subjects.isEmpty()
        ? Optional.empty()
        : Optional.of(
            beginning
                + EnglishNouns.list(subjects.stream().map(EnglishNouns::indefinite).toList())
                + ".");
  }

  @Override
  public Optional<String> themes(List<String> themes, DescriptionStyle style) {
    if (themes.isEmpty()) {
      return Optional.empty();
    }
    String all = EnglishNouns.list(themes.stream().map(EnglishNouns::indefinite).toList());
    return Optional.of(
        switch (style.tone()) {
          case PLAIN, WARM -> "It speaks of " + all + ".";
          case FORMAL ->
              themes.size() == 1 ? "Its theme is " + all + "." : "Its themes are " + all + ".";
        });
  }

  @Override
  public Optional<String> colors(List<String> colors, DescriptionStyle style) {
    if (colors.isEmpty()) {
      return Optional.empty();
    }
    String all = EnglishNouns.list(colors);
    if (style.audience() == Audience.CHILD) {
      return Optional.of("Look for " + all + ".");
    }
    String verb = colors.size() == 1 ? " is its main color." : " are its main colors.";
    return Optional.of(
        switch (style.tone()) {
          case PLAIN -> EnglishNouns.capital(all) + verb;
          case WARM -> "Let your eye rest on its " + all + ".";
          case FORMAL -> "The palette is chiefly " + all + ".";
        });
  }

  @Override
  public Optional<String> making(ArtworkFacts work, DescriptionStyle style) {
    List<String> techniques =
        work.artwork().techniques().stream()
            .map(it -> ArtworkFacts.word(it, Locale.ENGLISH))
            .toList();
    Optional<String> size = work.artwork().dimensions().flatMap(EnglishPhrases::size);
    List<String> sentences = new ArrayList<>();
    size.ifPresent(sentences::add);
    if (!techniques.isEmpty()) {
      sentences.add(
          (techniques.size() == 1 ? "The technique is " : "The techniques are ")
              + EnglishNouns.list(techniques)
              + ".");
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(join(sentences));
  }

  private static Optional<String> size(Dimensions size) {
    List<String> sides = new ArrayList<>();
    side(size.width(), "wide", sides);
    side(size.height(), "high", sides);
    side(size.depth(), "deep", sides);
    return sides.isEmpty()
        ? Optional.empty()
        : Optional.of("It is " + EnglishNouns.list(sides) + ".");
  }

  private static void side(OptionalDouble cm, String direction, List<String> sides) {
    cm.ifPresent(
        is ->
            sides.add(
                BigDecimal.valueOf(is).stripTrailingZeros().toPlainString() + " cm " + direction));
  }

  @Override
  public Optional<String> place(ArtworkFacts work) {
    return work.house().map(house -> "You find it here: " + house + ".");
  }

  @Override
  public Optional<String> offer(ArtworkFacts work) {
    List<String> sentences = new ArrayList<>();
    work.artwork()
        .price()
        .ifPresent(
            price ->
                sentences.add(
                    "It is offered at "
                        + price.amount().toPlainString()
                        + " "
                        + price.currency().getCurrencyCode()
                        + "."));
    work.artwork()
        .offer()
        .edition()
        .ifPresent(edition -> sentences.add("Edition: " + edition + "."));
    if (work.artwork().availability() == Availability.UNAVAILABLE) {
      sentences.add("It cannot be had at present.");
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(join(sentences));
  }

  @Override
  public String join(List<String> sentences) {
    return String.join(" ", sentences);
  }
}
