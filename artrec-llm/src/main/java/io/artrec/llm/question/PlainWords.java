package io.artrec.llm.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of questions that ask for nothing by themselves, in English and Chinese. */
final class PlainWords {
  private static final Set<String> ENGLISH =
      words(
          "a an the of in on at by to for from with into as and or is are was were be been do does"
              + " did have has had can could may i you we me us one it its this that these those there"
              + " here what which who whom whose when where how please tell show shows showing shown"
              + " depict depicts depicting depicted know find see say says belong belongs come comes"
              + " made make makes paint paints painted painting paintings picture pictures piece pieces"
              + " work works artwork artworks art image images create created drawn artist artists"
              + " painter painters s your our all any collection catalog catalogue museum total many"
              + " much year held hold holds hang hangs kept use used about also just only");
  private static final int LONGEST = 4;
  private static final Set<String> CHINESE =
      Set.of(
          "馆藏", "收藏", "藏品", "作品", "画家", "艺术家", "请问", "告诉我", "一共", "总共", "画面", "画作", "这件", "这幅",
          "哪件", "哪幅", "哪一件", "哪一幅", "什么", "现在", "创作", "属于", "用的", "是", "的", "了", "有", "在", "里", "中",
          "画", "件", "幅", "张", "个", "吗", "呢", "由", "谁", "哪", "一", "共", "都", "请", "我", "你", "您", "这",
          "那", "和", "与", "于", "上", "年", "绘");

  private PlainWords() {}

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.split(" ", -1)));
  }

  static boolean has(String word) {
    return ENGLISH.contains(word.toLowerCase(Locale.ROOT));
  }

  /** How many tokens from a position on are one plain word, the longest; 0 when none is. */
  static int length(List<Token> tokens, int from) {
    if (has(tokens.get(from).word())) {
      return 1;
    }
    int longest = 0;
    for (int length = 1; length <= Math.min(LONGEST, tokens.size() - from); length++) {
      StringBuilder word = new StringBuilder();
      tokens.subList(from, from + length).forEach(token -> word.append(token.word()));
      longest = CHINESE.contains(word.toString()) ? length : longest;
    }
    return longest;
  }

  /** Tokens without plain words. */
  static List<Token> without(List<Token> tokens) {
    List<Token> left = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      int plain = length(tokens, at);
      if (plain == 0) {
        left.add(tokens.get(at));
      }
      at += Math.max(1, plain);
    }
    return left;
  }
}
