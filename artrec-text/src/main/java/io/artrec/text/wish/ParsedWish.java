package io.artrec.text.wish;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a wish says: its parts, and what was not understood. Immutable and thread-safe. {@link
 * #words} shows it back.
 */
public final class ParsedWish {
  private final String text;
  private final boolean cut;
  private final List<WishPart> parts;
  private final List<Span> notUnderstood;

  /**
   * Words of a wish.
   *
   * @param words as they stand there
   * @param start the offset of their first character
   */
  public record Span(String words, int start) {
    /** Validates the parts. */
    public Span {
      Objects.requireNonNull(words, "words");
    }
  }

  ParsedWish(String text, boolean cut, List<WishPart> parts, List<Span> notUnderstood) {
    this.text = text;
    this.cut = cut;
    this.parts = List.copyOf(parts);
    this.notUnderstood = List.copyOf(notUnderstood);
  }

  /**
   * Returns the wish.
   *
   * @return the text as it was given, at most {@value WishParser#MOST_CHARACTERS} characters of it
   */
  public String text() {
    return text;
  }

  /**
   * Tells whether the wish was longer than what is read.
   *
   * @return true when the rest was left out
   */
  public boolean isCut() {
    return cut;
  }

  /**
   * Returns what was understood.
   *
   * @return the parts in the order of the text, each once
   */
  public List<WishPart> parts() {
    return parts;
  }

  /**
   * Returns the parts of a slot.
   *
   * @param slot the slot
   * @return wanted or not, in the order of the text
   */
  public List<WishPart> parts(WishSlot slot) {
    return parts.stream().filter(part -> part.slot() == slot).toList();
  }

  /**
   * Returns what is not wanted.
   *
   * @return the parts that no answered work may have
   */
  public List<WishPart> unwanted() {
    return parts.stream().filter(part -> !part.isWanted()).toList();
  }

  /**
   * Returns this wish with some of its parts alone, for wishes that hold on over several turns of a
   * conversation.
   *
   * @param kept which parts stay
   * @return the wish without the others, and without what was not understood
   */
  public ParsedWish only(Predicate<WishPart> kept) {
    return new ParsedWish(text, cut, parts.stream().filter(kept).toList(), List.of());
  }

  /**
   * Returns what was not understood.
   *
   * @return words that may carry a wish; politeness, reasons and the like are not among them
   */
  public List<Span> notUnderstood() {
    return notUnderstood;
  }

  /**
   * {@return what was understood in words, for the asker to check; for instance {@code sea; without
   * war; up to 500 euros}, and what was not understood; empty when the wish is}
   *
   * @param language Chinese for {@code zh}, else English
   */
  public String words(Locale language) {
    WishWords words = WishWords.of(language);
    return String.join(
        language.getLanguage().equals("zh") ? "；" : "; ",
        Stream.concat(
                parts.stream().map(words::of), notUnderstood.stream().map(words::notUnderstood))
            .toList());
  }

  /**
   * {@return the parts as they stand in files, for instance {@code subject=sea; !subject=war;
   * unknown=xyzzy}}
   */
  @Override
  public String toString() {
    return String.join(
        "; ",
        Stream.concat(
                parts.stream().map(WishPart::toString),
                notUnderstood.stream().map(span -> "unknown=" + span.words()))
            .toList());
  }
}
