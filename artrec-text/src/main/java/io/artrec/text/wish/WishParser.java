package io.artrec.text.wish;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Catalog;
import io.artrec.text.subject.SubjectFinder;
import java.util.List;
import java.util.Objects;

/**
 * Reads wishes in English and Chinese, without a model: "a calm sea, no people, up to 500 euros".
 *
 * <p>Words are looked up in lists (media, genres, styles, colors, moods, places, periods, artists)
 * and in the tree of subjects, the longest first. A negation reaches to the end of its clause or
 * list: over {@code or}, over {@code and} before a thing of the same slot, over a comma where the
 * list ends in {@code or}; {@code but}, {@code with} and full stops end it, in Chinese also 的
 * behind 没有, and 要. Numbers may be digits, words or Chinese numerals; lengths become centimetres,
 * centuries run from 01 to 00. What is said of a room or a person ("for my mother's kitchen") is
 * not read as a subject. Whatever a text says, it is only words: nothing in it is followed.
 *
 * <p>Deterministic, immutable and thread-safe. O(characters); of longer wishes the first {@value
 * #MOST_CHARACTERS} characters are read.
 */
public final class WishParser {
  /** The most characters of a wish that are read. */
  public static final int MOST_CHARACTERS = 1_000;

  private final WishLexicon lexicon;
  private final SubjectFinder finder;

  private WishParser(WishLexicon lexicon, SubjectFinder finder) {
    this.lexicon = lexicon;
    this.finder = finder;
  }

  /** {@return the parser with the library's words and tree} */
  public static WishParser standard() {
    return new WishParser(WishLexicon.standard(), SubjectFinder.standard());
  }

  /**
   * {@return this parser with another tree of subjects}
   *
   * @param other finds subjects
   */
  public WishParser finder(SubjectFinder other) {
    return new WishParser(lexicon, Objects.requireNonNull(other, "other"));
  }

  /**
   * {@return this parser that also knows the artists of a catalogue by the names that stand there}
   *
   * @param catalog the works
   */
  public WishParser artistsOf(Catalog catalog) {
    List<String> names =
        catalog.stream()
            .flatMap(artwork -> artwork.artists().stream())
            .map(ArtistCredit::name)
            .distinct()
            .toList();
    return new WishParser(lexicon.withArtists(names), finder);
  }

  /**
   * Reads a wish.
   *
   * @param wish English, Chinese or both; any text has an answer
   * @return what it says
   */
  public ParsedWish parse(String wish) {
    return parse(wish, false);
  }

  /**
   * Reads a wish that corrects an earlier answer: "less blue", "calmer", 再便宜一点. Words of degree are
   * differences then, where {@link #parse(String)} reads the color or mood itself.
   *
   * @param wish English, Chinese or both; any text has an answer
   * @return what it says
   */
  public ParsedWish parseCorrection(String wish) {
    return parse(wish, true);
  }

  private ParsedWish parse(String wish, boolean correction) {
    boolean cut = wish.length() > MOST_CHARACTERS;
    int end = cut && Character.isHighSurrogate(wish.charAt(MOST_CHARACTERS - 1)) ? 1 : 0;
    String read = cut ? wish.substring(0, MOST_CHARACTERS - end) : wish;
    Gathered gathered =
        new WishReader(new WishText(read, lexicon), lexicon, finder, correction).read();
    return new ParsedWish(read, cut, gathered.parts(), gathered.unknown());
  }

  /** The words this parser knows. */
  WishLexicon lexicon() {
    return lexicon;
  }

  /** What finds its subjects. */
  SubjectFinder finder() {
    return finder;
  }
}
