package io.artrec.text.wish;

import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.subject.SubjectTree;
import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishLexicon.Sense;
import io.artrec.text.wish.WishText.UnitType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds subjects of the tree in a wish, longest first, where nothing else tells which is meant. */
final class SubjectWordsReader {
  private static final int MOST_WORDS = 5;
  private static final int MOST_CHARACTERS = 8;

  /**
   * A subject that is named.
   *
   * @param subject the subject
   * @param length how many units name it
   */
  record Found(Subject subject, int length) {
    String label() {
      return subject.label(Locale.ENGLISH);
    }
  }

  private final WishText text;
  private final WishLexicon lexicon;
  private final SubjectFinder finder;
  private final Map<Integer, Optional<Found>> found = new HashMap<>();

  SubjectWordsReader(WishText text, WishLexicon lexicon, SubjectFinder finder) {
    this.text = text;
    this.lexicon = lexicon;
    this.finder = finder;
  }

  /** What a word stands for in a list. */
  Optional<String> value(Kind kind, String word) {
    return lexicon.senses(word).stream()
        .filter(sense -> sense.kind() == kind)
        .map(Sense::value)
        .findFirst();
  }

  /** The subject that is named here. */
  Optional<Found> at(int at) {
    Optional<Found> known = found.get(at);
    if (known == null) {
      known = find(at);
      found.put(at, known);
    }
    return known;
  }

  private Optional<Found> find(int at) {
    boolean han = text.isType(at, UnitType.HAN);
    if (!han && !text.isType(at, UnitType.WORD)) {
      return Optional.empty();
    }
    int most = 1;
    while (most < (han ? MOST_CHARACTERS : MOST_WORDS)
        && text.isType(at + most, han ? UnitType.HAN : UnitType.WORD)) {
      most++;
    }
    Locale language = han ? Locale.CHINESE : Locale.ENGLISH;
    SubjectTree tree = finder.tree();
    for (int length = most; length > 0; length--) {
      String words = text.phrase(at, length);
      List<Subject> named = tree.named(words, language);
      if (!named.isEmpty()) {
        return Optional.of(new Found(meant(words, named), length));
      }
    }
    return han ? Optional.empty() : byStem(at);
  }

  /** The subject with an English name. */
  Optional<Subject> named(String word) {
    List<Subject> named = finder.tree().named(word, Locale.ENGLISH);
    return named.isEmpty() ? Optional.empty() : Optional.of(meant(word, named));
  }

  private Subject meant(String words, List<Subject> named) {
    if (named.size() == 1) {
      return named.get(0);
    }
    return finder.find(words).stream()
        .map(FoundSubject::subject)
        .filter(named::contains)
        .findFirst()
        .orElse(named.get(0));
  }

  private Optional<Found> byStem(int at) {
    if (!text.hits(at).isEmpty()) {
      return Optional.empty();
    }
    List<FoundSubject> stems = finder.find(text.phrase(at, 1));
    return stems.size() == 1 ? Optional.of(new Found(stems.get(0).subject(), 1)) : Optional.empty();
  }
}
