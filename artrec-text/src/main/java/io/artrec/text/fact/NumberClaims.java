package io.artrec.text.fact;

import io.artrec.text.fact.FoundClaim.Amount;
import io.artrec.text.fact.FoundClaim.Years;
import io.artrec.words.internal.EnglishOrdinals;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years, decades, centuries and numbers of a sentence. Stateless; O(characters). */
final class NumberClaims {
  private static final Pattern CENTURY =
      Pattern.compile(
          "(?iu)\\b(\\d{1,2}(?=st|nd|rd|th)|"
              + String.join("|", EnglishOrdinals.WORDS.subList(10, EnglishOrdinals.WORDS.size()))
              + ")(?:st|nd|rd|th)?(?:[- ]|‑)century|(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?世纪");
  private static final Pattern DECADE = Pattern.compile("(?<!\\d)(\\d{3}0)(?:['’]?s\\b| ?年代)");
  private static final Pattern SPAN =
      Pattern.compile("(?<![\\d.,])(1\\d{3}|20\\d{2})\\s*[–—/\\-]\\s*(\\d{2})(?![\\d.,%]\\d|\\d)");
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d.,])(1\\d{3}|20\\d{2})(?!\\d|[.,]\\d| ?[×x%])");
  private static final Pattern CHINESE_YEAR = Pattern.compile("([〇零一二三四五六七八九]{4})年");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,])\\d++(?:[.,]\\d++)*+");
  private static final String DIGITS = "零一二三四五六七八九";

  private NumberClaims() {}

  static List<FoundClaim> find(String sentence) {
    List<FoundClaim> found = new ArrayList<>();
    BitSet taken = new BitSet();
    centuriesAndDecades(sentence, taken, found);
    years(sentence, taken, found);
    Matcher number = NUMBER.matcher(sentence);
    while (number.find()) {
      if (taken.get(number.start(), number.end()).isEmpty()) {
        Claim claim = new Claim(Claim.Kind.NUMBER, number.group());
        found.add(new FoundClaim(claim, number.start(), new Amount(plain(number.group()))));
      }
    }
    return found;
  }

  private static void centuriesAndDecades(String sentence, BitSet taken, List<FoundClaim> found) {
    Matcher century = CENTURY.matcher(sentence);
    while (century.find()) {
      int c = century(century.group(1) != null ? century.group(1) : century.group(2));
      add(century, new Years(100 * (c - 1), 100 * c), taken, found);
    }
    Matcher decade = DECADE.matcher(sentence);
    while (decade.find()) {
      int first = Integer.parseInt(decade.group(1));
      add(decade, new Years(first, first + 9), taken, found);
    }
  }

  private static void years(String sentence, BitSet taken, List<FoundClaim> found) {
    Matcher span = SPAN.matcher(sentence);
    while (span.find()) {
      int first = Integer.parseInt(span.group(1));
      int last = first / 100 * 100 + Integer.parseInt(span.group(2));
      if (last >= first && taken.get(span.start(), span.end()).isEmpty()) {
        found.add(claim(span.group(1), span.start(), new Years(first, first)));
        add(span, new Years(last, last), taken, found);
      }
    }
    Matcher year = YEAR.matcher(sentence);
    while (year.find()) {
      int is = Integer.parseInt(year.group(1));
      add(year, new Years(is, is), taken, found);
    }
    Matcher chinese = CHINESE_YEAR.matcher(sentence);
    while (chinese.find()) {
      int is = 0;
      for (char c : chinese.group(1).toCharArray()) {
        is = 10 * is + Math.max(0, DIGITS.indexOf(c));
      }
      add(chinese, new Years(is, is), taken, found);
    }
  }

  private static void add(Matcher at, Years years, BitSet taken, List<FoundClaim> found) {
    if (taken.get(at.start(), at.end()).isEmpty()) {
      found.add(claim(at.group(), at.start(), years));
      taken.set(at.start(), at.end());
    }
  }

  private static FoundClaim claim(String words, int start, Years years) {
    return new FoundClaim(new Claim(Claim.Kind.YEAR, words), start, years);
  }

  private static int century(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    int ordinal = EnglishOrdinals.number(written.toLowerCase(Locale.ROOT));
    return ordinal > 0 ? ordinal : chineseNumber(written);
  }

  /** Reads 一 to 九十九. */
  private static int chineseNumber(String written) {
    int ten = written.indexOf('十');
    if (ten < 0) {
      return Math.max(0, DIGITS.indexOf(written.charAt(0)));
    }
    int tens = ten == 0 ? 1 : Math.max(0, DIGITS.indexOf(written.charAt(0)));
    int ones =
        ten == written.length() - 1 ? 0 : Math.max(0, DIGITS.indexOf(written.charAt(ten + 1)));
    return 10 * tens + ones;
  }

  /** Without separators of thousands, and with a point before decimals. */
  static String plain(String number) {
    return number.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?")
        ? number.replace(",", "")
        : number.replace(',', '.');
  }
}
