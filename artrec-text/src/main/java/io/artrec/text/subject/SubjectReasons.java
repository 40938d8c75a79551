package io.artrec.text.subject;

import io.artrec.catalog.Artwork;
import io.artrec.feature.SharedTrait;
import io.artrec.text.subject.FoundSubject.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words for what two works both show. Where both records have a value that says more than the tree
 * does ({@code Thames}, of rivers), that value speaks and the subject does not.
 */
final class SubjectReasons {
  private final SubjectFinder finder;
  private final SubjectLikeness likeness;

  SubjectReasons(SubjectFinder finder, SubjectFrequencies frequencies) {
    this.finder = finder;
    likeness = new SubjectLikeness(finder, frequencies);
  }

  List<SharedTrait> of(Artwork work, Artwork other) {
    Map<Subject, Set<String>> values = commonValues(work, other);
    List<SharedTrait> traits = new ArrayList<>();
    for (Subject subject : likeness.shared(finder.find(work), finder.find(other))) {
      Set<String> common = values.getOrDefault(subject, Set.of());
      if (common.stream().allMatch(value -> isCalled(subject, value))) {
        traits.add(
            new SharedTrait(
                subject.id(),
                Map.of(
                    Locale.ENGLISH, subject.phrase(Locale.ENGLISH),
                    Locale.CHINESE, subject.phrase(Locale.CHINESE)),
                covered(subject, values)));
      }
    }
    return List.copyOf(traits);
  }

  /**
   * The values that a sentence about a subject says as well: its own, and names of its ancestors.
   */
  private Set<String> covered(Subject subject, Map<Subject, Set<String>> values) {
    Set<String> covered = new LinkedHashSet<>(values.getOrDefault(subject, Set.of()));
    for (Subject ancestor : finder.tree().ancestors(subject)) {
      values.getOrDefault(ancestor, Set.of()).stream()
          .filter(value -> isCalled(ancestor, value))
          .forEach(covered::add);
    }
    return covered;
  }

  /**
   * The values of both records' lists of subjects that lead to a subject, as the first has them.
   */
  private Map<Subject, Set<String>> commonValues(Artwork work, Artwork other) {
    Map<Subject, Set<String>> values = new LinkedHashMap<>();
    for (String value : work.subjects()) {
      if (other.subjects().stream().anyMatch(value::equalsIgnoreCase)) {
        for (FoundSubject found : finder.inSubject(value)) {
          values.computeIfAbsent(found.subject(), unused -> new LinkedHashSet<>()).add(value);
        }
      }
    }
    return values;
  }

  /** Whether a value leads to a subject by its label, not by a narrower name. */
  private boolean isCalled(Subject subject, String value) {
    Locale language = SubjectWords.isChinese(value) ? Locale.CHINESE : Locale.ENGLISH;
    String label = SubjectWords.key(subject.label(language));
    Set<String> forms = SubjectWords.forms(label);
    return finder.inSubject(value).stream()
        .filter(found -> found.subject() == subject)
        .map(FoundSubject::mention)
        .map(Mention::words)
        .anyMatch(words -> forms.contains(SubjectWords.key(words)));
  }
}
