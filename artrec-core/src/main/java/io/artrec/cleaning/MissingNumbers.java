package io.artrec.cleaning;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.tabular.RowProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/** Fills in numbers that artworks lack, or drops the artworks that lack them. */
public final class MissingNumbers {
  private static final int EXAMPLES = 5;

  private MissingNumbers() {}

  /**
   * Returns a catalogue in which every artwork has a number. Features treat what is missing as
   * missing, so fill in only where something needs a number.
   *
   * @param catalog the artworks
   * @param number the number
   * @param rule what stands in, computed from the artworks that have the number; when none has it
   *     and the rule needs one, artworks are dropped
   * @return the artworks in their order, and the report
   */
  public static CleanedCatalog fill(Catalog catalog, ArtworkNumber number, MissingValue rule) {
    Objects.requireNonNull(rule, "rule");
    double[] present =
        catalog.stream()
            .map(number::of)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    OptionalDouble standIn = rule.of(present);
    List<Artwork> kept = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    long lacking = 0;
    for (Artwork artwork : catalog) {
      if (number.of(artwork).isPresent()) {
        kept.add(artwork);
        continue;
      }
      lacking++;
      if (examples.size() < EXAMPLES) {
        examples.add(RowProblem.printable(artwork.toString(), 60));
      }
      if (standIn.isPresent()) {
        kept.add(number.give(artwork, standIn.getAsDouble()));
      }
    }
    boolean filled = standIn.isPresent();
    StepReport report =
        new StepReport(
            String.format(
                Locale.ROOT, "missing %s (%s)", RowProblem.printable(number.name(), 20), rule),
            "the artwork has no number there"
                + (filled
                    ? String.format(Locale.ROOT, "; %s stands in", standIn.getAsDouble())
                    : ""),
            filled ? 0 : lacking,
            filled ? lacking : 0,
            examples);
    return new CleanedCatalog(Catalog.of(kept), report);
  }
}
