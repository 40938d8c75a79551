package io.artrec.text.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells names of persons, whose parts are no subjects: in {@code Blood, Wendy} nothing bleeds.
 * Known by common given names and initials, so that most names of other languages are not.
 */
final class PersonNames {
  private static final Pattern GAP = Pattern.compile("\\s+");
  private static final Pattern HYPHEN = Pattern.compile("-");
  private static final Pattern INITIAL = Pattern.compile("(\\p{Lu}\\.)+");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{L}*\\p{Ll}");
  private static final Set<String> GIVEN = read("given-names.txt");

  private PersonNames() {}

  private static Set<String> read(String file) {
    try (InputStream in =
        Objects.requireNonNull(PersonNames.class.getResourceAsStream(file), file)) {
      Set<String> names = new HashSet<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> names.addAll(List.of(GAP.split(line.strip()))));
      return Set.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file + " from the library's jar", e);
    }
  }

  /**
   * Returns where a person's name ends with which a value begins, surname first as in {@code
   * Reynolds, Joshua, Sir}: after the given names; 0 where it begins with none.
   */
  static int end(String value) {
    int comma = value.indexOf(',');
    if (comma < 0) {
      return 0;
    }
    int next = value.indexOf(',', comma + 1);
    int end = next < 0 ? value.length() : next;
    String first = GAP.split(value.substring(comma + 1, end).strip(), 2)[0];
    return isGiven(first) || INITIAL.matcher(first).matches() ? end : 0;
  }

  /** Whether a word is a given name. */
  static boolean isGiven(String word) {
    return GIVEN.contains(word) || GIVEN.contains(HYPHEN.split(word, 2)[0]);
  }

  /** Whether a word may be a surname: a capital, then small letters at the end. */
  static boolean maybeSurname(String word) {
    return NAME.matcher(word).matches();
  }
}
