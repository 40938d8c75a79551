package io.artrec.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Dynasties, periods and reigns of China, Japan and Korea by which museums date, after the
 * chronologies that the Metropolitan Museum of Art publishes in its Heilbrunn Timeline.
 */
final class Dynasties {
  /**
   * A name as written in lower case, and its years. Names that contain others stand before them.
   */
  private record Named(String name, int first, int last) {
    private static final String PERIOD = " period";

    /** Whether a text is the name, or all of it but the word period. */
    boolean isWhole(String text) {
      return name.startsWith(text)
          && (name.length() == text.length()
              || (name.endsWith(PERIOD) && name.length() == text.length() + PERIOD.length()));
    }
  }

  private static final List<Named> REIGNS =
      List.of(
          new Named("hongwu", 1368, 1398),
          new Named("yongle", 1403, 1424),
          new Named("xuande", 1426, 1435),
          new Named("zhengtong", 1436, 1449),
          new Named("chenghua", 1465, 1487),
          new Named("hongzhi", 1488, 1505),
          new Named("zhengde", 1506, 1521),
          new Named("jiajing", 1522, 1566),
          new Named("longqing", 1567, 1572),
          new Named("wanli", 1573, 1620),
          new Named("tianqi", 1621, 1627),
          new Named("chongzhen", 1628, 1644),
          new Named("shunzhi", 1644, 1661),
          new Named("kangxi", 1662, 1722),
          new Named("yongzheng", 1723, 1735),
          new Named("qianlong", 1736, 1795),
          new Named("jiaqing", 1796, 1820),
          new Named("daoguang", 1821, 1850),
          new Named("xianfeng", 1851, 1861),
          new Named("tongzhi", 1862, 1874),
          new Named("guangxu", 1875, 1908),
          new Named("xuantong", 1909, 1911),
          new Named("宣和", 1119, 1125),
          new Named("至正", 1341, 1368),
          new Named("洪武", 1368, 1398),
          new Named("永乐", 1403, 1424),
          new Named("永樂", 1403, 1424),
          new Named("宣德", 1426, 1435),
          new Named("正統", 1436, 1449),
          new Named("正統", 1436, 1449),
          new Named("成化", 1465, 1487),
          new Named("弘治", 1488, 1505),
          new Named("正德", 1506, 1521),
          new Named("嘉靖", 1522, 1566),
          new Named("隆庆", 1567, 1572),
          new Named("隆慶", 1567, 1572),
          new Named("万历", 1573, 1620),
          new Named("萬曆", 1573, 1620),
          new Named("天启", 1621, 1627),
          new Named("天啟", 1621, 1627),
          new Named("崇祯", 1628, 1644),
          new Named("崇禎", 1628, 1644),
          new Named("顺治", 1644, 1661),
          new Named("順治", 1644, 1661),
          new Named("康熙", 1662, 1722),
          new Named("雍正", 1723, 1735),
          new Named("乾隆", 1736, 1795),
          new Named("嘉庆", 1796, 1820),
          new Named("嘉慶", 1796, 1820),
          new Named("道光", 1821, 1850),
          new Named("咸丰", 1851, 1861),
          new Named("咸豐", 1851, 1861),
          new Named("同治", 1862, 1874),
          new Named("光绪", 1875, 1908),
          new Named("光緒", 1875, 1908),
          new Named("宣统", 1909, 1911),
          new Named("宣統", 1909, 1911));

  private static final List<Named> PERIODS =
      List.of(
          new Named("northern song", 960, 1127),
          new Named("southern song", 1127, 1279),
          new Named("liu song", 420, 479),
          new Named("southern tang", 937, 975),
          new Named("southern han", 917, 971),
          new Named("southern qi", 479, 502),
          new Named("western jin", 265, 316),
          new Named("eastern jin", 317, 420),
          new Named("western xia", 1038, 1227),
          new Named("later liang", 907, 923),
          new Named("later tang", 923, 937),
          new Named("later jin", 936, 947),
          new Named("later han", 947, 951),
          new Named("later zhou", 951, 960),
          new Named("sixteen kingdoms", 304, 439),
          new Named("western wei", 535, 557),
          new Named("eastern wei", 534, 550),
          new Named("northern wei", 386, 534),
          new Named("northern qi", 550, 577),
          new Named("northern zhou", 557, 581),
          new Named("five dynasties", 907, 960),
          new Named("six dynasties", 220, 589),
          new Named("three kingdoms", 220, 280),
          new Named("northern and southern dynasties", 420, 589),
          new Named("spring and autumn", -770, -476),
          new Named("warring states", -475, -221),
          new Named("western zhou", -1046, -771),
          new Named("eastern zhou", -771, -256),
          new Named("western han", -206, 9),
          new Named("eastern han", 25, 220),
          new Named("asuka period", 538, 710),
          new Named("nara period", 710, 794),
          new Named("heian period", 794, 1185),
          new Named("kamakura period", 1185, 1333),
          new Named("nanbokucho period", 1336, 1392),
          new Named("muromachi period", 1392, 1573),
          new Named("momoyama period", 1573, 1615),
          new Named("edo period", 1615, 1868),
          new Named("meiji", 1868, 1912),
          new Named("taisho", 1912, 1926),
          new Named("taishō", 1912, 1926),
          new Named("showa", 1926, 1989),
          new Named("shōwa", 1926, 1989),
          new Named("republic period", 1912, 1949),
          new Named("republican period", 1912, 1949),
          new Named("goryeo", 918, 1392),
          new Named("joseon", 1392, 1910),
          new Named("choson", 1392, 1910),
          new Named("北宋", 960, 1127),
          new Named("南宋", 1127, 1279),
          new Named("五代", 907, 960),
          new Named("西周", -1046, -771),
          new Named("东周", -771, -256),
          new Named("東周", -771, -256),
          new Named("春秋", -770, -476),
          new Named("战国", -475, -221),
          new Named("戰國", -475, -221),
          new Named("西汉", -206, 9),
          new Named("西漢", -206, 9),
          new Named("东汉", 25, 220),
          new Named("東漢", 25, 220),
          new Named("三国", 220, 280),
          new Named("三國", 220, 280),
          new Named("魏晋", 220, 420),
          new Named("魏晉", 220, 420),
          new Named("十六国", 304, 439),
          new Named("十六國", 304, 439),
          new Named("六朝", 220, 589),
          new Named("西晋", 265, 316),
          new Named("西晉", 265, 316),
          new Named("东晋", 317, 420),
          new Named("東晉", 317, 420),
          new Named("南北朝", 420, 589),
          new Named("北魏", 386, 534),
          new Named("北齐", 550, 577),
          new Named("北齊", 550, 577),
          new Named("北周", 557, 581),
          new Named("南唐", 937, 975),
          new Named("西夏", 1038, 1227),
          new Named("民国", 1912, 1949),
          new Named("民國", 1912, 1949),
          new Named("江户", 1615, 1868),
          new Named("江戸", 1615, 1868),
          new Named("江戶", 1615, 1868),
          new Named("明治", 1868, 1912));

