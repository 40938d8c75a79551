package io.artrec.llm.conversation;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.llm.prompt.internal.UntrustedText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said in a turn beside reasons and questions, in English or Chinese. Immutable. */
final class TurnWords {
  private static final int MOST_CHARS = 300;

  private final boolean chinese;

  private TurnWords(boolean chinese) {
    this.chinese = chinese;
  }

  static TurnWords in(Locale language) {
    return new TurnWords(language.getLanguage().equals("zh"));
  }

  private String say(String english, String han) {
    return chinese ? han : english;
  }

  String welcome() {
    return say("What would you like to see?", "您想看什么样的作品？");
  }

  String again() {
    return say("Let us start again. What would you like to see?", "我们重新开始。您想看什么样的作品？");
  }

  String noted() {
    return say("I shall leave that open.", "好的，这一点不限。");
  }

  String wished(List<String> wishes) {
    return say("Your wish: ", "您想要：") + String.join(say("; ", "；"), wishes) + say(".", "。");
  }

  String alike(Artwork work) {
    return say("Works like " + title(work) + ":", "与" + title(work) + "相近的作品：");
  }

  String likes(List<Artwork> works) {
    return say("You like " + titles(works) + ".", "您喜欢" + titles(works) + "。");
  }

  String dislikes(List<Artwork> works) {
    return say(titles(works) + " will not come back.", titles(works) + "不会再出现。");
  }

  String leftAside(List<String> wishes) {
    return say(
        "Nothing here meets all that you wished. I left aside: " + String.join("; ", wishes) + ".",
        "没有符合全部要求的作品，暂且放下了：" + String.join("；", wishes) + "。");
  }

  String nothing(String wish) {
    return say("Nothing here meets that: ", "没有符合的作品：") + wish + say(".", "。");
  }

  String spare(String part, long works) {
    return say(
        works + (works == 1 ? " work would" : " works would") + ", but for: " + part + ".",
        "若不计“" + part + "”，则有 " + works + " 件。");
  }

  String nothingFurther() {
    return say("There is nothing further that fits.", "没有更多符合的作品了。");
  }

  /** Notes repeat what the visitor said. */
  String note(String told) {
    String note = UntrustedText.forPeople(told, MOST_CHARS);
    return note.isEmpty()
        ? ""
        : note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1) + say(".", "。");
  }

  String missing(List<Integer> places, int shown) {
    String numbers = places.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return shown == 0
        ? say("No works were shown yet.", "还没有推荐过作品。")
        : say(
            "There is no number " + numbers + " among the " + shown + " works shown.",
            "刚才只有 " + shown + " 件作品，没有第 " + numbers + " 件。");
  }

  String misunderstood() {
    return say(
        "I did not understand that. You can say what you would like to see or not, “older”, “less"
            + " blue”, “more like the second”, “more”, or “start over”.",
        "没有听懂。您可以说想看或不想看什么，也可以说“更早一些”“少一点蓝色”“像第二件那样的”“再来几件”或“重新开始”。");
  }

  String work(int number, Artwork work) {
    StringBuilder line = new StringBuilder().append(number).append(". ").append(work.title());
    work.artists().stream()
        .findFirst()
        .map(ArtistCredit::name)
        .ifPresent(name -> line.append(" - ").append(name));
    work.created().ifPresent(years -> line.append(", ").append(years));
    return line.toString();
  }

  private String titles(List<Artwork> works) {
    return works.stream().map(this::title).collect(Collectors.joining(say(", ", "、")));
  }

  private String title(Artwork work) {
    return say("“" + work.title() + "”", "《" + work.title() + "》");
  }
}
