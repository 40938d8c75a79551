package io.artrec.text.subject;

import io.artrec.text.embedding.SentenceEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Settles what a name of several subjects means by the sentence vectors of their labels and of the
 * words around it.
 */
final class SubjectTies {
  private static final int MOST_CONTEXT = 1000;

  private final SubjectTree tree;
  private final SentenceEncoder encoder;
  private final Map<String, Optional<float[]>> labels = new ConcurrentHashMap<>();

  SubjectTies(SubjectTree tree, SentenceEncoder encoder) {
    this.tree = tree;
    this.encoder = Objects.requireNonNull(encoder, "encoder");
  }

  String name() {
    return encoder.name();
  }

  /** The meaning whose label is nearest to the other words, when it leads; empty when none does. */
  Optional<Subject> settle(String words, List<Subject> meanings, String context) {
    String near = context.substring(0, Math.min(4 * MOST_CONTEXT, context.length()));
    String others = near.replace(words, " ").strip();
    if (others.chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Optional<float[]> around =
        encoder.encode(others.substring(0, Math.min(MOST_CONTEXT, others.length())));
    if (around.isEmpty()) {
      return Optional.empty();
    }
    Locale language = SubjectWords.isChinese(words) ? Locale.CHINESE : Locale.ENGLISH;
    Optional<Subject> best = Optional.empty();
    double most = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (Subject meaning : meanings) {
      Optional<float[]> label =
          labels.computeIfAbsent(language + " " + meaning.id(), unused -> label(meaning, language));
      double likeness = label.map(vector -> dot(around.get(), vector)).orElse(-1.0);
      if (likeness > most) {
        second = most;
        most = likeness;
        best = Optional.of(meaning);
      } else {
        second = Math.max(second, likeness);
      }
    }
    return most - second >= SubjectFinder.TIE_LEAD ? best : Optional.empty();
  }

  /** A subject's label after those of what it is a kind of, without the top. */
  private Optional<float[]> label(Subject subject, Locale language) {
    String above =
        tree.ancestors(subject).stream()
            .filter(ancestor -> tree.parent(ancestor).isPresent())
            .map(ancestor -> ancestor.label(language))
            .collect(Collectors.joining(", "));
    return encoder.encode(subject.label(language) + (above.isEmpty() ? "" : ", " + above));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
