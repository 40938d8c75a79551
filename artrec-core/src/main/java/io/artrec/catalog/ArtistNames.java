package io.artrec.catalog;

import io.artrec.catalog.ArtistCredit.Qualifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads names as museums write them: {@code Attributed to X (Italian, 1665–1747)}, {@code X
 * (after)}, {@code workshop of X}, {@code X (French, 1850–1921), artist}. Who is no person, or made
 * only a part of a work, is left out.
 */
final class ArtistNames {
  static final int LONGEST = 1_000;
  private static final int MOST_STEPS = 6;
  private static final Pattern LIFE_DATES =
      Pattern.compile("\\s{0,9}[(（][^()（）]*\\d[^()（）]*[)）]\\s*$");
  private static final Pattern BRACKETS =
      Pattern.compile("\\s{0,9}[(（\\[]([^()（）\\[\\]]*)[)）\\]]\\s*$");
  private static final Pattern DATES =
      Pattern.compile(
          "(?:(?:born|b|d|died|active|fl|c|ca|circa|about|after|before|in|\\p{L}{3,20})[.\\s]{1,3}){0,4}\\d{3,4}.{0,40}|\\d{1,2}(?:st|nd|rd|th)[\\s-]century");
  private static final Pattern AND_WORKSHOP =
      Pattern.compile(
          "(?i)\\s{1,3}(?:and|&|with)\\s{1,3}(?:(?:his|her|their)\\s{1,3})?(?:workshop|studio|assistants?|atelier|shop|pupils?)$");

  /** Where a people behind it may have lived: {@code Northern Italian; possibly Verona}. */
  private static final Pattern PLACE =
      Pattern.compile("(?i)(?:(?:possibly|probably|perhaps)\\s+)?\\p{L}+");

  private static final Pattern HAN_BEFORE = Pattern.compile("^(传为|傳為|传|傳|仿)(?=\\p{IsHan}{2})");

  private ArtistNames() {}

  /**
   * Returns what a role such as {@code attributed to} says, or empty for a role such as painter.
   */
  static Optional<Qualifier> qualifier(String role) {
    return MakerPhrase.ofRole(role)
        .map(MakerPhrase::qualifier)
        .filter(said -> said != Qualifier.BY);
  }

  /** Returns the credit of one name, or empty when it names no person who made the work. */
  static Optional<ArtistCredit> credit(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String name = written.strip();
    Qualifier qualifier = Qualifier.BY;
    if (name.startsWith("?")) {
      name = name.substring(1).strip();
      qualifier = Qualifier.ATTRIBUTED_TO;
    }
    Matcher han = HAN_BEFORE.matcher(name);
    if (han.find()) {
      qualifier = MakerWords.qualifier(han.group(1)).orElse(qualifier);
      name = name.substring(han.end());
    }
    Optional<MakerPhrase> before = MakerPhrase.before(name);
    if (before.isPresent()) {
      if (before.get().ofAPart()) {
        return Optional.empty();
      }
      qualifier = MakerWords.farther(before.get().qualifier(), qualifier);
      name = name.substring(before.get().end()).strip();
    }
    return withoutBehind(name, qualifier);
  }

  /** Takes qualifiers, crafts, peoples and life dates off the end of a name. */
  private static Optional<ArtistCredit> withoutBehind(String written, Qualifier before) {
    String name = written;
    Qualifier qualifier = before;
    boolean dated = false;
    for (int step = 0; step < MOST_STEPS; step++) {
      if (AnonymousMakers.isAnonymous(name)) {
        return Optional.empty();
      }
      Matcher life = LIFE_DATES.matcher(name);
      Matcher brackets = BRACKETS.matcher(name);
      Matcher workshop = AND_WORKSHOP.matcher(name);
      int cut = -1;
      if (life.find()) {
        cut = life.start();
        dated = true;
      } else if (workshop.find()) {
        cut = workshop.start();
        qualifier = MakerWords.farther(Qualifier.WORKSHOP_OF, qualifier);
      } else if (brackets.find()) {
        Optional<Qualifier> said = said(brackets.group(1));
        boolean aside = said.isPresent() || isAside(brackets.group(1), true);
        qualifier = MakerWords.farther(said.orElse(Qualifier.BY), qualifier);
        cut = aside ? brackets.start() : -1;
      } else {
        int comma = name.lastIndexOf(',');
        String last = name.substring(comma + 1).strip();
        Optional<Qualifier> said = comma > 0 ? said(last) : Optional.empty();
        boolean isDate = DATES.matcher(last).matches();
        boolean aside = said.isPresent() || isDate || isAside(last, dated);
        qualifier = MakerWords.farther(said.orElse(Qualifier.BY), qualifier);
        dated |= comma > 0 && isDate;
        cut = comma > 0 && aside ? comma : -1;
      }
      if (cut < 0 || name.substring(0, cut).isBlank()) {
        break;
      }
      name = name.substring(0, cut).strip();
    }
    return named(name, qualifier);
  }

  private static Optional<Qualifier> said(String words) {
    return words.strip().equals("?")
        ? Optional.of(Qualifier.ATTRIBUTED_TO)
        : MakerPhrase.behind(words);
  }

  private static boolean isAside(String words, boolean people) {
    return MakerPhrase.isRole(words) || (people && AnonymousMakers.isPeople(words));
  }

  private static Optional<ArtistCredit> named(String name, Qualifier qualifier) {
    boolean doubted = name.endsWith("?") && name.length() > 1;
    String stripped = (doubted ? name.substring(0, name.length() - 1) : name).strip();
    return stripped.isEmpty() || AnonymousMakers.isAnonymous(stripped)
        ? Optional.empty()
        : Optional.of(
            new ArtistCredit(
                stripped,
                MakerWords.farther(doubted ? Qualifier.ATTRIBUTED_TO : Qualifier.BY, qualifier)));
  }

  /** Whether a field holds a name that is too long for one. */
  static boolean isTooLong(String names) {
    return names.length() > LONGEST
        && MakerList.split(names).stream().anyMatch(name -> name.length() > LONGEST);
  }

  /** Returns the credits of several names with their roles: one role each, or one for all. */
  static List<ArtistCredit> credits(List<String> names, List<String> roles) {
    List<ArtistCredit> credits = new ArrayList<>();
    boolean people = names.size() > 1 && AnonymousMakers.isPeople(names.get(0));
    for (int i = 0; i < names.size(); i++) {
      String role = roles.size() == names.size() ? roles.get(i) : "";
      Optional<MakerPhrase> said = MakerPhrase.ofRole(roles.size() == 1 ? roles.get(0) : role);
      boolean place = people && PLACE.matcher(names.get(i).strip()).matches();
      if (place || (said.isPresent() && said.get().ofAPart())) {
        continue;
      }
      Qualifier qualifier = said.map(MakerPhrase::qualifier).orElse(Qualifier.BY);
      for (String name : MakerList.split(names.get(i))) {
        credit(name)
            .map(
                credit ->
                    credit.qualifier() == Qualifier.BY
                        ? new ArtistCredit(credit.name(), qualifier)
                        : credit)
            .ifPresent(credits::add);
      }
    }
    return credits;
  }
}
