package io.artrec.catalog;

import io.artrec.tabular.ProblemLog;
import io.artrec.tabular.Remedies;
import io.artrec.tabular.RowProblem;
import io.artrec.tabular.internal.NumberText;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a work's price: the amount as people write it ({@code 1.234,50 EUR}, {@code $1,200}, {@code
 * CHF 1'200.–}), its currency in the text, in the currency column, in the column's name, or as the
 * loader says. Words such as {@code price on request} are no price; {@code sold} says that the work
 * is not to be had.
 */
final class PriceColumns {
  private static final BigDecimal MOST = BigDecimal.valueOf(1e15);
  private static final int LONGEST = 60;

  private static final Pattern PRICE =
      Pattern.compile(
          "(?<head>[^\\d+-]*)(?<amount>[+-]?\\d(?:[\\d.,' ]*\\d)?)(?<dash>\\s*[.,]?\\s*[-–—]{1,2})?"
              + "(?<myriad>\\s*万)?(?<tail>[^\\d]*)");

  private static final Pattern CODE_IN_NAME =
      Pattern.compile(".{1,200}[^\\p{L}]([A-Za-z]{3}|[€$£])\\W?");

  private static final Pattern APOSTROPHES = Pattern.compile("[’‘´`ʼ]");

  private static final Set<String> SOLD =
      Set.of(
          "sold",
          "sold out",
          "out of stock",
          "verkauft",
          "ausverkauft",
          "vendu",
          "vendido",
          "venduto",
          "已售",
          "已售出",
          "售罄");

  private static final Set<String> UNSAID =
      Set.of(
          "price on request",
          "on request",
          "upon request",
          "price upon request",
          "poa",
          "p.o.a.",
          "por",
          "inquire",
          "enquire",
          "not for sale",
          "nfs",
          "n/a",
          "na",
          "none",
          "unknown",
          "tbd",
          "-",
          "–",
          "—",
          "auf anfrage",
          "preis auf anfrage",
          "unverkäuflich",
          "prix sur demande",
          "询价",
          "面议",
          "非卖品");

  private final ArtworkRows rows;
  private final Optional<Currency> otherwise;
  private final Remedies remedies;

  /**
   * Reads the price columns of rows.
   *
   * @param otherwise the currency of prices written without one
   */
  PriceColumns(ArtworkRows rows, Optional<Currency> otherwise, Remedies remedies) {
    this.rows = rows;
    this.otherwise = otherwise;
    this.remedies = remedies;
  }

  PriceText read(ProblemLog log) {
    int column = rows.column(ArtworkField.PRICE);
    if (column < 0) {
      return PriceText.none();
    }
    String code = rows.text(ArtworkField.CURRENCY);
    PriceText price =
        parse(
            rows.row().text(column),
            code.isEmpty() ? currencyInName(rows.row().columns().get(column)) : code);
    if (!price.problem().isEmpty()) {
      log.leaveOut(rows.row(), column, price.problem());
    }
    return price;
  }

  /** The currency of {@code price_eur} or {@code Price (EUR)}; empty when the name has none. */
  private static String currencyInName(String column) {
    Matcher name = CODE_IN_NAME.matcher(column);
    return name.matches() && CurrencyWords.of(name.group(1)).isPresent() ? name.group(1) : "";
  }

