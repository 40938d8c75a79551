package io.artrec.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PlotsTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 10, 20, 31})
  void labelsOfAScatterPlot_doNotOverlap(int recommenders) {
    Page page =
        Page.of(
            Report.of(
                Examples.of("t", Examples.longNames(recommenders), List.of("random"), List.of())));
    List<double[]> boxes = new ArrayList<>();
    for (Element text : Page.all(page.byId("figure", "accuracy-variety"), "text")) {
      if (text.getAttribute("class").equals("label name")) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        boxes.add(new double[] {x, x + PlotText.width(text.getTextContent()), y});
      }
    }
    assertThat(boxes).isNotEmpty();
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(boxes.get(i)[0]).isNotNegative();
      assertThat(boxes.get(i)[1]).isLessThanOrEqualTo(Drawing.WIDTH + 0.1);
      for (int j = 0; j < i; j++) {
        double[] a = boxes.get(i);
        double[] b = boxes.get(j);
        boolean apart = a[1] <= b[0] + 0.2 || b[1] <= a[0] + 0.2 || Math.abs(a[2] - b[2]) >= 13.8;
        assertThat(apart).as("labels %d and %d of %d", i, j, recommenders).isTrue();
      }
    }
  }

  @Test
  void manyRecommenders_theBestAndTheBaselineAreDrawn() {
    Page page =
        Page.of(Report.of(Examples.of("t", Examples.longNames(20), List.of("random"), List.of())));
    Element figure = page.byId("figure", "activity");
    assertThat(Page.all(figure, "text"))
        .filteredOn(text -> text.getAttribute("class").equals("label name"))
        .hasSize(6);
    assertThat(figure.getTextContent())
        .contains("Of 20 recommenders, the best 5 and the baseline are shown.");
  }

  @Test
  void groupsOfActivity_holdEveryVisitorOnce() {
    Page page = Page.of(Report.of(Examples.two()));
    int counted =
        Page.all(page.byId("figure", "activity"), "text").stream()
            .map(Element::getTextContent)
            .filter(text -> text.startsWith("n\u00a0=\u00a0"))
            .mapToInt(text -> Integer.parseInt(text.substring(4)))
            .sum();
    assertThat(counted).isEqualTo(2 * Examples.VISITORS);
  }

  @Test
  void longNames_loseTheirMiddle() {
    String shorter = PlotText.shorten("item-knn:similarity=dice,neighbors=137", 120);
    assertThat(shorter).startsWith("item-").endsWith("=137").contains("\u2026");
    assertThat(PlotText.width(shorter)).isLessThanOrEqualTo(120);
    assertThat(PlotText.shorten("ease", 120)).isEqualTo("ease");
    assertThat(PlotText.shorten("\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00", 40))
        .isEqualTo("\ud83d\ude00\u2026\ud83d\ude00");
  }

  @ParameterizedTest
  @CsvSource({
    "per-user:ratio=0.2 share=0.25, 0.25",
    "share=1.0, 1",
    "k-fold:folds=5 2/5 share=5.0E-4, 0.0005",
    "'random:ratio=0.2,share=.5', 0.5",
    "random:ratio=0.2, -1",
    "time-share=0.5x, -1",
    "r share=0, -1",
    "r share=20, -1"
  })
  void share_isReadFromTheSplitsName(String split, double expected) {
    assertThat(Shares.of(split).orElse(-1)).isEqualTo(expected);
  }
}
