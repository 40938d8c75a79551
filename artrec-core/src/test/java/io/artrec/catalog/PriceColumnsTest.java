package io.artrec.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceColumnsTest {
  private static LoadedCatalog load(String price, String currency) {
    return loader(price, currency).load();
  }

  private static CatalogLoader loader(String price, String currency) {
    String quoted = "\"" + price.replace("\"", "\"\"") + "\"";
    return CatalogLoader.csv(
        new StringReader("id,title,price,currency\n1,T," + quoted + "," + currency + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "€ 14,90|14.90|EUR",
        "14,90 €|14.90|EUR",
        "€14.90|14.90|EUR",
        "1.234,50 EUR|1234.50|EUR",
        "EUR 1.234,50|1234.50|EUR",
        "1 234,50 €|1234.50|EUR",
        "1\u00a0234,50\u202f€|1234.50|EUR",
        "€ 1.200|1200|EUR",
        "1.234.567,8 EUR|1234567.8|EUR",
        "$1,200|1200|USD",
        "US$ 1,200.50|1200.50|USD",
        "$1,200.50 USD|1200.50|USD",
        "CA$ 99|99|CAD",
        "A$5|5|AUD",
        "HK$ 12,000|12000|HKD",
        "CHF 1'200.–|1200|CHF",
        "1’200.50 CHF|1200.50|CHF",
        "Fr. 80.--|80|CHF",
        "1200,- EUR|1200|EUR",
        "1.200,– €|1200|EUR",
        "£12.5|12.5|GBP",
        "JPY 12,000|12000|JPY",
        "12,000円|12000|JPY",
        "人民币 1,200元|1200|CNY",
        "1.2万元|12000|CNY",
        "￥1,200 CNY|1200|CNY",
        "1,50,000 INR|150000|INR",
        "₹1,50,000.50|150000.50|INR",
        "2500 SEK|2500|SEK",
        "0 eur|0|EUR",
        "0,50 €|0.50|EUR",
        "1200.50 EUR|1200.50|EUR"
      })
  void priceAsPeopleWriteIt_isRead(String written, BigDecimal amount, String currency) {
    LoadedCatalog loaded = load(written, "");

    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    Price price = loaded.catalog().get(0).price().orElseThrow();
    assertThat(price.amount()).isEqualByComparingTo(amount);
    assertThat(price.currency().getCurrencyCode()).isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from $1,200",
        "ca. 500 €",
        "1000–1500 EUR",
        "12k EUR",
        "-3 EUR",
        "1,2,3 EUR",
        "1.2.3 EUR",
        "1'20 CHF",
        "€ 5 USD",
        "¥1200",
        "250 kr",
        "1200",
        "1.200",
        "five EUR",
        "1200 gold"
      })
  void whatMayBeTwoOrNone_isLeftOutAndReported(String written) {
    LoadedCatalog loaded = load(written, "");

    assertThat(loaded.catalog().get(0).price()).isEmpty();
    assertThat(loaded.report().valuesLeftOut()).isEqualTo(1);
    assertThat(loaded.report().problems().get(0).column()).isEqualTo("price");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"price on request", "POA", "n/a", "Not for sale", "询价", "-", "auf Anfrage"})
  void wordsForNoPrice_areNoProblem(String written) {
    LoadedCatalog loaded = load(written, "");

    assertThat(loaded.catalog().get(0).price()).isEmpty();
    assertThat(loaded.catalog().get(0).availability()).isEqualTo(Availability.UNKNOWN);
    assertThat(loaded.report().isClean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sold out", "Sold", "verkauft", "售罄"})
  void soldInThePriceColumn_saysThatTheWorkIsNotToBeHad(String written) {
    LoadedCatalog loaded = load(written, "");

    assertThat(loaded.catalog().get(0).price()).isEmpty();
    assertThat(loaded.catalog().get(0).availability()).isEqualTo(Availability.UNAVAILABLE);
    assertThat(loaded.report().isClean()).isTrue();
  }

  @Test
  void currencyOfTheColumn_isOneWithTheText() {
    assertThat(load("$1,200", "CAD").catalog().get(0).price()).contains(Price.of("1200", "CAD"));
    assertThat(load("1,200", "$").catalog().get(0).price()).contains(Price.of("1200", "USD"));
    assertThat(load("¥1200", "jpy").catalog().get(0).price()).contains(Price.of("1200", "JPY"));
    assertThat(load("€ 5", "USD").report().problems().get(0).expectation())
        .isEqualTo("expected one currency, met two; the value was left out");
    assertThat(load("5", "XYZ").report().problems().get(0).expectation())
        .isEqualTo(
            "expected a currency by its ISO 4217 code, such as EUR, met 'XYZ' (currency(\"EUR\") says"
                + " the currency of prices without one); the value was left out");
  }

  @Test
  void currencyOfTheLoader_isThatOfPricesWithoutOne() {
    assertThat(loader("1,200", "").currency("GBP").load().catalog().get(0).price())
        .contains(Price.of("1200", "GBP"));
    assertThat(loader("14,90 €", "").currency("GBP").load().catalog().get(0).price())
        .contains(Price.of("14.90", "EUR"));
    assertThat(loader("$ 5", "").currency("AUD").load().catalog().get(0).price())
        .contains(Price.of("5", "AUD"));
    assertThat(loader("250 kr", "").currency("DKK").load().catalog().get(0).price())
        .contains(Price.of("250", "DKK"));
    assertThatThrownBy(() -> loader("1", "").currency("euro"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("currency is 'euro', expected an ISO 4217 code in capitals, such as EUR");
  }

  @Test
  void currencyOfTheColumnsName_isThatOfPricesWithoutOne() {
    for (String column : List.of("price_eur", "Price (EUR)", "price [€]", "price EUR")) {
      assertThat(
              CatalogLoader.csv(new StringReader("id,title," + column + "\n1,T,\"14,90\"\n"))
                  .column(ArtworkField.PRICE, column)
                  .load()
                  .catalog()
                  .get(0)
                  .price())
          .as(column)
          .contains(Price.of("14.90", "EUR"));
    }
    assertThat(
            CatalogLoader.csv(new StringReader("id,title,price_usd\n1,T,5\n"))
                .load()
                .catalog()
                .get(0)
                .price())
        .contains(Price.of("5", "USD"));
  }
}
