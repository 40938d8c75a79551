package io.artrec.text.wish;

import io.artrec.catalog.Artwork;
import io.artrec.text.subject.Distress;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.subject.SubjectTree;
import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishLexicon.Sense;
import io.artrec.text.wish.WishText.Hit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a record says in the words of wishes, whatever language it is written in. Facts stand in its
 * fields; what is mentioned may also stand in title and description. Immutable.
 */
final class RecordFacts {
  private final Map<Kind, Set<String>> facts = new EnumMap<>(Kind.class);
  private final Map<Kind, Set<String>> mentions = new EnumMap<>(Kind.class);
  private final Set<Subject> shown = new HashSet<>();
  private final Set<Subject> possible = new HashSet<>();
  private final Set<Distress> marks = EnumSet.noneOf(Distress.class);
  private final String places;
  private final String words;

  RecordFacts(Artwork artwork, WishLexicon lexicon, SubjectFinder finder) {
    List<String> fields = new ArrayList<>(artwork.movements());
    artwork.genre().ifPresent(fields::add);
    artwork.medium().ifPresent(fields::add);
    fields.addAll(artwork.techniques());
    List<String> attributes = artwork.attributes().values().stream().flatMap(List::stream).toList();
    List<String> texts = new ArrayList<>(List.of(artwork.titleWords()));
    artwork.description().ifPresent(texts::add);
    texts.addAll(artwork.subjects());
    fields.forEach(field -> read(field, lexicon, facts));
    attributes.forEach(value -> read(value, lexicon, facts));
    SubjectTree tree = finder.tree();
    texts.forEach(text -> everyMeaning(read(text, lexicon, mentions), tree));
    for (FoundSubject found : finder.find(artwork)) {
      add(found.subject(), tree, shown);
    }
    possible.addAll(shown);
    places = key(attributes);
    words = key(texts);
    possible.forEach(subject -> marks.addAll(subject.marks()));
  }

  private static String key(List<String> texts) {
    return " " + WishText.key(String.join(" . ", texts)) + " ";
  }

  private static WishText read(String text, WishLexicon lexicon, Map<Kind, Set<String>> into) {
    WishText units = new WishText(text, lexicon);
    for (int at = 0; at < units.size(); ) {
      List<Hit> hits = units.hits(at);
      for (Sense sense : hits.isEmpty() ? List.<Sense>of() : hits.get(0).senses()) {
        into.computeIfAbsent(sense.kind(), unused -> new HashSet<>()).add(sense.value());
      }
      at += hits.isEmpty() ? 1 : hits.get(0).length();
    }
    return units;
  }

  private void everyMeaning(WishText units, SubjectTree tree) {
    for (int at = 0; at < units.size(); at++) {
      Locale language = units.isType(at, WishText.UnitType.HAN) ? Locale.CHINESE : Locale.ENGLISH;
      for (Subject subject : tree.named(units.phrase(at, 1), language)) {
        add(subject, tree, possible);
      }
    }
  }

  private static void add(Subject subject, SubjectTree tree, Set<Subject> into) {
    if (into.add(subject)) {
      into.addAll(tree.ancestors(subject));
    }
  }

  /** Whether the fields say something, or where they say nothing of the kind, the texts. */
  boolean has(Kind kind, String value) {
    Set<String> stated = facts.getOrDefault(kind, Set.of());
    return stated.contains(value) || (stated.isEmpty() && mentioned(kind, value));
  }

  /** Whether anything in the record says it. */
  boolean mentions(Kind kind, String value) {
    return facts.getOrDefault(kind, Set.of()).contains(value) || mentioned(kind, value);
  }

  private boolean mentioned(Kind kind, String value) {
    return mentions.getOrDefault(kind, Set.of()).contains(value);
  }

  /** Whether the record says anything of a kind. */
  boolean speaksOf(Kind kind) {
    return facts.containsKey(kind);
  }

  /** Whether the work shows a subject or a kind of it. */
  boolean shows(Subject subject) {
    return shown.contains(subject);
  }

  /** Whether words of the record may mean a subject or a kind of it, also a rarer meaning. */
  boolean mayShow(Subject subject) {
    return possible.contains(subject);
  }

  /** What may distress, also by a rarer meaning of a word. */
  Set<Distress> marks() {
    return Set.copyOf(marks);
  }

  /** Whether attributes hold a name. */
  boolean isPlacedIn(String key) {
    return contains(places, key);
  }

  /** Whether title, description or subjects hold words. */
  boolean says(String key) {
    return contains(words, key);
  }

  private static boolean contains(String text, String key) {
    if (key.isEmpty()) {
      return false;
    }
    boolean han = WishText.isHan(key.codePointAt(0));
    return text.contains(han ? key : " " + key + " ");
  }
}
