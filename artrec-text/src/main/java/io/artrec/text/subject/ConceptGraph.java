package io.artrec.text.subject;

import io.artrec.tabular.RowProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Concepts of somebody else's thesaurus on their way to a {@link SubjectTree}: names are gathered,
 * links that make no tree are cut and reported, names of several concepts marked as ambiguous.
 */
final class ConceptGraph {
  /** More problems are counted but not kept. */
  static final int MOST_PROBLEMS = 1000;

  /** More concepts are refused. */
  static final int MOST_CONCEPTS = 1_000_000;

  /** A link that would make a concept lie deeper is cut. */
  static final int DEEPEST = 64;

  private static final String TOO_DEEP =
      "at most " + DEEPEST + " steps above a concept; the link is left out";

  /** More names of a concept, and longer ones, are left out. */
  private static final int MOST_NAMES = 500;

  private static final int LONGEST_NAME = 1000;

  private final String source;
  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private long furtherProblems;

  ConceptGraph(String source) {
    this.source = source;
  }

  /** Where a name belongs; the label comes first. */
  enum Naming {
    LABEL,
    SYNONYM
  }

  private static final class Concept {
    final Map<Boolean, Set<String>> labels = new HashMap<>();
    final Map<Boolean, Set<String>> synonyms = new HashMap<>();
    @Nullable String fallback;
    Set<String> parents = new LinkedHashSet<>();
    int depth = -1;
    boolean open;

    List<String> names(boolean chinese) {
      Set<String> all = new LinkedHashSet<>(labels.getOrDefault(chinese, Set.of()));
      all.addAll(synonyms.getOrDefault(chinese, Set.of()));
      return List.copyOf(all);
    }
  }

  private Concept concept(String key) {
    Concept known = concepts.get(key);
    if (known != null) {
      return known;
    }
    if (concepts.size() == MOST_CONCEPTS) {
      throw new SubjectTreeException(
          source + " has more than " + MOST_CONCEPTS + " concepts; expected fewer, split the file");
    }
    Concept fresh = new Concept();
    concepts.put(key, fresh);
    return fresh;
  }

  void add(String key) {
    concept(key);
  }

  boolean has(String key) {
    return concepts.containsKey(key);
  }

  /** Adds a name; chinese ones apart from all others. */
  void name(String key, boolean chinese, Naming naming, String text) {
    String name = text.strip();
    Concept concept = concept(key);
    Set<String> names =
        (naming == Naming.LABEL ? concept.labels : concept.synonyms)
            .computeIfAbsent(chinese, unused -> new LinkedHashSet<>());
    if (name.isEmpty() || name.length() > LONGEST_NAME || names.size() == MOST_NAMES) {
      problem(
          0,
          key,
          name,
          "a name of 1 to "
              + LONGEST_NAME
              + " characters, at most "
              + MOST_NAMES
              + " of them; the name is left out");
    } else {
      names.add(name);
    }
  }

  /** A label in another language, for concepts without one in those asked for. */
  void fallback(String key, String text) {
    Concept concept = concept(key);
    if (concept.fallback == null && !text.isBlank() && text.length() <= LONGEST_NAME) {
      concept.fallback = text.strip();
    }
  }

  void parent(String key, String parent) {
    concept(key).parents.add(parent);
  }

