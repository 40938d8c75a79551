package io.artrec.catalog;

import io.artrec.catalog.DateClauses.Role;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates that museums write. Stateless and thread-safe; cost linear in the text, of which
 * only the first {@value #MOST_CHARACTERS} characters are looked at.
 *
 * <table>
 * <caption>What text gives what years</caption>
 * <tr><th>text</th><th>years</th><th>rule</th></tr>
 * <tr><td>1889; 3 May 1888; 1888-05-03</td><td>1889; 1888; 1888</td><td>a year has three or four digits</td></tr>
 * <tr><td>1889–90; 1500/10; 1889 to 1891; 1890s–1901</td><td>1889–1890; 1500–1510; 1889–1891; 1890–1901</td><td>a short second year takes the first
 * one's leading digits</td></tr>
 * <tr><td>1888, 1890 and 1895</td><td>1888–1895</td><td>from the first to the last</td></tr>
 * <tr><td>c. 1710; about 1710; 1710?; um 1710; vers 1710; 约1710年</td><td>1710, approximate</td><td>the years said, and marked
 * </td></tr>
 * <tr><td>before 1620; after 1620; by 1620; not before 1620</td><td>1610–1620; 1620–1630; 1610–1620; 1620–1630,
 * approximate</td><td>ten years</td></tr>
 * <tr><td>1640s; early, mid, late 1640s</td><td>1640–1649; 1640–1643, 1644–1646, 1647–1649</td><td>decades</td></tr>
 * <tr><td>19th century; nineteenth century; 1800s; XIXe siècle; siglo XIX; 十九世纪</td><td>1800–1899</td><td>museums count centuries from 00 to 99; the years of
 * a round hundred followed by s are a century</td></tr>
 * <tr><td>early, mid, late 19th century; 19世纪初、中、末</td><td>1800–1833, 1834–1866, 1867–1899</td><td>thirds</td></tr>
 * <tr><td>2nd half of the 19th century; 1. Hälfte 19. Jh.; 19世纪下半叶</td><td>1850–1899; 1800–1849; 1850–1899</td><td>halves and
 * quarters</td></tr>
 * <tr><td>early to mid-19th century</td><td>1800–1866</td><td>from the first part to the second</td></tr>
 * <tr><td>turn of the 20th century</td><td>1890–1910</td><td>ten years on either side</td></tr>
 * <tr><td>500 BCE; -500; 公元前500年; 500 v. Chr.; 5th century BC; 2nd millennium BC</td><td>−500, four times; −500 to −401; −2000 to
 * −1001</td><td>negative years</td></tr>
 * <tr><td>Ming dynasty; Qing dynasty, Kangxi period; Edo period; 明代</td><td>1368–1644; 1662–1722; 1615–1868; 1368–1644</td>
 * <td>dynasties and reigns of China, Japan and Korea</td></tr>
 * <tr><td>Song or Yuan dynasty; 明末清初; late Qing</td><td>960–1368; 1368–1911; 1644–1911</td><td>from the first to the last</td></tr>
 * <tr><td>Ming dynasty, 1467; Ming dynasty (1368–1644), Wanli period</td><td>1467; 1573–1620</td><td>years count over decades and
 * centuries, these over reigns, these over dynasties; years that say how long a dynasty lasted count as the dynasty</td></tr>
 * <tr><td>1829, exhibited 1831; designed 1917, woven 1964</td><td>1829; 1917</td><td>the making comes first, the design or model before
 * what was made after it; what any other verb says (exhibited, published, cast, reworked) does not count, unless nothing else is
 * dated: published 1923 is 1923</td></tr>
 * <tr><td>A.H. 741 / 1340–41 CE; A.H. 741; 8th/14th century</td><td>1340–1341; 1340–1341; 1300–1399</td><td>of two calendars the common era; years
 * of another calendar alone (Hijri, Jewish, Buddhist, Vikrama, Śaka, Minguo) become those on which they fall</td></tr>
 * <tr><td>late 480s BCE; first two decades of the 9th century; mid-2nd millennium BC</td><td>−482 to −480; 800–819; −1666 to −1334</td><td>parts of
 * decades, centuries and millennia</td></tr>
 * <tr><td>1932 (or 30?); a) 1877 b) 1876; 189?; 18--</td><td>1930–1932; 1876–1877; 1890–1899; 1800–1899</td><td>from the first to the last</td></tr>
 * <tr><td>in the style of the 16th century; 19th-century copy of a 16th-century print</td><td>none; 1800–1899</td><td>the date of a model is none of
 * the work's</td></tr>
 * <tr><td>Date unknown; n.d.; undated</td><td>none</td><td></td></tr>
 * </table>
 *
 * <p>Numbers after 2100, of five or more digits, and with a point inside (accession numbers) are
 * not years.
 */
