package io.artrec.text.wish;

import io.artrec.text.wish.WishLexicon.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Puts parts of wishes into words. */
final class WishWords {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("older", "比刚才更早"),
          Map.entry("newer", "比刚才更晚"),
          Map.entry("cheaper", "比刚才便宜"),
          Map.entry("dearer", "比刚才贵"),
          Map.entry("larger", "比刚才大"),
          Map.entry("smaller", "比刚才小"),
          Map.entry("lighter", "比刚才明亮"),
          Map.entry("darker", "比刚才暗"),
          Map.entry("wider", "比刚才宽"),
          Map.entry("taller", "比刚才高"),
          Map.entry("other artist", "换一位画家"),
          Map.entry("same artist", "同一位画家"),
          Map.entry("other", "换一批"));

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "EUR", "euros", "USD", "dollars", "GBP", "pounds", "CNY", "yuan", "JPY", "yen", "CHF",
          "francs");

  private static final Map<String, String> CHINESE_CURRENCIES =
      Map.of("EUR", "欧元", "USD", "美元", "GBP", "英镑", "CNY", "元", "JPY", "日元", "CHF", "瑞士法郎");

  private static final List<Kind> KINDS = List.of(Kind.COLOR, Kind.MOOD, Kind.GENRE, Kind.STYLE);

  private final WishLexicon lexicon = WishLexicon.standard();
  private final boolean chinese;

  private WishWords(boolean chinese) {
    this.chinese = chinese;
  }

  static WishWords of(Locale language) {
    return new WishWords(language.getLanguage().equals("zh"));
  }

  /** What a part says. */
  String of(WishPart part) {
    String words = said(part);
    if (part.isWanted()) {
      return words;
    }
    boolean manner = part.slot() == WishSlot.COLOR || part.slot() == WishSlot.MOOD;
    return chinese ? "不要" + words : (manner ? "not " : "without ") + words;
  }

  /** What was not understood. */
  String notUnderstood(ParsedWish.Span span) {
    return chinese ? "没有听懂“" + span.words() + "”" : "not understood: \"" + span.words() + "\"";
  }

  private String said(WishPart part) {
    Optional<WishRange> range = part.range();
    return switch (part.slot()) {
      case SUBJECT ->
          part.subject()
              .map(subject -> subject.label(chinese ? Locale.CHINESE : Locale.ENGLISH))
              .orElse(part.value());
      case GENRE -> named(Kind.GENRE, part.value());
      case STYLE -> named(Kind.STYLE, part.value());
      case MEDIUM -> named(Kind.MEDIUM, part.value());
      case SUPPORT -> (chinese ? "" : "on ") + named(Kind.SUPPORT, part.value());
      case COLOR -> named(Kind.COLOR, part.value());
      case MOOD -> named(Kind.MOOD, part.value());
      case SHAPE -> chinese ? named(Kind.SHAPE, part.value()) : part.value() + " format";
      case SIZE -> named(Kind.SIZE, part.value());
      case ARTIST -> (chinese ? "画家" : "by ") + named(Kind.ARTIST, part.value());
      case LIKE -> like(part.value());
      case WHERE -> where(part.value());
      case COMPARE -> compared(part.value());
      case YEAR -> years(range.orElseThrow());
      case COUNT -> count(range.orElseThrow());
      case WIDTH -> side("wide", "宽", range.orElseThrow());
      case HEIGHT -> side("high", "高", range.orElseThrow());
      case SIDE -> side("on the longer side", "长边", range.orElseThrow());
      case PRICE ->
          range.isPresent()
              ? price(range.get(), part.currency().orElse(null))
              : named(Kind.PRICING, part.value());
    };
  }

  private String named(Kind kind, String value) {
    return chinese
        ? lexicon
            .names(kind, value)
            .filter(names -> !names.chinese().isEmpty())
            .map(names -> names.chinese().get(0))
            .orElse(value)
        : value;
  }

  private String like(String value) {
    String name =
        lexicon.names(Kind.WORK, value).isPresent()
            ? named(Kind.WORK, value)
            : named(Kind.ARTIST, value);
    return chinese ? "像“" + name + "”" : "like " + name;
  }

  private String where(String value) {
    return switch (value) {
      case "sale" -> chinese ? "在售" : "for sale";
      case "view" -> chinese ? "在展" : "on view";
      default -> (chinese ? "在" : "in ") + named(Kind.WHERE, value);
    };
  }

  private String compared(String value) {
    if (!chinese) {
      return value + " than before";
    }
    String whole = CHINESE.get(value);
    int space = value.indexOf(' ');
    if (whole != null || space < 0) {
      return whole == null ? value : whole;
    }
    String quality = value.substring(space + 1);
    String name = quality;
    for (Kind kind : KINDS) {
      name = name.equals(quality) ? named(kind, quality) : name;
    }
    return "比刚才" + (value.startsWith("more") ? "多些" : "少些") + name;
  }

  private String years(WishRange range) {
    if (range.from().isPresent() && range.from().equals(range.to())) {
      return chinese ? year(range.from()) + "年" : "from " + year(range.from());
    }
    if (range.to().isEmpty()) {
      return chinese ? year(range.from()) + "年以后" : "from " + year(range.from()) + " on";
    }
    if (range.from().isEmpty()) {
      return chinese ? year(range.to()) + "年以前" : "up to the year " + year(range.to());
    }
    return chinese
        ? year(range.from()) + "至" + year(range.to()) + "年"
        : "from " + year(range.from()) + " to " + year(range.to());
  }

  private String year(OptionalDouble value) {
    double year = value.orElseThrow();
    String number = WishRange.number(Math.abs(year));
    return year >= 0 ? number : chinese ? "公元前" + number : number + " BCE";
  }

  private String count(WishRange range) {
    String number = WishRange.number(range.least());
    if (chinese) {
      return number + "件";
    }
    return number + (number.equals("1") ? " work" : " works");
  }

  private String side(String english, String han, WishRange range) {
    return chinese ? han + bounds(range, "厘米") : bounds(range, " cm") + " " + english;
  }

  private String price(WishRange range, @Nullable String currency) {
    String unit =
        currency == null
            ? ""
            : chinese
                ? CHINESE_CURRENCIES.getOrDefault(currency, currency)
                : " " + CURRENCIES.getOrDefault(currency, currency);
    return chinese ? "价格" + bounds(range, unit) : bounds(range, unit);
  }

  private String bounds(WishRange range, String unit) {
    if (range.from().isEmpty()) {
      String most = WishRange.number(range.most()) + unit;
      return chinese ? "不超过" + most : "up to " + most;
    }
    String least = WishRange.number(range.least());
    if (range.to().isEmpty()) {
      return chinese ? "至少" + least + unit : "at least " + least + unit;
    }
    return range.from().equals(range.to())
        ? least + unit
        : least + (chinese ? "至" : " to ") + WishRange.number(range.most()) + unit;
  }
}
