package io.artrec.text.subject;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that pictures show, a node of a {@link SubjectTree}. Immutable and thread-safe; equal
 * only to itself.
 */
public final class Subject {
  private final int index;
  private final String id;
  private final List<SubjectName> english;
  private final List<SubjectName> chinese;
  private final Set<Distress> marks;
  private final String spoken;

  Subject(int index, SubjectEntry entry, Set<Distress> marks) {
    this.index = index;
    this.id = entry.id();
    this.english = entry.english().stream().map(SubjectName::of).toList();
    this.chinese = entry.chinese().stream().map(SubjectName::of).toList();
    this.marks = Set.copyOf(marks);
    spoken = SubjectWords.spoken(english.get(0).text(), entry.spoken());
  }

  /**
   * Returns the stable identity.
   *
   * @return the first English name in lower case with hyphens, for instance {@code sailing-ship};
   *     with its qualifier where it has several meanings, {@code bow-weapon}
   */
  public String id() {
    return id;
  }

  /**
   * Returns what the subject is called; true of everything that its other names mean.
   *
   * @param language Chinese for {@code zh}, else English
   * @return the first name, in the singular
   */
  public String label(Locale language) {
    return written(language).get(0).text();
  }

  /**
   * Returns what a sentence calls the subject where several works show it: {@code ships}, {@code
   * the sea}, {@code snow}, {@code Venice}.
   *
   * @param language Chinese for {@code zh}, the label then; else English
   * @return words that come after "both show"
   */
  public String phrase(Locale language) {
    return language.getLanguage().equals("zh") ? label(language) : spoken;
  }

  /**
   * Returns all names: the label, then synonyms and narrower words that the tree does not tell
   * apart.
   *
   * @param language Chinese for {@code zh}, else English
   * @return one or more
   */
  public List<String> names(Locale language) {
    return written(language).stream().map(SubjectName::text).toList();
  }

  /**
   * Returns why it may distress.
   *
   * @return its marks, those it inherits among them
   */
  public Set<Distress> marks() {
    return marks;
  }

  List<SubjectName> written(Locale language) {
    return language.getLanguage().equals("zh") ? chinese : english;
  }

  int index() {
    return index;
  }

  /**
   * Returns the identity.
   *
   * @return {@link #id}
   */
  @Override
  public String toString() {
    return id;
  }
}