  /** Dynasties read in a clause that says dynasty, or is nothing else. */
  private static final List<Named> DYNASTIES =
      List.of(
          new Named("shang", -1600, -1046),
          new Named("zhou", -1046, -256),
          new Named("qin", -221, -206),
          new Named("han", -206, 220),
          new Named("sui", 581, 618),
          new Named("tang", 618, 907),
          new Named("liao", 907, 1125),
          new Named("song", 960, 1279),
          new Named("jin", 1115, 1234),
          new Named("yuan", 1271, 1368),
          new Named("ming", 1368, 1644),
          new Named("qing", 1644, 1911));

  /** One-character dynasties, read before the characters of {@link #MARKS} or as a first word. */
  private static final List<Named> SHORT =
      List.of(
          new Named("商", -1600, -1046),
          new Named("周", -1046, -256),
          new Named("秦", -221, -206),
          new Named("汉", -206, 220),
          new Named("漢", -206, 220),
          new Named("隋", 581, 618),
          new Named("唐", 618, 907),
          new Named("辽", 907, 1125),
          new Named("遼", 907, 1125),
          new Named("宋", 960, 1279),
          new Named("金", 1115, 1234),
          new Named("元", 1271, 1368),
          new Named("明", 1368, 1644),
          new Named("清", 1644, 1911));

  private static final String MARKS = "代朝时時初早晚末";

  /** Texts of nothing but one-character dynasties, such as {@code 宋元}, {@code 晚明}, {@code 元至明初}. */
  private static final Pattern ALONE =
      Pattern.compile(
          "[初早中盛晚末]?["
              + String.join("", SHORT.stream().map(Named::name).toList())
              + "]{1,2}[代朝时時初早中晚末期年间間\\s至到或及和与與/-]*(?:[初早中盛晚末]?["
              + String.join("", SHORT.stream().map(Named::name).toList())
              + "][代朝时時初早中晚末期年间間\\s]*)?");

  /** Words that may stand beside a dynasty without saying dynasty. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "\\b(?:early|mid|middle|late|end|of|the|period|era|times|to|or|and)\\b|[\\s/-]+");

  private Dynasties() {}

  /** The reigns a clause names, else the dynasties and periods. */
  static List<DateSpan> find(String clause) {
    List<DateSpan> spans = new ArrayList<>();
    if (clause.codePoints().noneMatch(Character::isLetter)) {
      return spans;
    }
    take(clause, REIGNS, 2, spans);
    if (!spans.isEmpty()) {
      return spans;
    }
    String rest = take(clause, PERIODS, 1, spans);
    if (clause.contains("dynast") || isNothingElse(rest)) {
      for (Named named : DYNASTIES) {
        if (isWord(named.name(), rest)) {
          spans.add(new DateSpan(1, named.first(), named.last()));
        }
      }
    }
    boolean alone = ALONE.matcher(rest.strip()).matches();
    for (Named named : SHORT) {
      if (alone ? rest.contains(named.name()) : isMarked(named.name(), rest.strip())) {
        spans.add(new DateSpan(1, named.first(), named.last()));
      }
    }
    return spans;
  }

  /** Whether a text names dynasties, and says no more than which part of them. */
  private static boolean isNothingElse(String text) {
    List<String> words = BESIDE.splitAsStream(text).filter(Predicate.not(String::isEmpty)).toList();
    return !words.isEmpty()
        && words.stream().allMatch(w -> DYNASTIES.stream().anyMatch(d -> d.name().equals(w)));
  }

  /** Adds every name found and returns the text without them. */
  private static String take(String clause, List<Named> names, int rank, List<DateSpan> spans) {
    String rest = clause;
    String whole = clause.strip();
    for (Named named : names) {
      if (rest.contains(named.name())) {
        spans.add(new DateSpan(rank, named.first(), named.last()));
        rest = rest.replace(named.name(), " ");
      } else if (named.isWhole(whole)) {
        spans.add(new DateSpan(rank, named.first(), named.last()));
        return "";
      }
    }
    return rest;
  }

  private static boolean isWord(String name, String text) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(String name, String text) {
    if (text.equals(name) || text.startsWith(name + " ")) {
      return true;
    }
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (at + 1 < text.length() && MARKS.indexOf(text.charAt(at + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
