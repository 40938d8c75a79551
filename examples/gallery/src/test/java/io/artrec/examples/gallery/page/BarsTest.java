package io.artrec.examples.gallery.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.examples.gallery.html.Html;
import org.junit.jupiter.api.Test;

class BarsTest {
  @Test
  void amountsOfBothSigns_standOnOneScaleWithOneZero() {
    String drawn =
        new Bars()
            .add(Html.text("for <it>"), 1)
            .add(Html.text("against"), -3)
            .add(Html.text("little"), 0)
            .draw("all")
            .toString();
    assertThat(drawn)
        .contains("<rect x=\"300.00\" y=\"1\" width=\"100.00\"")
        .contains("<rect x=\"0.00\" y=\"1\" width=\"300.00\"")
        .contains("<rect x=\"300.00\" y=\"1\" width=\"1.00\"")
        .contains("for &lt;it&gt;", "+1.00", "-3.00", "<caption>all</caption>");
  }

  @Test
  void onlyZeros_areDrawnAtTheLeft() {
    assertThat(new Bars().add(Html.text("none"), 0).draw("").toString())
        .contains("<rect x=\"0.00\" y=\"1\" width=\"1.00\"")
        .doesNotContain("NaN", "Infinity");
  }
}
