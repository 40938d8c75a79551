package io.artrec.examples;

import io.artrec.catalog.ArtistCredit.Qualifier;
import io.artrec.catalog.YearRange;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@link Quickstart} says beside the reasons, in English or Chinese. Immutable. */
final class QuickstartWords {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("palette", "色彩"),
          Map.entry("subject", "题材"),
          Map.entry("artist", "作者"),
          Map.entry("movement", "流派"),
          Map.entry("genre", "体裁"),
          Map.entry("medium", "材质"),
          Map.entry("texture", "肌理"),
          Map.entry("meaning", "含义"),
          Map.entry("period", "年代"));

  private static final Map<Qualifier, String> CHINESE_QUALIFIERS =
      Map.of(
          Qualifier.BY,
          "",
          Qualifier.ATTRIBUTED_TO,
          "传 ",
          Qualifier.WORKSHOP_OF,
          "工作室：",
          Qualifier.CIRCLE_OF,
          "画派：",
          Qualifier.AFTER,
          "仿 ",
          Qualifier.MANNER_OF,
          "风格：");

  private final boolean chinese;

  private QuickstartWords(boolean chinese) {
    this.chinese = chinese;
  }

  static QuickstartWords of(Locale locale) {
    return new QuickstartWords(locale.getLanguage().equals("zh"));
  }

  /** Returns one of two things, texts for instance, that say the same. */
  <T> T say(T english, T inChinese) {
    return chinese ? inChinese : english;
  }

  /** Returns how many there are of something. */
  String count(int n, String noun, String inChinese) {
    return chinese
        ? String.format(Locale.ROOT, "%,d %s", n, inChinese)
        : String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
  }

  /** Returns the name of a facet or feature; its own where there is no other. */
  String named(String name) {
    return chinese ? CHINESE.getOrDefault(name, name) : name;
  }

  String list(List<String> parts) {
    return String.join(chinese ? "、" : ", ", parts);
  }

  String qualifier(Qualifier qualifier) {
    if (chinese) {
      return CHINESE_QUALIFIERS.getOrDefault(qualifier, "");
    }
    return qualifier == Qualifier.BY
        ? ""
        : qualifier.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
  }

  String years(YearRange years) {
    return chinese ? years.toString().replace("c. ", "约 ") : years.toString();
  }
}
