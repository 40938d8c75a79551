package io.artrec.elicitation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Questions in English and Chinese; values stand as records spell them. */
final class QuestionWords {
  private static final QuestionWords ENGLISH =
      new QuestionWords(
          false,
          Map.of(
              "genre", "Which kind of work do you have in mind",
              "subject", "What should it show",
              "palette", "Which color should it have",
              "medium", "What should it be made of",
              "movement", "Which movement do you have in mind",
              "period", "From which years should it be",
              "size", "How long may its longer side be",
              "orientation", "Which format should it have",
              "price", "What may it cost",
              "artist", "Which artist do you have in mind"));

  private static final QuestionWords CHINESE =
      new QuestionWords(
          true,
          Map.of(
              "genre", "您想要哪一类作品",
              "subject", "您希望画的是什么",
              "palette", "您希望是什么颜色",
              "medium", "您希望用什么材料",
              "movement", "您想要哪个流派",
              "period", "您想要哪个年代的作品",
              "size", "您希望长边多长",
              "orientation", "您希望是什么画幅",
              "price", "您的预算是多少",
              "artist", "您想要哪位作者的作品"));

  private static final Map<String, String> CHINESE_FORMATS =
      Map.of("landscape", "横幅", "portrait", "竖幅", "square", "方形");

  private final boolean chinese;
  private final Map<String, String> beginnings;

  private QuestionWords(boolean chinese, Map<String, String> beginnings) {
    this.chinese = chinese;
    this.beginnings = beginnings;
  }

  static QuestionWords of(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
  }

  /**
   * Asks.
   *
   * @param others whether another value may be the answer
   */
  String ask(String aspect, List<String> choices, boolean others) {
    String beginning =
        beginnings.getOrDefault(
            aspect, chinese ? "您希望“" + aspect + "”是什么" : "Which " + aspect + " should it have");
    List<String> said =
        chinese && aspect.equals("orientation")
            ? choices.stream().map(c -> CHINESE_FORMATS.getOrDefault(c, c)).toList()
            : choices;
    return chinese ? chinese(beginning, said, others) : english(beginning, said, others);
  }

  private static String english(String beginning, List<String> choices, boolean others) {
    int last = choices.size() - 1;
    if (others) {
      return beginning + ": " + String.join(", ", choices) + ", or another?";
    }
    return last == 0
        ? beginning + ": " + choices.get(0) + "?"
        : beginning
            + ": "
            + String.join(", ", choices.subList(0, last))
            + (last > 1 ? ", or " : " or ")
            + choices.get(last)
            + "?";
  }

  private static String chinese(String beginning, List<String> choices, boolean others) {
    int last = choices.size() - 1;
    if (others) {
      return beginning + "：" + String.join("、", choices) + "，还是别的？";
    }
    return last == 0
        ? beginning + "：" + choices.get(0) + "？"
        : beginning
            + "："
            + String.join("、", choices.subList(0, last))
            + "，还是"
            + choices.get(last)
            + "？";
  }
}
