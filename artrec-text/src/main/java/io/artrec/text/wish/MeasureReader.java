package io.artrec.text.wish;

import io.artrec.catalog.SizeUnit;
import io.artrec.text.wish.WishLexicon.Kind;
import io.artrec.text.wish.WishPart.Draft;
import io.artrec.text.wish.WishText.Match;
import io.artrec.text.wish.WishText.UnitType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads prices and sizes with a number, their bounds before and behind it. */
final class MeasureReader {
  private static final Set<String> PRICE_WORDS =
      Set.of(
          "budget", "price", "priced", "prices", "cost", "costs", "costing", "spend", "pay", "预算",
          "价格", "价钱", "价位", "售价", "花");
  private static final Set<String> LINKS =
      Set.of(
          "of", "is", "for", "be", "than", "the", "a", "s", "在", "为", "是", "的", "price", "priced",
          "prices", "cost", "costs", "costing", "价格", "价钱", "价位", "售价", "budget", "预算", ".", ":",
          "：", "limit");
  private static final double AROUND = 0.1;
  private static final int MOST_LEADS = 6;

  /** What stands around a number. */
  private static final class Lead {
    private int sign;
    private boolean about;
    private boolean between;
    private boolean priced;
    private boolean bounded;
    private @Nullable WishSlot side;
    private @Nullable String currency;
  }

  /** A number with its unit or currency. */
  private record Amount(
      double value,
      double high,
      @Nullable SizeUnit unit,
      @Nullable String currency,
      boolean plain,
      int next) {}

  private final WishText text;
  private final WishNumbers numbers;

