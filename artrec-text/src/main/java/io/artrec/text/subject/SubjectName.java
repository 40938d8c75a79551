package io.artrec.text.subject;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of a subject in one language.
 *
 * @param text the name
 * @param ambiguous whether the name also means other things, so that it needs support
 */
record SubjectName(String text, boolean ambiguous) {
  private static final Pattern QUALIFIED = Pattern.compile("(.+?)\\s*[(（](.+)[)）]");

  /** Reads {@code bow (weapon)}: what stands in parentheses tells meanings apart. */
  static SubjectName of(String written) {
    Matcher matcher = QUALIFIED.matcher(written);
    return matcher.matches()
        ? new SubjectName(matcher.group(1), true)
        : new SubjectName(written, false);
  }
}
