package io.artrec.llm.interest;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Trait;
import io.artrec.llm.label.LabelSet;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.subject.SubjectTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The traits that words name: artists and movements of a catalogue by name, surname or Chinese name
 * of the movement, moods by their words, and what pictures show by the tree of subjects, as the
 * catalogue spells it. Not changed.
 */
final class TraitNames {
  /** How many of the catalogue's subjects one subject of the tree stands for. */
  private static final int MOST_SPELLINGS = 4;

  private static final int LONGEST = 5;
  private static final int SHORTEST_SURNAME = 4;

  /** The tops of the tree say too little, unless the catalogue has them. */
  private static final int LEAST_DEPTH = 1;

  /** What comments speak of when they speak of a work, and not of what it shows. */
  private static final Set<String> NO_SUBJECTS =
      Set.of("painting", "picture", "looking", "artist", "drawing", "emotion");

  /** Characters that stand around a noun of one character and are none. */
  private static final Pattern AROUND_A_NOUN =
      Pattern.compile("不要|没有|画得|[很太真都也的了是就最这那我他她你们在和与幅张只些座匹条场画不没无有]");

  /** Words of moods that are as often of something else. */
  private static final Set<String> NO_MOODS =
      Set.of("still", "dark", "bright", "empty", "grand", "old", "lively", "violent", "unreal");

  private final SubjectFinder finder;
  private final Map<String, Trait> byName = new HashMap<>();
  private final Map<String, Trait> subjects = new HashMap<>();
  private final Map<Subject, List<Trait>> spelled = new HashMap<>();
  private final Map<Trait, Integer> works = new LinkedHashMap<>();
  private final int mostHan;

  TraitNames(Catalog catalog, SubjectFinder finder) {
    this.finder = finder;
    for (int work = 0; work < catalog.size(); work++) {
      Artwork artwork = catalog.get(work);
      new LinkedHashSet<>(Trait.of(artwork)).forEach(trait -> works.merge(trait, 1, Integer::sum));
    }
    addMoods();
    addMovements();
    addSurnames();
    works.keySet().stream()
        .filter(trait -> trait.kind() != Trait.Kind.SUBJECT)
        .forEach(trait -> byName.put(key(trait.name()), trait));
    works.keySet().stream()
        .filter(trait -> trait.kind() == Trait.Kind.SUBJECT)
        .forEach(this::addSubject);
    mostHan =
        byName.keySet().stream().filter(TraitNames::isHan).mapToInt(String::length).max().orElse(0);
  }

