package io.artrec.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interactions;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.catalog.CatalogLoader;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+SUM(A1)",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "-",
        "+49 30 1234",
        "'=1"
      })
  void whatASpreadsheetWouldRun_getsAnApostrophe(String text) {
    assertThat(CsvCell.of(text)).isEqualTo("'" + text);
    assertThat(CsvCell.text(CsvCell.of(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "-0.5", "+3", "-1e-5", "-12", "o'=x", "a=b", "'ada'", " =1"})
  void allElse_staysAsItIs(String text) {
    assertThat(CsvCell.of(text)).isEqualTo(text);
    assertThat(CsvCell.text(text)).isEqualTo(text);
  }

  @Test
  void everyText_comesBack() {
    Random random = new Random(5);
    String alphabet = "'=+-@\t1a\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(CsvCell.text(CsvCell.of(text.toString()))).isEqualTo(text.toString());
    }
  }

  @Test
  void idsOfCsv_areReadBack() {
    Interactions events =
        InteractionsLoader.csv(new StringReader("user,item\n'=cmd|x,'@w\n'ada,w\n"))
            .load()
            .interactions();

    assertThat(events.get(0).user()).isEqualTo("=cmd|x");
    assertThat(events.get(0).artwork()).isEqualTo("@w");
    assertThat(events.get(1).user()).isEqualTo("'ada");
    assertThat(
            CatalogLoader.csv(new StringReader("id,title\n'@w,'-30-'\n")).load().catalog().get(0))
        .satisfies(
            work -> {
              assertThat(work.id()).isEqualTo("@w");
              assertThat(work.title()).isEqualTo("'-30-'");
            });
    assertThat(
            InteractionsLoader.jsonLines(new StringReader("{\"user\":\"'=x\",\"item\":\"w\"}"))
                .load()
                .interactions()
                .get(0)
                .user())
        .isEqualTo("'=x");
  }

  @Test
  void fields_areQuotedWhereTheyMustBe() {
    assertThat(CsvCell.field("oil")).isEqualTo("oil");
    assertThat(CsvCell.field("oil, \"fat\"")).isEqualTo("\"oil, \"\"fat\"\"\"");
    assertThat(CsvCell.field(" oil")).isEqualTo("\" oil\"");
    assertThat(CsvCell.field("=1+1,2")).isEqualTo("\"'=1+1,2\"");
  }
}
