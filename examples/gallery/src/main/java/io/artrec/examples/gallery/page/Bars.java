package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Amounts as bars, drawn by the server; the numbers stand beside them for whoever sees none. */
final class Bars {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 14;

  private final List<Bar> bars = new ArrayList<>();

  /**
   * One amount.
   *
   * @param label what it is of
   * @param amount as long as the bar is; below 0 it goes the other way
   * @param said the amount in words
   */
  record Bar(Html label, double amount, String said) {}

  Bars add(Html label, double amount, String said) {
    bars.add(new Bar(label, amount, said));
    return this;
  }

  /** Adds an amount that is said as a number of two decimals with its sign. */
  Bars add(Html label, double amount) {
    return add(label, amount, String.format(Locale.ROOT, "%+.2f", amount));
  }

  boolean isEmpty() {
    return bars.isEmpty();
  }

  /** Draws them below each other, all to one scale. */
  Tag draw(String caption) {
    double least = Math.min(0, bars.stream().mapToDouble(Bar::amount).min().orElse(0));
    double most = Math.max(0, bars.stream().mapToDouble(Bar::amount).max().orElse(0));
    double span = most - least;
    double scale = span > 0 ? WIDTH / span : 0;
    double zero = (0 - least) * scale;
    Tag body = Tag.of("tbody");
    for (Bar bar : bars) {
      body.add(
          Tag.of("tr")
              .add(Tag.of("th").attr("scope", "row").add(bar.label()))
              .add(Tag.of("td", "drawn").add(drawn(bar, zero, scale)))
              .add(Tag.of("td", "number").text(bar.said())));
    }
    return Tag.of("table", "bars").add(Tag.of("caption").text(caption)).add(body);
  }

  private static Tag drawn(Bar bar, double zero, double scale) {
    double length = Math.abs(bar.amount()) * scale;
    return Tag.of("svg", bar.amount() < 0 ? "against" : "for")
        .attr("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .add(
            Tag.of("rect")
                .at("x", bar.amount() < 0 ? zero - length : zero)
                .attr("y", 1)
                .at("width", Math.max(1, length))
                .at("height", HEIGHT - 2));
  }
}
