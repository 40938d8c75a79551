package io.artrec.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Dynasties, periods and reigns of China, Japan and Korea by which museums date, after the
 * chronologies that the Metropolitan Museum of Art publishes in its Heilbrunn Timeline.
 */
final class Dynasties {
  /**
   * A name as written in lower case, and its years. Names that contain others stand before them.
   */
  private record Named(String name, int first, int last) {}

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
          new Named("永乐", 1403, 1424),
          new Named("宣德", 1426, 1435),
          new Named("成化", 1465, 1487),
          new Named("嘉靖", 1522, 1566),
          new Named("万历", 1573, 1620),
          new Named("康熙", 1662, 1722),
          new Named("雍正", 1723, 1735),
          new Named("乾隆", 1736, 1795),
          new Named("嘉庆", 1796, 1820),
          new Named("道光", 1821, 1850),
          new Named("光绪", 1875, 1908));

  private static final List<Named> PERIODS =
      List.of(
          new Named("northern song", 960, 1127),
          new Named("southern song", 1127, 1279),
          new Named("northern wei", 386, 534),
          new Named("northern qi", 550, 577),
          new Named("northern zhou", 557, 581),
          new Named("five dynasties", 907, 960),
          new Named("six dynasties", 220, 589),
          new Named("three kingdoms", 220, 280),
          new Named("warring states", -475, -221),
          new Named("western zhou", -1046, -771),
          new Named("eastern zhou", -771, -256),
          new Named("western han", -206, 9),
          new Named("eastern han", 25, 220),
          new Named("shang dynasty", -1600, -1046),
          new Named("zhou dynasty", -1046, -256),
          new Named("qin dynasty", -221, -206),
          new Named("han dynasty", -206, 220),
          new Named("sui dynasty", 581, 618),
          new Named("tang dynasty", 618, 907),
          new Named("liao dynasty", 907, 1125),
          new Named("song dynasty", 960, 1279),
          new Named("jin dynasty", 1115, 1234),
          new Named("yuan dynasty", 1271, 1368),
          new Named("ming dynasty", 1368, 1644),
          new Named("qing dynasty", 1644, 1911),
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
          new Named("goryeo", 918, 1392),
          new Named("joseon", 1392, 1910),
          new Named("choson", 1392, 1910),
          new Named("北宋", 960, 1127),
          new Named("南宋", 1127, 1279),
          new Named("五代", 907, 960),
          new Named("西汉", -206, 9),
          new Named("东汉", 25, 220),
          new Named("江户", 1615, 1868),
          new Named("明治", 1868, 1912));

  /** One-character dynasties, read only before 代, 朝, 时 or at the very beginning of the text. */
  private static final List<Named> SHORT =
      List.of(
          new Named("商", -1600, -1046),
          new Named("周", -1046, -256),
          new Named("秦", -221, -206),
          new Named("汉", -206, 220),
          new Named("漢", -206, 220),
          new Named("隋", 581, 618),
          new Named("唐", 618, 907),
          new Named("宋", 960, 1279),
          new Named("元", 1271, 1368),
          new Named("明", 1368, 1644),
          new Named("清", 1644, 1911));

  private Dynasties() {}

  /** The reign a clause names, else the dynasty or period. */
  static Optional<DateSpan> find(String clause) {
    for (List<Named> names : List.of(REIGNS, PERIODS)) {
      for (Named named : names) {
        if (clause.contains(named.name())) {
          int rank = names.equals(REIGNS) ? 2 : 1;
          return Optional.of(span(named, rank));
        }
      }
    }
    for (Named named : SHORT) {
      boolean dynasty =
          clause.strip().equals(named.name())
              || clause.contains(named.name() + "代")
              || clause.contains(named.name() + "朝")
              || clause.contains(named.name() + "時")
              || clause.contains(named.name() + "时");
      if (dynasty) {
        return Optional.of(span(named, 1));
      }
    }
    return Optional.empty();
  }

  private static DateSpan span(Named named, int rank) {
    return new DateSpan(rank, named.first(), named.last());
  }
}
