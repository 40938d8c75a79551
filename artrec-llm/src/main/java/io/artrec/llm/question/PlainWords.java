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
  private static final List<String> CHINESE =
      List.of(
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

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** Tokens without plain words; Chinese ones are taken out longest first. */
  static List<Token> without(List<Token> tokens) {
    String text =
        "\u0000" + String.join("\u0000", tokens.stream().map(Token::word).toList()) + "\u0000";
    for (String plain : CHINESE) {
      String chain = "\u0000" + String.join("\u0000", characters(plain)) + "\u0000";
      while (text.contains(chain)) {
        text = text.replace(chain, "\u0000\u0000");
      }
    }
    List<Token> left = new ArrayList<>();
    for (String word : text.split("\u0000", -1)) {
      if (!word.isEmpty() && !has(word)) {
        left.add(new Token(word, false));
      }
    }
    return left;
  }
}
