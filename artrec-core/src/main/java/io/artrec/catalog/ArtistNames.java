package io.artrec.catalog;

import io.artrec.catalog.ArtistCredit.Qualifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads names as museums write them: {@code Attributed to X (Italian, 1665–1747)}, {@code X
 * (after)}, {@code workshop of X}.
 */
final class ArtistNames {
  private static final int LONGEST = 1_000;
  private static final Pattern LIFE_DATES = Pattern.compile("\\s*[(（][^()（）]*\\d[^()（）]*[)）]\\s*$");
  private static final Pattern UNKNOWN =
      Pattern.compile("(?i)(?:artist |maker )?(?:unknown|unidentified)(?: artist| maker)?|佚名");
  private static final Pattern BY = Pattern.compile("(?i)^by\\s+");

  private record Form(Qualifier qualifier, Pattern before, Pattern behind, Pattern whole) {
    static Form of(Qualifier qualifier, String leading, String bare) {
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      String words = "(?:" + leading + "|" + bare + ")";
      return new Form(
          qualifier,
          Pattern.compile("^[(（]?(?:" + leading + ")[)）]?[:\\s]\\s*(?=\\S)", flags),
          Pattern.compile("(?:\\s*,\\s*|\\s*[(（])" + words + "[)）]?\\s*$", flags),
          Pattern.compile("^" + words + "$", flags));
    }
  }

  /** The first form that fits counts, so that a manner hides what it is the manner of. */
  private static final List<Form> FORMS =
      List.of(
          Form.of(
              Qualifier.MANNER_OF,
              "(?:in the )?(?:manner|style|imitator|imitation) of|formerly attributed to",
              "manner|style|imitator"),
          Form.of(
              Qualifier.ATTRIBUTED_TO,
              "(?:doubtfully |possibly |probably )?attributed to|possibly(?: by)?|probably(?: by)?|"
                  + "ascribed to|传为|传",
              "attributed|attribution"),
          Form.of(
              Qualifier.WORKSHOP_OF,
              "(?:the )?(?:workshop|studio|atelier|assistants?)(?: or follower)? of",
              "workshop|studio|and (?:assistants?|workshop|studio)"),
          Form.of(
              Qualifier.CIRCLE_OF,
              "(?:the )?(?:circle|followers?|school|pupil|associate) of",
              "circle|follower|school|pupil"),
          Form.of(
              Qualifier.AFTER,
              "(?:copy |copied |copyist |designed |engraved )?after|copy of|仿",
              "copy"));

  private ArtistNames() {}

  /**
   * Returns what a role such as {@code attributed to} says, or empty for a role such as painter.
   */
  static Optional<Qualifier> qualifier(String role) {
    String stripped = role.strip();
    return FORMS.stream()
        .filter(form -> form.whole().matcher(stripped).matches())
        .map(Form::qualifier)
        .findFirst();
  }

  /** Returns the credit of one name, or empty when it says that the artist is unknown. */
  static Optional<ArtistCredit> credit(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String name = BY.matcher(LIFE_DATES.matcher(written.strip()).replaceFirst("")).replaceFirst("");
    for (Form form : FORMS) {
      Matcher before = form.before().matcher(name);
      Matcher behind = form.behind().matcher(name);
      if (before.find()) {
        return named(name.substring(before.end()), form.qualifier());
      }
      if (behind.find() && behind.start() > 0) {
        return named(name.substring(0, behind.start()), form.qualifier());
      }
    }
    return named(name, Qualifier.BY);
  }

  /** Returns the credits of several names with their roles: one role each, or one for all. */
  static List<ArtistCredit> credits(List<String> names, List<String> roles) {
    List<ArtistCredit> credits = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<ArtistCredit> credit = credit(names.get(i));
      if (credit.isPresent()) {
        String role = roles.size() == names.size() ? roles.get(i) : "";
        role = roles.size() == 1 ? roles.get(0) : role;
        Optional<Qualifier> said = qualifier(role);
        boolean bare = credit.get().qualifier() == Qualifier.BY;
        credits.add(
            bare && said.isPresent()
                ? new ArtistCredit(credit.get().name(), said.get())
                : credit.get());
      }
    }
    return credits;
  }

  private static Optional<ArtistCredit> named(String name, Qualifier qualifier) {
    String stripped = LIFE_DATES.matcher(name).replaceFirst("").strip();
    return stripped.isEmpty() || UNKNOWN.matcher(stripped).matches()
        ? Optional.empty()
        : Optional.of(new ArtistCredit(stripped, qualifier));
  }
}
