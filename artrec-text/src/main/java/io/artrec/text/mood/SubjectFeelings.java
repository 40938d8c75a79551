package io.artrec.text.mood;

import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What subjects of a tree bring along by way of feeling: their own, or their nearest ancestor's.
 */
final class SubjectFeelings {
  private static final String FILE = "subjects.txt";

  private final Map<Subject, Affect> affects = new HashMap<>();
  private final String fingerprint;

  private SubjectFeelings(SubjectTree tree, Map<String, Affect> stated) {
    fingerprint = MoodFile.fingerprint(stated.entrySet());
    for (Subject subject : tree.subjects()) {
      List<Subject> upwards = new ArrayList<>();
      upwards.add(subject);
      upwards.addAll(tree.ancestors(subject));
      upwards.stream()
          .filter(at -> stated.containsKey(at.id()))
          .findFirst()
          .ifPresent(at -> affects.put(subject, stated.get(at.id())));
    }
  }

  /** The feelings that come with the library; those of subjects that the tree lacks are unused. */
  static SubjectFeelings of(SubjectTree tree) {
    return new SubjectFeelings(tree, stated());
  }

  /** What the file says, by subject. */
  static Map<String, Affect> stated() {
    Map<String, Affect> stated = new LinkedHashMap<>();
    List<String> lines = MoodFile.bundled(FILE);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        String place = FILE + ", line " + (i + 1);
        String[] parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length != 2 || stated.put(parts[0], MoodFile.affect(place, parts[1])) != null) {
          throw new IllegalStateException(place + " is no subject with a feeling: " + line);
        }
      }
    }
    return stated;
  }

  /** Identifies what the file says. */
  String fingerprint() {
    return fingerprint;
  }

  Optional<Affect> of(Subject subject) {
    return Optional.ofNullable(affects.get(subject));
  }
}