  private void addSubject(Trait subject) {
    subjects.putIfAbsent(key(subject.name()), subject);
    for (FoundSubject found : finder.find(subject.name())) {
      spelled.computeIfAbsent(found.subject(), one -> new ArrayList<>()).add(subject);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s+", " ").strip();
  }

  private static boolean isHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  private Trait asSpelled(Trait trait) {
    return works.keySet().stream().filter(trait::equals).findFirst().orElse(trait);
  }

  private void addMoods() {
    for (LabelSet.Language language : LabelSet.Language.values()) {
      LabelSet.moods(language)
          .descriptions()
          .forEach(
              (label, words) -> {
                Trait mood = asSpelled(Trait.mood(label));
                byName.put(key(label), mood);
                String adjectives = words.split("[;；]", 2)[0];
                for (String word : adjectives.split(", | and |、", -1)) {
                  if (!NO_MOODS.contains(key(word))) {
                    byName.putIfAbsent(key(word), mood);
                  }
                }
              });
    }
  }

  /** Movements of the library's list, whose Chinese names come before a colon. */
  private void addMovements() {
    LabelSet.movements(LabelSet.Language.CHINESE)
        .descriptions()
        .forEach(
            (label, words) -> {
              Trait movement = asSpelled(Trait.movement(label));
              byName.put(key(label), movement);
              for (String name : words.split("：", 2)[0].split("、", -1)) {
                byName.put(name, movement);
              }
            });
    List.copyOf(byName.entrySet()).forEach(entry -> addAdherents(entry.getKey(), entry.getValue()));
    works.keySet().stream()
        .filter(trait -> trait.kind() == Trait.Kind.MOVEMENT)
        .forEach(trait -> addAdherents(key(trait.name()), trait));
  }

  private void addAdherents(String name, Trait movement) {
    if (movement.kind() == Trait.Kind.MOVEMENT && name.endsWith("ism")) {
      String stem = name.substring(0, name.length() - 1);
      byName.putIfAbsent(stem + "t", movement);
      byName.putIfAbsent(stem + "ts", movement);
    }
  }

  /** Last words of artists' names that only one artist has and that are no other words. */
  private void addSurnames() {
    Map<String, Set<Trait>> bySurname = new HashMap<>();
    for (Trait trait : works.keySet()) {
      String name = key(trait.name());
      int space = name.lastIndexOf(' ');
      if (trait.kind() == Trait.Kind.ARTIST && name.length() - space > SHORTEST_SURNAME) {
        bySurname.computeIfAbsent(name.substring(space + 1), one -> new HashSet<>()).add(trait);
      }
    }
    bySurname.forEach(
        (surname, artists) -> {
          if (artists.size() == 1
              && finder.tree().named(surname, Locale.ENGLISH).isEmpty()
              && !byName.containsKey(surname)) {
            byName.put(surname, artists.iterator().next());
          }
        });
  }

  /** The traits that some words name, in their order: names first, then what is shown. */
  Set<Trait> in(String words) {
    return in(words, words);
  }

  /**
   * The same, where what is shown is named by some of the words alone: "love" is an opinion.
   *
   * @param topics the words that are no opinions
   */
  Set<Trait> in(String words, String topics) {
    Set<Trait> found = new LinkedHashSet<>();
    names(words, found);
    String rest = names(topics, new LinkedHashSet<>());
    for (FoundSubject shown : finder.find(rest)) {
      boolean byStem = shown.weight() < SubjectFinder.TITLE;
      if (!byStem && !NO_SUBJECTS.contains(shown.subject().id())) {
        found.addAll(spellings(shown.subject()));
      }
    }
    if (isHan(rest)) {
      single(rest).forEach(subject -> found.addAll(spellings(subject)));
    }
    return found;
  }

  /** Subjects of one Chinese character, which is a part of many words, where it stands alone. */
  private List<Subject> single(String topics) {
    List<Subject> found = new ArrayList<>();
    for (String part : topics.split("[/ ]", -1)) {
      String noun = AROUND_A_NOUN.matcher(part).replaceAll("");
      if (noun.length() == 1) {
        finder.tree().named(noun, Locale.CHINESE).stream().limit(1).forEach(found::add);
      }
    }
    return found;
  }

  /** Finds names and returns the words that were none. */
  private String names(String words, Set<Trait> found) {
    return isHan(words) ? inChinese(words, found) : inEnglish(words, found);
  }

  private String inEnglish(String words, Set<Trait> found) {
    String[] parts = key(words).split(" ", -1);
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < parts.length) {
      int taken = 1;
      for (int n = Math.min(LONGEST, parts.length - at); n > 0; n--) {
        Optional<Trait> named = named(String.join(" ", List.of(parts).subList(at, at + n)));
        if (named.isPresent()) {
          found.add(named.get());
          taken = n;
          break;
        }
        if (n == 1) {
          rest.append(parts[at]).append(' ');
        }
      }
      at += taken;
    }
    return rest.toString();
  }

  private String inChinese(String words, Set<Trait> found) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < words.length()) {
      int taken = 0;
      for (int n = Math.min(mostHan, words.length() - at); n > 1 && taken == 0; n--) {
        Trait named = byName.get(words.substring(at, at + n));
        if (named != null) {
          found.add(named);
          taken = n;
        }
      }
      rest.append(taken > 0 ? ' ' : words.charAt(at));
      at += Math.max(1, taken);
    }
    return rest.toString();
  }

  private Optional<Trait> named(String name) {
    String plain = name.endsWith("'s") ? name.substring(0, name.length() - 2) : name;
    return Optional.ofNullable(byName.get(plain));
  }

  /** A name as a whole, of a kind; what nobody knows is empty. */
  List<Trait> resolved(Trait.Kind kind, String name) {
    if (kind == Trait.Kind.SUBJECT) {
      Locale language = isHan(name) ? Locale.CHINESE : Locale.ENGLISH;
      return Optional.ofNullable(subjects.get(key(name)))
          .map(List::of)
          .orElseGet(
              () ->
                  finder.tree().named(name, language).stream()
                      .limit(1)
                      .flatMap(subject -> spellings(subject).stream())
                      .toList());
    }
    return named(key(name)).filter(trait -> trait.kind() == kind).stream().toList();
  }

  /**
   * A subject as the catalogue spells it: itself or, where it has only narrower ones, those of most
   * works; by its English name where the catalogue has none.
   */
  private List<Trait> spellings(Subject subject) {
    SubjectTree tree = finder.tree();
    List<Trait> own = spelled.getOrDefault(subject, List.of());
    if (own.isEmpty() && tree.depth(subject) < LEAST_DEPTH) {
      return List.of();
    }
    Set<Trait> all = new LinkedHashSet<>(own);
    if (own.isEmpty()) {
      spelled.forEach(
          (narrower, traits) -> {
            if (tree.isA(narrower, subject)) {
              all.addAll(traits);
            }
          });
    }
    if (all.isEmpty()) {
      return List.of(Trait.subject(subject.label(Locale.ENGLISH)));
    }
    return all.stream()
        .sorted(
            Comparator.comparingInt((Trait trait) -> -works.getOrDefault(trait, 0))
                .thenComparing(Trait::toString))
        .limit(MOST_SPELLINGS)
        .toList();
  }

  /** How many works have each trait. */
  Map<Trait, Integer> works() {
    return works;
  }
}