  void problem(long line, String column, String value, String expectation) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new RowProblem(source, line, column, value, expectation));
    } else {
      furtherProblems++;
    }
  }

  ReadSubjects build() {
    if (concepts.isEmpty()) {
      throw new SubjectTreeException(source + " has no concepts; expected at least one");
    }
    concepts.keySet().forEach(this::settle);
    List<SubjectEntry> entries = entries();
    if (furtherProblems > 0) {
      problems.add(
          new RowProblem(source, 0, "", "", furtherProblems + " more problems are not listed"));
    }
    return new ReadSubjects(SubjectTree.of(entries), problems);
  }

  /** Cuts links to concepts that are not there, that close a circle or that lead too deep. */
  private void settle(String start) {
    Deque<String> way = new ArrayDeque<>();
    Map<String, Deque<String>> left = new HashMap<>();
    enter(start, way, left);
    while (!way.isEmpty()) {
      String key = way.getLast();
      Concept concept = concept(key);
      String parent = left.getOrDefault(key, new ArrayDeque<>()).poll();
      if (parent == null) {
        for (String each : List.copyOf(concept.parents)) {
          if (concept(each).depth >= DEEPEST) {
            cut(key, each, TOO_DEEP);
          }
        }
        concept.depth =
            concept.parents.stream().mapToInt(each -> concept(each).depth + 1).max().orElse(0);
        concept.open = false;
        way.removeLast();
        left.remove(key);
      } else if (!has(parent)) {
        cut(key, parent, "a broader concept that has a name; the link is left out");
      } else if (concept(parent).open) {
        cut(key, parent, "no concept that is a kind of itself; the link is left out");
      } else if (way.size() > 4 * DEEPEST) {
        cut(key, parent, TOO_DEEP);
      } else if (concept(parent).depth < 0) {
        enter(parent, way, left);
      }
    }
  }

  private void enter(String key, Deque<String> way, Map<String, Deque<String>> left) {
    Concept concept = concept(key);
    if (concept.depth < 0) {
      concept.open = true;
      way.addLast(key);
      left.put(key, new ArrayDeque<>(concept.parents));
    }
  }

  private void cut(String key, String parent, String expectation) {
    concept(key).parents.remove(parent);
    problem(0, key, parent, expectation);
  }

  private List<SubjectEntry> entries() {
    Map<String, Integer> english = counts(false);
    Map<String, Integer> chinese = counts(true);
    List<SubjectEntry> entries = new ArrayList<>();
    concepts.forEach(
        (key, concept) -> {
          List<String> names = marked(concept, false, english, key);
          List<String> others = marked(concept, true, chinese, key);
          List<String> first = names;
          if (first.isEmpty() && concept.fallback != null) {
            first = List.of(concept.fallback + " (" + key + ")");
          } else if (first.isEmpty() && !others.isEmpty()) {
            first = others;
          } else if (first.isEmpty()) {
            first = List.of(tail(key) + " (" + key + ")");
            problem(0, key, "", "a label; the end of its address stands for it");
          }
          entries.add(
              new SubjectEntry(
                  source + ", " + key,
                  key,
                  first,
                  others.isEmpty()
                      ? List.of(SubjectName.of(first.get(0)).text() + " (" + key + ")")
                      : others,
                  List.copyOf(concept.parents),
                  Set.of(),
                  Set.of(),
                  "same"));
        });
    return entries;
  }

  /** How many concepts have a name: as a label, or as anything where no label is called so. */
  private Map<String, Integer> counts(boolean chinese) {
    Map<String, Integer> labels = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (Concept concept : concepts.values()) {
      Set<String> own = new HashSet<>();
      concept.labels.getOrDefault(chinese, Set.of()).forEach(name -> own.add(plain(name)));
      own.forEach(name -> labels.merge(name, 1, Integer::sum));
      Set<String> any = new HashSet<>();
      concept.names(chinese).forEach(name -> any.add(plain(name)));
      any.forEach(name -> all.merge(name, 1, Integer::sum));
    }
    labels.forEach((name, count) -> all.put(name, count == 1 ? -1 : count));
    return all;
  }

  /** Names with their concept in parentheses where they mean others too. */
  private static List<String> marked(
      Concept concept, boolean chinese, Map<String, Integer> counts, String key) {
    Set<String> own = new HashSet<>();
    concept.labels.getOrDefault(chinese, Set.of()).forEach(name -> own.add(plain(name)));
    List<String> marked = new ArrayList<>();
    for (String name : concept.names(chinese)) {
      String plain = plain(name);
      int count = counts.getOrDefault(plain, 1);
      boolean alone = count == 1 || (count == -1 && own.contains(plain));
      marked.add(
          alone ? SubjectName.of(name).text() : SubjectName.of(name).text() + " (" + key + ")");
    }
    return marked;
  }

  private static String plain(String name) {
    return SubjectWords.key(SubjectName.of(name).text());
  }

  private static String tail(String key) {
    String end = key.substring(Math.max(key.lastIndexOf('/'), key.lastIndexOf('#')) + 1);
    return end.isBlank() ? key : end;
  }
}
