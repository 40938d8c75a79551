package io.artrec.llm.question;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import io.artrec.llm.prompt.internal.UntrustedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The words of answers in one language. Immutable. */
final class AnswerText {
  private static final int MOST_CHARS = 300;
  private static final int SHOWN = 10;

  private final boolean chinese;

  AnswerText(boolean chinese) {
    this.chinese = chinese;
  }

  String say(String english, String inChinese) {
    return chinese ? inChinese : english;
  }

  String title(Artwork artwork) {
    String title = shown(artwork.title());
    return chinese ? "《" + title + "》" : "“" + title + "”";
  }

  /** The title and who made it. */
  String work(Artwork artwork) {
    String makers = makers(artwork);
    if (makers.isEmpty()) {
      return title(artwork);
    }
    return chinese ? title(artwork) + "（" + makers + "）" : title(artwork) + " by " + makers;
  }

  /** Whoever is credited, with what is said of how. */
  String makers(Artwork artwork) {
    return artwork.artists().stream().map(this::credit).collect(Collectors.joining(say(", ", "、")));
  }

  private String credit(ArtistCredit credit) {
    String name = shown(credit.name());
    return switch (credit.qualifier()) {
      case BY -> name;
      case ATTRIBUTED_TO -> say(name + " (attributed)", "传" + name);
      case WORKSHOP_OF -> say("the workshop of " + name, name + "画室");
      case CIRCLE_OF -> say("the circle of " + name, name + "周围的画家");
      case AFTER -> say("an artist after " + name, "仿" + name + "者");
      case MANNER_OF -> say("an artist in the manner of " + name, "学" + name + "画风者");
    };
  }

  String years(YearRange years) {
    return chinese
        ? (years.approximate() ? "约" : "") + years.toString().replace("c. ", "") + "年"
        : years.toString().replace("c. ", "around ");
  }

  String size(Dimensions size) {
    List<String> sides = new ArrayList<>();
    side(size.width(), say(" cm wide", "宽"), sides);
    side(size.height(), say(" cm high", "高"), sides);
    side(size.depth(), say(" cm deep", "深"), sides);
    return String.join(say(", ", "，"), sides);
  }

  void side(OptionalDouble cm, String direction, List<String> sides) {
    cm.ifPresent(
        is -> {
          String number = BigDecimal.valueOf(is).stripTrailingZeros().toPlainString();
          sides.add(chinese ? direction + number + "厘米" : number + direction);
        });
  }

  /** A value of a record as people may see it. */
  static String shown(String value) {
    return UntrustedText.forPeople(value, MOST_CHARS).replace('\n', ' ');
  }

  String values(List<String> values) {
    return values.stream().map(AnswerText::shown).collect(Collectors.joining(say(", ", "、")));
  }

  /** The first ten titles of a list, and how many more there are. */
  String list(List<Artwork> works) {
    String titles =
        works.stream().limit(SHOWN).map(this::title).collect(Collectors.joining(say(", ", "、")));
    int more = works.size() - SHOWN;
    return more > 0 ? titles + say(" and " + more + " more", "等") : titles;
  }
}
