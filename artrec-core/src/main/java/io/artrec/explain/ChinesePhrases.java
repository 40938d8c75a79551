package io.artrec.explain;

import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Simplified Chinese. */
final class ChinesePhrases implements Phrases {
  private static final Map<String, List<String>> FACETS =
      Map.ofEntries(
          Map.entry("palette", List.of("色调相近", "色调相似")),
          Map.entry("texture", List.of("肌理相近", "肌理相似")),
          Map.entry("appearance", List.of("画面相近", "画面相似")),
          Map.entry("genre", List.of("体裁相同", "同一体裁")),
          Map.entry("medium", List.of("材质相同", "同一材质")),
          Map.entry("period", List.of("年代相近", "创作年代接近")),
          Map.entry("size", List.of("尺幅相近", "大小相近")),
          Map.entry("text", List.of("描述用词相近")),
          Map.entry("meaning", List.of("含义相近", "意思相近")),
          Map.entry("details", List.of("多处特征相近")));

  @Override
  public List<String> likeKnown(List<String> titles) {
    return like("您喜欢的" + titles(titles), "您喜欢" + titles(titles), titles.size() > 1);
  }

  @Override
  public List<String> likeSeen(List<String> titles) {
    return like("您留意过的" + titles(titles), "您留意过" + titles(titles), titles.size() > 1);
  }

  private static List<String> like(String works, String statement, boolean both) {
    String all = both ? "都" : "";
    return List.of(
        "与" + works + all + "相近",
        "和" + works + all + "相像",
        statement + "，此作与" + (both ? "两者都" : "之") + "相近");
  }

  @Override
  public List<String> likeNamed(String title) {
    String work = quoted(title);
    return List.of("与" + work + "相近", "和" + work + "相像", "此作与" + work + "相近");
  }

  @Override
  public List<String> because(String title) {
    String work = quoted(title);
    return List.of("因为您喜欢" + work, "由您喜欢的" + work + "想到", "您喜欢" + work + "，故此推荐");
  }

  @Override
  public List<String> becauseSeen(String title) {
    String work = quoted(title);
    return List.of("因为您留意过" + work, "由您留意过的" + work + "想到", "您留意过" + work + "，故此推荐");
  }

  @Override
  public List<String> nearest(String title) {
    String work = quoted(title);
    return List.of("与" + work + "较为接近的作品之一", "属于与" + work + "较接近的作品", "在这些作品中与" + work + "较为接近");
  }

  @Override
  public List<String> fallback() {
    return List.of("尚不足以判断您的喜好", "对您的喜好所知尚少", "还不够了解您的喜好");
  }

  @Override
  public List<String> nothingAlike() {
    return List.of("没有发现它与所选作品有相似之处", "未见它与所选作品有相似之处", "就所知而言，它与所选作品并无相似之处");
  }

  @Override
  public List<String> byArtist(String name) {
    return List.of(spaced("同为", name, "所作"), spaced("也是", name, "的作品"));
  }

  @Override
  public List<String> linkedArtist(String name) {
    return List.of(spaced("都与", name, "有关"), spaced("也与", name, "有关"));
  }

  @Override
  public List<String> movement(String name) {
    return List.of(spaced("同属", name, ""), spaced("也属于", name, ""));
  }

  @Override
  public List<String> subjects(List<String> subjects) {
    String all = String.join("、", subjects);
    return List.of(spaced("都有", all, ""), spaced("同样有", all, ""));
  }

  @Override
  public List<String> inCommon(String facet, List<String> things, int works) {
    String all = String.join("、", things);
    return facet.equals("subject")
        ? List.of(spaced("都表现了", all, ""), spaced("题材都有", all, ""))
        : List.of(spaced("共有", all, ""), spaced("都具有", all, ""));
  }

  @Override
  public List<String> colors(List<String> colors) {
    String all = String.join("、", colors);
    return List.of(spaced("都有", all, "色调"), spaced("同样有", all, "色调"));
  }

