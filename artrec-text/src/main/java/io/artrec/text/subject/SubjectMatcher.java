package io.artrec.text.subject;

import io.artrec.text.analysis.AnalyzedText;
import io.artrec.text.analysis.TermDictionary;
import io.artrec.text.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** Finds names of subjects in texts, longest first. */
final class SubjectMatcher {
  private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}\\s'’.\\-‐-–]");
  private static final int SHORTEST_STEM = 4;

  /** Longer names are whole sentences and no words to segment by. */
  private static final int LONGEST_CHINESE = 64;

  private static final Set<String> ADDRESS =
      Set.of("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Captain", "Colonel", "Major", "Rev");

  private final SubjectTree tree;
  private final TextAnalysis words = TextAnalysis.of("words", new StandardAnalyzer());
  private final TextAnalysis english = TextAnalysis.english();
  private final TextAnalysis chinese;
  private final Map<String, Set<Subject>> stems = new HashMap<>();
  private final Map<String, Subject> mains = new HashMap<>();
  private final int longest;

  SubjectMatcher(SubjectTree tree) {
    this.tree = tree;
    List<String> several = new ArrayList<>();
    int most = 1;
    for (Subject subject : tree.subjects()) {
      for (SubjectName name : subject.written(Locale.CHINESE)) {
        // One character is a part of many words; the segmenter finds those that stand alone.
        int length = name.text().length();
        if (length > 1 && length <= LONGEST_CHINESE && SubjectWords.isChinese(name.text())) {
          several.add(name.text());
          addMain(SubjectWords.key(name.text()), name, subject);
        }
      }
      for (SubjectName name : subject.written(Locale.ENGLISH)) {
        int length = SubjectWords.count(name.text());
        most = Math.max(most, length);
        addMain(SubjectWords.key(name.text()), name, subject);
        List<String> terms = length == 1 ? english.terms(name.text()) : List.of();
        if (!name.ambiguous() && terms.size() == 1) {
          stems.computeIfAbsent(terms.get(0), unused -> new LinkedHashSet<>()).add(subject);
        }
      }
    }
    for (Subject subject : tree.subjects()) {
      for (SubjectName name : subject.written(Locale.ENGLISH)) {
        SubjectWords.forms(SubjectWords.key(name.text()))
            .forEach(form -> addMain(form, name, subject));
      }
    }
    longest = most;
    chinese = TextAnalysis.chinese(TermDictionary.of("subjects", several));
  }

  private void addMain(String key, SubjectName name, Subject subject) {
    if (!name.ambiguous()) {
      mains.putIfAbsent(key, subject);
    }
  }

  List<SubjectMatch> matches(String text) {
    return SubjectWords.isChinese(text) ? inChinese(text) : inEnglish(text);
  }

  /** What a whole text names, and nothing else of it. */
  Optional<SubjectMatch> whole(String text) {
    return exact(text, SubjectWords.isChinese(text) ? Locale.CHINESE : Locale.ENGLISH);
  }

  private List<SubjectMatch> inChinese(String text) {
    List<SubjectMatch> matches = new ArrayList<>();
    AnalyzedText analyzed = chinese.analyze(text);
    for (AnalyzedText.Token token : analyzed.tokens()) {
      exact(analyzed.surface(token), Locale.CHINESE).ifPresent(matches::add);
    }
    return matches;
  }

  private List<SubjectMatch> inEnglish(String text) {
    List<SubjectMatch> matches = new ArrayList<>();
    AnalyzedText analyzed = words.analyze(text);
    for (int at = 0; at < analyzed.tokens().size(); ) {
      int taken = 1;
      if (isSurname(analyzed, at)) {
        at++;
        continue;
      }
      for (int length = Math.min(longest, analyzed.tokens().size() - at); length > 0; length--) {
        Optional<SubjectMatch> match = at(analyzed, at, at + length);
        if (match.isPresent()) {
          matches.add(match.get());
          taken = length;
          break;
        }
      }
      at += taken;
    }
    return matches;
  }

  /** Whether a word is what somebody is called after a given name or a form of address. */
  private static boolean isSurname(AnalyzedText analyzed, int at) {
    if (at == 0) {
      return false;
    }
    String word = analyzed.surface(analyzed.tokens().get(at));
    AnalyzedText.Token before = analyzed.tokens().get(at - 1);
    String first = analyzed.surface(before);
    String between =
        analyzed.text().substring(before.end(), analyzed.tokens().get(at).start()).strip();
    return PersonNames.maybeSurname(word)
        && !word.endsWith("ing")
        && ((between.isEmpty() && PersonNames.isGiven(first))
            || ((between.isEmpty() || between.equals(".")) && ADDRESS.contains(first)));
  }

  private Optional<SubjectMatch> at(AnalyzedText analyzed, int from, int to) {
    List<AnalyzedText.Token> tokens = analyzed.tokens().subList(from, to);
    String phrase =
        analyzed.text().substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    if (BREAK.matcher(phrase).find()) {
      return Optional.empty();
    }
    Optional<SubjectMatch> exact = exact(phrase, Locale.ENGLISH);
    return exact.isPresent() || tokens.size() > 1 ? exact : byStem(phrase);
  }

  private Optional<SubjectMatch> exact(String words, Locale language) {
    List<Subject> meanings = tree.named(words, language);
    return meanings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SubjectMatch(
                words, meanings, Optional.ofNullable(mains.get(SubjectWords.key(words))), true));
  }

  private Optional<SubjectMatch> byStem(String word) {
    List<String> terms = english.terms(word);
    if (PersonNames.isGiven(word) || terms.size() != 1 || terms.get(0).length() < SHORTEST_STEM) {
      return Optional.empty();
    }
    Set<Subject> meanings = stems.getOrDefault(terms.get(0), Set.of());
    return meanings.size() == 1
        ? Optional.of(
            new SubjectMatch(word, List.copyOf(meanings), meanings.stream().findFirst(), false))
        : Optional.empty();
  }
}
