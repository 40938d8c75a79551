package io.artrec.text.fact;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.YearRange;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.SentenceSplitter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a record or a text holds, to check another text against: each name, place, year and number
 * that the other one claims must be here.
 *
 * <p>A <em>name</em> is a run of capitalized words but for a sentence's first, and in Chinese what
 * has a point inside (文森特·梵高), stands in 《》, or is a family name after 画家 and the like. Each of its
 * words must be known, but for case, accents and endings (Impressionist, Impressionism). Some 140
 * artists and 130 places are known by all their names in both languages, so that 北斋 is in a record
 * of Hokusai; <em>places</em> are these. <em>Years</em> must be told, or lie within the years of
 * the work; a decade or a century must touch them. <em>Numbers</em> in digits must be told, or be
 * what one that is told rounds to. Numbers in words, and whatever else a text says, are not
 * checked: this finds what is made up of names and figures, not what is made up.
 *
 * <p>Immutable and thread-safe; O(characters).
 */
public final class KnownFacts {
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POINTS = Pattern.compile("[・•]");
  private static final int MOST_CHARS = 1_000_000;
  private static final int STEM = 4;
  private static final int LONGER = 4;
  private static final int ENDING = 2;
  private static final List<String> SMALL =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");
  private static final String SMALL_CHINESE = "一二三四五六七八九十";

  private final String text;
  private final NavigableSet<String> words = new TreeSet<>();
  private final List<BigDecimal> numbers = new ArrayList<>();
  private final List<YearRange> years = new ArrayList<>();

  private KnownFacts(String text, Optional<YearRange> made) {
    String cut = text.substring(0, Math.min(text.length(), MOST_CHARS));
    this.text = normal(cut);
    Matcher word = WORDS.matcher(this.text);
    while (word.find()) {
      words.add(folded(word.group()));
    }
    made.ifPresent(years::add);
    for (FoundClaim number : NumberClaims.find(this.text)) {
      if (number.support() instanceof FoundClaim.Years told) {
        years.add(YearRange.of(told.first(), told.last()));
      } else if (number.support() instanceof FoundClaim.Amount amount) {
        decimal(amount.digits()).ifPresent(numbers::add);
      }
    }
    for (int i = 0; i < SMALL.size(); i++) {
      boolean chinese = i < SMALL_CHINESE.length() && text.indexOf(SMALL_CHINESE.charAt(i)) >= 0;
      if (chinese || words.contains(SMALL.get(i))) {
        numbers.add(BigDecimal.valueOf(i + 1L));
      }
    }
  }

  /**
   * Returns what a record holds: all its words, years, measures, its offer and its attributes.
   *
   * @param artwork the record
   * @return the facts
   */
  public static KnownFacts of(Artwork artwork) {
    return new KnownFacts(words(artwork), artwork.created());
  }

  /**
   * Returns what a text holds.
   *
   * @param text the text; of more than a million characters the first million
   * @return the facts
   */
  public static KnownFacts of(String text) {
    return new KnownFacts(text, Optional.empty());
  }

  /**
   * Returns these facts and those of a text.
   *
   * @param more the text
   * @return the facts of both
   */
  public KnownFacts and(String more) {
    KnownFacts both = new KnownFacts(text + "\n" + more, Optional.empty());
    both.years.addAll(years);
    return both;
  }

  /**
   * Returns these facts and others.
   *
   * @param other the others
   * @return the facts of both
   */
  public KnownFacts and(KnownFacts other) {
    KnownFacts both = and(other.text);
    both.years.addAll(other.years);
    return both;
  }

  private static String words(Artwork artwork) {
    StringBuilder all = new StringBuilder(artwork.title()).append('\n');
    all.append(ArtworkText.complete(artwork));
    for (Map.Entry<String, List<String>> attribute : artwork.attributes().entrySet()) {
      all.append('\n').append(String.join("\n", attribute.getValue()));
    }
    artwork
        .dimensions()
        .ifPresent(
            size -> {
              size.width().ifPresent(side -> all.append('\n').append(number(side)));
              size.height().ifPresent(side -> all.append('\n').append(number(side)));
              size.depth().ifPresent(side -> all.append('\n').append(number(side)));
            });
    artwork
        .price()
        .ifPresent(
            price ->
                all.append('\n')
                    .append(price.amount().toPlainString())
                    .append(' ')
                    .append(price.currency().getCurrencyCode()));
    artwork.offer().edition().ifPresent(edition -> all.append('\n').append(edition));
    artwork.offer().stock().ifPresent(stock -> all.append('\n').append(stock));
    return all.toString();
  }

