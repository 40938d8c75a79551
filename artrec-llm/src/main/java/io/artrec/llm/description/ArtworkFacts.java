package io.artrec.llm.description;

import io.artrec.catalog.Artwork;
import io.artrec.llm.chat.ChatImage;
import io.artrec.llm.prompt.internal.UntrustedText;
import io.artrec.text.analysis.SentenceSplitter;
import io.artrec.text.fact.KnownFacts;
import io.artrec.text.fact.internal.RecordWords;
import io.artrec.text.subject.SubjectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be told of a work: its record, its main colors, remarks on how it looks, and its image.
 * Colors and remarks are handed in, for instance from artrec-vision's palettes and words of
 * composition, which measure them. Immutable and thread-safe; refined by chained copies.
 */
public final class ArtworkFacts {
  private static final List<String> PALETTE = List.of("palette", "colors", "colours", "颜色", "色彩");
  private static final List<String> HOUSE =
      List.of("collection", "museum", "location", "repository", "gallery", "馆藏", "收藏", "收藏地");

  private static final int MOST_TITLE = 1000;

  private final Artwork artwork;
  private final List<String> colors;
  private final List<String> remarks;
  private final Optional<ChatImage> image;

  private ArtworkFacts(
      Artwork artwork, List<String> colors, List<String> remarks, Optional<ChatImage> image) {
    this.artwork = artwork;
    this.colors = List.copyOf(colors);
    this.remarks = List.copyOf(remarks);
    this.image = image;
  }

  /**
   * Returns what a record holds; colors are its attribute {@code palette} or {@code colors}, if it
   * has one.
   *
   * @param artwork the record
   * @return the facts
   */
  public static ArtworkFacts of(Artwork artwork) {
    return new ArtworkFacts(artwork, first(artwork, PALETTE), List.of(), Optional.empty());
  }

  private static List<String> first(Artwork artwork, List<String> names) {
    return names.stream()
        .map(name -> artwork.attributes().getOrDefault(name, List.of()))
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * {@return these facts with other main colors}
   *
   * @param names the colors' names, English or Chinese, the largest first
   */
  public ArtworkFacts colors(List<String> names) {
    return new ArtworkFacts(artwork, names, remarks, image);
  }

  /**
   * {@return these facts with a remark on how the work looks} It is told in descriptions of its own
   * language.
   *
   * @param sentence one sentence or more, English or Chinese
   */
  public ArtworkFacts remark(String sentence) {
    List<String> more = new ArrayList<>(remarks);
    more.add(sentence.strip());
    return new ArtworkFacts(artwork, colors, more, image);
  }

  /**
   * {@return these facts with an image, which is shown to models that see images}
   *
   * @param picture the image
   */
  public ArtworkFacts image(ChatImage picture) {
    return new ArtworkFacts(artwork, colors, remarks, Optional.of(Objects.requireNonNull(picture)));
  }

  /** {@return the record} */
  public Artwork artwork() {
    return artwork;
  }

  /** The title as it is shown; empty for a work without one, or with nothing but markup in it. */
  Optional<String> title() {
    String shown = UntrustedText.forPeople(artwork.title(), MOST_TITLE);
    boolean named =
        !artwork.titleWords().isEmpty() && shown.codePoints().anyMatch(Character::isLetterOrDigit);
    return named ? Optional.of(shown) : Optional.empty();
  }

  Optional<ChatImage> image() {
    return image;
  }

  /** The main colors in a language where it knows them, else as they were given. */
  List<String> colors(Locale language) {
    return colors.stream().map(color -> word(color, language)).toList();
  }

  /** The subjects likewise, but for those that only repeat the genre. */
  List<String> subjects(Locale language) {
    return artwork.subjects().stream()
        .filter(subject -> artwork.genre().filter(genre -> isSame(genre, subject)).isEmpty())
        .map(subject -> subject(subject, language))
        .distinct()
        .toList();
  }

  /** Whether a subject says what the genre says: self, of a self-portrait. */
  private static boolean isSame(String genre, String subject) {
    return genre.equalsIgnoreCase(subject)
        || SubjectTree.standard().named(subject, Locale.ENGLISH).stream()
            .anyMatch(named -> named.label(Locale.ENGLISH).equalsIgnoreCase(genre));
  }

  List<String> remarks(Locale language) {
    return remarks.stream().filter(remark -> isIn(language, remark)).toList();
  }

  /** The sentences of the record's description, if it is written in the language. */
  List<String> story(Locale language) {
    return artwork
        .description()
        .filter(text -> isIn(language, text))
        .map(text -> SentenceSplitter.standard().split(text))
        .orElse(List.of());
  }

  Optional<String> house() {
    return first(artwork, HOUSE).stream().findFirst();
  }

  /** All that may be claimed. */
  KnownFacts known() {
    String more = String.join("\n", colors) + "\n" + String.join("\n", remarks);
    return KnownFacts.of(artwork).and(more);
  }

  static String word(String value, Locale language) {
    boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
    if (chinese == isChinese(value)) {
      return value;
    }
    return RecordWords.standard().in(language, value).orElse(value);
  }

  /** The other language's word where the tree or the words of records have one. */
  private static String subject(String value, Locale language) {
    boolean chinese = isChinese(value);
    if (chinese == language.getLanguage().equals(Locale.CHINESE.getLanguage())) {
      return value;
    }
    Locale own = chinese ? Locale.CHINESE : Locale.ENGLISH;
    return SubjectTree.standard().named(value, own).stream()
        .findFirst()
        .map(subject -> subject.label(language))
        .or(() -> RecordWords.standard().in(language, value))
        .orElse(value);
  }

  private static boolean isIn(Locale language, String text) {
    return isChinese(text) == language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  @Override
  public String toString() {
    return "facts of " + artwork;
  }
}
