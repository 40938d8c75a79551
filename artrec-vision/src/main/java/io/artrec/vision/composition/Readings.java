package io.artrec.vision.composition;

import java.util.EnumMap;
import java.util.Map;

/** Collects what was measured of one image; what is not a number was not defined, and is absent. */
final class Readings {
  private final Map<CompositionProperty, Double> values = new EnumMap<>(CompositionProperty.class);

  void put(CompositionProperty property, double value) {
    if (Double.isFinite(value)) {
      values.put(property, value);
    }
  }

  Map<CompositionProperty, Double> values() {
    return values;
  }
}
