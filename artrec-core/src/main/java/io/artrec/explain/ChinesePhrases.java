package io.artrec.explain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Simplified Chinese. */
final class ChinesePhrases implements Phrases {
  private static final Map<String, String> FACETS =
      Map.ofEntries(
          Map.entry("palette", "色调相近"),
          Map.entry("texture", "肌理相近"),
          Map.entry("genre", "体裁相同"),
          Map.entry("medium", "材质相同"),
          Map.entry("period", "年代相近"),
          Map.entry("size", "尺幅相近"),
          Map.entry("text", "描述用词相近"),
          Map.entry("meaning", "含义相近"),
          Map.entry("details", "多处特征相近"));

  @Override
  public String likeKnown(List<String> titles) {
    return "与您喜欢的" + titles(titles) + "相近";
  }

  @Override
  public String likeNamed(String title) {
    return "与" + titles(List.of(title)) + "相近";
  }

  @Override
  public String because(String title) {
    return "因为您喜欢" + titles(List.of(title));
  }

  @Override
  public String nearest(String title) {
    return "与" + titles(List.of(title)) + "较为接近的作品之一";
  }

  @Override
  public String byArtist(String name) {
    return spaced("同为", name, "所作");
  }

  @Override
  public String linkedArtist(String name) {
    return spaced("都与", name, "有关");
  }

  @Override
  public String movement(String name) {
    return spaced("同属", name, "");
  }

  @Override
  public String subjects(List<String> subjects) {
    return spaced("都有", String.join("、", subjects), "");
  }

  @Override
  public String colors(List<String> colors) {
    return spaced("都有", String.join("、", colors), "色调");
  }

  @Override
  public String facet(String facet) {
    return FACETS.getOrDefault(facet, spaced("", facet, "相近"));
  }

  /** Foreign words stand off from Chinese ones, Chinese ones do not. */
  private static String spaced(String before, String words, String after) {
    String left = before.isEmpty() || isChinese(words.codePointAt(0)) ? "" : " ";
    boolean joined = after.isEmpty() || isChinese(words.codePointBefore(words.length()));
    return before + left + words + (joined ? "" : " ") + after;
  }

  private static boolean isChinese(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  @Override
  public String others(List<String> titles) {
    return "喜欢" + titles(titles) + "的观众也选择了它";
  }

  @Override
  public String popular(double visitors, boolean recent) {
    return recent ? "近期关注度高" : "有 " + Math.round(visitors) + " 位观众感兴趣";
  }

  @Override
  public String chance() {
    return "随机挑选，供您探索";
  }

  @Override
  public String wish(String words) {
    return "符合您的愿望“" + words + "”";
  }

  @Override
  public String wishUnmet(String words) {
    return "不一定符合您的愿望“" + words + "”";
  }

  @Override
  public String bestMatch() {
    return "总体匹配";
  }

  @Override
  public String nothing() {
    return "已知的信息中没有推荐它的理由";
  }

  @Override
  public String likedItself() {
    return "您自己就喜欢它";
  }

  @Override
  public String unlike(String title) {
    return "与您不喜欢的" + titles(List.of(title)) + "不同";
  }

  @Override
  public String against(String title) {
    return "不过与您不喜欢的" + titles(List.of(title)) + "略有相似";
  }

  @Override
  public String nothingAlike() {
    return "没有发现它与所选作品有相似之处";
  }

  @Override
  public String fallback() {
    return "尚不足以判断您的喜好";
  }

  @Override
  public String join(String beginning, List<String> reasons) {
    String all = String.join("；", reasons);
    if (beginning.isEmpty()) {
      return all + "。";
    }
    return reasons.isEmpty() ? beginning + "。" : beginning + "：" + all + "。";
  }

  private static String titles(List<String> titles) {
    return titles.stream().map(title -> "《" + title + "》").collect(Collectors.joining("、"));
  }
}
