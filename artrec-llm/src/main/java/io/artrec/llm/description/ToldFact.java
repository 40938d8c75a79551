package io.artrec.llm.description;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.text.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/** A fact of a work, and whether a text tells it. */
final class ToldFact {
  private final Predicate<Text> told;

  private ToldFact(Predicate<Text> told) {
    this.told = told;
  }

  /** A text, prepared for all facts. */
  record Text(String written, Set<String> terms) {
    static Text of(String written) {
      return new Text(
          written.toLowerCase(Locale.ROOT), new HashSet<>(TextAnalysis.english().terms(written)));
    }
  }

  boolean isIn(Text text) {
    return told.test(text);
  }

  /** Every fact of a work that a text of the language may tell. */
  static List<ToldFact> all(ArtworkFacts work, Locale language) {
    Artwork artwork = work.artwork();
    List<ToldFact> facts = new ArrayList<>();
    facts.add(words(artwork.title(), 1));
    artwork.artists().forEach(credit -> facts.add(artist(credit)));
    artwork.created().ifPresent(made -> facts.add(years(made.first(), made.last())));
    List<String> values = new ArrayList<>(artwork.movements());
    artwork.genre().ifPresent(values::add);
    artwork.medium().ifPresent(values::add);
    values.addAll(artwork.techniques());
    values.forEach(value -> facts.add(words(ArtworkFacts.word(value, language), 1)));
    work.subjects(language).forEach(subject -> facts.add(words(subject, 1)));
    work.colors(language).forEach(color -> facts.add(words(color, 1)));
    artwork.dimensions().ifPresent(size -> facts.add(size(size)));
    work.house().ifPresent(house -> facts.add(words(house, 0.5)));
    work.story(language).forEach(sentence -> facts.add(words(sentence, 0.5)));
    work.remarks(language).forEach(remark -> facts.add(words(remark, 0.5)));
    return facts;
  }

  /** Told when a share of the words is there; Chinese when it stands there as it is. */
  private static ToldFact words(String value, double share) {
    String written = value.toLowerCase(Locale.ROOT);
    Set<String> terms = new HashSet<>(TextAnalysis.english().terms(value));
    boolean literal = ArtworkFacts.isChinese(value) || terms.isEmpty();
    return new ToldFact(
        text -> {
          if (literal) {
            return text.written().contains(strippedEnd(written));
          }
          long there = terms.stream().filter(text.terms()::contains).count();
          return there >= share * terms.size();
        });
  }

  private static String strippedEnd(String written) {
    return written.replaceAll("[。.！!？?]+$", "");
  }

  /** Told by the last of the name's words, or any other name of theirs. */
  private static ToldFact artist(ArtistCredit credit) {
    String name = credit.name().replaceAll("\\s*\\(.*", "");
    String[] parts = name.split("[\\s·]+", -1);
    ToldFact last = words(parts[parts.length - 1], 1);
    return new ToldFact(
        text -> last.isIn(text) || text.written().contains(name.toLowerCase(Locale.ROOT)));
  }

  private static ToldFact years(int first, int last) {
    return new ToldFact(
        text ->
            text.written().contains(String.valueOf(Math.abs(first)))
                || text.written().contains(String.valueOf(Math.abs(last))));
  }

  private static ToldFact size(Dimensions size) {
    List<OptionalDouble> sides = List.of(size.width(), size.height(), size.depth());
    return new ToldFact(
        text ->
            sides.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .anyMatch(side -> text.written().contains(String.valueOf((long) side))));
  }
}
