package io.artrec.catalog;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A sign, code or name of a currency, and the currencies that it may mean. Immutable.
 *
 * @param codes ISO 4217 codes, the usual one first
 * @param firstIsMeant whether the first is meant where nothing else tells
 */
record CurrencyWords(List<String> codes, boolean firstIsMeant) {
  private static final List<String> DOLLARS =
      List.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP");

  private static final Map<String, List<String>> SEVERAL =
      Map.ofEntries(
          Map.entry("$", DOLLARS),
          Map.entry("dollar", DOLLARS),
          Map.entry("dollars", DOLLARS),
          Map.entry("¥", List.of("JPY", "CNY")),
          Map.entry("kr", List.of("SEK", "NOK", "DKK", "ISK")),
          Map.entry("kr.", List.of("SEK", "NOK", "DKK", "ISK")),
          Map.entry("rs", List.of("INR", "PKR", "LKR", "NPR")),
          Map.entry("rs.", List.of("INR", "PKR", "LKR", "NPR")),
          Map.entry("£", List.of("GBP", "EGP")),
          Map.entry("pounds", List.of("GBP", "EGP")));

  private static final Map<String, String> ONE =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("欧元", "EUR"),
          Map.entry("us$", "USD"),
          Map.entry("$us", "USD"),
          Map.entry("usd$", "USD"),
          Map.entry("us dollars", "USD"),
          Map.entry("美元", "USD"),
          Map.entry("c$", "CAD"),
          Map.entry("ca$", "CAD"),
          Map.entry("a$", "AUD"),
          Map.entry("au$", "AUD"),
          Map.entry("nz$", "NZD"),
          Map.entry("hk$", "HKD"),
          Map.entry("港元", "HKD"),
          Map.entry("s$", "SGD"),
          Map.entry("sg$", "SGD"),
          Map.entry("nt$", "TWD"),
          Map.entry("mx$", "MXN"),
          Map.entry("r$", "BRL"),
          Map.entry("英镑", "GBP"),
          Map.entry("fr", "CHF"),
          Map.entry("fr.", "CHF"),
          Map.entry("sfr", "CHF"),
          Map.entry("sfr.", "CHF"),
          Map.entry("yen", "JPY"),
          Map.entry("円", "JPY"),
          Map.entry("日元", "JPY"),
          Map.entry("jp¥", "JPY"),
          Map.entry("元", "CNY"),
          Map.entry("人民币", "CNY"),
          Map.entry("rmb", "CNY"),
          Map.entry("yuan", "CNY"),
          Map.entry("cn¥", "CNY"),
          Map.entry("zł", "PLN"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"),
          Map.entry("lei", "RON"),
          Map.entry("₽", "RUB"),
          Map.entry("руб", "RUB"),
          Map.entry("руб.", "RUB"),
          Map.entry("₴", "UAH"),
          Map.entry("₺", "TRY"),
          Map.entry("tl", "TRY"),
          Map.entry("₹", "INR"),
          Map.entry("₩", "KRW"),
          Map.entry("₫", "VND"),
          Map.entry("₪", "ILS"),
          Map.entry("฿", "THB"));

  CurrencyWords {
    codes = List.copyOf(codes);
  }

  /** Returns what a sign, a code or a name may mean; empty when it is no currency's. */
  static Optional<CurrencyWords> of(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    if (SEVERAL.containsKey(text)) {
      List<String> codes = SEVERAL.getOrDefault(text, List.of());
      return Optional.of(new CurrencyWords(codes, !text.equals("¥") && !text.startsWith("kr")));
    }
    String code = ONE.getOrDefault(text, text.toUpperCase(Locale.ROOT));
    try {
      return Optional.of(
          new CurrencyWords(List.of(Currency.getInstance(code).getCurrencyCode()), true));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns what both may mean; empty when they contradict. */
  Optional<CurrencyWords> and(CurrencyWords other) {
    List<String> both = new ArrayList<>(codes);
    both.retainAll(other.codes);
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(new CurrencyWords(both, firstIsMeant || other.firstIsMeant));
  }

  /** Returns the currency meant; empty when it may be several and nothing tells which. */
  Optional<Currency> choose(Optional<Currency> preferred) {
    Optional<Currency> told = preferred.filter(one -> codes.contains(one.getCurrencyCode()));
    return told.or(
        () ->
            firstIsMeant || codes.size() == 1
                ? Optional.of(Currency.getInstance(codes.get(0)))
                : Optional.empty());
  }
}
