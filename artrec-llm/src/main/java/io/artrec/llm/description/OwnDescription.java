package io.artrec.llm.description;

import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a paragraph of what is known: what matters most to the audience, as far as it fits. */
final class OwnDescription {
  /** The parts of a paragraph, in the order in which they stand. */
  private enum Part {
    IDENTITY,
    KIND,
    SHOWS,
    STORY,
    THEMES,
    COLORS,
    REMARKS,
    MAKING,
    PLACE,
    OFFER
  }

  /** What is told of first. */
  private static final Map<Audience, List<Part>> FIRST =
      Map.of(
          Audience.CHILD,
          List.of(Part.IDENTITY, Part.SHOWS, Part.COLORS, Part.STORY),
          Audience.VISITOR,
          List.of(
              Part.IDENTITY,
              Part.STORY,
              Part.SHOWS,
              Part.COLORS,
              Part.KIND,
              Part.REMARKS,
              Part.THEMES,
              Part.MAKING,
              Part.PLACE),
          Audience.COLLECTOR,
          List.of(
              Part.IDENTITY,
              Part.MAKING,
              Part.OFFER,
              Part.KIND,
              Part.STORY,
              Part.SHOWS,
              Part.COLORS,
              Part.PLACE,
              Part.REMARKS,
              Part.THEMES),
          Audience.EXPERT,
          List.of(
              Part.IDENTITY,
              Part.MAKING,
              Part.KIND,
              Part.SHOWS,
              Part.REMARKS,
              Part.COLORS,
              Part.THEMES,
              Part.STORY,
              Part.PLACE));

  /** Branches of the tree that cannot be seen. */
  private static final Set<String> UNSEEN = Set.of("idea", "story", "activity");

  private final ArtworkFacts work;
  private final DescriptionStyle style;
  private final DescriptionPhrases phrases;

  private OwnDescription(ArtworkFacts work, DescriptionStyle style) {
    this.work = work;
    this.style = style;
    phrases = style.isChinese() ? new ChinesePhrases() : new EnglishPhrases();
  }

  static String write(ArtworkFacts work, DescriptionStyle style) {
    return new OwnDescription(work, style).paragraph();
  }

  private String paragraph() {
    Map<Part, List<String>> told = new EnumMap<>(Part.class);
    for (Part part : FIRST.getOrDefault(style.audience(), List.of(Part.IDENTITY))) {
      for (String sentence : sentences(part)) {
        told.computeIfAbsent(part, unused -> new ArrayList<>()).add(sentence);
        if (part != Part.IDENTITY && !style.allows(joined(told))) {
          List<String> left = told.get(part);
          left.remove(left.size() - 1);
        }
      }
    }
    return joined(told);
  }

  private String joined(Map<Part, List<String>> told) {
    return phrases.join(told.values().stream().flatMap(List::stream).toList());
  }

  private List<String> sentences(Part part) {
    Locale language = phrases.language();
    return switch (part) {
      case IDENTITY -> List.of(phrases.identity(work, style));
      case KIND -> list(phrases.kind(work, style));
      case SHOWS -> list(phrases.shows(subjects(true), style));
      case STORY -> work.story(language);
      case THEMES -> list(phrases.themes(subjects(false), style));
      case COLORS -> list(phrases.colors(work.colors(language), style));
      case REMARKS -> work.remarks(language);
      case MAKING -> list(phrases.making(work, style));
      case PLACE -> list(phrases.place(work));
      case OFFER -> list(phrases.offer(work));
    };
  }

  private static List<String> list(Optional<String> sentence) {
    return sentence.map(List::of).orElse(List.of());
  }

  /** Subjects that can be seen, or the others. */
  private List<String> subjects(boolean seen) {
    return work.subjects(phrases.language()).stream()
        .filter(subject -> isSeen(subject) == seen)
        .toList();
  }

  private boolean isSeen(String word) {
    SubjectTree tree = SubjectTree.standard();
    List<Subject> named = tree.named(word, phrases.language());
    if (named.isEmpty()) {
      return true;
    }
    Subject at = named.get(0);
    while (tree.parent(at).isPresent()) {
      at = tree.parent(at).get();
    }
    return !UNSEEN.contains(at.id());
  }
}
