package io.artrec.catalog;

import io.artrec.catalog.ArtistCredit.Qualifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What words before, behind or beside a name say of how the artist relates to the work: {@code
 * Attributed to the}, {@code After a design by}, {@code prints after}, {@code attributed
 * manufacturer}, {@code Grip designed by}.
 *
 * @param qualifier the farthest relation that the words name
 * @param ofAPart whether only a part of the work is meant, or no making at all
 * @param end where the name begins behind it
 */
record MakerPhrase(Qualifier qualifier, boolean ofAPart, int end) {
  private static final int MOST_WORDS = 12;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern MADE_BY =
      Pattern.compile(
          "^(?:[\\p{L}'’-]{1,30}\\s{1,3}){1,4}(?:\\p{L}{2,20}ed|made|cast|woven)\\s{1,3}by\\s{1,3}(?=\\S)");

  /** Reads a role, or empty when it says no more than what somebody's craft is. */
  static Optional<MakerPhrase> ofRole(String role) {
    List<String> words = words(role);
    Qualifier qualifier = Qualifier.BY;
    boolean connected = false;
    boolean strange = false;
    boolean notMaking = false;
    for (String word : words) {
      Optional<Qualifier> said = MakerWords.qualifier(word);
      if (said.isPresent()) {
        qualifier = MakerWords.farther(said.get(), qualifier);
      } else {
        connected |= MakerWords.isConnecting(word);
        notMaking |= MakerWords.isNotMaking(word);
        strange |= !isExpected(word);
      }
      connected |= MakerWords.needsNothing(word);
    }
    boolean part = notMaking || (strange && connected);
    return qualifier == Qualifier.BY && !part
        ? Optional.empty()
        : Optional.of(new MakerPhrase(qualifier, part, role.length()));
  }

  private static boolean isExpected(String word) {
    return MakerWords.isConnecting(word)
        || MakerWords.isBeside(word)
        || MakerWords.isWhole(word)
        || MakerWords.isRole(word)
        || MakerWords.isVerb(word);
  }

  /** Reads the words before a name; empty when the text is a name from its first word. */
  static Optional<MakerPhrase> before(String text) {
    if (MADE_BY.matcher(text).lookingAt()) {
      int end = text.toLowerCase(Locale.ROOT).indexOf(" by ") + 4;
      Optional<MakerPhrase> made = ofRole(text.substring(0, end));
      return Optional.of(
          new MakerPhrase(
              made.map(MakerPhrase::qualifier).orElse(Qualifier.BY),
              made.map(MakerPhrase::ofAPart).orElse(false),
              end));
    }
    Qualifier qualifier = Qualifier.BY;
    int end = -1;
    int from = 0;
    boolean connected = false;
    for (int count = 0; count < MOST_WORDS; count++) {
      int start = skip(text, from, true);
      int stop = skip(text, start, false);
      String word = MakerWords.plain(text.substring(start, stop));
      Optional<Qualifier> said = MakerWords.qualifier(word);
      if (start == text.length()) {
        break;
      }
      boolean known = said.isPresent() || (isExpected(word) && !word.isEmpty());
      boolean named = count > 0 && said.isEmpty() && Character.isUpperCase(text.charAt(start));
      if (stop == text.length() || !known || (named && !MakerWords.isConnecting(word))) {
        break;
      }
      qualifier = MakerWords.farther(said.orElse(Qualifier.BY), qualifier);
      boolean joins = MakerWords.isConnecting(word) && (count > 0 || word.equals("by"));
      connected =
          MakerWords.needsNothing(word) || joins || (connected && MakerWords.isBeside(word));
      end = connected ? stop : end;
      from = stop;
    }
    return end < 0 || (qualifier == Qualifier.BY && !endsWithBy(text.substring(0, end)))
        ? Optional.empty()
        : Optional.of(new MakerPhrase(qualifier, false, end));
  }

  private static boolean endsWithBy(String text) {
    List<String> words = words(text);
    return words.contains("by");
  }

  /** Reads all of some words behind a name; empty unless they qualify it and say nothing else. */
  static Optional<Qualifier> behind(String text) {
    Qualifier qualifier = Qualifier.BY;
    for (String word : words(text)) {
      Optional<Qualifier> said = MakerWords.qualifier(word);
      if (said.isEmpty() && !isExpected(word)) {
        return Optional.empty();
      }
      qualifier = MakerWords.farther(said.orElse(Qualifier.BY), qualifier);
    }
    return qualifier == Qualifier.BY ? Optional.empty() : Optional.of(qualifier);
  }

  /** Whether a text is nothing but crafts, such as {@code artist and engraver}. */
  static boolean isRole(String text) {
    List<String> words = words(text);
    return !words.isEmpty()
        && words.stream().allMatch(w -> MakerWords.isRole(w) || w.equals("and") || w.equals("or"))
        && words.stream().anyMatch(MakerWords::isRole);
  }

  private static List<String> words(String text) {
    return SPACES
        .splitAsStream(text.replace('/', ' '))
        .map(MakerWords::plain)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static int skip(String text, int from, boolean spaces) {
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ':') == spaces) {
      at++;
    }
    return at;
  }
}