  PriceText parse(String written, String code) {
    String text =
        Normalizer.normalize(
                APOSTROPHES.matcher(written.strip()).replaceAll("'"), Normalizer.Form.NFKC)
            .strip();
    String words = text.toLowerCase(Locale.ROOT);
    if (SOLD.contains(words)) {
      return PriceText.ofSold();
    }
    if (UNSAID.contains(words)) {
      return PriceText.none();
    }
    Matcher price = PRICE.matcher(text);
    Optional<CurrencyWords> head = Optional.empty();
    Optional<CurrencyWords> tail = Optional.empty();
    boolean understood = text.length() <= LONGEST && price.matches();
    if (understood) {
      head = CurrencyWords.of(price.group("head"));
      tail = CurrencyWords.of(price.group("tail"));
      understood =
          (head.isPresent() || price.group("head").isBlank())
              && (tail.isPresent() || price.group("tail").isBlank());
    }
    boolean inText = head.isPresent() || tail.isPresent() || hasDash(price, understood);
    Optional<BigDecimal> amount =
        understood
            ? amount(price.group("amount"), inText).map(n -> myriads(n, price.group("myriad")))
            : NumberText.decimal(text);
    if (amount.isEmpty() || amount.get().signum() < 0 || amount.get().compareTo(MOST) > 0) {
      return PriceText.unread("expected an amount of 0 or more, such as 1200.50");
    }
    return inCurrency(amount.get(), head, tail, code.strip());
  }

  private static boolean hasDash(Matcher price, boolean understood) {
    return understood && price.group("dash") != null;
  }

  private static BigDecimal myriads(BigDecimal amount, String myriad) {
    return myriad == null ? amount : amount.multiply(BigDecimal.valueOf(10_000));
  }

  private PriceText inCurrency(
      BigDecimal amount, Optional<CurrencyWords> head, Optional<CurrencyWords> tail, String code) {
    Optional<CurrencyWords> column = CurrencyWords.of(code);
    List<CurrencyWords> said =
        List.of(head, tail, column).stream().flatMap(Optional::stream).toList();
    if (said.isEmpty() && code.isEmpty() && otherwise.isPresent()) {
      return PriceText.of(new Price(amount, otherwise.get()));
    }
    if (said.isEmpty() || (column.isEmpty() && !code.isEmpty())) {
      return PriceText.unread(
          String.format(
              Locale.ROOT,
              "expected a currency by its ISO 4217 code, such as EUR, met '%s' (%s says the"
                  + " currency of prices without one)",
              RowProblem.printable(code, 20),
              remedies.currency()));
    }
    Optional<CurrencyWords> agreed = Optional.of(said.get(0));
    for (CurrencyWords words : said) {
      agreed = agreed.flatMap(so -> so.and(words));
    }
    if (agreed.isEmpty()) {
      return PriceText.unread("expected one currency, met two");
    }
    return agreed
        .get()
        .choose(otherwise)
        .map(currency -> PriceText.of(new Price(amount, currency)))
        .orElseGet(
            () ->
                PriceText.unread(
                    "expected a currency that is one only, such as EUR, met a sign of several ("
                        + remedies.currency()
                        + " says which is meant)"));
  }

  /**
   * Reads an amount.
   *
   * @param byHand whether it is written for people, with a currency, so that a point before three
   *     digits groups them; in a bare number it may be either
   */
  static Optional<BigDecimal> amount(String written, boolean byHand) {
    String text = written;
    if (text.indexOf(' ') >= 0 || text.indexOf('\'') >= 0) {
      if (!text.matches("[+-]?\\d{1,3}(?:(?:'\\d{3})+|(?: \\d{3})+)(?:[.,]\\d{1,2})?")) {
        return Optional.empty();
      }
      return Optional.of(decimal(text.replace(" ", "").replace("'", "")));
    }
    if (text.matches("[+-]?(?:0[.,]\\d+|\\d+(?:[.,]\\d{1,2}|[.,]\\d{4,})?|\\d{4,}[.,]\\d{3})")) {
      return Optional.of(decimal(text));
    }
    boolean english =
        text.matches("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?")
            || text.matches("[+-]?\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?");
    if (english) {
      return Optional.of(new BigDecimal(text.replace(",", "")));
    }
    boolean grouped =
        text.matches("[+-]?\\d{1,3}(?:\\.\\d{3})+,\\d+")
            || text.matches("[+-]?\\d{1,3}(?:\\.\\d{3}){2,}")
            || (byHand && text.matches("[+-]?\\d{1,3}\\.\\d{3}"));
    return grouped ? Optional.of(decimal(text.replace(".", ""))) : Optional.empty();
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }
}
