package io.artrec.text.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Things, beings, places, events, stories and ideas that pictures show, each a kind of another: a
 * schooner is a sailing ship is a ship is a vessel. Names are English and Chinese; marks say what
 * may distress. A subject may have several parents, of which the first is the primary one; nothing
 * is a kind of itself.
 *
 * <p>Files are UTF-8. A line is a subject, indented by two spaces more than what it is a kind of:
 *
 * <pre>
 * vessel | 船舶
 *   ship; hulk | 船; 大船
 *     warship; battleship | 军舰; 战舰 | +war
 *     galley (ship) | 桨帆船 | &lt;rowing-boat
 * </pre>
 *
 * <p>Names are separated by semicolons. The first is the label, in the singular, and is true of
 * everything that the others mean, which are synonyms or narrower words; plurals follow by rule.
 * Words in parentheses mark a rarer meaning of a name; one subject at most has it unmarked. A third
 * part adds marks ({@code +war}), takes inherited ones away ({@code -war}), names further parents
 * ({@code <id}) and says how a sentence tells that works show it ({@link Subject#phrase}): {@code
 * =the} with the article, {@code =same} as it is, {@code =old_ships} in these words, without any of
 * them as it is when it begins with a capital, else in the plural. {@code @id} stands for a subject
 * of another file whose kinds follow; {@code #} begins a comment.
 *
 * <p>Immutable and thread-safe.
 */
public final class SubjectTree {
  private static final List<String> FILES =
      List.of(
          "people.txt",
          "nature.txt",
          "places.txt",
          "things.txt",
          "activities.txt",
          "stories.txt",
          "ideas.txt");

  private final List<SubjectEntry> entries;
  private final List<Subject> subjects;
  private final Map<String, Subject> byId = new LinkedHashMap<>();
  private final List<int[]> parents;
  private final List<List<Subject>> children = new ArrayList<>();
  private final List<List<Subject>> ancestors = new ArrayList<>();
  private final Map<String, Set<Subject>> english;
  private final Map<String, Set<Subject>> chinese;
  private final String fingerprint;

  private SubjectTree(List<SubjectEntry> entries) {
    this.entries = List.copyOf(entries);
    SubjectLinks links = new SubjectLinks(entries);
    subjects = links.subjects();
    parents = links.parents();
    subjects.forEach(subject -> byId.put(subject.id(), subject));
    for (Subject subject : subjects) {
      children.add(new ArrayList<>());
      ancestors.add(climb(subject));
    }
    for (Subject subject : subjects) {
      for (int parent : parents.get(subject.index())) {
        children.get(parent).add(subject);
      }
    }
    english = names(Locale.ENGLISH);
    chinese = names(Locale.CHINESE);
    fingerprint = hash(links.text());
  }

  /**
   * Returns the tree that comes with the library, written for it.
   *
   * @return the same tree at every call
   */
  public static SubjectTree standard() {
    return Standard.TREE;
  }

  private static final class Standard {
    static final SubjectTree TREE = new SubjectTree(bundled());
  }

  private static List<SubjectEntry> bundled() {
    List<SubjectEntry> all = new ArrayList<>();
    for (String file : FILES) {
      try (InputStream in =
          Objects.requireNonNull(SubjectTree.class.getResourceAsStream(file), file)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        all.addAll(SubjectReader.read(file, text.lines().toList()));
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + file + " from the library's jar", e);
      }
    }
    return all;
  }

  /**
   * Reads a tree of one's own.
   *
   * @param file the file, in the format above
   * @return the tree
   * @throws IOException when the file cannot be read or is not UTF-8
   * @throws SubjectTreeException when it is no tree: an unknown parent, a subject that is a kind of
   *     itself, an unmarked name of two subjects
   */
  public static SubjectTree read(Path file) throws IOException {
    return of(file.toString(), lines(file));
  }

  /** Reads a tree from lines. */
  static SubjectTree of(String file, List<String> lines) {
    List<SubjectEntry> entries = SubjectReader.read(file, lines);
    if (entries.isEmpty()) {
      throw new SubjectTreeException(file + " has no subjects; expected at least one");
    }
    return new SubjectTree(entries);
  }

  /** Links what readers of other formats made. */
  static SubjectTree of(List<SubjectEntry> entries) {
    return new SubjectTree(entries);
  }

  /**
   * Returns this tree with the subjects of a file added, which begins with {@code @id} where they
   * are kinds of what this tree has.
   *
   * @param file the file, in the format above
   * @return the larger tree
   * @throws IOException when the file cannot be read or is not UTF-8
   * @throws SubjectTreeException when the two make no tree
   */
  public SubjectTree extendedBy(Path file) throws IOException {
    return extendedBy(file.toString(), lines(file));
  }

  SubjectTree extendedBy(String file, List<String> lines) {
    List<SubjectEntry> all = new ArrayList<>(entries);
    all.addAll(SubjectReader.read(file, lines));
    return new SubjectTree(all);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException("reading subjects " + file + ": it is not UTF-8; save it as such", e);
    }
  }

  /** {@return all subjects, in the order of the files} */
  public List<Subject> subjects() {
    return subjects;
  }

  /** {@return the number of subjects, 1 or more} */
  public int size() {
    return subjects.size();
  }

  /**
   * {@return the subject, or empty when there is none}
   *
   * @param id its identity
   */
  public Optional<Subject> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * {@return a subject that must be there}
   *
   * @param id its identity
   * @throws IllegalArgumentException when there is none
   */
  public Subject get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "subject '" + id + "' is not among the " + size() + " of the tree"));
  }

  /**
   * Returns what has a name. Case, accents, hyphens and English plurals do not matter.
   *
   * @param name the name
   * @param language Chinese for {@code zh}, else English
   * @return the subjects, several where the name is ambiguous, in order
   */
  public List<Subject> named(String name, Locale language) {
    Map<String, Set<Subject>> names = language.getLanguage().equals("zh") ? chinese : english;
    return List.copyOf(names.getOrDefault(SubjectWords.key(name), Set.of()));
  }

  /**
   * Returns what a subject is first of all a kind of.
   *
   * @param subject a subject of this tree
   * @return its primary parent, or empty at the top
   */
  public Optional<Subject> parent(Subject subject) {
    return parents(subject).stream().findFirst();
  }

  /**
   * Returns what a subject is a kind of.
   *
   * @param subject a subject of this tree
   * @return its parents, the primary one first
   */
  public List<Subject> parents(Subject subject) {
    return IntStream.of(parents.get(own(subject).index())).mapToObj(subjects::get).toList();
  }

  /**
   * Returns the kinds of a subject.
   *
   * @param subject a subject of this tree
   * @return those it is a parent of, in order
   */
  public List<Subject> children(Subject subject) {
    return List.copyOf(children.get(own(subject).index()));
  }

  /**
   * Returns everything that a subject is a kind of.
   *
   * @param subject a subject of this tree
   * @return parents, their parents and so on, each once, nearer ones first
   */
  public List<Subject> ancestors(Subject subject) {
    return ancestors.get(own(subject).index());
  }

  /**
   * Tells whether a subject is a kind of another, or the same.
   *
   * @param subject a subject of this tree
   * @param other another
   * @return whether {@code other} is it or one of its ancestors
   */
  public boolean isA(Subject subject, Subject other) {
    return subject == other || ancestors(subject).contains(own(other));
  }

  /**
   * Returns how many primary parents stand above a subject.
   *
   * @param subject a subject of this tree
   * @return 0 at the top
   */
  public int depth(Subject subject) {
    int depth = 0;
    for (Optional<Subject> at = parent(subject); at.isPresent(); at = parent(at.get())) {
      depth++;
    }
    return depth;
  }

  /** What stands below the top on the primary way to a subject; the subject itself at the top. */
  Subject branch(Subject subject) {
    Subject at = subject;
    for (int depth = depth(subject); depth > 1; depth--) {
      at = parents(at).get(0);
    }
    return at;
  }

  /**
   * Identifies the tree: equal fingerprints mean equal trees.
   *
   * @return 16 hexadecimal digits
   */
  public String fingerprint() {
    return fingerprint;
  }

  private Subject own(Subject subject) {
    if (byId.get(subject.id()) != subject) {
      throw new IllegalArgumentException("subject '" + subject + "' is of another tree");
    }
    return subject;
  }

  private List<Subject> climb(Subject subject) {
    Set<Subject> found = new LinkedHashSet<>();
    List<Subject> level = List.of(subject);
    while (!level.isEmpty()) {
      List<Subject> next = new ArrayList<>();
      for (Subject at : level) {
        for (int parent : parents.get(at.index())) {
          if (found.add(subjects.get(parent))) {
            next.add(subjects.get(parent));
          }
        }
      }
      level = next;
    }
    return List.copyOf(found);
  }

  private Map<String, Set<Subject>> names(Locale language) {
    Map<String, Set<Subject>> names = new HashMap<>();
    for (Subject subject : subjects) {
      for (SubjectName name : subject.written(language)) {
        String key = SubjectWords.key(name.text());
        Set<String> forms = language.equals(Locale.CHINESE) ? Set.of(key) : SubjectWords.forms(key);
        for (String form : forms) {
          names.computeIfAbsent(form, unused -> new LinkedHashSet<>()).add(subject);
        }
      }
    }
    return names;
  }

  static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Describes the tree.
   *
   * @return its size and fingerprint
   */
  @Override
  public String toString() {
    return size() + " subjects, " + fingerprint;
  }
}
