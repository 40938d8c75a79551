package io.artrec.text.subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A line of a file of subjects.
 *
 * @param place file and line, for messages
 * @param id what the line defines
 * @param english names, the first of them the label
 * @param chinese names, the first of them the label
 * @param parents ids, the primary one first; empty at the top
 * @param added marks that the subject has beside those of its parents
 * @param removed marks of its parents that it does not have
 * @param spoken {@code same}, {@code the} or what sentences call it; empty for the plural
 */
record SubjectEntry(
    String place,
    String id,
    List<String> english,
    List<String> chinese,
    List<String> parents,
    Set<Distress> added,
    Set<Distress> removed,
    String spoken) {

  /** Reads the text of a line, without its indentation. */
  static SubjectEntry of(String place, String text, List<String> above) {
    String[] cells = text.split("\\|", -1);
    if (cells.length < 2 || cells.length > 3) {
      throw new SubjectTreeException(
          String.format(
              Locale.ROOT,
              "%s: '%s' has %d parts; expected 'English; names | Chinese; names' and perhaps '| +mark -mark <parent =the'",
              place,
              text.strip(),
              cells.length));
    }
    List<String> english = names(place, "English", cells[0]);
    List<String> chinese = names(place, "Chinese", cells[1]);
    Set<Distress> added = EnumSet.noneOf(Distress.class);
    Set<Distress> removed = EnumSet.noneOf(Distress.class);
    List<String> parents = new ArrayList<>(above);
    String spoken = "";
    if (cells.length == 3) {
      for (String word : cells[2].strip().split("\\s+", -1)) {
        switch (word.isEmpty() ? ' ' : word.charAt(0)) {
          case '+' -> added.add(mark(place, word.substring(1)));
          case '-' -> removed.add(mark(place, word.substring(1)));
          case '<' -> parents.add(word.substring(1));
          case '=' -> spoken = word.substring(1).replace('_', ' ');
          default ->
              throw new SubjectTreeException(
                  place
                      + ": '"
                      + word
                      + "', expected +mark, -mark, <id of another parent, =same, =the or =words_in_a_sentence");
        }
      }
    }
    return new SubjectEntry(
        place, SubjectWords.id(english.get(0)), english, chinese, parents, added, removed, spoken);
  }

  private static List<String> names(String place, String language, String cell) {
    List<String> names =
        List.of(cell.strip().split("\\s*[;；]\\s*", -1)).stream().map(String::strip).toList();
    if (names.stream().anyMatch(String::isEmpty)) {
      throw new SubjectTreeException(
          place
              + ": "
              + language
              + " names are '"
              + cell.strip()
              + "'; expected one or more, separated by semicolons");
    }
    return names;
  }

  private static Distress mark(String place, String word) {
    return Distress.of(word)
        .orElseThrow(
            () ->
                new SubjectTreeException(
                    place
                        + ": mark '"
                        + word
                        + "', expected war, death, illness, cruelty or nudity"));
  }
}
