package io.artrec.catalog;

import java.util.Locale;
import java.util.Optional;

/** A unit in which works are measured. */
public enum SizeUnit {
  /** Millimetres. */
  MM(0.1),
  /** Centimetres. */
  CM(1),
  /** Metres. */
  M(100),
  /** Inches of 2.54 cm. */
  INCH(2.54),
  /** Feet of 12 inches. */
  FOOT(30.48);

  private final double cm;

  SizeUnit(double cm) {
    this.cm = cm;
  }

  /**
   * Converts to centimetres.
   *
   * @param length a length in this unit
   * @return the length in cm
   */
  public double toCm(double length) {
    return this == MM ? length / 10 : length * cm;
  }

  /**
   * Returns the unit with a symbol or name.
   *
   * @param symbol for instance {@code mm}, {@code cm}, {@code in.}, {@code inches} or {@code "}
   * @return the unit, or empty when there is none
   */
  public static Optional<SizeUnit> of(String symbol) {
    return switch (symbol.strip().toLowerCase(Locale.ROOT).replace(".", "")) {
      case "mm", "millimeter", "millimeters", "millimetre", "millimetres", "毫米" -> Optional.of(MM);
      case "cm", "centimeter", "centimeters", "centimetre", "centimetres", "厘米" -> Optional.of(CM);
      case "m", "meter", "meters", "metre", "metres", "米" -> Optional.of(M);
      case "in", "inch", "inches", "\"", "″", "”", "英寸" -> Optional.of(INCH);
      case "ft", "foot", "feet", "英尺" -> Optional.of(FOOT);
      default -> Optional.empty();
    };
  }
}
