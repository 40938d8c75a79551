package io.artrec.text.subject;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Links entries to a tree and finds what does not fit. */
final class SubjectLinks {
  private final Map<String, SubjectEntry> entries = new LinkedHashMap<>();
  private final Map<String, Set<Distress>> marks = new HashMap<>();

  SubjectLinks(List<SubjectEntry> all) {
    for (SubjectEntry entry : all) {
      SubjectEntry earlier = entries.putIfAbsent(entry.id(), entry);
      if (earlier != null) {
        throw new SubjectTreeException(
            String.format(
                Locale.ROOT,
                "%s: '%s' is defined at %s already; write @%s to go on with it, or tell two meanings apart by words in parentheses",
                entry.place(),
                entry.id(),
                earlier.place(),
                entry.id()));
      }
    }
    for (SubjectEntry entry : entries.values()) {
      for (String parent : entry.parents()) {
        if (!entries.containsKey(parent)) {
          throw new SubjectTreeException(
              entry.place() + ": '" + entry.id() + "' has the unknown parent '" + parent + "'");
        }
      }
    }
    entries.values().forEach(entry -> marks(entry, new LinkedHashSet<>()));
    checkNames(Locale.ENGLISH);
    checkNames(Locale.CHINESE);
  }

  /** The marks of a subject and, on the way, whether it is a kind of itself. */
  private Set<Distress> marks(SubjectEntry entry, Set<String> way) {
    String id = entry.id();
    Set<Distress> known = marks.get(id);
    if (known != null) {
      return known;
    }
    if (!way.add(id)) {
      throw new SubjectTreeException(
          entry.place() + ": '" + id + "' is a kind of itself, by " + String.join(" < ", way));
    }
    Set<Distress> all = EnumSet.noneOf(Distress.class);
    entry.parents().stream()
        .map(parent -> Objects.requireNonNull(entries.get(parent), parent))
        .forEach(parent -> all.addAll(marks(parent, way)));
    all.removeAll(entry.removed());
    all.addAll(entry.added());
    way.remove(id);
    marks.put(id, all);
    return all;
  }

  /** One subject at most has a name without words in parentheses. */
  private void checkNames(Locale language) {
    Map<String, SubjectEntry> unmarked = new HashMap<>();
    for (SubjectEntry entry : entries.values()) {
      boolean chinese = language.equals(Locale.CHINESE);
      for (String written : chinese ? entry.chinese() : entry.english()) {
        SubjectName name = SubjectName.of(written);
        if (name.ambiguous()) {
          continue;
        }
        SubjectEntry earlier = unmarked.putIfAbsent(SubjectWords.key(name.text()), entry);
        if (earlier != null && !earlier.id().equals(entry.id())) {
          throw new SubjectTreeException(
              String.format(
                  Locale.ROOT,
                  "%s: '%s' of '%s' is a name of '%s' at %s too; drop one, or mark at least one as the rarer meaning by words in parentheses, as in 'bow (weapon)'",
                  entry.place(),
                  name.text(),
                  entry.id(),
                  earlier.id(),
                  earlier.place()));
        }
      }
    }
  }

  List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    for (SubjectEntry entry : entries.values()) {
      subjects.add(new Subject(subjects.size(), entry, marks(entry, new LinkedHashSet<>())));
    }
    return List.copyOf(subjects);
  }

  /** The parents of each subject, by index, the primary one first. */
  List<int[]> parents() {
    Map<String, Integer> indices = new HashMap<>();
    entries.keySet().forEach(id -> indices.put(id, indices.size()));
    return entries.values().stream()
        .map(entry -> entry.parents().stream().mapToInt(indices::get).distinct().toArray())
        .toList();
  }

  /** Everything that makes the tree what it is. */
  String text() {
    return entries.values().stream()
        .map(
            entry ->
                String.join(
                    "|",
                    entry.id(),
                    entry.english().toString(),
                    entry.chinese().toString(),
                    entry.parents().toString(),
                    entry.added().toString(),
                    entry.removed().toString(),
                    entry.spoken()))
        .collect(Collectors.joining("\n"));
  }
}
