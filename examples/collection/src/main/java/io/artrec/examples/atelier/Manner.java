package io.artrec.examples.atelier;

import java.util.function.BiFunction;

/** The ways of painting that the atelier knows. */
public enum Manner {
  /** Soft-edged fields of color. */
  COLOR_FIELD("color field", "abstract", "acrylic on canvas", 150, ColorField::plan),
  /** A grid of watercolor squares. */
  MAGIC_SQUARES("magic squares", "abstract", "watercolor on paper", 38, MagicSquares::plan),
  /** A landscape in dots. */
  POINTILLISM("pointillism", "landscape", "oil on canvas", 70, Pointillism::plan),
  /** A landscape in thick strokes. */
  BROAD_STROKES("broad strokes", "landscape", "oil on canvas", 75, BroadStrokes::plan),
  /** Mountains in ink. */
  INK_LANDSCAPE("ink landscape", "landscape", "ink on paper", 85, InkLandscape::plan),
  /** Patterns that seem to move. */
  OP_ART("op art", "abstract", "emulsion on board", 110, OpArt::plan),
  /** Forms cut from painted paper. */
  PAPER_CUT("paper cut", "abstract", "gouache on cut paper", 95, PaperCut::plan),
  /** A thing broken into planes. */
  FACETS("facets", "figurative", "oil on canvas", 72, Facets::plan),
  /** A city at night. */
  NOCTURNE("nocturne", "cityscape", "oil on canvas", 60, Nocturne::plan),
  /** Vessels on a table. */
  STILL_LIFE("still life", "still life", "oil on canvas", 45, StillLife::plan),
  /** The sea to the horizon. */
  SEASCAPE("seascape", "seascape", "oil on canvas", 80, Seascape::plan),
  /** Thrown and poured paint. */
  GESTURE("gesture", "abstract", "enamel on canvas", 190, Gesture::plan),
  /** Waves cut in wood. */
  WOODCUT("woodcut", "seascape", "color woodcut", 34, Woodcut::plan),
  /** A head and shoulders. */
  PORTRAIT("portrait in tones", "portrait", "oil on canvas", 62, Portrait::plan),
  /** Flowers in watercolor. */
  FLOWERS("wet flowers", "still life", "watercolor on paper", 36, Flowers::plan),
  /** Discs of colored rings. */
  DISCS("discs", "abstract", "oil on canvas", 100, Discs::plan),
  /** A town that climbs a hill. */
  ROOFTOPS("rooftops", "cityscape", "tempera on board", 52, Rooftops::plan);

  private final String label;
  private final String genre;
  private final String medium;
  private final double side;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
  private final BiFunction<Chance, Colors, Study> planner;

  Manner(
      String label,
      String genre,
      String medium,
      double side,
      BiFunction<Chance, Colors, Study> planner) {
    this.label = label;
    this.genre = genre;
    this.medium = medium;
    this.side = side;
    this.planner = planner;
  }

  /**
   * Returns its name.
   *
   * @return for instance {@code color field}; works have it as their movement
   */
  public String label() {
    return label;
  }

  /**
   * Returns the genre of what is painted in it.
   *
   * @return for instance {@code landscape}
   */
  public String genre() {
    return genre;
  }

  /**
   * Returns what the works are said to be made of.
   *
   * @return for instance {@code oil on canvas}
   */
  public String medium() {
    return medium;
  }

  /** The side in centimeters of a square work of usual size. */
  double side() {
    return side;
  }

  Study plan(Chance chance, Colors colors) {
    return planner.apply(chance, colors);
  }
}
