package io.artrec.catalog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

  private static final Map<String, SizeUnit> BY_NAME = new HashMap<>();

  static {
    names(MM, "mm mms millimeter millimeters millimetre millimetres millimètre millimètres");
    names(MM, "milímetros millimetri мм 毫米 公釐 ミリ");
    names(CM, "cm cms centimeter centimeters centimetre centimetres centimètre centimètres");
    names(CM, "zentimeter centímetros centimetri см 厘米 公分 釐米 センチ");
    names(M, "m meter meters metre metres mètre mètres metros metri м 米 公尺 メートル");
    names(INCH, "in ins inch inches zoll pouce pouces pulgada pulgadas pollici duim дюйм");
    names(INCH, "\" ″ ” '' 英寸 英吋 吋");
    names(FOOT, "ft foot feet fuß pied pieds ' ′ 英尺 英呎 呎");
  }

  private final double cm;

  SizeUnit(double cm) {
    this.cm = cm;
  }

  private static void names(SizeUnit unit, String names) {
    for (String name : names.split(" ", -1)) {
      BY_NAME.put(name, unit);
    }
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
   * {@return the unit with a symbol or name, or empty when there is none}
   *
   * @param symbol for instance {@code mm}, {@code cm}, {@code in.}, {@code inches} or {@code "}
   */
  public static Optional<SizeUnit> of(String symbol) {
    String name = symbol.strip().toLowerCase(Locale.ROOT).replace(".", "");
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