  @Override
  public List<String> facet(String facet) {
    return FACETS.getOrDefault(facet, List.of(spaced("", facet, "相近")));
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
  public List<String> others(List<String> titles) {
    String works = titles(titles);
    return List.of(
        "观众的喜好把它与" + works + "联系起来", "就观众的喜好而言，它与" + works + "相关", "观众的喜好使它与" + works + "相连");
  }

  @Override
  public List<String> popular(OptionalLong visitors) {
    String count = visitors.isPresent() ? "有 " + visitors.getAsLong() + " 位观众" : "有观众";
    return List.of(count + "感兴趣", count + "对它感兴趣", count + "留意过它");
  }

  @Override
  public List<String> popularLately() {
    return List.of("近期有人关注", "近来有人留意", "近期受到关注");
  }

  @Override
  public List<String> chance() {
    return List.of("随机挑选，供您探索", "随机选出，供您探索", "偶然选中，供您探索");
  }

  @Override
  public List<String> wish(String words) {
    return List.of("符合您的愿望“" + words + "”", "合乎您的愿望“" + words + "”", "正合您的愿望“" + words + "”");
  }

  @Override
  public List<String> wishUnmet(String words) {
    return List.of(
        "不一定符合您的愿望“" + words + "”", "未必符合您的愿望“" + words + "”", "也许不合您的愿望“" + words + "”");
  }

  @Override
  public List<String> followed(Trait trait) {
    String name = trait.name();
    return switch (trait.kind()) {
      case ARTIST ->
          List.of(
              spaced("出自您关注的", name, ""),
              spaced("您关注的", name, "的作品"),
              spaced("您关注", name, "") + "，此为其作品");
      case MOVEMENT ->
          List.of(
              spaced("属于您关注的", name, ""),
              spaced("您关注的", name, "作品"),
              spaced("您关注", name, "") + "，此作属之");
      case SUBJECT ->
          List.of(
              spaced("题材有您关注的", name, ""),
              spaced("含有您关注的", name, "题材"),
              spaced("您关注", name, "") + "，此作有此题材");
      case MOOD ->
          List.of(
              spaced("氛围是您关注的", name, ""),
              spaced("带有您关注的", name, "氛围"),
              spaced("您关注", name, "") + "，此作有此氛围");
    };
  }

  @Override
  public List<String> interested(Trait trait, Interest.Evidence evidence) {
    String name = trait.name();
    String which =
        switch (evidence) {
          case STATED -> "您说过喜欢的";
          case COMMENTS -> "您在评论中称道的";
          case SEARCHES -> "您搜索过的";
          case HISTORY -> "您喜欢的作品中常见的";
        };
    return switch (trait.kind()) {
      case ARTIST -> List.of(spaced("出自" + which, name, ""), spaced("作者是" + which, name, ""));
      case MOVEMENT -> List.of(spaced("属于" + which, name, ""), spaced("流派是" + which, name, ""));
      case SUBJECT -> List.of(spaced("题材有" + which, name, ""), spaced("含有" + which, name, "题材"));
      case MOOD -> List.of(spaced("氛围是" + which, name, ""), spaced("带有" + which, name, "氛围"));
    };
  }

  @Override
  public List<String> promoted() {
    return List.of("本馆推荐", "由本馆推荐", "本馆着意推荐");
  }

  @Override
  public List<String> placed(Optional<String> sponsor) {
    return sponsor
        .map(name -> List.of(spaced("由", name, "赞助")))
        .orElseGet(() -> List.of("本馆精选", "由本馆选定", "本馆特选"));
  }

  @Override
  public List<String> bestMatch() {
    return List.of("总体匹配", "总体相合", "总的来说相合");
  }

  @Override
  public List<String> nothing() {
    return List.of("已知的信息中没有推荐它的理由", "就所知而言，没有推荐它的理由", "没有已知的理由推荐它");
  }

  @Override
  public List<String> likedItself() {
    return List.of("您自己就喜欢它", "您本来就喜欢它", "这是您喜欢的作品");
  }

  @Override
  public List<String> dislikedItself() {
    return List.of("不过您自己不喜欢它");
  }

  @Override
  public List<String> unlike(String title) {
    String work = quoted(title);
    return List.of("与您不喜欢的" + work + "不同", "和您不喜欢的" + work + "不一样", "不像您不喜欢的" + work);
  }

  @Override
  public List<String> against(String title) {
    String work = quoted(title);
    return List.of("不过与您不喜欢的" + work + "略有相似", "但与您不喜欢的" + work + "有些相像");
  }

  @Override
  public List<String> join(String beginning, List<String> traits, List<String> further) {
    if (beginning.isEmpty()) {
      return List.of(String.join("；", further) + "。");
    }
    String rest = further.stream().map(reason -> "；" + reason).collect(Collectors.joining());
    if (traits.isEmpty()) {
      return List.of(beginning + rest + "。");
    }
    return List.of(
        beginning + "：" + String.join("；", traits) + rest + "。",
        beginning + "：" + String.join("，", traits) + rest + "。");
  }

  private static String quoted(String title) {
    return "《" + title + "》";
  }

  private static String titles(List<String> titles) {
    return titles.stream().map(ChinesePhrases::quoted).collect(Collectors.joining("、"));
  }
}
