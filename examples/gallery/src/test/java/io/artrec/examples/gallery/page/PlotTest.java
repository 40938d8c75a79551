package io.artrec.examples.gallery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {
  @Test
  void pointsStandBetweenTheirEnds_andWhatIsBeyondAtTheEdge() {
    String drawn =
        new Plot(-1, 1)
            .level(0, "ground")
            .line(List.of(new Plot.Point(0, -1), new Plot.Point(0.5, 1), new Plot.Point(1, 7)), "a")
            .draw("what it <shows>", List.of("+1", "-1"), List.of("then", "now"))
            .toString();
    assertThat(drawn)
        .contains("class=\"ground\" points=\"0.0,75.0 480.0,75.0\"")
        .contains("class=\"a\" points=\"0.0,146.0 240.0,4.0 480.0,4.0\"")
        .contains("aria-label=\"what it &lt;shows&gt;\"", "<span>+1</span>", "<span>now</span>");
  }

  @Test
  void band_goesAlongItsLowerLine_andBackAlongItsUpperOne() {
    List<Plot.Point> low = List.of(new Plot.Point(0, 0), new Plot.Point(1, 0.5));
    List<Plot.Point> high = List.of(new Plot.Point(0, 1), new Plot.Point(1, 1));
    assertThat(new Plot(0, 1).band(low, high, "b").draw("", List.of(), List.of()).toString())
        .contains("<polygon class=\"b\" points=\"0.0,146.0 480.0,75.0 480.0,4.0 0.0,4.0\"");
  }

  @Test
  void plotWithoutHeight_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Plot(1, 1))
        .withMessage("a plot from 1.0 to 1.0 has no height, expected a higher end");
  }
}