public final class MuseumDate {
  /** The most characters of a text that are looked at. */
  public static final int MOST_CHARACTERS = 500;

  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\u301C~]");
  private static final Pattern APPROXIMATE =
      Pattern.compile(
          "(?<![.])(?<!(?:st|nd|rd|th)"
              + " )\\b(?:c|ca|circa|about|around|approx|approximately|probably|possibly|perhaps|likely|before|after|by|um|etwa|vers"
              + "|verso|hacia)\\b|\\?|[约約頃顷]|前[后後]|左右");
  private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]\\s]+");
  private static final Pattern ASIDE = Pattern.compile("\\(([^()]{0,200})\\)");
  private static final Pattern LETTERED = Pattern.compile("(?<![\\p{L}\\d.])\\(?[a-h]\\)(?!\\s*$)");
  private static final Pattern DATED =
      Pattern.compile("\\d{3,4}|\\d0'?s\\b|\\d(?:st|nd|rd|th)\\b|\\d\\s?b\\.?\\s?c");
  private static final Pattern NUMBER = Pattern.compile("(-\\d{1,5})|(\\d{3,4})(?:\\.0{1,9})?");

  private MuseumDate() {}

  /**
   * Reads a date.
   *
   * @param text what the museum wrote
   * @return the years, or empty when the text says nothing this understands
   */
  public static Optional<YearRange> parse(String text) {
    String plain = plain(text);
    Matcher number = NUMBER.matcher(plain);
    if (number.matches()) {
      int year = Integer.parseInt(number.group(number.group(1) == null ? 2 : 1));
      return year > DateSpan.LATEST ? Optional.empty() : Optional.of(YearRange.of(year));
    }
    Map<Role, Found> found = new EnumMap<>(Role.class);
    for (String clause : clauses(plain)) {
      found.computeIfAbsent(DateClauses.role(clause), role -> new Found()).add(clause);
    }
    boolean conceived = found.containsKey(Role.CONCEIVED) && found.get(Role.CONCEIVED).isDated();
    Found making = new Found();
    for (Role role : Role.values()) {
      boolean later = role == Role.LATER || (conceived && role == Role.MADE);
      if (!later && found.containsKey(role)) {
        making.add(found.get(role));
      }
    }
    Found otherwise = found.getOrDefault(Role.LATER, making);
    return making.isDated() ? making.years() : otherwise.years();
  }

  /** Whether a text has something like a year that is neither read nor the date of a model. */
  static boolean isUnread(String text) {
    String plain = plain(text);
    return parse(text).isEmpty() && clauses(plain).stream().anyMatch(DATED.asPredicate());
  }

  private static String plain(String text) {
    String cut = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    String plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DASHES.matcher(plain).replaceAll("-").strip();
  }

  private static List<String> clauses(String plain) {
    String common = DateCalendars.inCommonEra(LETTERED.matcher(plain).replaceAll(";"));
    String apart = ASIDE.matcher(common).replaceAll(MuseumDate::aside);
    String text = BRACKETS.matcher(DateWords.plain(apart)).replaceAll(" ").strip();
    return DateClauses.split(text).stream().map(DateClauses::withoutModels).toList();
  }

  /** Words in parentheses about another making are a clause of their own. */
  private static String aside(MatchResult parentheses) {
    String inside = parentheses.group(1);
    return Matcher.quoteReplacement(
        DateClauses.isClause(inside) ? ";" + inside + ";" : "(" + inside + ")");
  }

  /** What some clauses say. */
  private static final class Found {
    private final List<DateSpan> spans = new ArrayList<>();
    private boolean approximate;

    void add(String clause) {
      spans.addAll(DateSpan.find(clause.replace("?", "")));
      approximate |= APPROXIMATE.matcher(clause).find();
    }

    void add(Found other) {
      spans.addAll(other.spans);
      approximate |= other.approximate;
    }

    boolean isDated() {
      return !spans.isEmpty();
    }

    Optional<YearRange> years() {
      return DateSpan.union(spans, approximate);
    }
  }
}