  private static String number(double side) {
    return BigDecimal.valueOf(side).stripTrailingZeros().toPlainString();
  }

  /**
   * Finds what a text claims and these facts do not hold.
   *
   * @param told the text
   * @return the claims, in their order; none when every name, place, year and number is known
   */
  public List<Claim> unsupported(String told) {
    List<Claim> unsupported = new ArrayList<>();
    for (String sentence : SentenceSplitter.standard().split(normal(told))) {
      for (FoundClaim found : ClaimFinder.find(sentence)) {
        if (!holds(found)) {
          unsupported.add(found.claim());
        }
      }
    }
    return unsupported;
  }

  private boolean holds(FoundClaim found) {
    FoundClaim.Support support = found.support();
    if (support instanceof FoundClaim.AnyName any) {
      return any.names().stream().anyMatch(this::holdsName);
    }
    if (support instanceof FoundClaim.EveryWord every) {
      return every.words().stream().allMatch(this::holdsWord);
    }
    if (support instanceof FoundClaim.Characters run) {
      return text.contains(normal(run.text()));
    }
    if (support instanceof FoundClaim.Years asked) {
      YearRange range = YearRange.of(asked.first(), asked.last());
      return years.stream().anyMatch(range::overlaps);
    }
    return holdsNumber(((FoundClaim.Amount) support).digits());
  }

  private boolean holdsName(String name) {
    if (isHan(name.charAt(0))) {
      return text.contains(normal(name));
    }
    Matcher word = WORDS.matcher(normal(name));
    while (word.find()) {
      if (!words.contains(folded(word.group()))) {
        return false;
      }
    }
    return true;
  }

  private boolean holdsWord(String written) {
    Matcher word = WORDS.matcher(normal(written));
    while (word.find()) {
      String folded = folded(word.group());
      boolean possessive = folded.equals("s") && word.start() > 0;
      if (!possessive && !words.contains(folded) && !holdsAlike(folded)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word of one stem is known, or one that a single letter is the initial of. */
  private boolean holdsAlike(String told) {
    String beginning = told.substring(0, Math.min(told.length(), STEM));
    boolean initial = told.length() == 1;
    return (initial || told.length() >= STEM)
        && words.subSet(beginning, beginning + Character.MAX_VALUE).stream()
            .anyMatch(known -> initial || haveOneStem(known, told));
  }

  private static boolean haveOneStem(String known, String told) {
    int same = 0;
    while (same < Math.min(known.length(), told.length())
        && known.charAt(same) == told.charAt(same)) {
      same++;
    }
    int longest = Math.max(known.length(), told.length());
    boolean longer = same == Math.min(known.length(), told.length());
    return same >= STEM && longest - same <= (longer ? LONGER : ENDING);
  }

  private boolean holdsNumber(String digits) {
    Optional<BigDecimal> told = decimal(digits);
    if (told.isEmpty()) {
      return false;
    }
    BigDecimal number = told.get();
    return numbers.stream()
            .anyMatch(
                known ->
                    known.compareTo(number) == 0
                        || (known.scale() > number.scale()
                            && known
                                    .setScale(number.scale(), RoundingMode.HALF_UP)
                                    .compareTo(number)
                                == 0))
        || years.stream().anyMatch(range -> isYear(range, number));
  }

  private static boolean isYear(YearRange range, BigDecimal number) {
    return number.scale() <= 0
        && (number.compareTo(BigDecimal.valueOf(range.first())) == 0
            || number.compareTo(BigDecimal.valueOf(range.last())) == 0);
  }

  private static Optional<BigDecimal> decimal(String digits) {
    boolean number = digits.length() <= 30 && digits.matches("\\d+(?:\\.\\d+)?");
    return number ? Optional.of(new BigDecimal(digits)) : Optional.empty();
  }

  static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static String normal(String written) {
    return POINTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("·");
  }

  private static String folded(String word) {
    String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return MARKS.matcher(plain).replaceAll("");
  }

  @Override
  public String toString() {
    return "facts of " + text.length() + " chars";
  }
}
