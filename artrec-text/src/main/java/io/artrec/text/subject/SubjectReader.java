package io.artrec.text.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the lines of files of subjects. */
final class SubjectReader {
  private static final int STEP = 2;

  private SubjectReader() {}

  /** Reads lines; {@code @id} stands for a subject that is defined elsewhere. */
  static List<SubjectEntry> read(String file, List<String> lines) {
    List<SubjectEntry> entries = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String place = file + ", line " + (i + 1);
      int depth = depth(place, line, open.size());
      open.subList(depth, open.size()).clear();
      if (text.startsWith("@")) {
        open.add(text.substring(1).strip());
        continue;
      }
      List<String> above = depth == 0 ? List.of() : List.of(open.get(depth - 1));
      SubjectEntry entry = SubjectEntry.of(place, text, above);
      entries.add(entry);
      open.add(entry.id());
    }
    return entries;
  }

  private static int depth(String place, String line, int deepest) {
    int spaces = 0;
    while (line.charAt(spaces) == ' ') {
      spaces++;
    }
    if (line.charAt(spaces) == '\t' || spaces % STEP != 0 || spaces / STEP > deepest) {
      throw new SubjectTreeException(
          String.format(
              Locale.ROOT,
              "%s: indented by %d spaces%s; expected a multiple of %d, at most %d here",
              place,
              spaces,
              line.charAt(spaces) == '\t' ? " and a tab" : "",
              STEP,
              STEP * deepest));
    }
    return spaces / STEP;
  }
}
