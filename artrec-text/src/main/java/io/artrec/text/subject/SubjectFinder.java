package io.artrec.text.subject;

import io.artrec.catalog.Artwork;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.subject.FoundSubject.Field;
import io.artrec.text.subject.FoundSubject.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds subjects of a {@link SubjectTree} in records: in their subjects, titles and descriptions,
 * English or Chinese. The longest name counts; words agree exactly but for case, accents and
 * plurals, or else by stem. Chinese is segmented with the names as dictionary.
 *
 * <p>A rarer meaning ({@code bow (weapon)}; every single Chinese character) counts where another
 * subject is of the same branch, the kind below the top, and the main meaning has no such support;
 * in the list of subjects also by itself when the tree has no other meaning. A value of that list
 * that turns its words around, {@code boat, fishing}, is read as {@code fishing boat}. Of names of
 * persons ({@code Blood, Wendy}; {@code George Fox}; {@code Mrs Rose}), as far as a common given
 * name or a form of address tells them, no part is read as a thing.
 *
 * <p>Immutable and thread-safe. O(words × longest name) a record.
 */
public final class SubjectFinder {
  /** What a subject in a title weighs; one in the list of subjects weighs 1. */
  public static final double TITLE = 0.7;

  /** What a subject in a description weighs. */
  public static final double DESCRIPTION = 0.5;

  /** By how much more cosine a meaning must lead the next for sentence vectors to settle it. */
  public static final double TIE_LEAD = 0.02;

  /** By what a subject of which only the stem agrees is multiplied. */
  public static final double STEM = 0.7;

  private final SubjectTree tree;
  private final SubjectMatcher matcher;
  private final Optional<SubjectTies> ties;

  private SubjectFinder(SubjectTree tree, SubjectMatcher matcher, Optional<SubjectTies> ties) {
    this.tree = tree;
    this.matcher = matcher;
    this.ties = ties;
  }

  /**
   * Returns a finder in the tree that comes with the library.
   *
   * @return the same finder at every call
   */
  public static SubjectFinder standard() {
    return Standard.FINDER;
  }

  private static final class Standard {
    static final SubjectFinder FINDER = of(SubjectTree.standard());
  }

  /**
   * {@return a finder in a tree}
   *
   * @param tree what can be found
   */
  public static SubjectFinder of(SubjectTree tree) {
    Objects.requireNonNull(tree, "tree");
    return new SubjectFinder(tree, new SubjectMatcher(tree), Optional.empty());
  }

  /**
   * Returns this finder with a name that leads to several subjects settled by sentence vectors
   * where branches do not settle it: it means the subject whose label, with what it is a kind of,
   * is by {@link #TIE_LEAD} nearer to the record's other words than the next.
   *
   * @param encoder reads words of records and labels; it must be deterministic and thread-safe
   * @return the changed finder, which asks the encoder once a subject and once a doubtful name
   */
  public SubjectFinder ties(SentenceEncoder encoder) {
    return new SubjectFinder(tree, matcher, Optional.of(new SubjectTies(tree, encoder)));
  }

  /** {@return what decides what is found: equal texts promise equal finds} */
  public String identity() {
    return "tree "
        + tree.fingerprint()
        + ties.map(settling -> ", ties by " + settling.name()).orElse("");
  }

  /**
   * Returns the tree.
   *
   * @return what can be found
   */
  public SubjectTree tree() {
    return tree;
  }

  /**
   * Finds what a record names.
   *
   * @param artwork the record
   * @return each subject once, where it weighs most, in the order in which they are named; subjects
   *     first, then title, then description
   */
  public List<FoundSubject> find(Artwork artwork) {
    List<Reading> readings = new ArrayList<>();
    for (String value : artwork.subjects()) {
      inValue(value).forEach(match -> readings.add(new Reading(match, Field.SUBJECTS)));
    }
    matcher
        .matches(artwork.titleWords())
        .forEach(match -> readings.add(new Reading(match, Field.TITLE)));
    artwork
        .description()
        .ifPresent(
            text ->
                matcher
                    .matches(text)
                    .forEach(match -> readings.add(new Reading(match, Field.DESCRIPTION))));
    return decided(readings, context(artwork));
  }

  private static String context(Artwork artwork) {
    return String.join(", ", artwork.subjects())
        + ". "
        + artwork.titleWords()
        + ". "
        + artwork.description().orElse("");
  }

