package io.artrec.llm.description;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Chinese sentences. */
final class ChinesePhrases implements DescriptionPhrases {
  /** Last characters of media that are things themselves. */
  private static final String THINGS = "画刻片墨彩色雕像塑";

  @Override
  public Locale language() {
    return Locale.CHINESE;
  }

  @Override
  public String identity(ArtworkFacts work, DescriptionStyle style) {
    Artwork artwork = work.artwork();
    boolean untitled = work.title().isEmpty();
    String title = work.title().map(words -> "《" + words + "》").orElse("这件无题作品");
    String made = artwork.created().map(ChinesePhrases::years).orElse("");
    String makers = makers(artwork);
    if (style.audience() == Audience.CHILD) {
      String named = untitled ? "这件作品没有题目。" : "这件作品叫" + title + "。";
      if (makers.isEmpty()) {
        return made.isEmpty() ? named : named + "它做于" + made + "。";
      }
      return named + "它是" + makers + (made.isEmpty() ? "" : "在" + made) + "做的。";
    }
    if (untitled
        && makers.isEmpty()
        && made.isEmpty()
        && medium(work).isEmpty()
        && genre(work).isEmpty()) {
      return "这件作品没有题目。";
    }
    String thing = thing(work);
    if (makers.isEmpty()) {
      return title + "是一件" + thing + (made.isEmpty() ? "" : "，作于" + made) + "。";
    }
    String gap = isLatin(makers) && !made.isEmpty() ? " " : "";
    return title + "是" + makers + gap + made + "的" + thing + "。";
  }

  /** A medium that is a thing itself, as 版画 is, or a work of it. */
  private static String thing(ArtworkFacts work) {
    Optional<String> medium = medium(work);
    if (medium.isEmpty()) {
      return genre(work).orElse("作品");
    }
    String of = medium.get();
    if (isLatin(of)) {
      return "作品（" + of + "）";
    }
    return THINGS.indexOf(of.charAt(of.length() - 1)) >= 0 ? of : of + "作品";
  }

  private static boolean isLatin(String text) {
    return !Character.isIdeographic(text.codePointBefore(text.length()));
  }

  private static String makers(Artwork artwork) {
    List<String> parts = new ArrayList<>();
    for (ArtistCredit credit : artwork.artists()) {
      parts.add(
          switch (credit.qualifier()) {
            case BY -> credit.name();
            case ATTRIBUTED_TO -> "传" + credit.name();
            case WORKSHOP_OF -> credit.name() + "画室";
            case CIRCLE_OF -> credit.name() + "周围的画家";
            case AFTER -> "仿" + credit.name() + "者";
            case MANNER_OF -> "学" + credit.name() + "画风者";
          });
    }
    return list(parts);
  }

  private static String years(YearRange years) {
    String about = years.approximate() ? "约" : "";
    if (years.first() == years.last()) {
      return about + year(years.first()) + "年";
    }
    return about + year(years.first()) + "年至" + year(years.last()) + "年";
  }

  private static String year(int year) {
    return year < 0 ? "公元前" + -year : String.valueOf(year);
  }

  private static Optional<String> medium(ArtworkFacts work) {
    return work.artwork().medium().map(medium -> ArtworkFacts.word(medium, Locale.CHINESE));
  }

  private static Optional<String> genre(ArtworkFacts work) {
    return work.artwork().genre().map(genre -> ArtworkFacts.word(genre, Locale.CHINESE));
  }

  @Override
  public Optional<String> kind(ArtworkFacts work, DescriptionStyle style) {
    List<String> movements =
        work.artwork().movements().stream()
            .map(it -> ArtworkFacts.word(it, Locale.CHINESE))
            .toList();
    Optional<String> genre =
        genre(work).filter(it -> work.artwork().medium().isPresent() && !movements.contains(it));
    if (movements.isEmpty()) {
      return genre.map(it -> "题材为" + it + "。");
    }
    return Optional.of(
        (style.tone() == Tone.FORMAL ? "归入" : "属于")
            + list(movements)
            + genre.map(it -> "，题材为" + it).orElse("")
            + "。");
  }

  @Override
  public Optional<String> shows(List<String> subjects, DescriptionStyle style) {
    if (subjects.isEmpty()) {
      return Optional.empty();
    }
    if (style.audience() == Audience.CHILD) {
      return Optional.of("你能找到" + list(subjects.stream().limit(4).toList()) + "吗？");
    }
    return Optional.of(
        switch (style.tone()) {
          case PLAIN -> "画面中有" + list(subjects) + "。";
          case WARM -> "在这里你会遇见" + list(subjects) + "。";
          case FORMAL -> "所绘为" + list(subjects) + "。";
        });
  }

  @Override
  public Optional<String> themes(List<String> themes, DescriptionStyle style) {
    return themes.isEmpty() ? Optional.empty() : Optional.of("它讲到" + list(themes) + "。");
  }

  @Override
  public Optional<String> colors(List<String> colors, DescriptionStyle style) {
    if (colors.isEmpty()) {
      return Optional.empty();
    }
    if (style.audience() == Audience.CHILD) {
      return Optional.of("找一找" + list(colors) + "。");
    }
    return Optional.of(
        switch (style.tone()) {
          case PLAIN -> "主要颜色是" + list(colors) + "。";
          case WARM -> "让目光停在" + list(colors) + "上。";
          case FORMAL -> "色调以" + list(colors) + "为主。";
        });
  }

  @Override
  public Optional<String> making(ArtworkFacts work, DescriptionStyle style) {
    List<String> techniques =
        work.artwork().techniques().stream()
            .map(it -> ArtworkFacts.word(it, Locale.CHINESE))
            .toList();
    List<String> sentences = new ArrayList<>();
    work.artwork().dimensions().flatMap(ChinesePhrases::size).ifPresent(sentences::add);
    if (!techniques.isEmpty()) {
      sentences.add("技法为" + list(techniques) + "。");
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(join(sentences));
  }

  private static Optional<String> size(Dimensions size) {
    List<String> sides = new ArrayList<>();
    side(size.width(), "宽", sides);
    side(size.height(), "高", sides);
    side(size.depth(), "深", sides);
    return sides.isEmpty() ? Optional.empty() : Optional.of(String.join("，", sides) + "。");
  }

  private static void side(OptionalDouble cm, String direction, List<String> sides) {
    cm.ifPresent(
        is ->
            sides.add(
                direction + BigDecimal.valueOf(is).stripTrailingZeros().toPlainString() + "厘米"));
  }

  @Override
  public Optional<String> place(ArtworkFacts work) {
    return work.house().map(house -> "现藏：" + house + "。");
  }

  @Override
  public Optional<String> offer(ArtworkFacts work) {
    List<String> sentences = new ArrayList<>();
    work.artwork()
        .price()
        .ifPresent(
            price ->
                sentences.add(
                    "售价"
                        + price.amount().toPlainString()
                        + " "
                        + price.currency().getCurrencyCode()
                        + "。"));
    work.artwork().offer().edition().ifPresent(edition -> sentences.add("版次：" + edition + "。"));
    if (work.artwork().availability() == Availability.UNAVAILABLE) {
      sentences.add("目前不可购藏。");
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(join(sentences));
  }

  @Override
  public String join(List<String> sentences) {
    return String.join("", sentences);
  }

  private static String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join("、", parts.subList(0, last)) + "和" + parts.get(last);
  }
}