  MeasureReader(WishText text, WishNumbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /** Reads the price or size that begins here. */
  Optional<Reading> at(int at) {
    Lead lead = new Lead();
    int next = at;
    for (int i = 0; i < MOST_LEADS; i++) {
      Optional<Amount> amount = amount(next, lead);
      if (amount.isPresent()) {
        return read(at, lead, amount.get());
      }
      int length = lead(next, lead);
      if (length == 0 || (i == 0 && lead.sign == 0 && isOnlyLink(next, lead))) {
        return Optional.empty();
      }
      next += length;
    }
    return Optional.empty();
  }

  private boolean isOnlyLink(int at, Lead lead) {
    return !lead.priced
        && lead.side == null
        && lead.currency == null
        && !lead.about
        && !lead.between
        && !lead.bounded
        && LINKS.contains(text.unit(at).text());
  }

  private int lead(int at, Lead lead) {
    if (at >= text.size()) {
      return 0;
    }
    int longest = 0;
    Optional<Match> bound = text.match(at, Kind.BOUND);
    Optional<Match> side = text.match(at, Kind.SIDE);
    Optional<Match> currency = text.match(at, Kind.CURRENCY);
    if (bound.isPresent() && bound(at, bound.get(), lead)) {
      longest = bound.get().length();
    } else if (side.isPresent()) {
      lead.side = WishSlot.valueOf(side.get().value().toUpperCase(Locale.ROOT));
      longest = side.get().length();
    } else if (currency.isPresent()) {
      lead.currency = currency.get().value();
      longest = currency.get().length();
    } else {
      for (int length = 1; length <= 2 && at + length <= text.size(); length++) {
        longest = LINKS.contains(text.phrase(at, length)) ? length : longest;
      }
    }
    for (int i = at; i < at + longest; i++) {
      for (int length = 1; length <= 2 && i + length <= at + longest; length++) {
        lead.priced |= PRICE_WORDS.contains(text.phrase(i, length));
      }
    }
    return longest;
  }

  private boolean bound(int at, Match match, Lead lead) {
    switch (match.value()) {
      case "most" -> lead.sign = -1;
      case "least" -> lead.sign = 1;
      case "about" -> lead.about = true;
      case "between" -> lead.between = true;
      case "wider" -> side(lead, WishSlot.WIDTH, 1);
      case "narrower" -> side(lead, WishSlot.WIDTH, -1);
      case "taller" -> side(lead, WishSlot.HEIGHT, 1);
      case "lower" -> side(lead, WishSlot.HEIGHT, -1);
      default -> {
        return false;
      }
    }
    lead.bounded |= match.value().equals("most") || match.value().equals("least");
    lead.priced |= text.phrase(at, match.length()).contains("expensive");
    return true;
  }

  private static void side(Lead lead, WishSlot slot, int sign) {
    lead.side = slot;
    lead.sign = sign;
    lead.bounded = true;
  }

  private Optional<Amount> amount(int at, Lead lead) {
    Optional<WishNumbers.Read> number = numbers.at(at).filter(read -> !read.ordinal());
    if (number.isEmpty()) {
      return article(at);
    }
    int next = number.get().next();
    double value = number.get().value();
    double high = number.get().high();
    Optional<SizeUnit> unit = unit(next);
    if (unit.isPresent()) {
      int after = next + text.match(next, Kind.UNIT).map(Match::length).orElse(0);
      return Optional.of(
          high > value
              ? new Amount(value, high, unit.get(), null, false, after)
              : compound(value, unit.get(), after));
    }
    Optional<Match> currency = text.match(next, Kind.CURRENCY);
    if (currency.isPresent()) {
      return Optional.of(
          new Amount(
              value, high, null, currency.get().value(), false, next + currency.get().length()));
    }
    return Optional.of(new Amount(value, high, null, lead.currency, number.get().plain(), next));
  }

  /** {@code 5' 6"} and 一米二 are one length. */
  private Amount compound(double value, SizeUnit unit, int next) {
    if (unit == SizeUnit.FOOT) {
      Optional<WishNumbers.Read> inches = numbers.at(next);
      if (inches.isPresent() && unit(inches.get().next()).equals(Optional.of(SizeUnit.INCH))) {
        double cm = SizeUnit.FOOT.toCm(value) + SizeUnit.INCH.toCm(inches.get().value());
        return new Amount(cm, cm, SizeUnit.CM, null, false, inches.get().next() + 1);
      }
    }
    Optional<WishNumbers.Read> tenths =
        unit == SizeUnit.M && text.isType(next - 1, UnitType.HAN)
            ? numbers.at(next).filter(read -> read.next() == next + 1 && read.value() < 10)
            : Optional.empty();
    if (tenths.isPresent() && unit(next + 1).isEmpty()) {
      double meters = value + tenths.get().value() / 10;
      return new Amount(meters, meters, unit, null, false, next + 1);
    }
    return new Amount(value, value, unit, null, false, next);
  }

  /** A meter, half a meter. */
  private Optional<Amount> article(int at) {
    boolean half = text.isAt(at, "half") || text.isAt(at, "半");
    int article = half ? at + 1 : at;
    boolean said = text.isAt(article, "a") || text.isAt(article, "an");
    int unitAt = said ? article + 1 : article;
    Optional<SizeUnit> unit = half || said ? unit(unitAt) : Optional.empty();
    return unit.filter(
            found -> text.unit(unitAt).text().length() > 2 || text.isType(unitAt, UnitType.HAN))
        .map(
            found ->
                new Amount(
                    half ? 0.5 : 1,
                    half ? 0.5 : 1,
                    found,
                    null,
                    false,
                    unitAt + text.match(unitAt, Kind.UNIT).map(Match::length).orElse(0)));
  }

  private Optional<SizeUnit> unit(int at) {
    Optional<Match> match = text.match(at, Kind.UNIT);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    boolean isPreposition =
        text.isAt(at, "in")
            && !text.isGlued(at)
            && at + 1 < text.size()
            && text.match(at + 1, Kind.SIDE).isEmpty()
            && text.match(at + 1, Kind.TIMES).isEmpty()
            && text.match(at + 1, Kind.BOUND).isEmpty();
    return isPreposition ? Optional.empty() : SizeUnit.of(match.get().value());
  }

  private Optional<Reading> read(int at, Lead lead, Amount first) {
    Optional<Reading> sides = sides(at, lead, first);
    if (sides.isPresent()) {
      return sides;
    }
    Optional<Amount> second = second(first, lead);
    Amount last = second.orElse(first);
    int next = trailing(last.next(), lead, second.isPresent());
    String currency = first.currency() == null ? last.currency() : first.currency();
    SizeUnit unit = first.unit() == null ? last.unit() : first.unit();
    if (unit == null && currency == null && lead.currency != null) {
      currency = lead.currency;
    }
    boolean isPrice = currency != null || (unit == null && isPrice(lead, first));
    if (isPrice) {
      WishRange range = range(lead, first.value(), high(first, second));
      return Optional.of(
          Reading.of(Draft.price(range, currency == null ? "?" : currency), at, next));
    }
    if (unit == null && lead.side == null) {
      return Optional.empty();
    }
    SizeUnit measured = unit == null ? SizeUnit.CM : unit;
    SizeUnit measuredLast = last.unit() == null ? measured : last.unit();
    SizeUnit measuredFirst = first.unit() == null ? measured : first.unit();
    WishRange range =
        range(
            lead,
            measuredFirst.toCm(first.value()),
            second
                .map(amount -> measuredLast.toCm(amount.value()))
                .or(() -> high(first, second).map(measuredFirst::toCm)));
    WishSlot slot = lead.side == null ? WishSlot.SIDE : lead.side;
    return Optional.of(Reading.of(Draft.of(slot, range), at, next));
  }

  /** A bare number is a price behind a bound or a word of prices, unless it looks like a year. */
  private static boolean isPrice(Lead lead, Amount first) {
    boolean year = first.plain() && first.value() >= 1000 && first.value() <= 2100;
    boolean limited = lead.bounded || lead.between;
    return lead.side == null && (lead.priced || (limited && !year && first.value() >= 20));
  }

  private Optional<Reading> sides(int at, Lead lead, Amount first) {
    List<Amount> amounts = new ArrayList<>(List.of(first));
    Amount last = first;
    while (amounts.size() < 3) {
      Optional<Match> times = text.match(last.next(), Kind.TIMES);
      Optional<Amount> other =
          times.flatMap(
              match -> amount(amounts.get(amounts.size() - 1).next() + match.length(), lead));
      if (other.isEmpty() || other.get().currency() != null) {
        break;
      }
      last = other.get();
      amounts.add(last);
    }
    if (amounts.size() < 2) {
      return Optional.empty();
    }
    SizeUnit behind =
        amounts.stream()
            .map(Amount::unit)
            .filter(unit -> unit != null)
            .reduce((one, other) -> other)
            .orElse(SizeUnit.CM);
    int next = trailing(last.next(), lead, false);
    List<Draft> drafts = new ArrayList<>();
    List<WishSlot> slots = List.of(WishSlot.WIDTH, WishSlot.HEIGHT);
    for (int i = 0; i < 2; i++) {
      SizeUnit said = amounts.get(i).unit();
      double cm = (said == null ? behind : said).toCm(amounts.get(i).value());
      drafts.add(Draft.of(slots.get(i), range(lead, cm, Optional.empty())));
    }
    return Optional.of(new Reading(drafts, at, next));
  }

  private Optional<Amount> second(Amount first, Lead lead) {
    Optional<Match> to = text.match(first.next(), Kind.BOUND, "to");
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String word = text.phrase(first.next(), to.get().length());
    boolean and = word.equals("and") || word.equals("和") || word.equals("与");
    if (and && !lead.between) {
      return Optional.empty();
    }
    int at = first.next() + to.get().length();
    Optional<Match> currency = text.match(at, Kind.CURRENCY);
    return amount(at + currency.map(Match::length).orElse(0), lead)
        .filter(amount -> amount.value() >= 1);
  }

  /** Bounds and sides behind the number. */
  private int trailing(int from, Lead lead, boolean ranged) {
    int next = from;
    for (int i = 0; i < 4; i++) {
      int at =
          text.isAt(next, "的") || text.isAt(next, "in") || text.isAt(next, ",") ? next + 1 : next;
      Optional<Match> side = text.match(next, Kind.SIDE).or(() -> text.match(at, Kind.SIDE));
      Optional<Match> less = text.match(at, Kind.BOUND, "before");
      Optional<Match> more = text.match(at, Kind.BOUND, "after");
      Optional<Match> about = text.match(next, Kind.BOUND, "about");
      Optional<Match> between = text.match(next, Kind.BOUND, "between");
      if (less.isPresent() && !ranged) {
        lead.sign = -1;
        lead.bounded = true;
        next = at + less.get().length();
      } else if (more.isPresent() && !ranged) {
        lead.sign = 1;
        lead.bounded = true;
        next = at + more.get().length();
      } else if (side.isPresent() && !isOfNext(next, side.get(), lead)) {
        lead.side = WishSlot.valueOf(side.get().value().toUpperCase(Locale.ROOT));
        next = (text.match(next, Kind.SIDE).isPresent() ? next : at) + side.get().length();
      } else if (about.isPresent() && text.isType(next, UnitType.HAN)) {
        lead.about = lead.sign == 0;
        next += about.get().length();
      } else if (text.isAt(next, "之") && text.isAt(next + 1, "间")) {
        lead.between = true;
        next += 2;
      } else if (between.isPresent() && text.isType(next, UnitType.HAN) && ranged) {
        next += between.get().length();
      } else {
        return next;
      }
    }
    return next;
  }

  /** The upper number where two were said. */
  private static Optional<Double> high(Amount first, Optional<Amount> second) {
    return second
        .map(Amount::value)
        .or(() -> first.high() > first.value() ? Optional.of(first.high()) : Optional.empty());
  }

  /** Whether a side belongs to the number behind it: 宽八十高六十. */
  private boolean isOfNext(int at, Match side, Lead lead) {
    return lead.side != null && numbers.at(at + side.length()).isPresent();
  }

  private static WishRange range(Lead lead, double first, Optional<Double> second) {
    if (second.isPresent()) {
      return WishRange.between(first, second.get());
    }
    if (lead.sign != 0) {
      return lead.sign < 0 ? WishRange.atMost(first) : WishRange.atLeast(first);
    }
    if (lead.priced && !lead.about) {
      return WishRange.atMost(first);
    }
    return lead.about
        ? WishRange.between(first * (1 - AROUND), first * (1 + AROUND))
        : WishRange.between(first, first);
  }
}