  /**
   * Finds what a text names, as if it were a title.
   *
   * @param text English or Chinese
   * @return each subject once, in the order in which they are named
   */
  public List<FoundSubject> find(String text) {
    return decided(
        matcher.matches(text).stream().map(match -> new Reading(match, Field.TITLE)).toList(),
        text);
  }

  /** Finds what one value of a list of subjects names. */
  List<FoundSubject> inSubject(String value) {
    return decided(
        inValue(value).stream().map(match -> new Reading(match, Field.SUBJECTS)).toList(), "");
  }

  private List<SubjectMatch> inValue(String value) {
    Optional<SubjectMatch> whole = matcher.whole(value).or(() -> turned(value));
    return whole.map(List::of).orElseGet(() -> inParts(value));
  }

  /** What stands in a value; behind a person's name only stories, of which it may be the author. */
  private List<SubjectMatch> inParts(String value) {
    int name = PersonNames.end(value);
    if (name == 0) {
      return matcher.matches(value);
    }
    List<SubjectMatch> matches = new ArrayList<>();
    turned(value.substring(0, name)).or(() -> author(value, name)).ifPresent(matches::add);
    matches.addAll(
        matcher.matches(value.substring(name)).stream()
            .filter(match -> match.meanings().stream().anyMatch(this::isStory))
            .toList());
    return matches;
  }

  /** The stories of whom a value names before the title of a work in quotes. */
  private Optional<SubjectMatch> author(String value, int name) {
    return value.indexOf('\'', name) < 0
        ? Optional.empty()
        : matcher
            .whole(value.substring(0, value.indexOf(',')))
            .filter(match -> match.meanings().stream().anyMatch(this::isStory));
  }

  private boolean isStory(Subject subject) {
    return tree.find("story").filter(story -> tree.isA(subject, story)).isPresent();
  }

  private Optional<SubjectMatch> turned(String value) {
    int comma = value.indexOf(',');
    return comma < 0
        ? Optional.empty()
        : matcher.whole(value.substring(comma + 1).strip() + " " + value.substring(0, comma));
  }

  private List<FoundSubject> decided(List<Reading> readings, String context) {
    Set<Subject> branches =
        readings.stream()
            .filter(reading -> reading.match().meanings().size() == 1)
            .flatMap(reading -> reading.match().main().stream())
            .map(tree::branch)
            .collect(Collectors.toSet());
    Map<Subject, FoundSubject> found = new LinkedHashMap<>();
    Map<String, Optional<Subject>> settled = new HashMap<>();
    for (Reading reading : readings) {
      decide(
              reading,
              branches,
              left ->
                  settled.computeIfAbsent(
                      reading.match().words() + left,
                      key ->
                          ties.flatMap(tie -> tie.settle(reading.match().words(), left, context))))
          .ifPresent(
              subject ->
                  found.merge(
                      subject,
                      reading.found(subject),
                      (earlier, later) -> later.weight() > earlier.weight() ? later : earlier));
    }
    return List.copyOf(found.values());
  }

  private Optional<Subject> decide(
      Reading reading, Set<Subject> branches, Function<List<Subject>, Optional<Subject>> settling) {
    List<Subject> meanings = reading.match().meanings();
    Optional<Subject> main = reading.match().main();
    List<Subject> supported =
        meanings.stream().filter(subject -> branches.contains(tree.branch(subject))).toList();
    if (ties.isPresent() && meanings.size() > 1 && supported.size() != 1) {
      List<Subject> left = supported.isEmpty() ? meanings : supported;
      Optional<Subject> settled = settling.apply(left);
      if (settled.isPresent()) {
        return settled;
      }
    }
    if (main.isPresent() && supported.contains(main.get())) {
      return main;
    }
    boolean onlyOne = reading.field() == Field.SUBJECTS && meanings.size() == 1;
    return supported.stream().findFirst().or(() -> onlyOne ? Optional.of(meanings.get(0)) : main);
  }

  private record Reading(SubjectMatch match, Field field) {
    FoundSubject found(Subject subject) {
      double weight =
          switch (field) {
            case SUBJECTS -> 1;
            case TITLE -> TITLE;
            case DESCRIPTION -> DESCRIPTION;
          };
      return new FoundSubject(
          subject, new Mention(field, match.words()), match.exact() ? weight : weight * STEM);
    }
  }
}
